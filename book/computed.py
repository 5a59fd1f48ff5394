"""Check the numbers of a chapter: each one that a reader sees was computed by one of its cells.

A number of the text is known if it stands in the code or in a stored output of its chapter, or in
an equation whose sides agree and one of whose sides is known already. Whole numbers below 10 are
everybody's. What others have counted (a version, a year, the number of an issue) is listed in its
cell: ``<!-- quoted: 3.15, 2024 -->``. Self-check questions have a test of their own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from book.anatomy import DISPLAY, INLINE_MATH, dissect
from book.arithmetic import agree, sides, value
from book.cells import Cell, display_name, read_page
from book.problems import Problem

_NUMBER = re.compile(r"(?<![A-Za-z\d_.])\d+(?:\.\d+)?(?![\d.]*[A-Za-z_\d])")
_PERCENT = re.compile(r"(?<![\d.])(\d+)\s?%")
_PLACE = re.compile(r"\d+장|\b[Cc]hapters? \d+")  # where something stands
_SHAPE = re.compile(r"\(\d+(?:,\s*\d+)*,?\)")
_QUOTED = re.compile(r"<!--\s*quoted:(.*?)-->", re.DOTALL)
_CHECK = re.compile(r"^:::\{check\}.*?^:::$", re.DOTALL | re.MULTILINE)


def is_computed(path: Path) -> bool:
    """Tell whether a page is a chapter or the page of exercises."""
    return path.suffix == ".ipynb" and re.match(r"\d\d-|exercises", path.name) is not None


def find_number_problems(path: Path) -> list[Problem]:
    """Return the numbers and shapes of a page that nothing computes, and the wrong sums."""
    if not is_computed(path):
        return []
    cells = read_page(path)
    computed = "\n".join(f"{c.source}\n{_printed(c)}" for c in cells if c.kind == "code")
    texts = [(cell, _CHECK.sub("", cell.source)) for cell in cells if cell.kind == "markdown"]
    chains = [(cell, chain) for cell, text in texts for chain in _chains(text)]
    known = _spread({_short(n) for n in _NUMBER.findall(computed)}, [c for _, c in chains])
    shapes = {_tight(shape) for shape in _SHAPE.findall(computed)}
    found = [_wrong_sum(path, cell, pair) for cell, chain in chains for pair in _unequal(chain)]
    for cell, text in texts:
        quoted = " ".join(_QUOTED.findall(text))
        own = known | {_short(number) for number in _NUMBER.findall(quoted)}
        found += [_unknown(path, cell, n) for n in _numbers(text) if not _is_known(n, own)]
        all_shapes = shapes | set(map(_tight, _SHAPE.findall(quoted)))
        found += [_unknown(path, cell, s) for s in _shapes(text) if _tight(s) not in all_shapes]
    return found


def _printed(cell: Cell) -> str:
    """Return what a cell shows, line by line."""
    pieces = []
    for output in cell.outputs:
        data = output.get("data", {})
        for part in (output.get("text", ""), output.get("evalue", ""), data.get("text/plain", "")):
            pieces.append(part if isinstance(part, str) else "".join(part))
    return "\n".join(pieces)


def _short(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else str(int(number))


def _tight(shape: str) -> str:
    return re.sub(r"\s", "", shape)


def _chains(text: str) -> list[list[str]]:
    found = [*DISPLAY.finditer(text), *INLINE_MATH.finditer(text)]
    return [chain for equation in found for chain in sides(equation["body"])]


def _unequal(chain: list[str]) -> list[tuple[str, str]]:
    return [pair for pair in pairwise(chain) if not agree(*pair)]


def _spread(known: set[str], chains: list[list[str]]) -> set[str]:
    """Add the numbers of equations that agree and have a side of known numbers."""
    waiting = [chain for chain in chains if not _unequal(chain)]
    while True:
        ready = [c for c in waiting if any(_all_known(side, known) for side in c)]
        if not ready:
            return known
        known |= {_short(n) for chain in ready for side in chain for n in _NUMBER.findall(side)}
        waiting = [chain for chain in waiting if chain not in ready]


def _all_known(side: str, known: set[str]) -> bool:
    return all(_is_known(number, known) for number in _NUMBER.findall(side))


def _is_known(number: str, known: set[str]) -> bool:
    if number.endswith("%"):
        percent = int(number[:-1])
        return any(round(100 * float(one)) == percent for one in known if "." in one)
    return _short(number) in known or ("." not in number and int(number) < 10)


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text: in prose, equations and code that is no fenced block."""
    parts = dissect(text)
    prose = _PLACE.sub("", "\n".join([*parts.headings, parts.prose]))
    found = [f"{n}%" for n in _PERCENT.findall(prose)]
    found += [
        n for n in _NUMBER.findall(_PERCENT.sub("", prose)) if not n.startswith("0") or "." in n
    ]
    found += [n for equation in parts.display + parts.inline for n in _NUMBER.findall(equation)]
    return found + [n for code in parts.codes for n in _NUMBER.findall(code) if "." in n]


def _shapes(text: str) -> list[str]:
    return [code for code in dissect(text).codes if _SHAPE.fullmatch(code)]


def _unknown(path: Path, cell: Cell, number: str) -> Problem:
    return Problem(
        display_name(path),
        cell.id,
        ("이 장의 어느 셀도 계산하지 않는 수입니다", "no cell of this chapter computes this"),
        number,
        "a number in the chapter's code or stored output",
        (
            "코드 셀에서 출력하거나 assert로 확인하세요.",
            "print it in a code cell, or assert it there.",
        ),
    )


def _wrong_sum(path: Path, cell: Cell, pair: tuple[str, str]) -> Problem:
    return Problem(
        display_name(path),
        cell.id,
        ("식의 양쪽이 다릅니다", "the two sides of an equation differ"),
        f"{pair[0].strip()} = {value(pair[0]):.4f}, {pair[1].strip()} = {value(pair[1]):.4f}",
        "two sides that agree",
        ("다시 계산하세요.", "compute it again."),
    )
