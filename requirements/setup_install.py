"""Do what setup_venv.py decided: make .venv, install a lock and this tree's rnnkit, compile."""

import contextlib
import errno
import fcntl
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile

from setup_messages import SetupError, diagnose, say

# GB that installing takes at most, downloads included, and the time on a common machine
COSTS = {
    "book": (0.5, "half a minute", "30초쯤"),
    "grade": (0.7, "half a minute", "30초쯤"),
    "test": (3.5, "a minute or two", "1~2분쯤"),
}
# Settings of a user's pip that would lead packages away from .venv
MISLEADING = ("USER", "TARGET", "PREFIX", "ROOT", "CONSTRAINT", "REQUIREMENT", "DRY_RUN", "PYTHON")


def install(venv, name):
    """Bring .venv up to date with a lock; return the exit status."""
    log = venv.folder + ".log"
    try:
        with one_at_a_time(venv.folder + ".lock") as descriptor:
            kind, name, why = venv.plan(name)  # another set-up may have done it meanwhile
            if kind != "fresh":
                with open(log, "w", encoding="utf-8") as file:
                    Work(venv, name, file, descriptor).do(kind, why)
    except SetupError as error:
        return say(error, log if error.logged else None)
    except OSError as error:
        return say(from_system(error))
    except KeyboardInterrupt:
        return say(SetupError("interrupted"))
    return 0


def from_system(error):
    """Return what an error of the operating system means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError("disk_full", temp=tempfile.gettempdir())
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SetupError("permission", path=error.filename)
    return SetupError("failed", step="making .venv", last=error)


@contextlib.contextmanager
def one_at_a_time(path):
    """Hold a lock file, waiting for another set-up to end; yield its descriptor.

    pip inherits the descriptor, so that even a pip whose set-up was killed keeps others out.
    """
    with open(path, "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("set-up: waiting for another one / 다른 설치가 끝나기를 기다립니다", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:  # a file system without locks: go on unguarded
            pass
        yield file.fileno()


def check_room(folder, need):
    """Raise SetupError unless ``need`` GB are free."""
    free = shutil.disk_usage(folder).free / 1e9
    if free < need:
        raise SetupError("disk", folder=folder, free=free, need=need)


def check_venv_module():
    """Raise SetupError where a distribution split ``venv`` off Python."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SetupError("no_venv", version="{}.{}".format(*sys.version_info[:2]))


def environment():
    """Return the environment of pip: the user's, less what would lead packages elsewhere."""
    unwanted = {"PIP_" + name for name in MISLEADING}
    return {key: value for key, value in os.environ.items() if key not in unwanted}


def package_names(lock):
    """Return the names that a lock pins; some have a version for each Python."""
    with open(lock, encoding="utf-8") as file:
        return {plain(name) for name in re.findall(r"^([\w.-]+)==", file.read(), re.MULTILINE)}


def plain(name):
    """Return a package's name in its one normal spelling."""
    return re.sub(r"[-_.]+", "_", name).lower()


class Work:
    """One installation into .venv."""

    def __init__(self, venv, name, log, descriptor):
        self.venv, self.name, self.log, self.descriptor = venv, name, log, descriptor
        self.names = package_names(venv.lock(name))

    def do(self, kind, why):
        """Install; the stamp comes last, so that an unfinished set-up starts afresh next time."""
        old = self.venv.read_stamp() if kind == "add" else None
        self.announce(old, why)
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.venv.stamp)
        if not old:
            self.make()
        check_room(self.venv.folder, self.cost(old))
        ours, before = set(old["entries"]) if old else set(), self.venv.listing()
        lock = self.venv.lock(self.name)
        self.pip("--require-hashes", "--only-binary=:all:", "--requirement", lock)
        self.pip("--no-build-isolation", "--no-index", "--editable", self.venv.root)
        self.remove_leftovers(ours)
        self.compile()
        entries = {e for e in self.venv.listing() if e in ours or e not in before}
        self.venv.write_stamp(self.name, entries)

    def cost(self, old):
        """Return the GB that are still to come."""
        return COSTS[self.name][0] - (COSTS[old["lock"]][0] if old else 0)

    def announce(self, old, why):
        """Say what is about to happen, how large it is, how long it takes and why."""
        size, (time, time_ko) = self.cost(old), COSTS[self.name][1:]
        scale = f"up to {size:.1f} GB, {time}" if size else "some seconds"
        print(
            f"set-up: .venv for {self.name}, {len(self.names)} packages, {scale} ({why[0]})"
            f" / .venv를 설치합니다, {time_ko if size else '몇 초'} ({why[1]})",
            flush=True,
        )

    def make(self):
        """Make an empty .venv, with the Python that stands behind a .venv that runs this."""
        check_venv_module()
        python = getattr(sys, "_base_executable", None) or sys.executable
        folder = os.path.realpath(self.venv.folder)  # .venv may be a link to a larger disk
        self.run("venv", [python, "-I", "-m", "venv", "--clear", folder])

    def pip(self, *arguments):
        """Install with the pip of .venv; the lock is complete, so that no resolver is needed."""
        quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar=off"]
        self.run(
            "pip", [*self.pip_command("install"), "--no-deps", "--no-compile", *quiet, *arguments]
        )

    def pip_command(self, verb):
        """Return the start of a command line for the pip of .venv."""
        return [self.venv.python, "-I", "-m", "pip", verb]

    def remove_leftovers(self, ours):
        """Remove packages that an older lock brought and this one does not name."""
        found = {e.split("-")[0] for e in ours if e.endswith(".dist-info")}
        kept = {*self.names, "rnnkit", "pip", "setuptools", "wheel"}
        leftovers = sorted(name for name in found if plain(name) not in kept)
        if leftovers:
            self.run("pip", [*self.pip_command("uninstall"), "--yes", *leftovers])

    def compile(self):
        """Compile all modules now: the first import of TensorFlow is 13 s without, 5 s with."""
        command = [self.venv.python, "-I", "-m", "compileall", "-q", "-j", "0", self.venv.packages]
        self.run("compile", command, check=False)  # a package may ship a module for another Python

    def run(self, step, command, check=True):
        """Run a command, its words into the log; raise SetupError when it fails."""
        self.log.flush()
        begin = self.log.tell()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=environment(),
            cwd=self.venv.root,
            pass_fds=[self.descriptor],
        )
        self.follow(process.stdout)
        if process.wait() and check:
            self.log.flush()
            with open(self.log.name, encoding="utf-8") as file:
                file.seek(begin)
                raise diagnose(step, file.read())

    def follow(self, lines):
        """Copy a command's words into the log; on a terminal, count the packages."""
        count = 0
        for line in lines:
            self.log.write(line)
            if line.startswith("Collecting "):
                count += 1
                self.show(f"{count}/{len(self.names)} {line.split()[1].split('==')[0]}")
            elif line.startswith("Installing collected"):
                self.show("…")
        self.show("")

    def show(self, text):
        """Show a passing line on a terminal."""
        if sys.stdout.isatty():
            print(f"\r\033[K{text}", end="", flush=True)
