#!/bin/sh
# The browser that tests/site opens cannot come from pip: install it where that is allowed, else say how.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
[ "$(uname)" = Linux ] || exit 0
run=""
[ "$(id -u)" = 0 ] || run="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $run true 2>/dev/null; then
    echo "set-up: installing chromium and a Korean font / 크로미움과 한글 글꼴을 설치합니다"
    { $run apt-get update && $run apt-get install -y chromium fonts-noto-cjk; } >/dev/null 2>&1 && exit 0
fi
echo "set-up: left out chromium (browser tests); install it by hand / 크로미움이 빠졌습니다. 직접 설치하세요." >&2
exit 0
