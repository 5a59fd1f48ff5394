"""Write into the book where each mistake is taught and checked: ``python -m exercises.where``.

The page of mistakes is written by hand but for its cells ``mistakes-mNN-where``, which this makes
from the markers of the chapters and from the known mistakes of the assignments. The book itself
imports nothing from here.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from book.cells import LANGUAGES, ROOT, read_page, text_hash
from book.pages import text_pages
from exercises.mistakes import ASSIGNMENTS

PAGE = ROOT / "book" / "mistakes.md"
MARKER = re.compile(r"\[(M\d\d)\]\(#m\d\d\)")
PLACE = re.compile(r"^\((?P<label>[^()\s]+)\)=\n#+ (?P<heading>.+)$", re.MULTILINE)
MADE = re.compile(
    r'\+\+\+ \{[^\n]*"id": "mistakes-m\d\d-where-(?:ko|en)".*?(?=\n\+\+\+ |\Z)', re.DOTALL
)
ENTRY = re.compile(r'\+\+\+ \{[^\n]*"id": "mistakes-(m\d\d)-en".*?(?=\n\+\+\+ |\Z)', re.DOTALL)


def places(language: str) -> dict[str, list[tuple[str, str, str, bool]]]:
    """Return where the chapters speak of each mistake, in reading order.

    Returns
    -------
    dict
        ``{"M01": [(chapter's number, heading, label, it is a self-check question)]}``.
    """
    found: dict[str, list[tuple[str, str, str, bool]]] = {}
    for path in text_pages():
        if not re.match(r"\d\d-", path.name):
            continue
        place = None
        for cell in read_page(path):
            if cell.language != language:
                continue
            marks = [(m.start(), m) for m in PLACE.finditer(cell.source)]
            marks += [(m.start(), m) for m in MARKER.finditer(cell.source)]
            for _, mark in sorted(marks, key=lambda pair: pair[0]):
                if mark.re is PLACE:
                    place = mark
                    continue
                label = place["label"]
                spot = (path.name[:2].lstrip("0"), place["heading"], label, "-check" in label)
                if spot not in found.setdefault(mark[1], []):
                    found[mark[1]].append(spot)
    return found


def graded(code: str) -> dict[str, list[str]]:
    """Return the questions of each assignment whose known mistakes carry a code."""
    found = {}
    for assignment, questions in ASSIGNMENTS.items():
        names = [
            name
            for name, question in questions.items()
            if any(finding.code == code for _, finding in question.wrong_answers.values())
        ]
        if names:
            found[assignment] = names
    return found


def text_of(code: str, spots: list[tuple[str, str, str, bool]], language: str) -> str:
    """Return the two lines under a mistake in one language."""
    korean = language == "ko"
    chapter = "{}장" if korean else "chapter {}"
    taught = [
        f"[{chapter.format(number)}{' ' if korean else ', '}{heading}](#{label})"
        for number, heading, label, check in spots
        if not check
    ]
    own = " 스스로 확인하기" if korean else ", Check yourself"
    checked = [f"[{chapter.format(spot[0])}{own}](#{spot[2]})" for spot in spots if spot[3]]
    checked += [
        f"{'과제' if korean else 'assignment'} [{assignment}](#ex-assignment) "
        + ", ".join(f"`{name}`" for name in names)
        for assignment, names in graded(code).items()
    ]
    head = ("**다루는 곳**", "**확인하는 곳**") if korean else ("**Taught in**", "**Checked in**")
    lines = [f"- {head[0]} {', '.join(taught)}", f"- {head[1]} {'; '.join(checked)}"]
    return "\n".join(lines[: 1 + bool(checked)])


def with_places(page: str) -> str:
    """Return the page of mistakes with fresh ``where`` cells behind each entry."""
    spots = {language: places(language) for language in LANGUAGES}

    def cells(entry: re.Match) -> str:
        code = entry[1].upper()
        texts = {lang: text_of(code, spots[lang].get(code, []), lang) for lang in LANGUAGES}
        made = [entry[0].rstrip()]
        for language, other in (("ko", "en"), ("en", "ko")):
            name = f"mistakes-{entry[1]}-where-{language}"
            head = {"tags": [language], "id": name, "twin": text_hash(texts[other])}
            made.append(f"+++ {json.dumps(head, ensure_ascii=False)}\n\n{texts[language]}")
        return "\n\n".join(made) + "\n"

    return ENTRY.sub(cells, re.sub(r"\n{3,}", "\n\n", MADE.sub("", page)))


def main(page: Path = PAGE) -> int:
    """Renew the page; return the exit status."""
    old = page.read_text(encoding="utf-8")
    new = with_places(old)
    if new != old:
        page.write_text(new, encoding="utf-8", newline="\n")
    print(f"{page.name}: {'written / 저장' if new != old else 'unchanged / 그대로'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
