#!/bin/sh
# What pip cannot bring: `programs.sh grade` for the sandbox of students' code, `programs.sh test` for
# that and the browser that tests/site opens. Installed where that is allowed, else said how.
left=""

# need PACKAGES WHAT-FOR KOREAN PROGRAM…: install the packages unless one of the programs is there.
need() {
    packages=$1 what=$2 ko=$3
    shift 3
    for name in "$@"; do
        command -v "$name" >/dev/null 2>&1 && return
    done
    run=""
    [ "$(id -u)" = 0 ] || run="sudo -n"
    if command -v apt-get >/dev/null 2>&1 && $run true 2>/dev/null; then
        echo "set-up: installing $packages / $packages: 설치합니다"
        { $run apt-get update && $run apt-get install -y $packages; } >/dev/null 2>&1 && return
    elif command -v dnf >/dev/null 2>&1 && $run true 2>/dev/null; then
        $run dnf install -y $packages >/dev/null 2>&1 && return
    fi
    echo "set-up: left out ${packages%% *} ($what); install it by hand / ${packages%% *}($ko)이 빠졌습니다. 직접 설치하세요." >&2
    left=$packages
}

[ "$(uname)" = Linux ] || exit 0
need bubblewrap "the sandbox of grading" "채점할 때의 격리" bwrap
[ "$1" = grade ] || need "chromium fonts-noto-cjk" "browser tests" "브라우저 검사" \
    chromium chromium-browser google-chrome google-chrome-stable
# Ubuntu 24 lets unprivileged programs make no user namespaces; a machine of CI is nobody's own.
forbidden=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
if [ "$CI" = true ] && [ "$(cat $forbidden 2>/dev/null)" = 1 ]; then
    sudo -n sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0
fi
[ -z "$left" ] || [ "$CI" != true ] || exit 1
exit 0
