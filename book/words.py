"""Check the words of a page: one language per twin, the glossary's terms, code that is silent.

``glossary.yml`` maps an id to ``{en: …, ko: …, say_ko: …, say_en: …}`` and, where it must be,
``avoid``, ``gloss: false`` and ``but``; see README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from book.anatomy import dissect, masked
from book.cells import ROOT, Cell, display_name, hangul_in, has_hangul, read_page
from book.problems import Problem
from book.prose import find_prose_problems

GLOSSARY = ROOT / "book" / "glossary.yml"
KEYS = ("en", "ko", "avoid", "gloss", "say_ko", "say_en", "but")
_ATTACHED = r"(?<![가-힣])"  # a term inside a longer Korean word is another word


def read_glossary(path: Path = GLOSSARY) -> dict[str, dict]:
    """Read the glossary; an absent file is an empty glossary."""
    if not path.exists():
        return {}
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {}


def glossary_faults(glossary: dict[str, dict]) -> list[str]:
    """Return what is wrong with the glossary's own shape, one line each."""
    faults, seen = [], {}
    for name, entry in glossary.items():
        if not isinstance(entry, dict) or not {"en", "ko"} <= set(entry):
            faults.append(f"{name}: given {entry!r}, expected {{en: …, ko: …}}")
            continue
        if unknown := set(entry) - set(KEYS):
            faults.append(f"{name}: unknown keys {sorted(unknown)}; {', '.join(KEYS)} exist")
        said = [entry.get(f"say_{language}", "") for language in ("ko", "en")]
        right = has_hangul(said[0]) and said[1] and not has_hangul(said[1])
        if not right and (any(said) or entry.get("gloss", True)):
            faults.append(f"{name}: expected one sentence each in say_ko and say_en; make pages")
        if not isinstance(entry.get("avoid", []), list):
            faults.append(f"{name}: avoid is {entry['avoid']!r}, expected a list [ … ]")
        for language in ("en", "ko"):
            key = (language, str(entry[language]).lower())
            if key in seen:
                faults.append(f"{name}: {language} {entry[language]!r} is also {seen[key]}")
            seen[key] = name
    return faults


def find_word_problems(path: Path, glossary: dict[str, dict]) -> list[Problem]:
    """Return every word problem of one page."""
    return [problem for cell in read_page(path) for problem in find_in_cell(path, cell, glossary)]


def find_in_cell(path: Path, cell: Cell, glossary: dict[str, dict]) -> list[Problem]:
    """Return every word problem of one cell, or of any text that is given as one."""
    if cell.kind == "code":
        return _speaking_code(path, cell)
    found = _open_bold(path, cell)
    if cell.language:
        words = dissect(cell.source).words
        found += _mixed(path, cell, words, glossary) + _avoided(path, cell, words, glossary)
        found += find_prose_problems(path, cell, glossary)
    return found


def _problem(path: Path, cell: Cell, what: tuple, given: str, expected: str, fix: tuple) -> Problem:
    return Problem(display_name(path), cell.id, what, given, expected, fix)


def _mixed(path: Path, cell: Cell, words: str, glossary: dict[str, dict]) -> list[Problem]:
    """An English twin without Hangul, a Korean twin with some."""
    if cell.language == "ko":
        if has_hangul(words):
            return []
        return [
            _problem(
                path,
                cell,
                ("한국어 셀에 한글이 없습니다", "a Korean twin without Hangul"),
                " ".join(words.split())[:60] or "(no words)",
                "Korean prose",
                (
                    "한국어로 쓰거나, 두 언어에 공통이면 한 셀로 합치고 태그를 지우세요.",
                    "write it in Korean; if both languages share it, make it one untagged cell.",
                ),
            )
        ]
    allowed = [str(entry["en"]) for entry in glossary.values()]
    if path.name == "glossary.md":  # which says each term's word in the other language
        allowed += [str(entry["ko"]) for entry in glossary.values()]
    for word in sorted(filter(has_hangul, allowed), key=len, reverse=True):
        words = words.replace(word, "")
    if not (found := hangul_in(words)):
        return []
    return [
        _problem(
            path,
            cell,
            ("영어 셀에 한글이 있습니다", "Hangul in an English twin"),
            ", ".join(found[:5]),
            "English prose; a name in Hangul stands in glossary.yml as an `en:` value",
            ("영어로 옮기거나 용어집에 이름을 올리세요.", "translate it or add the name there."),
        )
    ]


def _avoided(path: Path, cell: Cell, words: str, glossary: dict[str, dict]) -> list[Problem]:
    """Terms that the glossary decided against."""
    found = []
    for entry in glossary.values():
        for term in entry.get("avoid") or []:
            language = "ko" if has_hangul(term) else "en"
            pattern = re.escape(term) if language == "ko" else rf"\b{re.escape(term)}\b"
            if language != cell.language or not re.search(pattern, words, re.IGNORECASE):
                continue
            found.append(
                _problem(
                    path,
                    cell,
                    ("용어집에서 쓰지 않기로 한 말입니다", "the glossary avoids this term"),
                    term,
                    str(entry[language]),
                    (f"`{entry[language]}`로 바꾸세요.", f"write `{entry[language]}` instead."),
                )
            )
    return found


def _open_bold(path: Path, cell: Cell) -> list[Problem]:
    """Bold that Markdown does not see: a bracket or code inside the stars, a letter outside.

    ``**은닉 상태(hidden state)**의`` shows its stars; ``**은닉 상태**(hidden state)의`` is bold.
    """
    found = []
    for paragraph in re.split(r"\n\s*\n", masked(cell.source)):
        for number, stars in enumerate(re.finditer(r"(?<![*\\])\*\*(?!\*)", paragraph)):
            before = paragraph[stars.start() - 1 : stars.start()]
            after = paragraph[stars.end() : stars.end() + 1]
            outer, inner = (before, after) if number % 2 == 0 else (after, before)
            if outer.isalnum() and not inner.isalnum():
                found.append(paragraph[max(0, stars.start() - 24) : stars.end() + 8])
    return [
        _problem(
            path,
            cell,
            ("굵은 글씨가 되지 않습니다", "Markdown does not see this as bold"),
            " ".join(piece.split()),
            "inside the stars, a letter next to them",
            (
                "`**은닉 상태**(hidden state)의`처럼 괄호나 코드를 별표 밖에 쓰세요.",
                "put the bracket or the code outside, as in `**은닉 상태**(hidden state)의`.",
            ),
        )
        for piece in found
    ]


def _speaking_code(path: Path, cell: Cell) -> list[Problem]:
    """Both languages share the code, so it speaks neither."""
    found = hangul_in(f"{cell.source}\n{cell.outputs}")
    if not found or "words-ok" in cell.tags:
        return []
    return [
        _problem(
            path,
            cell,
            ("코드나 출력에 한글이 있습니다", "Hangul in code or its output"),
            ", ".join(found[:5]),
            "code and output without the words of one language",
            (
                "말은 글 셀에 쓰세요. 꼭 필요하면 words-ok 태그를 붙이세요.",
                "say it in a text cell; where it is meant, tag the cell words-ok.",
            ),
        )
    ]


def first_mentions(paths: Iterable[Path], glossary: dict[str, dict]) -> list[Problem]:
    """Find terms whose first mention in the book's Korean prose lacks its English in brackets.

    ``paths`` come in reading order. Headings do not count: they name what the prose explains.
    """
    waiting = {str(e["ko"]): str(e["en"]) for e in glossary.values() if e.get("gloss", True)}
    waiting = {ko: en for ko, en in waiting.items() if has_hangul(ko) and not has_hangul(en)}
    found = []
    for path in paths:
        for cell in read_page(path):
            if cell.language != "ko":
                continue
            prose = dissect(cell.source).prose
            for korean, after in _mentions(prose, waiting):
                english = waiting.pop(korean)
                if not re.match(rf"[*_]*\s?\([*_]*{re.escape(english)}", after, re.IGNORECASE):
                    found.append(_bare(path, cell, korean, english, after))
    return found


def _mentions(prose: str, terms: dict[str, str]) -> list[tuple[str, str]]:
    """Return the first mention of each term and the text after it; longer terms hide shorter."""
    if not terms:
        return []
    longest_first = sorted(terms, key=len, reverse=True)
    pattern = re.compile(_ATTACHED + "(" + "|".join(map(re.escape, longest_first)) + ")")
    seen: dict[str, str] = {}
    for match in pattern.finditer(prose):
        seen.setdefault(match[1], prose[match.end() : match.end() + 80])
    return list(seen.items())


def _bare(path: Path, cell: Cell, korean: str, english: str, after: str) -> Problem:
    return _problem(
        path,
        cell,
        ("책에서 처음 나오는 용어에 영어가 없습니다", "a term's first mention lacks its English"),
        " ".join(f"{korean}{after[:20]}".split()),
        f"{korean}({english})",
        (
            f"처음 한 번 `{korean}({english})`로 쓰세요. 일상어라면 용어집에 gloss: false.",
            f"write `{korean}({english})` once, here; an everyday word gets gloss: false.",
        ),
    )
