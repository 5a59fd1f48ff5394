"""A chapter keeps the order that README.md describes, told by the slugs of its cells."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from book.anatomy import dissect
from book.cells import Cell, read_page
from book.pages import text_pages

PAGES = text_pages()
CHAPTERS = [page for page in PAGES if re.match(r"\d\d-", page.name)]
each_chapter = pytest.mark.parametrize("path", CHAPTERS, ids=[path.stem for path in CHAPTERS])

# slug -> what one of its cells must hold, and how that is seen
ORDER = {
    "title": ("a heading `# …`", lambda c: dissect(c.source).heading_levels[:1] == [1]),
    "question": ("a question mark", lambda c: "?" in c.source),
    "aims": ("a list of 2 to 4 aims", lambda c: 2 <= items(c) <= 4),
    "picture": ("a figure", lambda c: bool(dissect(c.source).figures)),
    "equation": ("a labelled equation", lambda c: any(dissect(c.source).equation_labels)),
    "code": ("tag scratch", lambda c: "scratch" in c.tags),
    "by-hand": ("anything", lambda c: True),
    "rnnkit": ("rnnkit", lambda c: "rnnkit" in c.source),
    "keras": ("tag keras", lambda c: "keras" in c.tags),
    "agree": ("an assertion", lambda c: has_assert(c.source)),
    "surprise": ("text", lambda c: c.kind == "markdown"),
    "now": ("a list", lambda c: items(c) > 0),
    "check": ("a question `:::{check} …`", lambda c: bool(dissect(c.source).checks)),
    "exercise": ("a link", lambda c: bool(dissect(c.source).links or dissect(c.source).roles)),
}


def prefix_of(path: Path) -> str:
    """Return the prefix of a page's cell ids: its name without the number."""
    return re.sub(r"^\d\d-", "", path.stem)


def slug_of(cell: Cell, prefix: str) -> str | None:
    """Return which slug of ORDER a cell belongs to: the longest that its id begins with."""
    rest = re.sub(r"-(ko|en)$", "", cell.id).removeprefix(f"{prefix}-")
    fitting = [slug for slug in ORDER if rest == slug or rest.startswith(f"{slug}-")]
    return max(fitting, key=len, default=None)


def items(cell: Cell) -> int:
    """Count the items of a cell's list (top level)."""
    return len(re.findall(r"^(?:[-*+]|\d+[.)])\s", cell.source, re.MULTILINE))


def has_assert(source: str) -> bool:
    calls = ("assert_allclose", "assert_array_equal", "assert_equal")
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return False
    return any(isinstance(node, ast.Assert) for node in nodes) or any(c in source for c in calls)


def code_lines(source: str) -> int:
    """Count lines of code: neither empty nor only a comment."""
    lines = (line.strip() for line in source.splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def order_faults(cells: list[Cell], prefix: str) -> list[str]:
    """Return what a chapter's order lacks, one line each."""
    first: dict[str, int] = {}
    faults = []
    for slug, (wanted, holds) in ORDER.items():
        own = [n for n, cell in enumerate(cells) if slug_of(cell, prefix) == slug]
        good = [n for n in own if holds(cells[n])]
        if not own:
            faults.append(f"no cell {prefix}-{slug}")
        elif not good:
            faults.append(f"{prefix}-{slug}: expected {wanted}")
        else:
            first[slug] = own[0]
    given = sorted(first, key=first.get)
    wanted_order = [slug for slug in ORDER if slug in first]
    swapped = [{"by-hand": "code", "code": "by-hand"}.get(slug, slug) for slug in wanted_order]
    if given not in (wanted_order, swapped):
        faults.append(f"order: given {given}, expected {wanted_order}")
    return faults + more_faults(cells, prefix)


def more_faults(cells: list[Cell], prefix: str) -> list[str]:
    """Aims come back as 'now you can'; from-scratch code is short; ids carry the prefix."""
    faults = []
    for language in ("ko", "en"):
        mine = [cell for cell in cells if cell.language == language]
        aims = sum(items(cell) for cell in mine if slug_of(cell, prefix) == "aims")
        now = sum(items(cell) for cell in mine if slug_of(cell, prefix) == "now")
        if aims != now:
            faults.append(f"{language}: {aims} aims, but {now} items of 'now you can'")
    for cell in cells:
        if "scratch" in cell.tags and (count := code_lines(cell.source)) > 8:
            faults.append(f"{cell.id}: {count} lines of from-scratch code, expected at most 8")
        if not cell.id.startswith(f"{prefix}-") or not re.fullmatch(r"[a-z0-9-]{1,64}", cell.id):
            faults.append(f"{cell.id}: expected an id {prefix}-…, letters a-z 0-9 -")
        for package, tag in (("keras", "keras"), ("tensorflow", "keras"), ("torch", "torch")):
            imports = re.search(rf"\b(import|from) {package}\b", cell.source)
            if cell.kind == "code" and imports and tag not in cell.tags:
                faults.append(f"{cell.id}: imports {package}, expected tag {tag}")
    return faults


@each_chapter
def test_order_of_a_chapter(path: Path) -> None:
    faults = order_faults(read_page(path), prefix_of(path))
    assert not faults, f"\n{path.name} (see book/README.md):\n" + "\n".join(faults)


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_ids_carry_their_page(path: Path) -> None:
    prefix = prefix_of(path)
    wrong = [c.id for c in read_page(path) if not c.id.startswith((f"{prefix}-", "block "))]
    assert not wrong, f"{path.name}: expected ids {prefix}-…, given {wrong}"


def complete() -> list[Cell]:
    """Return the cells of a chapter that lacks nothing."""

    def pair(slug: str, text: str) -> list[Cell]:
        return [Cell("markdown", text, f"x-{slug}-{tag}", (tag,)) for tag in ("ko", "en")]

    figure = ":::{figure} figures/a.ko.svg\n:alt: a\n:::"
    return [
        *pair("title", "# T"),
        *pair("question", "왜?"),
        *pair("aims", "- a\n- b"),
        *pair("picture", figure),
        *pair("equation", "$$h$$ (eq-h)"),
        Cell("code", "h = 1\n# why\n", "x-code", ("scratch",)),
        *pair("by-hand", "1"),
        Cell("code", "import rnnkit", "x-rnnkit"),
        Cell("code", "import keras", "x-keras", ("keras",)),
        Cell("code", "assert h == 1", "x-agree"),
        *pair("surprise", "!"),
        *pair("now", "- a\n- b"),
        *pair("check", ":::{check} choice\n1?\n- [x] a\n  b\n- [ ] c\n  d\n:::"),
        *pair("exercise", "[x](exercises.ipynb)"),
    ]


def test_a_complete_chapter_has_no_faults() -> None:
    assert not order_faults(complete(), "x")


@pytest.mark.parametrize("slug", ORDER)
def test_each_missing_part_is_named(slug: str) -> None:
    cells = [cell for cell in complete() if slug_of(cell, "x") != slug]
    assert f"no cell x-{slug}" in order_faults(cells, "x")


@pytest.mark.parametrize("slug", [slug for slug in ORDER if slug not in ("by-hand", "surprise")])
def test_each_empty_part_is_named(slug: str) -> None:
    cells = complete()
    for cell in cells:
        if slug_of(cell, "x") == slug:
            cell.source, cell.tags = "pass", tuple(t for t in cell.tags if t in ("ko", "en"))
    assert any(fault.startswith(f"x-{slug}: expected") for fault in order_faults(cells, "x"))


def test_wrong_order_long_code_and_lost_aims_are_named() -> None:
    cells = complete()
    cells.insert(2, cells.pop())
    assert any(fault.startswith("order: ") for fault in order_faults(cells, "x"))
    cells = complete()
    next(c for c in cells if c.id == "x-code").source = "h = 1\n" * 9
    assert "x-code: 9 lines of from-scratch code, expected at most 8" in order_faults(cells, "x")
    cells = complete()
    next(c for c in cells if c.id == "x-now-en").source = "- a"
    assert "en: 2 aims, but 1 items of 'now you can'" in order_faults(cells, "x")


def test_a_package_that_is_not_always_there_is_named_by_a_tag() -> None:
    cells = [*complete(), Cell("code", "from torch import nn", "x-peer", ("keras",))]
    assert "x-peer: imports torch, expected tag torch" in order_faults(cells, "x")
