"""Using up time, memory, disk, processes, output: it costs the case, and nobody else."""

from __future__ import annotations

from .case import group

case = group("exhausts", earns=0)
NOTHING = "\ndef double(x): return 0"


@case
def endless_loop():
    return "def double(x):\n    while True: pass"


@case
def endless_loop_in_a_cell():
    return "while True: pass"


@case
def endless_loop_that_catches_everything():
    return """
    def double(x):
        while True:
            try:
                while True: pass
            except BaseException: pass
    """


@case
def endless_cell_that_catches_everything():
    return """
    while True:
        try:
            while True: pass
        except BaseException: pass
    """


@case
def ignores_every_signal():
    return """
    import signal
    for number in range(1, 65):
        try: signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError): pass
    def double(x):
        while True: pass
    """


@case
def blocks_every_signal():
    return """
    import signal
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True: pass
    """


@case
def sleeps():
    return "import time\ndef double(x): time.sleep(10_000)"


@case
def waits_for_a_lock():
    return "import threading\ndef double(x): threading.Semaphore(0).acquire()"


@case
def computes_a_huge_power():
    """One instruction that no signal interrupts."""
    return "def double(x): return len(str(9 ** 9 ** 9))"


@case
def matches_a_catastrophic_expression():
    return "import re\ndef double(x): return re.match('(a+)+$', 'a' * 60 + 'b')"


@case
def forks_without_end():
    return "import os\nwhile True: os.fork()"


@case
def forks_without_end_in_a_test():
    return "import os\ndef double(x):\n    while True: os.fork()"


@case
def starts_threads_without_end():
    return """
    import threading, time
    def double(x):
        while True: threading.Thread(target=time.sleep, args=(1000,)).start()
    """


@case
def fills_the_memory():
    return "found = []\nwhile True: found.append(bytearray(50_000_000))"


@case
def fills_the_memory_in_a_test():
    return "def double(x):\n    found = []\n    while True: found.append(np.ones(10_000_000))"


@case
def fills_the_memory_with_children():
    return """
    import os, time
    for _ in range(20):
        if os.fork() == 0:
            data = bytearray(300_000_000)
            data[::4096] = b'1' * len(data[::4096])
            time.sleep(1000)
    time.sleep(1000)
    """


@case
def fills_the_memory_with_shared_pages():
    return """
    import mmap, time
    found = []
    while True:
        found.append(mmap.mmap(-1, 100_000_000))
        found[-1][::4096] = b'1' * len(found[-1][::4096])
    """


@case
def fills_the_disk():
    return """
    def double(x):
        for number in range(10_000):
            with open(f'/tmp/{number}', 'wb') as file: file.write(b'x' * 1_000_000)
    """


@case
def fills_the_disk_with_names():
    return "import os\nfor number in range(100_000): os.mkdir(f'/tmp/{number}')" + NOTHING


@case
def writes_one_huge_file():
    return "with open('huge', 'wb') as file: file.seek(10 ** 12); file.write(b'x')" + NOTHING


@case
def prints_without_end():
    return "while True: print('x' * 1000)"


@case
def prints_one_huge_line():
    return "print('x' * 300_000_000)" + NOTHING


@case
def displays_without_end():
    return "for _ in range(3000): display({'text/plain': 'x' * 100_000}, raw=True)" + NOTHING


@case
def prints_without_end_from_a_program():
    return "import os\nos.system('yes')"


@case
def recurses_without_end():
    return "import sys\nsys.setrecursionlimit(10 ** 9)\ndef double(x): return double(x)"


@case
def returns_a_huge_array():
    return "def double(x): return np.zeros((20_000, 20_000))"


@case
def returns_a_huge_number():
    return "def double(x): return 10 ** 1_000_000"


@case
def returns_a_deep_list():
    return """
    def double(x):
        found = []
        for _ in range(100_000): found = [found]
        return found
    """


@case
def returns_a_list_that_holds_itself():
    return "def double(x):\n    found = []\n    found.append(found)\n    return found"


@case
def returns_a_million_things():
    return "def double(x): return [{} for _ in range(1_000_000)]"


@case
def returns_an_endless_generator():
    return "import itertools\ndef double(x): return itertools.count()"


@case
def is_endless_wherever_it_is_touched():
    return """
    class Endless:
        def __len__(self): return 10 ** 15
        def __getitem__(self, key): return self
        def __iter__(self):
            while True: yield self
        def __bool__(self):
            while True: pass
    def double(x): return Endless()
    value = Endless()
    """


@case
def raises_a_huge_message():
    return "def double(x): raise ValueError('x' * 200_000_000)"


@case
def calls_the_stand_in_without_end():
    """The judge's function is called, and the judge is not held up."""
    return "def double(x): return 0\ndef total(xs):\n    while True: globals()['double'](1.0)"


@case
def calls_the_stand_in_with_huge_arrays():
    return """
    def double(x): return 0
    data = np.ones(7_000_000)
    def total(xs):
        while True: globals()['double'](data)
    """


@case
def leaves_children_that_sleep():
    return """
    import subprocess
    for _ in range(20): subprocess.Popen(['sleep', '1000'], start_new_session=True)
    def double(x): return 0
    """


@case
def leaves_a_daemon():
    return """
    import os, time
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True: time.sleep(1)
        os._exit(0)
    def double(x): return 0
    """


@case
def ends_its_process():
    return "import os\nos._exit(0)"


@case
def ends_its_process_again_and_again(notebook):
    from .assignment import WRONG, fill, scratch

    for key in ("value", "double", "total"):
        scratch(notebook, "import os\nos._exit(0)", behind=key)
    return fill(notebook, WRONG)


@case
def crashes():
    return "import ctypes\nctypes.string_at(0)"


@case
def aborts_in_a_test():
    return "import os\ndef double(x): os.abort()"


@case
def kills_everything_it_sees():
    return "import os\nos.kill(-1, 9)"


@case
def kills_its_parent():
    return """
    import os
    for process in (os.getppid(), 1):
        for number in (9, 15, 2, 19):
            try: os.kill(process, number)
            except OSError: pass
    def double(x): return 0
    """


@case
def stops_itself():
    return "import os, signal\ndef double(x): os.kill(os.getpid(), signal.SIGSTOP)"


@case
def opens_files_without_end():
    return "found = []\nwhile True: found.append(open('/dev/null'))"


@case
def resets_its_limits():
    return """
    import resource
    for kind in range(16):
        try: resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError) as error: pass
    found = []
    while True: found.append(bytearray(50_000_000))
    """
