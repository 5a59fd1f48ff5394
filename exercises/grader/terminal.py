"""What the commands print."""

from __future__ import annotations

import os
from pathlib import Path


def say(text: str) -> None:
    """Print one line."""
    print(text, flush=True)


def shown(path: Path) -> str:
    """Return a path as a person would type it here."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
