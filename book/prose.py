"""How Korean prose ends its sentences (합니다체), and English words that stand in it for a term.

Headings and alternative texts are notes, not sentences: they may end as they like.
"""

from __future__ import annotations

import re
from pathlib import Path

from book.anatomy import IMAGE, dissect
from book.cells import Cell, display_name, has_hangul
from book.problems import Problem

_ALT = re.compile(r"^\s*:alt:.*$", re.MULTILINE)
_END = r"(?=[.!?…”\"')\]*]*(?:\s|$))"
# 한다. and 이다. are the plain style; 니다. and 시다. are 합니다체.
_PLAIN = re.compile(rf"\S*(?<![니시])다(?=[.!?])[.!?]{_END}")
_SPOKEN = re.compile(rf"\S*(?:[아어여해에예네죠지군]요|이야|구나)(?=[.!?])[.!?]{_END}")
_REQUEST = re.compile(r"(?:세요|까요|나요|가요)[.!?]+$")
_NOUNS = ("필요.", "중요.", "바다.", "판다.")


def find_prose_problems(path: Path, cell: Cell, glossary: dict[str, dict]) -> list[Problem]:
    """Return sentences of another register, and English words that have a Korean one."""
    if cell.language != "ko" or not has_hangul(cell.source):
        return []
    prose = dissect(IMAGE.sub("", _ALT.sub("", cell.source))).prose
    found = [_register(path, cell, end) for end in other_endings(prose)]
    return found + [_english(path, cell, *pair) for pair in english_terms(prose, glossary)]


def other_endings(prose: str) -> list[str]:
    """Return the last words of sentences that are not in 합니다체."""
    ends = [m[0] for pattern in (_PLAIN, _SPOKEN) for m in pattern.finditer(prose)]
    return [end for end in ends if end not in _NOUNS and not _REQUEST.search(end)]


def english_terms(prose: str, glossary: dict[str, dict]) -> list[tuple[str, str]]:
    """Return (English word, Korean term) where a term is said in English outside brackets."""
    terms = {
        str(entry["en"]).lower(): str(entry["ko"])
        for entry in glossary.values()
        if has_hangul(str(entry["ko"])) and not has_hangul(str(entry["en"]))
    }
    if not terms:
        return []
    words = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.-])({words})(?:s|es)?(?![A-Za-z\d_-])", re.IGNORECASE)
    bare = re.sub(r"\([^()]*\)", " ", prose)
    return [(match[0], terms[match[1].lower()]) for match in pattern.finditer(bare)]


def _register(path: Path, cell: Cell, end: str) -> Problem:
    return Problem(
        display_name(path),
        cell.id,
        ("문장이 합니다체로 끝나지 않습니다", "a sentence does not end in 합니다체"),
        end,
        "…니다, …까요?, …세요",
        ("합니다체로 고치세요.", "write it in 합니다체."),
    )


def _english(path: Path, cell: Cell, word: str, term: str) -> Problem:
    return Problem(
        display_name(path),
        cell.id,
        ("한국어 용어가 있는 말을 영어로 썼습니다", "an English word that has a Korean term"),
        word,
        term,
        (
            f"`{term}`으로 쓰고, 처음이면 괄호에 영어를 더하세요.",
            f"write `{term}`; at its first mention with the English in brackets.",
        ),
    )
