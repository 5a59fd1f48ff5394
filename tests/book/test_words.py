"""One language per twin, the glossary's terms, code that speaks no language."""

from __future__ import annotations

from pathlib import Path

import pytest

from book.cells import notebook_text
from book.words import find_word_problems, first_mentions, glossary_faults, read_glossary
from tests.book.small_book import code, markdown, notebook, twins

SAID = {"say_ko": "뜻입니다.", "say_en": "What it means."}
GLOSSARY = {
    "hidden_state": {
        **SAID,
        "en": "hidden state",
        "ko": "은닉 상태",
        "avoid": ["숨은 상태", "hidden vector"],
    },
    "state": {"en": "state", "ko": "상태", "gloss": False},
    "dlfs2": {
        "en": "밑바닥부터 시작하는 딥러닝 2",
        "ko": "밑바닥부터 시작하는 딥러닝 2",
        "gloss": False,
    },
}


def problems(folder: Path, *cells) -> list:
    path = folder / "01-one-cell.ipynb"
    path.write_text(notebook_text(notebook(*cells)), encoding="utf-8")
    return find_word_problems(path, GLOSSARY)


def test_the_glossary_has_its_shape() -> None:
    assert not glossary_faults(read_glossary())


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"en": "gate"}, "expected {en: …, ko: …}"),
        ({"en": "gate", "ko": "게이트", "avoids": [], **SAID}, "unknown keys"),
        ({"en": "gate", "ko": "게이트", "avoid": "문", **SAID}, "expected a list"),
        ({"en": "gate", "ko": "은닉 상태", **SAID}, "is also hidden_state"),
        ({"en": "gate", "ko": "게이트"}, "expected one sentence each"),
        (
            {"en": "gate", "ko": "게이트", "gloss": False, "say_ko": "문입니다."},
            "one sentence each",
        ),
        (
            {"en": "gate", "ko": "게이트", "say_ko": "A door.", "say_en": "문입니다."},
            "one sentence",
        ),
    ],
)
def test_a_misshapen_glossary_entry_is_named(entry: dict, words: str) -> None:
    (fault,) = glossary_faults({**GLOSSARY, "gate": entry})
    assert fault.startswith("gate: ") and words in fault


@pytest.mark.parametrize(
    ("ko", "en", "found"),
    [
        ("은닉 상태입니다", "the hidden state", ""),
        ("숨은 상태입니다", "the hidden state", "avoids this term"),
        ("은닉 상태입니다", "the Hidden Vector", "avoids this term"),
        ("은닉 상태입니다", "the hidden vectorised", ""),
        ("은닉 상태입니다", "the 은닉 state", "Hangul in an English twin"),
        ("은닉 상태입니다", "see `은닉`", ""),
        ("은닉 상태입니다", "see 밑바닥부터 시작하는 딥러닝 2", ""),
        ("see the state", "see the state", "a Korean twin without Hangul"),
        ("`은닉`", "`은닉`", "a Korean twin without Hangul"),
    ],
)
def test_words_of_a_pair(ko: str, en: str, found: str, tmp_path: Path) -> None:
    texts = [problem.what[1] for problem in problems(tmp_path, twins("one-cell-title", ko, en))]
    assert (texts == []) if not found else (len(texts) == 1 and found in texts[0])


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**은닉 상태**(hidden state)의", True),
        ("**은닉 상태(hidden state)**의", False),
        ("**은닉 상태(hidden state)** 뒤", True),
        ("**은닉 상태(hidden state)**.", True),
        ("**`units`**는", False),
        ("`a ** b`는 **굵게** 쓰고 $x **y$", True),
        ("앞**(굵게) 뒤**", False),
        ("**하나**와 **둘**을\n\n**셋(three)**이", False),
    ],
)
def test_bold_next_to_a_particle(text: str, bold: bool, tmp_path: Path) -> None:
    found = problems(tmp_path, twins("one-cell-title", text, "b"))
    assert [problem.what[1] for problem in found] == (
        [] if bold else ["Markdown does not see this as bold"]
    )


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (code("one-cell-code", "print('h')", "h\n"), 0),
        (code("one-cell-code", "print('상태')", "상태\n"), 1),
        (code("one-cell-code", "h  # 상태"), 1),
        (code("one-cell-code", "print(x)", "상태\n"), 1),
        (code("one-cell-code", "print('상태')", "상태\n", ["words-ok"]), 0),
        (markdown("one-cell-table", "| 글자 / letter |"), 0),
    ],
)
def test_code_speaks_no_language(cell: dict, count: int, tmp_path: Path) -> None:
    assert len(problems(tmp_path, cell)) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("은닉 상태(hidden state)는", "은닉 상태는", 0),
        ("**은닉 상태**(hidden state)는", "은닉 상태는", 0),
        ("**은닉 상태(hidden state)** 뒤", "은닉 상태는", 0),
        ("은닉 상태(Hidden states)는", "은닉 상태는", 0),
        ("은닉 상태는", "은닉 상태(hidden state)는", 1),
        ("# 은닉 상태", "은닉 상태(hidden state)는", 0),
        ("첫은닉 상태는", "은닉 상태(hidden state)는", 0),
        ("상태는", "상태가", 0),
    ],
)
def test_first_mention(first: str, second: str, count: int, tmp_path: Path) -> None:
    paths = []
    for number, text in enumerate((first, second)):
        paths.append(tmp_path / f"{number}.ipynb")
        paths[-1].write_text(notebook_text(notebook(twins("a", text, "b"))), encoding="utf-8")
    found = first_mentions(paths, GLOSSARY)
    assert len(found) == count
    assert all(p.file == "0.ipynb" and p.expected == "은닉 상태(hidden state)" for p in found)
