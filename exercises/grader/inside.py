"""What a student's code may import of the course: rnnkit without the withheld names, or nothing."""

from __future__ import annotations

import ast
import importlib
import shutil
import tempfile
from pathlib import Path

from .anatomy import regions
from .judge.names import modules

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = "raise TypeError('withheld: write it yourself / 직접 쓰세요')"


def released(source: str) -> str:
    """Return what a student gets of a cell."""
    return "\n".join(regions(source)[""])


def rnnkit_for(shown: list[str], withheld: tuple[str, ...]) -> Path | None:
    """Copy rnnkit for the sandbox if the released cells import it.

    Parameters
    ----------
    shown : list of str
        The released cells.
    withheld : tuple of str
        Names such as ``"LSTM"`` or ``"steps.lstm_step"``: their code is taken out of the copy, so
        that there is nothing to find behind a name.

    Returns
    -------
    Path or None
        A folder with the package, for the caller to delete.
    """
    if not any(name.partition(".")[0] == "rnnkit" for name in modules(shown)):
        return None
    folder = Path(tempfile.mkdtemp(prefix="rnnkit-"))
    ignored = shutil.ignore_patterns("__pycache__", "README.md")
    shutil.copytree(ROOT / "rnnkit", folder / "rnnkit", ignore=ignored)
    for name in withheld:
        path, last = home_of(name)
        take_out(folder / path.relative_to(ROOT), last)
    folder.chmod(0o755)
    return folder


def home_of(name: str) -> tuple[Path, str]:
    """Return the file in which a public name of rnnkit is written, and its name there."""
    module, _, last = f"rnnkit.{name}".rpartition(".")
    real = getattr(importlib.import_module(module), last)
    home = importlib.import_module(getattr(real, "__module__", module))
    return Path(home.__file__), getattr(real, "__name__", last)


def take_out(path: Path, name: str) -> None:
    """Leave nothing of a function or class but its name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if getattr(node, "name", "") != name:
            continue
        if isinstance(node, ast.ClassDef):
            node.bases, node.keywords, node.decorator_list = [], [], []
            node.body = ast.parse(f"def __init__(self, *_, **__):\n    {TEXT}").body
        else:
            node.decorator_list, node.body = [], ast.parse(TEXT).body
    path.write_text(ast.unparse(tree), encoding="utf-8")
