"""Reaching the host: files, links, sockets, the network, other processes, other students.

`{course}`, `{port}` and `{socket}` are put in by the test: the course's folder, a port and a socket
on which the test listens. Nothing of a case may arrive there.
"""

from __future__ import annotations

from .case import group

case = group("host", earns=0)
NOTHING = "\ndef double(x): return 0"


@case
def reads_secrets_of_the_machine():
    return """
    for place in ('/etc/shadow', '/etc/passwd', '/root/.ssh/id_rsa', '/root/.bash_history'):
        try: print(open(place).read())
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def reads_the_course():
    return """
    import glob
    for place in glob.glob('{course}/**', recursive=True): print(place, open(place).read())
    print(open('{course}/source/03-hostile/03-hostile.ipynb').read())
    def double(x): return 0
    """


@case
def reads_other_students():
    return "print(open('{course}/submitted/canary/03-hostile/03-hostile.ipynb').read())" + NOTHING


@case
def writes_into_the_course():
    return (
        """
    import os
    os.makedirs('{course}/autograded/me', exist_ok=True)
    open('{course}/written', 'w').write('x')
    open('{course}/gradebook.db', 'w').write('x')
    """
        + NOTHING
    )


@case
def writes_into_the_system():
    return """
    import os, sys
    for place in ('/usr/written', '/etc/written', '/written', sys.prefix + '/written',
                  os.path.dirname(np.__file__) + '/written.py', '/course/player/written.py'):
        try: open(place, 'w').write('x')
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def links_to_the_host():
    return (
        """
    import os
    os.symlink('{course}/gradebook.db', 'link')
    os.symlink('/etc/shadow', '/tmp/shadow')
    print(open('link').read())
    """
        + NOTHING
    )


@case
def leaves_a_pipe_that_blocks():
    return "import os\nos.mkfifo('pipe')\nopen('pipe').read()"


@case
def makes_a_device():
    return """
    import os, stat
    for kind in (stat.S_IFBLK, stat.S_IFCHR):
        try: os.mknod('/tmp/disk%d' % kind, 0o666 | kind, os.makedev(254, 0))
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def connects_to_the_machine():
    return """
    import socket
    for host in ('127.0.0.1', 'localhost', '::1', '0.0.0.0'):
        try: socket.create_connection((host, {port}), timeout=1).sendall(b'leaked')
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def sends_a_datagram():
    return (
        """
    import socket
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'leaked', ('127.0.0.1', {port}))
    """
        + NOTHING
    )


@case
def asks_a_name_server():
    return "import socket\nprint(socket.gethostbyname('example.org'))" + NOTHING


@case
def opens_a_raw_socket():
    return "import socket\nsocket.socket(socket.AF_PACKET, socket.SOCK_RAW)" + NOTHING


@case
def talks_to_the_kernel():
    return "import socket\nsocket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)" + NOTHING


@case
def connects_to_a_socket_file():
    return """
    import socket
    for place in ('{socket}', '/var/run/docker.sock', '/run/dbus/system_bus_socket'):
        try:
            line = socket.socket(socket.AF_UNIX)
            line.connect(place)
            line.sendall(b'leaked')
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def connects_to_an_abstract_socket():
    return (
        """
    import socket
    line = socket.socket(socket.AF_UNIX)
    line.connect('\\0hostile-{port}')
    line.sendall(b'leaked')
    """
        + NOTHING
    )


@case
def signals_the_grader():
    return """
    import os
    for process in range(2, 70_000):
        try: os.kill(process, 0); process in (os.getpid(), os.getppid()) or os.kill(process, 9)
        except OSError: pass
    def double(x): return 0
    """


@case
def traces_its_keeper():
    return """
    import ctypes
    libc = ctypes.CDLL(None)
    print([libc.ptrace(16, process, 0, 0) for process in (1, 2)])
    try: open('/proc/1/mem', 'r+b').seek(0)
    except OSError as error: print(error)
    def double(x): return 0
    """


@case
def follows_links_in_proc():
    return """
    import os
    for process in ('1', 'self'):
        for name in ('root', 'cwd', 'exe'):
            try: print(os.listdir(f'/proc/{process}/{name}/' + '{course}'))
            except OSError as error: print(error)
    def double(x): return 0
    """


@case
def mounts_and_makes_namespaces():
    return """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.unshare(0x10000000) == -1
    assert libc.mount(b'proc', b'/tmp', b'proc', 0, None) == -1
    assert libc.umount2(b'/proc', 2) == -1
    assert libc.chroot(b'/tmp') == -1
    def double(x): return 0
    """


@case
def becomes_root():
    return """
    import os, subprocess
    for change in (os.setuid, os.setgid):
        try: change(0)
        except OSError as error: print(error)
    subprocess.run('su -c id; sudo -n id; newgrp root', shell=True, timeout=1)
    def double(x): return 0
    """


@case
def changes_the_kernel():
    return """
    for name in ('kernel/core_pattern', 'vm/drop_caches', 'kernel/pid_max', 'kernel/hostname'):
        try: open('/proc/sys/' + name, 'w').write('|/tmp/x')
        except OSError as error: print(error)
    try: open('/proc/sysrq-trigger', 'w').write('b')
    except OSError as error: print(error)
    def double(x): return 0
    """


@case
def calls_what_nobody_needs():
    return """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    calls = dict(bpf=321, io_uring=425, keyctl=250, userfaultfd=323, perf=298, memfd=319)
    import platform
    if platform.machine() == 'x86_64':
        for name, number in calls.items():
            assert libc.syscall(number, 0, 0, 0, 0, 0) == -1 and ctypes.get_errno() == 1, name
    def double(x): return 0
    """


@case
def types_into_the_terminal():
    return """
    import fcntl, os, termios
    for place in ('/dev/tty', '/dev/pts/0', '/proc/self/fd/0'):
        try:
            terminal = os.open(place, os.O_RDWR)
            for letter in b'id': fcntl.ioctl(terminal, termios.TIOCSTI, bytes([letter]))
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def leaves_something_for_the_next():
    return """
    import os
    for place in ('/tmp/left', '/dev/shm/left', '/var/tmp/left', os.path.expanduser('~/left')):
        try: open(place, 'w').write('value = 8128')
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def looks_for_what_others_left():
    return """
    import os
    for place in ('/tmp', '/dev/shm', '/var/tmp', os.path.expanduser('~')):
        if os.path.isdir(place):
            print('found', place, [one for one in os.listdir(place) if 'left' in one])
    def double(x): return 0
    """


@case
def reads_the_machines_memory():
    return """
    for place in ('/dev/mem', '/dev/kmem', '/proc/kcore', '/dev/vda', '/dev/sda'):
        try: print(open(place, 'rb').read(10))
        except OSError as error: print(error)
    def double(x): return 0
    """


@case
def installs_a_package():
    return (
        """
    import subprocess, sys
    words = [sys.executable, '-m', 'pip', 'install', '--retries', '0', 'requests']
    subprocess.run(words, timeout=0.9)
    """
        + NOTHING
    )


@case
def uses_the_keyring_of_the_user():
    return """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.syscall(248, b'user', b'left', b'8128', 4, -3) == -1
    def double(x): return 0
    """


@case
def shares_memory_with_others():
    return """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.shmget(1234, 4096, 0o1666) == -1
    def double(x): return 0
    """
