"""Set-up installs for real: small packages from a folder, no network."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import setup_install
from setup_venv import Venv

from tests.setup.conftest import make_tree

pytestmark = pytest.mark.slow

# The build backend of the small tree: an editable install that is one .pth file.
BACKEND = """
import os, sys
sys.path.insert(0, os.path.join(os.getcwd(), "requirements"))
from wheels import write_wheel

def build_editable(folder, config_settings=None, metadata_directory=None):
    return write_wheel(folder, "rnnkit", "0.1.0", {"rnnkit.pth": os.getcwd()})[0]
"""
WHEELS = Path(__file__).with_name("wheels.py")


class Tree:
    """A small tree with its own shelf of packages."""

    def __init__(self, root: Path) -> None:
        from tests.setup.wheels import write_wheel

        self.root = make_tree(root)
        self.shelf = root.parent / "shelf"
        self.shelf.mkdir()
        self.pins = {
            name: write_wheel(str(self.shelf), name, "1.0", {f"{name}.py": "X = 1\n"})
            for name in ("one_cell", "two_cells")
        }
        (self.root / "requirements" / "wheels.py").write_text(WHEELS.read_text())
        (self.root / "tiny_backend.py").write_text(BACKEND)
        (self.root / "pyproject.toml").write_text(
            "[build-system]\nrequires = []\nbuild-backend = 'tiny_backend'\nbackend-path = ['.']\n"
            "[project]\nname = 'rnnkit'\nversion = '0.1.0'\n"
        )
        self.write_lock("book", "one_cell")
        self.write_lock("grade", "one_cell")
        self.write_lock("test", "one_cell", "two_cells")

    def write_lock(self, lock: str, *names: str) -> None:
        lines = [f"{name}==1.0 --hash=sha256:{self.pins[name][1]}\n" for name in names]
        (self.root / "requirements" / f"{lock}.txt").write_text("".join(lines))

    def start(self, lock: str) -> subprocess.Popen:
        environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf)}
        return subprocess.Popen(
            [sys.executable, "-ES", self.root / "requirements" / "setup_venv.py", lock],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**environment, "PYTHONUTF8": "1"},
        )

    def set_up(self, lock: str) -> tuple[int, str, str]:
        process = self.start(lock)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def has(self, name: str) -> bool:
        code = f"import {name}; assert {name}.X == 1"
        python = self.root / ".venv" / "bin" / "python"
        return not subprocess.run([python, "-I", "-c", code], capture_output=True).returncode


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "작은 나무")


def test_it_grows_shrinks_and_moves(tree: Tree) -> None:
    code, out, err = tree.set_up("book")
    assert code == 0, err
    assert out.startswith("set-up: .venv for book, 1 packages, up to 0.5 GB")
    assert tree.has("one_cell")
    assert not tree.has("two_cells")
    assert tree.set_up("grade")[1].count("\n") == 1
    assert tree.set_up("test")[0] == 0
    packages = Path(Venv(str(tree.root)).packages)
    assert list((packages / "__pycache__").glob("two_cells*.pyc")), "compiled before any import"
    assert tree.has("two_cells")
    assert (packages / "rnnkit.pth").read_text() == str(tree.root)
    assert tree.set_up("book") == (0, "", "")

    tree.write_lock("test", "two_cells")
    assert tree.set_up("test")[0] == 0
    assert not tree.has("one_cell"), "what the lock no longer names is gone"

    tree.root = tree.root.rename(tree.root.parent / "moved")
    code, out, _ = tree.set_up("book")
    assert (code, "the folder was moved" in out) == (0, True)
    assert (Path(Venv(str(tree.root)).packages) / "rnnkit.pth").read_text() == str(tree.root)


def test_a_wrong_hash_is_refused(tree: Tree) -> None:
    assert tree.set_up("book")[0] == 0
    lock = tree.root / "requirements" / "test.txt"
    right = lock.read_text()
    lock.write_text(re.sub("[0-9a-f]{64}", "0" * 64, right))
    code, _, err = tree.set_up("test")
    assert (code, err.count("\n")) == (1, 1)
    assert "not the one that the lock names (two_cells==1.0)" in err.replace("-", "_")
    assert str(tree.root / ".venv.log") in err
    assert not Path(Venv(str(tree.root)).stamp).exists(), "half installed is not installed"

    lock.write_text(re.sub(" --hash=.*", "", right))
    code, _, err = tree.set_up("test")
    assert (code, err.count("\n")) == (1, 1), "a lock without hashes"


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} did not appear"
        time.sleep(0.01)


def test_killed_interrupted_and_two_at_once(tree: Tree) -> None:
    killed = tree.start("test")
    wait_for(tree.root / ".venv" / "lib")  # venv is copying pip
    killed.kill()
    killed.communicate(timeout=60)

    interrupted = tree.start("test")
    assert interrupted.stdout.readline().startswith("set-up:")
    interrupted.send_signal(signal.SIGINT)
    err = interrupted.communicate(timeout=60)[1]
    assert (interrupted.returncode, err.count("\n")) == (1, 1)
    assert err.startswith("set-up: interrupted; run the same command again")

    first, second = tree.start("book"), tree.start("test")
    words = [*first.communicate(timeout=120), *second.communicate(timeout=120)]
    assert (first.returncode, second.returncode) == (0, 0), words
    assert "waiting for another one" in words[0] + words[2]
    assert tree.has("two_cells")
    assert tree.set_up("test") == (0, "", "")


def test_an_orphan_keeps_others_out(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    holder = f"""
import os, subprocess, sys
sys.path.insert(0, {str(Path(setup_install.__file__).parent)!r})
import setup_install
with setup_install.one_at_a_time({str(lock)!r}) as descriptor:
    subprocess.Popen(["sleep", "1.5"], pass_fds=[descriptor])
    os._exit(9)
"""
    began = time.monotonic()
    assert subprocess.run([sys.executable, "-c", holder]).returncode == 9
    with setup_install.one_at_a_time(str(lock)):
        assert time.monotonic() - began > 1.4
