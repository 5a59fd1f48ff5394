"""When set-up can't go on it says so in one line: what is wrong, what to do, in both languages."""

from __future__ import annotations

import ast
import errno
import re
import shutil
import string
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
import setup_install
import setup_messages
import setup_venv
from setup_messages import WORDS, SetupError, diagnose, say

ROOT = Path(__file__).resolve().parents[2]
RETRY = "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)'\n"
UNSEEN = (
    "ERROR: Could not find a version that satisfies the requirement a==1 (from versions: none)\n"
)
SEEN = "ERROR: Could not find a version that satisfies the requirement a==1 (from versions: 2)\n"
NO_MATCH = "ERROR: No matching distribution found for a==1\n"
LOGS = {
    "OSError: [Errno 28] No space left on device\n": "disk_full",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM … with them.\n    a==1 from x\n": "hash",
    RETRY + "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]": "certificate",
    RETRY + UNSEEN + NO_MATCH: "network",
    "ERROR: HTTP error 503 while getting a file\n": "network",
    UNSEEN + NO_MATCH: "platform",
    RETRY + SEEN + NO_MATCH: "platform",
    "ERROR: [Errno 13] Permission denied: '/srv/rnn/.venv/lib'\n": "permission",
    "Collecting a==1\nERROR: something new\n": "failed",
    "": "failed",
}


@pytest.mark.parametrize(("log", "kind"), LOGS.items(), ids=range(len(LOGS)))
def test_a_log_is_understood(log: str, kind: str) -> None:
    error = diagnose("pip", log)
    assert error.kind == kind
    assert "{" not in str(error)
    if kind in ("hash", "platform"):
        assert "a==1" in str(error)


def test_an_unknown_failure_is_quoted() -> None:
    assert "something new" in str(diagnose("pip", "Collecting a==1\nERROR: something new\n"))


@pytest.mark.parametrize("kind", WORDS)
def test_it_is_one_line_in_two_languages(kind: str, capsys: pytest.CaptureFixture) -> None:
    gaps = {gap for text in WORDS[kind] for _, gap, *_ in string.Formatter().parse(text) if gap}
    facts = {gap: 1.0 if gap in ("free", "need") else f"<{gap}>" for gap in gaps}
    assert say(SetupError(kind, **facts), "/srv/rnn/.venv.log") == 1
    line = capsys.readouterr().err
    english, korean = line.split(" / ", 1)
    assert line.count("\n") == 1
    assert line.endswith("(log / 기록: /srv/rnn/.venv.log)\n")
    assert english.isascii() or "…" in english
    assert re.search("[가-힣]", korean)


@pytest.mark.parametrize("name", ["setup_venv.py", "setup_messages.py"])
def test_an_old_python_can_read_it(name: str) -> None:
    ast.parse((ROOT / "requirements" / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(setup_venv.sys, "version_info", (3, 10, 13))
    assert setup_venv.main(["book"]) == 1
    assert "Python 3.10" in (said := capsys.readouterr().err)
    assert "3.11" in said


def test_windows_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.setattr(setup_venv.os, "name", "nt")
    refusal = setup_messages.refusal()
    monkeypatch.undo()
    assert say(refusal) == 1
    assert "WSL" in capsys.readouterr().err


def test_a_full_disk_is_seen_before(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")(10**12, 10**12, 2 * 10**8)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    with pytest.raises(SetupError, match=r"0\.2 GB free and 3\.5 GB are needed"):
        setup_install.check_room("/srv/rnn", 3.5)


def test_a_missing_venv_module_is_seen_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_install.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SetupError, match=f"apt install python3.{sys.version_info.minor}-venv"):
        setup_install.check_venv_module()


def test_a_missing_python_is_seen_by_make() -> None:
    make = shutil.which("make")
    assert make, "make is missing"
    done = subprocess.run(
        [make, "-s", "lint", "PYTHON=/nowhere/python3"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stderr.splitlines()
    assert done.returncode == 2
    assert said[0].startswith("set-up: no Python was found; install Python 3.11 to 3.13")
    assert len(said) == 2, "one line of ours and make's own"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (PermissionError(errno.EACCES, "Permission denied", "/srv/rnn/.venv.lock"), "permission"),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory", "/srv/rnn/.venv"), "failed"),
    ],
)
def test_an_error_of_the_system_is_understood(error: OSError, kind: str) -> None:
    found = setup_install.from_system(error)
    assert found.kind == kind
    assert error.filename is None or error.filename in str(found)
