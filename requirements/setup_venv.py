"""Fill .venv from a lock: ``setup_venv.py book|grade|test``. The Makefile's verbs begin with it.

When .venv is up to date this says nothing and needs no network. Standard library only, and written
so that Python 3.6 can read it: a Python that is too old gets a sentence, not a traceback.
"""

import hashlib
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOCKS = ("book", "grade", "test")  # each holds everything of those before it, in the same versions
OLDEST = (3, 11)


def python_tag():
    """Return what compiled packages depend on: implementation, version, processor."""
    return "-".join([sys.implementation.cache_tag, getattr(sys, "abiflags", ""), os.uname()[4]])


def digest(path):
    """Return the SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Venv:
    """The .venv of a tree, and the stamp that the last complete set-up left in it."""

    def __init__(self, root=ROOT):
        self.root = root
        self.folder = os.path.join(root, ".venv")
        self.python = os.path.join(self.folder, "bin", "python")
        version = "python{}.{}".format(*sys.version_info[:2])
        self.packages = os.path.join(self.folder, "lib", version, "site-packages")
        self.stamp = os.path.join(self.folder, "set-up.json")

    def lock(self, name):
        """Return the path of a lock."""
        return os.path.join(self.root, "requirements", name + ".txt")

    def wanted(self, name):
        """Return what the stamp of an up-to-date .venv says."""
        return {
            "lock": name,
            "digest": digest(self.lock(name)),
            "project": digest(os.path.join(self.root, "pyproject.toml")),
            "python": python_tag(),
            "place": os.path.realpath(self.folder),  # scripts in .venv name their folder
        }

    def read_stamp(self):
        """Return the stamp, or None when no set-up was completed."""
        try:
            with open(self.stamp, encoding="utf-8") as file:
                stamp = json.load(file)
        except (OSError, ValueError):
            return None
        return stamp if stamp.get("lock") in LOCKS else None

    def write_stamp(self, name, entries):
        """Say that .venv holds a lock, and which entries of site-packages belong to it."""
        text = json.dumps(dict(self.wanted(name), entries=sorted(entries)), indent=1)
        with open(self.stamp + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(self.stamp + ".new", self.stamp)

    def listing(self):
        """Return the names that stand in site-packages."""
        return set(os.listdir(self.packages)) if os.path.isdir(self.packages) else set()

    def fault(self, stamp):
        """Return (English, Korean) why .venv can't be built upon, or None."""
        if stamp is None:
            if not os.path.isdir(self.folder):
                return "first time", "처음"
            return "no complete set-up stands there", "끝까지 설치된 적이 없음"
        if stamp["python"] != python_tag() or not os.path.exists(self.python):
            return "it was made by another Python", "다른 파이썬으로 만들어짐"
        if stamp["place"] != os.path.realpath(self.folder):
            return "the folder was moved", "폴더가 옮겨짐"
        gone = sorted(set(stamp["entries"]) - self.listing())
        if gone:
            return f"{gone[0]} is missing", f"{gone[0]} 없음"
        return None

    def plan(self, name):
        """Decide what a verb needs: ("fresh" | "add" | "new", lock to install, why)."""
        stamp = self.read_stamp()
        held = stamp["lock"] if stamp else LOCKS[0]
        name = max(name, held, key=LOCKS.index)
        fault = self.fault(stamp)
        if fault:
            return "new", name, fault
        wanted = self.wanted(name)
        if any(stamp[key] != wanted[key] for key in wanted):
            return "add", name, ("the lock is another one", "잠금 파일이 다름")
        return "fresh", name, None


def main(arguments):
    """Set up; return the exit status."""
    if sys.version_info < OLDEST or os.name == "nt":
        from setup_messages import refusal, say

        return say(refusal())
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        sys.stderr.write("usage: setup_venv.py {}\n".format("|".join(LOCKS)))
        return 2
    venv = Venv()
    if venv.plan(arguments[0])[0] == "fresh":
        return 0
    from setup_install import install

    return install(venv, arguments[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
