"""The sandbox of a batch: bubblewrap around the zygote of the players, or why there is none."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import sysconfig
from functools import cache
from pathlib import Path

from .refusal import RefusalError

HERE = Path(__file__).resolve().parent
INSIDE = "/course"  # where the player's code is, inside
SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin")
SETTINGS = (
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/fonts",
    "/etc/alternatives",
    "/etc/mime.types",
)
LOST = (
    "--no-sandbox: students' code runs as you and can read, write and send whatever you can; "
    "only the tests stay apart from it / "
    "--no-sandbox: 학생의 코드가 선생님의 권한으로 실행되어 파일을 읽고 쓰고 보낼 수 있습니다. "
    "검사만 따로 실행됩니다."
)


def environment() -> dict[str, str]:
    """Return what a student's code finds in its environment: the same everywhere."""
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": "/tmp",
        "USER": "student",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "NBGRADER_EXECUTION": "autograde",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        "PYTHONWARNINGS": "",
        "IPYTHONDIR": "/tmp",
        "MPLCONFIGDIR": "/tmp",
        "MPLBACKEND": "agg",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }


def places() -> list[str]:
    """Return the folders of this Python and of its packages."""
    paths = [sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib")]
    paths += [*site.getsitepackages(), str(Path(os.path.realpath(sys.executable)).parent)]
    wanted = {str(Path(path)) for path in paths} | {os.path.realpath(path) for path in paths}
    found: list[str] = []
    for path in sorted(path for path in wanted if os.path.isdir(path)):
        if not any(f"{path}/".startswith(f"{one}/") for one in (*SYSTEM, *found)):
            found.append(path)
    return found


def parents(path: str) -> list[str]:
    """Return what makes the folders above a path, so that everybody can pass through them."""
    above = [str(one) for one in reversed(Path(path).parents)][1:]
    wanted = [one for one in above if one != "/tmp" and one not in SYSTEM]
    return [word for one in wanted for word in ("--perms", "0755", "--dir", one)]


def command(package: Path | None = None) -> list[str]:
    """Return the command that runs what follows it in the sandbox.

    `package` is a folder with the rnnkit that students may import.
    """
    root = os.geteuid() == 0
    kept = ["CAP_SYS_ADMIN", *(["CAP_SETUID", "CAP_SETGID", "CAP_KILL"] if root else [])]
    words = [
        shutil.which("bwrap") or "bwrap",
        "--die-with-parent",
        "--new-session",
        "--unshare-pid",
        "--unshare-net",
    ]
    words += ["--unshare-ipc", "--unshare-uts", "--hostname", "player", "--cap-drop", "ALL"]
    words += [word for one in kept for word in ("--cap-add", one)]
    if not root:
        words += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
    for path in SYSTEM:
        if os.path.islink(path):
            words += ["--symlink", os.readlink(path), path]
        elif os.path.isdir(path):
            words += ["--ro-bind", path, path]
    for path in SETTINGS:
        words += ["--ro-bind-try", path, path]
    words += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
    words += ["--perms", "1777", "--tmpfs", "/dev/shm"]
    for path in places():
        words += [*parents(path), "--ro-bind", path, path]
    words += parents(INSIDE + "/player")
    words += ["--ro-bind", str(HERE / "player"), f"{INSIDE}/player"]
    if package is not None:
        words += ["--ro-bind", str(package / "rnnkit"), f"{INSIDE}/rnnkit"]
    return [*words, "--remount-ro", "/", "--chdir", "/tmp", "--"]


@cache
def trouble() -> str:
    """Return why there is no sandbox on this machine; empty when there is one."""
    if not sys.platform.startswith("linux"):
        return f"{sys.platform}: bubblewrap needs Linux / bubblewrap은 리눅스에서만 됩니다"
    if shutil.which("bwrap") is None:
        return "bwrap: not found / 없습니다"
    probe = "from player import confine; confine.own_namespaces()"
    said = subprocess.run(
        [*command(), sys.executable, "-c", probe],
        env={**environment(), "PYTHONPATH": INSIDE},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=60,
    )
    lines = said.stderr.strip().splitlines() or ["–"]
    return "" if said.returncode == 0 else lines[-1][:200]


def demand() -> None:
    """Refuse to run a student's code without a sandbox.

    Raises
    ------
    RefusalError
        If bubblewrap is missing or this kernel does not let it work.
    """
    why = trouble()
    if why:
        raise RefusalError(
            "sandbox",
            "students' code cannot be confined on this machine; nothing was run",
            "이 컴퓨터에서는 학생의 코드를 가둘 수 없어 아무것도 실행하지 않았습니다.",
            given=why,
            expected="bubblewrap and user namespaces / bubblewrap과 사용자 네임스페이스",
            fix="sudo apt install bubblewrap; on Ubuntu 24 also / 우분투 24에서는 다음도: "
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0; "
            "or / 또는 --no-sandbox",
        )
