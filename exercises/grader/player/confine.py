"""How a student's processes are confined, inside the sandbox that bubblewrap made.

bubblewrap gives all students of a batch one file system without the course and no network. Here
each student gets process ids, /proc, /tmp, System V objects, a session and a user of its own; then
capabilities, new privileges, system calls and resources are taken away. Order matters.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal

from . import seccomp
from .limits import MB, Limits

NEWNS, NEWIPC, NEWUSER, NEWPID = 0x00020000, 0x08000000, 0x10000000, 0x20000000
RDONLY, NOSUID, NODEV, NOEXEC, REMOUNT, BIND = 1, 2, 4, 8, 32, 4096
PRIVATE = (1 << 14) | (1 << 18)
DEATHSIG, DUMPABLE, CAPBSET_DROP, NO_NEW_PRIVS, SUBREAPER = 1, 4, 24, 38, 36
USER = 1000  # who a student is inside
NOBODY = 65534

libc = ctypes.CDLL(None, use_errno=True)


def check(result: int, what: str) -> None:
    """Raise what the C library refused."""
    if result:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def own_namespaces() -> None:
    """Give the next child its own process ids, mounts and System V objects."""
    check(libc.unshare(NEWPID | NEWNS | NEWIPC), "unshare")


def mount(source: str | None, place: str, kind: str | None, flags: int, facts: str = "") -> None:
    """Mount something."""
    words = [word.encode() if word else None for word in (source, place, kind)]
    check(libc.mount(*words, flags, facts.encode() or None), f"mount {place}")


def own_files(limits: Limits, kept: list[str]) -> int:
    """Mount an empty /tmp and /dev/shm and a read-only /proc; return the writable /proc.

    `kept` are folders below /tmp that stay: a Python that is installed there.
    """
    mount(None, "/", None, PRIVATE)
    space = f"size={limits.disk}m,nr_inodes=20k,mode=1777"
    folders = {path: os.open(path, os.O_PATH | os.O_DIRECTORY) for path in kept}
    mount("tmpfs", "/tmp", "tmpfs", NOSUID | NODEV, space)
    for path, number in folders.items():
        os.makedirs(path, exist_ok=True)
        mount(f"/proc/self/fd/{number}", path, None, BIND)
        os.close(number)
    mount("tmpfs", "/dev/shm", "tmpfs", NOSUID | NODEV | NOEXEC, space)
    mount("proc", "/proc", "proc", NOSUID | NODEV | NOEXEC)
    writable = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
    mount("/proc", "/proc", None, BIND)
    mount(None, "/proc", None, REMOUNT | BIND | RDONLY | NOSUID | NODEV | NOEXEC)
    return writable


def own_user(proc: int) -> None:
    """Become a user who exists in here alone and may do nothing."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        check(libc.prctl(DUMPABLE, 1, 0, 0, 0), "dumpable")
    user, group = os.getuid(), os.getgid()
    check(libc.unshare(NEWUSER), "unshare user")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{USER} {user} 1"),
        ("gid_map", f"{USER} {group} 1"),
    ):
        file = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
        os.write(file, text.encode())
        os.close(file)


def no_privileges() -> None:
    """Drop every capability for good."""
    for number in range(64):
        libc.prctl(CAPBSET_DROP, number, 0, 0, 0)  # fails beyond the last one
    head, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    check(libc.capset(head, nothing), "capset")
    check(libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


def limit_resources(limits: Limits, confined: bool) -> None:
    """Limit what one process may use; `keeper` counts what all of them use."""
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_FSIZE: limits.file * MB,
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_DATA: data_in_use() + limits.memory * MB,
    }
    if confined:  # outside, it would count every process of the teacher
        wanted[resource.RLIMIT_NPROC] = limits.processes
    for kind, value in wanted.items():
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def data_in_use() -> int:
    """Return the bytes of private memory that this process has now."""
    try:
        with open("/proc/self/status") as file:
            lines = dict(line.split(":", 1) for line in file if ":" in line)
        return int(lines["VmData"].split()[0]) * 1024
    except (OSError, KeyError):
        return 512 * MB


def confine(proc: int, limits: Limits) -> None:
    """Take everything away from this process that a student's code does not need."""
    own_user(proc)
    os.close(proc)
    limit_resources(limits, confined=True)
    no_privileges()
    check(libc.prctl(DEATHSIG, signal.SIGKILL, 0, 0, 0), "death signal")
    seccomp.install(libc)
