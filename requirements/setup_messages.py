"""What set-up says when it can't go on: what is wrong and what to do, one line, two languages."""

import os
import re
import sys

WORDS = {
    "too_old": (
        "Python {found} at {path} is too old; install Python 3.11 to 3.13, or name one: "
        "make … PYTHON=/path/to/python3",
        "파이썬이 오래되었습니다. 3.11~3.13을 설치하거나 PYTHON=/경로/python3 으로 알려 주세요.",
    ),
    "no_venv": (
        "this Python lacks the venv module; on Debian or Ubuntu: "
        "sudo apt install python{version}-venv",
        "venv 모듈이 없습니다. 데비안·우분투에서는 앞의 명령으로 설치하세요.",
    ),
    "windows": (
        "this project runs on Linux and macOS; on Windows use WSL",
        "리눅스와 macOS에서 동작합니다. 윈도에서는 WSL을 쓰세요.",
    ),
    "disk": (
        "{folder} has {free:.1f} GB free and {need:.1f} GB are needed; make room and run it again",
        "디스크 공간이 모자랍니다. 공간을 마련한 뒤 다시 실행하세요.",
    ),
    "disk_full": (
        "the disk became full; make room here and in {temp}, and run it again",
        "디스크가 가득 찼습니다. 공간을 마련한 뒤 다시 실행하세요.",
    ),
    "hash": (
        "a downloaded file is not the one that the lock names ({package}); don't use it, "
        "try again later or from another network",
        "내려받은 파일이 잠금 파일의 해시와 다릅니다. 나중에 또는 다른 네트워크에서 다시 하세요.",
    ),
    "certificate": (
        "the package registry's certificate was refused; set PIP_CERT to your network's "
        "certificates and run it again",
        "패키지 저장소의 인증서가 거부되었습니다. PIP_CERT에 인증서 파일을 지정하세요.",
    ),
    "network": (
        "the package registry can't be reached; check the network (or proxy) and run it again",
        "패키지 저장소에 닿지 못했습니다. 네트워크(또는 프록시)를 확인하고 다시 실행하세요.",
    ),
    "platform": (
        "{package} has no build for Python {version} on {system}; use Python 3.11 to 3.13 on "
        "Linux or on a Mac with Apple silicon",
        "이 파이썬이나 운영 체제에 맞는 배포판이 없습니다. 파이썬 3.11~3.13을 쓰세요.",
    ),
    "permission": (
        "{path} can't be written; run it as the owner of this folder",
        "쓸 수 없는 곳입니다. 이 폴더의 소유자로 실행하세요.",
    ),
    "interrupted": (
        "interrupted; run the same command again, it starts afresh",
        "중단되었습니다. 같은 명령을 다시 실행하면 처음부터 설치합니다.",
    ),
    "failed": (
        "{step} failed: {last}",
        "설치하지 못했습니다. 앞의 까닭을 확인하고 다시 실행하세요.",
    ),
}

UNLOGGED = ("too_old", "no_venv", "windows", "disk")  # said before anything ran

# The first one found in pip's log names the trouble. pip says "no matching distribution" also when
# it could not ask: that is the platform's fault where versions were seen or nothing was retried.
SIGNS = (
    ("disk_full", r"No space left on device|Disk quota exceeded"),
    ("hash", r"DO NOT MATCH THE HASHES.*\n\s+(?P<package>[\w.-]+(==[\w.]+)?)"),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|CERTIFICATE_UNKNOWN"),
    (
        "platform",
        r"from versions: (?!none).*\n.*No matching distribution found for (?P<package>[\w.=-]+)",
    ),
    (
        "network",
        r"Retrying \(Retry|Failed to establish a new connection|Max retries exceeded|ReadTimeout"
        r"|ConnectTimeout|Connection (broken|aborted|reset)|ProxyError|HTTP error [45]\d\d",
    ),
    ("platform", r"No matching distribution found for (?P<package>[\w.=-]+)"),
    ("permission", r"Permission denied: '(?P<path>[^']+)'"),
)


class SetupError(Exception):
    """Set-up can't go on; ``kind`` is a key of WORDS, ``facts`` fill its gaps."""

    def __init__(self, kind, **facts):
        super().__init__(kind)
        self.kind = kind
        self.facts = facts
        self.logged = kind not in UNLOGGED

    def __str__(self):
        english, korean = WORDS[self.kind]
        return f"set-up: {english.format(**self.facts)} / {korean.format(**self.facts)}"


def refusal():
    """Return why this Python or this system can't be used."""
    if os.name == "nt":
        return SetupError("windows")
    found = "{}.{}".format(*sys.version_info[:2])
    return SetupError("too_old", found=found, path=sys.executable)


def diagnose(step, text):
    """Return the error that a failed step's output speaks of."""
    for kind, pattern in SIGNS:
        match = re.search(pattern, text)
        if match:
            facts = match.groupdict()
            return SetupError(kind, **dict(_surroundings(), **facts))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")] or lines
    return SetupError("failed", step=step, last=errors[-1] if errors else "no word of why")


def _surroundings():
    import tempfile

    return {
        "temp": tempfile.gettempdir(),
        "version": "{}.{}".format(*sys.version_info[:2]),
        "system": f"{sys.platform} {os.uname()[4]}",
    }


def say(error, log=None):
    """Print an error in one line and return the exit status 1."""
    where = f" (log / 기록: {log})" if log else ""
    line = str(error) + where + "\n"
    try:
        sys.stderr.write(line)
    except UnicodeEncodeError:  # a terminal without Korean letters
        sys.stderr.write(line.encode("ascii", "replace").decode("ascii"))
    return 1
