#!/usr/bin/env bash
# installed.sh - what `meson install` puts on a system is complete and finds its own data.
#
# usage: installed.sh BUILD PREFIX       PREFIX is emptied first
set -eu
build=$1 prefix=$2

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

case $prefix in */build/*) rm -rf "$prefix" ;; *) fail "$prefix is not under a build folder" ;; esac
meson install -C "$build" --no-rebuild --quiet

for file in bin/talkdown share/man/man1/talkdown.1 share/applications/talkdown.desktop \
    share/icons/hicolor/scalable/apps/talkdown.svg; do
    [ -s "$prefix/$file" ] || fail "not installed: $file"
done
[ -z "$(find "$prefix" -name '*.a' -o -name '*.h')" ] || fail "development files were installed"

for verb in $("$prefix/bin/talkdown" help | sed -n '/^verbs:/,$s/^  \([a-z]*\) .*/\1/p'); do
    grep -q "^.SS $verb " "$prefix/share/man/man1/talkdown.1" || fail "the manual does not know the verb $verb"
done

cd / # nothing may depend on where it is called
unset TALKDOWN_DATA
program=$prefix/bin/talkdown
"$program" --version | grep -q '^talkdown [0-9]' || fail "--version"
"$program" help >/dev/null || fail "help"

verbs=$("$program" help)
if grep -q '^  check ' <<<"$verbs"; then
    for scenario in "$prefix"/share/talkdown/scenarios/*/scenario.json; do
        name=$(basename "$(dirname "$scenario")")
        "$program" check "$name" >/dev/null || fail "check $name: not found by its name, or faulty"
    done
    elsewhere=$(mktemp -d) # a copy on a stick finds the data beside it
    trap 'rm -rf "$elsewhere"' EXIT
    cp -r "$prefix/." "$elsewhere"
    mv "$prefix" "$prefix.away"
    status=0
    "$elsewhere/bin/talkdown" check bridge-rail >/dev/null || status=1
    mv "$prefix.away" "$prefix"
    [ $status = 0 ] || fail "moved to another folder, the program does not find its data"
fi
echo "installed and runs"
