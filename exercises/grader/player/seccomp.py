"""A filter of system calls, assembled here: what a notebook never needs is refused with EPERM.

Written by hand because the alternative, libseccomp with bindings, is a compiled library that would
have to be there inside the sandbox; the filter is a list of numbers. Namespaces, capabilities and
limits do the main work; the filter takes away what faults of the kernel are reached through.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

# name: (x86_64, aarch64); None where the machine has no such call
REFUSED = {
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "pidfd_open": (434, 434),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    # mounts and namespaces
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # the kernel
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "syslog": (103, 116),
    "fanotify_init": (300, 262),
    "quotactl": (179, 60),
    "lookup_dcookie": (212, 18),
    "vmsplice": (278, 75),
    "modify_ldt": (154, None),
    "iopl": (172, None),
    "ioperm": (173, None),
    # the machine
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "personality": (135, 92),
    # memory that no limit counts
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7), "arm64": (1, 0xC00000B7)}
CLONE, CLONE3, SOCKET = (56, 220), (435, 435), (41, 198)
NAMESPACES = 0x7E020080  # CLONE_NEW*, CLONE_NEWNS and CLONE_NEWTIME
UNIX = 1
X32 = 0x40000000

LOAD, EQUAL, ABOVE, BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, DENY, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NUMBER, ARCHITECTURE, FIRST = 0, 4, 16  # places in struct seccomp_data


def instruction(code: int, yes: int, no: int, value: int) -> bytes:
    """Assemble one instruction; `yes` and `no` say how many to jump over."""
    return struct.pack("<HBBI", code, yes, no, value)


def program(machine: str) -> bytes:
    """Return the filter for a machine.

    Raises
    ------
    KeyError
        If the machine is neither x86_64 nor aarch64.
    """
    column, architecture = MACHINES[machine]
    refuse = instruction(RETURN, 0, 0, DENY | errno.EPERM)
    lines = [
        instruction(LOAD, 0, 0, ARCHITECTURE),
        instruction(EQUAL, 1, 0, architecture),
        instruction(RETURN, 0, 0, KILL),
        instruction(LOAD, 0, 0, NUMBER),
        instruction(ABOVE, 0, 1, X32),
        refuse,
        # clone3 hides its flags in memory: without it, C libraries use clone
        instruction(EQUAL, 0, 1, CLONE3[column]),
        instruction(RETURN, 0, 0, DENY | errno.ENOSYS),
        instruction(EQUAL, 0, 4, CLONE[column]),
        instruction(LOAD, 0, 0, FIRST),
        instruction(BITS, 0, 1, NAMESPACES),
        refuse,
        instruction(RETURN, 0, 0, ALLOW),
        instruction(EQUAL, 0, 4, SOCKET[column]),
        instruction(LOAD, 0, 0, FIRST),
        instruction(EQUAL, 1, 0, UNIX),
        refuse,
        instruction(RETURN, 0, 0, ALLOW),
    ]
    for numbers in REFUSED.values():
        if numbers[column] is not None:
            lines += [instruction(EQUAL, 0, 1, numbers[column]), refuse]
    return b"".join([*lines, instruction(RETURN, 0, 0, ALLOW)])


class Program(ctypes.Structure):
    """struct sock_fprog"""

    _fields_ = [("length", ctypes.c_ushort), ("lines", ctypes.c_char_p)]


def install(libc) -> None:
    """Put the filter over this process and its children; needs no_new_privs.

    Raises
    ------
    OSError
        If the kernel does not take it.
    """
    text = program(platform.machine())
    whole = Program(len(text) // 8, text)
    if libc.prctl(22, 2, ctypes.byref(whole), 0, 0):  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
        raise OSError(ctypes.get_errno(), "seccomp")
