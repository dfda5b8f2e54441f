#!/usr/bin/env bash
# play.sh - tools/play builds, passes on what it is given and what comes back, and never waits for nobody.
#
# usage: play.sh
set -eu
play=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)/tools/play
unset DISPLAY WAYLAND_DISPLAY
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# exits WANTED COMMAND...: within a minute (the first call builds), what it says in said.txt
exits() {
    local wanted=$1 status=0
    shift
    timeout 120 "$@" >said.txt 2>&1 </dev/null || status=$?
    [ "$status" = "$wanted" ] || fail "exit $status, not $wanted: $* ($(tail -n 3 said.txt))"
}

exits 0 "$play" --version
exits 0 "$play" --version # built by now, so that nothing but the program speaks
[ "$(wc -l <said.txt)" = 1 ] || fail "a second run says more than the program: $(cat said.txt)"
grep -q '^talkdown [0-9]' said.txt || fail "--version is not passed on"
exits 2 "$play" no-such-verb
exits 2 "$play" help --no-such-option
ln -s "$play" here
exits 0 ./here help
[ -z "$(find . -newer here -type f ! -name said.txt)" ] || fail "it leaves files where it is called"

# Nobody there: no input, an ended one, and one that stays open and silent.
for input in '<&-' '</dev/null' '< <(sleep 30)'; do
    status=0
    timeout 20 bash -c "'$play' >said.txt 2>&1 $input" || status=$?
    [ "$status" -lt 3 ] || fail "without a verb, input $input: exit $status"
    [ -s said.txt ] || fail "without a verb, input $input: nothing was said"
done
echo "plays"
