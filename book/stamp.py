"""Renew the stamps of a page after a person has read both twins: ``stamp.py CHAPTER``.

``stamp.py --check [CHAPTER]`` only reports. Nothing is written while any other problem stands,
because a fresh stamp would hide it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from book.cells import (
    break_metadata,
    cells_of_notebook,
    display_name,
    read_page,
    split_blocks,
    text_hash,
    write_notebook,
)
from book.computed import find_number_problems
from book.normal_form import normal_notebook
from book.pages import find_page, pages_in_order, text_pages
from book.problems import Problem, report
from book.twins import find_problems, pairs
from book.words import find_word_problems, first_mentions, read_glossary


def check(pages: list[Path]) -> list[Problem]:
    """Return all twin and word problems of some pages, and of first mentions in them."""
    glossary = read_glossary()
    names = {display_name(path) for path in pages}
    found = [
        problem
        for path in pages
        for problem in (
            *find_problems(path),
            *find_word_problems(path, glossary),
            *find_number_problems(path),
        )
    ]
    return found + [p for p in first_mentions(pages_in_order(), glossary) if p.file in names]


def fresh_stamps(path: Path) -> dict[str, str]:
    """Return the stamp that each twin's cell id should carry now."""
    stamps = {}
    for ko, en in pairs(read_page(path)):
        stamps[ko.id], stamps[en.id] = text_hash(en.source), text_hash(ko.source)
    return stamps


def renew(path: Path) -> list[str]:
    """Write fresh stamps into a page and return the ids of the cells that changed."""
    old = {cell.id: cell.twin for cell in read_page(path)}
    stamps = fresh_stamps(path)
    changed = [name for name, stamp in stamps.items() if old[name] != stamp]
    if not changed:
        return []
    if path.suffix == ".ipynb":
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell, known in zip(notebook["cells"], cells_of_notebook(notebook), strict=True):
            if known.id in stamps:
                cell["metadata"]["twin"] = stamps[known.id]
        write_notebook(path, normal_notebook(notebook))
    else:
        path.write_text(_stamped_markdown(path, stamps), encoding="utf-8", newline="\n")
    return changed


def _stamped_markdown(path: Path, stamps: dict[str, str]) -> str:
    pieces = []
    for head, source in split_blocks(path.read_text(encoding="utf-8")):
        meta = break_metadata(head, display_name(path))
        if meta.get("id") in stamps:
            head = "+++ " + json.dumps({**meta, "twin": stamps[meta["id"]]}, ensure_ascii=False)
        pieces.append(source if head is None else f"{head}\n{source}")
    return "".join(pieces)


def show_stale(path: Path, problems: list[Problem]) -> None:
    """Print, for each stale stamp, the text that its reader must have read."""
    texts = {cell.id: cell.source for cell in read_page(path)}
    partner = {ko.id: en.id for ko, en in pairs(read_page(path))}
    partner |= {en: ko for ko, en in partner.items()}
    for problem in problems:
        other = partner[problem.cell]
        print(f"--- {problem.cell}: {problem.what[0]} / {problem.what[1]}\n    [{other}]")
        print("\n".join(f"    | {line}" for line in texts[other].rstrip().splitlines()))


def stamp(path: Path) -> int:
    """Stamp one page; return the exit status."""
    problems = check([path])
    others = [problem for problem in problems if not problem.stale]
    if others:
        print(report(others))
        print(f"{display_name(path)}: nothing stamped / 도장을 찍지 않았습니다.")
        return 1
    show_stale(path, problems)
    changed = renew(path)
    print(f"{display_name(path)}: {len(changed)} stamp(s) renewed / 도장 {len(changed)}개 갱신")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 is well, 1 means something is left to do, 2 a wrong call."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("chapter", nargs="?", help="e.g. 03-batching")
    parser.add_argument("--check", action="store_true", help="report only, write nothing")
    options = parser.parse_args(arguments)
    try:
        if options.check:
            pages = [find_page(options.chapter)] if options.chapter else text_pages()
            problems = check(pages)
            print(report(problems) or f"{len(pages)} page(s): twins agree / 쌍둥이가 맞습니다.")
            return 1 if problems else 0
        if not options.chapter:
            print("CHAPTER is missing / CHAPTER가 없습니다:  make stamp CHAPTER=03-batching")
            return 2
        return stamp(find_page(options.chapter))
    except (LookupError, ValueError) as error:
        print(error.args[0])
        return 2


if __name__ == "__main__":
    sys.exit(main())
