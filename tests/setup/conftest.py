"""A small tree that set-up can decide about, with a .venv that looks complete."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from setup_venv import LOCKS, Venv

PACKAGES = ("numpy", "numpy-2.4.6.dist-info", "rnnkit-0.1.0.dist-info")


def make_tree(root: Path) -> Path:
    """Write locks, a pyproject.toml and the real set-up scripts into a new folder."""
    scripts = Path(__file__).resolve().parents[2] / "requirements"
    shutil.copytree(scripts, root / "requirements", ignore=shutil.ignore_patterns("*.txt", "*.in"))
    for name in LOCKS:
        (root / "requirements" / f"{name}.txt").write_text(f"numpy==2.4.6  # {name}\n")
    (root / "pyproject.toml").write_text("[project]\nname = 'rnnkit'\n")
    return root


def make_venv(root: Path, lock: str) -> Venv:
    """Make what a complete set-up of a lock leaves behind."""
    venv = Venv(str(root))
    packages = Path(venv.packages)
    for name in PACKAGES:
        (packages / name).mkdir(parents=True)
    Path(venv.python).parent.mkdir()
    Path(venv.python).symlink_to(sys.executable)
    venv.write_stamp(lock, PACKAGES)
    return venv


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a tree without .venv; its name has a space and Hangul."""
    return make_tree(tmp_path / "작은 나무")
