# packages.sh - what the two commands need from the system, and how to get it; sourced by play and test.
# A need is PACKAGE=PROBE.  The probe asks for the thing, not for the package, so that a meson or a
# node from elsewhere counts too: a command, a pkg-config name (pc:NAME) or a file (/path, may be a glob).
# shellcheck shell=bash disable=SC2034

play_needs=(
    gcc=gcc libc6-dev=/usr/include/stdlib.h python3=python3
    meson=meson ninja-build=ninja pkg-config=pkg-config
    libcjson-dev=pc:libcjson libcairo2-dev=pc:cairo libsdl2-dev=pc:sdl2 libsdl2-ttf-dev=pc:SDL2_ttf
    libfribidi-dev=pc:fribidi
    libsdl2-mixer-dev=pc:SDL2_mixer flite1-dev=/usr/include/flite/flite.h espeak-ng=espeak-ng
    libwebsockets-dev=pc:libwebsockets libqrencode-dev=pc:libqrencode
    libssl-dev=pc:openssl
)
test_needs=(
    "${play_needs[@]}"
    git=git ca-certificates=/etc/ssl/certs/ca-certificates.crt
    clang-14=clang-14 libclang-rt-14-dev=/usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a
    clang-tidy-14=clang-tidy-14 clang-format-14=clang-format-14 cppcheck=cppcheck shellcheck=shellcheck
    libcmocka-dev=pc:cmocka openssl=openssl nodejs=node npm=npm xvfb=Xvfb xdotool=xdotool chromium=chromium qpdf=qpdf poppler-utils=pdftotext
)
coverage_needs=(gcovr=gcovr)

say() { printf '%s\n' "$*" >&2; }

has() {
    case $1 in
    pc:*) pkg-config --exists "${1#pc:}" 2>/dev/null ;;
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

# Sets `missing` to the packages among the needs given whose probe fails.
find_missing() {
    local need
    missing=()
    for need in "$@"; do
        has "${need#*=}" || missing+=("${need%%=*}")
    done
}

may_install() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null 2>&1; }

apt_get() {
    local log sudo=()
    [ "$(id -u)" = 0 ] || sudo=(sudo)
    log=$(mktemp)
    if "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    cat "$log" >&2
    rm -f "$log"
    return 1
}

# install_needs NEED...: installs what is missing and says so; silent and instant if nothing is.
install_needs() {
    local missing
    find_missing "$@"
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Not a Debian system: please install what these Debian packages hold: ${missing[*]}"
        return 1
    fi
    if ! may_install; then
        say "Missing, and neither root nor sudo is to be had here.  As root, run:"
        say "    apt-get install --no-install-recommends ${missing[*]}"
        return 1
    fi
    say "Installing from Debian (once): ${missing[*]}"
    apt_get update || say "The package lists could not be refreshed; trying with the old ones."
    apt_get install --no-install-recommends "${missing[@]}" || return 1
    find_missing "$@"
    [ ${#missing[@]} -eq 0 ] || { say "Still missing after the installation: ${missing[*]}"; return 1; }
}
