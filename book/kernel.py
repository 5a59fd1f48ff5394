"""One environment for every kernel that runs the book: quiet, nobody's own settings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from book.cells import ROOT

OPTIONAL = ("torch",)  # tags of cells that need a package of this name, and are skipped without it

_PROFILE = """\
c.DisplayFormatter.active_types = ["text/plain", "text/html"]
c.HistoryManager.enabled = False
c.InteractiveShell.colors = "nocolor"
c.InteractiveShellApp.exec_PYTHONSTARTUP = False
"""
_QUIET = {
    "CUDA_VISIBLE_DEVICES": "-1",  # the same numbers with and without a graphics card
    "KERAS_BACKEND": "tensorflow",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",  # its kernels round the last digits differently
    "NO_COLOR": "1",
    "TERM": "dumb",
    "COLUMNS": "80",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
}


def environment(base: dict[str, str] | None = None) -> dict[str, str]:
    """Return environment variables for a kernel; writes the IPython profile that they name."""
    base = dict(os.environ if base is None else base)
    folder = ROOT / "_build" / "ipython"
    profile = folder / "profile_default" / "ipython_kernel_config.py"
    if not profile.exists() or profile.read_text(encoding="utf-8") != _PROFILE:
        profile.parent.mkdir(parents=True, exist_ok=True)
        temporary = profile.with_suffix(f".{os.getpid()}")
        temporary.write_text(_PROFILE, encoding="utf-8")
        temporary.replace(profile)  # two test workers may come here at once
    paths = [str(ROOT), *filter(None, [base.get("PYTHONPATH")])]
    return base | _QUIET | {"IPYTHONDIR": str(folder), "PYTHONPATH": os.pathsep.join(paths)}


def skipped(tags: Iterable[str]) -> str:
    """Return the package that a cell with these tags needs and that is missing here, or ""."""
    needed = (tag for tag in tags if tag in OPTIONAL)
    return next((name for name in needed if find_spec(name) is None), "")


def where(path: Path) -> str:
    """Return the working folder of a notebook's kernel."""
    return str(path.resolve().parent)
