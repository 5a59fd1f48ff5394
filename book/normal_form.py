"""The one form that a notebook of the book has on disk, so that running twice changes nothing.

Kept: text, code, ids, tags, stamps, text outputs. Dropped: execution counts, pictures, colours,
machine metadata, tracebacks (they name folders).
"""

from __future__ import annotations

import re

from book.cells import joined
from book.outputs import is_kept

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def normal_notebook(notebook: dict) -> dict:
    """Return a notebook in its normal form; the argument is left as it is."""
    return {
        "cells": [_normal_cell(cell) for cell in notebook["cells"]],
        "metadata": METADATA,
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _normal_cell(cell: dict) -> dict:
    metadata = cell.get("metadata", {})
    normal = {
        "cell_type": cell["cell_type"],
        "id": cell["id"],
        "metadata": {key: metadata[key] for key in ("tags", "twin") if metadata.get(key)},
        "source": _lines(joined(cell["source"]).rstrip()),
    }
    if cell["cell_type"] == "code":
        normal["execution_count"] = None
        normal["outputs"] = normal_outputs(cell.get("outputs", []))
    return normal


def normal_outputs(outputs: list[dict]) -> list[dict]:
    """Return a cell's outputs in normal form: adjoining prints joined, text only."""
    normal: list[dict] = []
    for output in outputs:
        kind = output["output_type"]
        if kind == "stream":
            _add_print(normal, output)
        elif kind == "error":
            normal.append(_plain_error(output))
        elif data := {k: _text(v) for k, v in output.get("data", {}).items() if is_kept(k, v)}:
            normal.append({"data": data, "metadata": {}, "output_type": kind})
            if kind == "execute_result":
                normal[-1]["execution_count"] = None
    return normal


def _add_print(normal: list[dict], output: dict) -> None:
    """Add what was printed; what went to stderr belongs to the machine and is dropped."""
    if output["name"] != "stdout":
        return
    text = "".join(_text(output["text"]))
    if normal and normal[-1]["output_type"] == "stream":
        text = "".join(normal.pop()["text"]) + text
    normal.append({"name": "stdout", "output_type": "stream", "text": _lines(text)})


def _plain_error(output: dict) -> dict:
    name, value = output["ename"], ANSI.sub("", output["evalue"])
    return {
        "ename": name,
        "evalue": value,
        "output_type": "error",
        "traceback": [f"{name}: {value}"],
    }


def _text(value: str | list[str]) -> list[str]:
    return _lines(ANSI.sub("", joined(value)))


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
