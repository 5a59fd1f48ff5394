"""Run chapters and store their text outputs: ``run.py [CHAPTER …]``, without names all of them.

``run.py --tidy [CHAPTER …]`` only brings notebooks into their normal form, and runs nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from book.cells import Cell, cells_of_notebook, display_name, joined, write_notebook
from book.kernel import environment, skipped, where
from book.normal_form import ANSI, normal_notebook
from book.outputs import output_faults
from book.pages import find_page, text_pages

_LEFT_OUT = "left-out"  # marks, while a chapter runs, cells that keep the output they have
_TENSORFLOW_LOG = re.compile(r"WARNING: All log messages before absl|[IW]\d{4} ")


def execute(path: Path) -> dict:
    """Run a notebook in a fresh kernel of this Python and return it with its outputs.

    Cells whose optional package is missing keep the outputs that they have.

    Raises
    ------
    RuntimeError
        If a cell fails that is not tagged ``raises-exception``; the message names the cell.
    """
    import nbformat
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    spec = KernelSpec(
        argv=[
            sys.executable,
            "-m",
            "ipykernel_launcher",
            "-f",
            "{connection_file}",
            "--log-level=40",
        ],
        display_name="Python 3",
        language="python",
        env=environment(),
    )

    class OwnKernel(AsyncKernelManager):
        """The kernel of this very Python, whatever kernels the machine has."""

        kernel_spec = property(lambda self: spec)

    notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    for cell in notebook.cells:
        if skipped(cell.metadata.get("tags", ())):
            cell.metadata.tags.append(_LEFT_OUT)
    client = NotebookClient(
        notebook,
        timeout=600,
        skip_cells_with_tag=_LEFT_OUT,
        kernel_manager_class=OwnKernel,
        resources={"metadata": {"path": where(path)}},
    )
    try:
        client.execute(stderr=subprocess.DEVNULL)
    except CellExecutionError as error:
        cell = next(c for c in reversed(notebook.cells) if c.get("outputs"))
        failed = ANSI.sub("", str(error)).strip().splitlines()[-1]
        raise RuntimeError(f"{display_name(path)}, cell {cell.id}: {failed}") from None
    for cell in notebook.cells:
        if _LEFT_OUT in cell.metadata.get("tags", ()):
            cell.metadata.tags.remove(_LEFT_OUT)
    return json.loads(nbformat.writes(notebook))


def written_to_stderr(cell: Cell) -> str:
    """Return what a cell wrote to stderr, without the log lines that TensorFlow cannot hold."""
    streams = [output for output in cell.outputs if output.get("name") == "stderr"]
    lines = "".join(joined(output["text"]) for output in streams).splitlines()
    return "\n".join(line for line in lines if line.strip() and not _TENSORFLOW_LOG.match(line))


def complain(path: Path, executed: dict) -> list[str]:
    """Return what an author must know about the fresh outputs, one line each."""
    found = []
    for cell in cells_of_notebook(executed):
        text = written_to_stderr(cell)
        if text and "stderr-ok" not in cell.tags:
            found.append(
                f"{cell.id}: writes to stderr ({text[:80]!r}); remove the cause, or tag it "
                "stderr-ok / 표준 오류에 씁니다. 원인을 없애거나 stderr-ok 태그를 붙이세요"
            )
        for output in cell.outputs:
            if any(kind.startswith("image/") for kind in output.get("data", {})):
                found.append(
                    f"{cell.id}: shows a picture, which is not stored; draw it in book/figures "
                    "/ 그림은 저장하지 않습니다. book/figures에 그리세요"
                )
    for cell in cells_of_notebook(normal_notebook(executed)):
        found += [f"{cell.id}: {fault}" for fault in output_faults(cell) if cell.kind == "code"]
    return [f"{display_name(path)}, cell {line}" for line in found]


def run(path: Path, tidy: bool) -> int:
    """Run (or only tidy) one chapter; return the number of complaints."""
    began = time.monotonic()
    old = json.loads(path.read_text(encoding="utf-8"))
    silent = not any(cell["cell_type"] == "code" for cell in old["cells"])
    new = old if tidy or silent else execute(path)
    complaints = complain(path, new)
    changed = write_notebook(path, normal_notebook(new))
    state = "written / 저장" if changed else "unchanged / 그대로"
    print(f"{display_name(path)}: {state} ({time.monotonic() - began:.1f} s)")
    for line in complaints:
        print(line)
    return len(complaints)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 is well, 1 means that something needs an author, 2 a wrong call."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("chapters", nargs="*", help="e.g. 03-batching")
    parser.add_argument("--tidy", action="store_true", help="only the form, run nothing")
    options = parser.parse_args(arguments)
    try:
        pages = [find_page(name) for name in options.chapters] or text_pages()
    except LookupError as error:
        print(error.args[0])
        return 2
    found = 0
    for path in (page for page in pages if page.suffix == ".ipynb"):
        try:
            found += run(path, options.tidy)
        except (RuntimeError, ValueError) as error:
            print(f"{error}\nnothing written / 저장하지 않았습니다.")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
