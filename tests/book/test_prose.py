"""Korean prose is 합니다체 and Korean; the house's words hold outside the book as well."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from book.cells import ROOT, Cell, has_hangul
from book.prose import english_terms, find_prose_problems, other_endings
from book.words import find_in_cell, find_word_problems, read_glossary
from exercises.grader.words import WORDS
from exercises.mistakes import ASSIGNMENTS

GLOSSARY = read_glossary()
GUIDES = sorted([*ROOT.glob("*.md"), *ROOT.glob("*/README.md")])
SOURCES = sorted((ROOT / "exercises" / "source").glob("*/*.ipynb"))


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("상태를 넘깁니다. 무엇일까요? 적어 보세요.", []),
        ("따라가 봅시다. 같습니다!", []),
        ("상태를 넘긴다. 끝입니다.", ["넘긴다."]),
        ("출력은 상태이다.", ["상태이다."]),
        ("그렇다! 정말?", ["그렇다!"]),
        ("모양이 같아요. 그렇죠?", ["같아요."]),
        ("이것은 벡터예요.", ["벡터예요."]),
        ("다음 장에서 봅니다 (2장)", []),
        ("편향이 필요. 다다음 장입니다.", []),
        ("`한다.`가 아니라 합니다.", ["`한다.`"]),
    ],
)
def test_sentences_end_in_one_register(prose: str, found: list[str]) -> None:
    assert other_endings(prose.replace("`한다.`", "")) == [f for f in found if "`" not in f]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("은닉 상태(hidden state)를 넘깁니다.", []),
        ("hidden state를 넘깁니다.", [("hidden state", "은닉 상태")]),
        ("Hidden states를 넘깁니다.", [("Hidden states", "은닉 상태")]),
        ("GRU와 LSTM의 게이트입니다.", []),
        ("gate가 열립니다.", [("gate", "게이트")]),
        ("SimpleRNNCell과 aggregate입니다.", []),
    ],
)
def test_terms_are_said_in_korean(prose: str, found: list[tuple[str, str]]) -> None:
    glossary = {k: GLOSSARY[k] for k in ("hidden_state", "gate", "cell")}
    assert english_terms(prose, glossary) == found


def test_headings_and_alternative_texts_are_notes() -> None:
    text = "## 층을 쌓는다.\n\n:::{figure} a.ko.svg\n:alt: 선이 이어진다.\n\n그림입니다.\n:::"
    assert find_prose_problems(Path("a.ipynb"), Cell("markdown", text, "a-ko", ("ko",)), {}) == []
    caption = Cell("markdown", text.replace("그림입니다.", "그림이다."), "a-ko", ("ko",))
    (problem,) = find_prose_problems(Path("a.ipynb"), caption, {})
    assert (problem.given, problem.cell) == ("그림이다.", "a-ko")


def said(path: Path, name: str, language: str, text: str) -> list[str]:
    """Return the word problems of a text that is no cell."""
    cell = Cell("markdown", text, name, (language,))
    return list(map(str, find_in_cell(path, cell, GLOSSARY)))


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_words_of_an_assignment(path: Path) -> None:
    problems = find_word_problems(path, GLOSSARY)
    assert [str(p) for p in problems if "Hangul in code" not in p.what[1]] == []


@pytest.mark.parametrize("path", GUIDES, ids=[str(path.relative_to(ROOT)) for path in GUIDES])
def test_words_of_a_guide(path: Path) -> None:
    language = "ko" if path.name.endswith(".ko.md") else "en"
    text = re.sub(r"^ {4,}.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    problems = said(path, path.name, language, text.replace("[한국어]", ""))
    if path.parent != ROOT:  # a folder's guide may show Korean
        problems = [problem for problem in problems if "Hangul in an English" not in problem]
    assert problems == []


def without_names(sentence: str, fix: str) -> str:
    """Blank what is filled in, and the names of code that the repair shows."""
    names = [name for name in re.findall(r"[a-z_]+", fix) if name not in ("a", "of", "the")]
    return re.sub(rf"\{{[^{{}}]*\}}|(?<![A-Za-z])({'|'.join(names)})(?![A-Za-z])", "`x`", sentence)


def test_words_of_the_librarys_messages() -> None:
    path = ROOT / "rnnkit" / "messages.toml"
    messages = tomllib.loads(path.read_text(encoding="utf-8"))
    found = [
        problem
        for name, entry in messages.items()
        for language, key in (("ko", "ko"), ("en", "what"))
        if entry.get(key)
        for problem in said(path, name, language, without_names(entry[key], entry["fix"]))
    ]
    assert found == []


def test_words_that_a_student_is_told() -> None:
    path = ROOT / "exercises" / "mistakes"
    found = [
        problem
        for assignment, questions in ASSIGNMENTS.items()
        for question, known in questions.items()
        for name, (_, finding) in known.wrong_answers.items()
        for language in ("ko", "en")
        for text in (finding.thought[language], finding.look_again[language])
        for problem in said(path, f"{assignment} {question} {name}", language, text)
    ]
    assert found == []


def test_sentences_in_code() -> None:
    """Whatever a program says in Korean is 합니다체: messages, findings, commands."""
    folders = ("benchmarks", "book", "exercises", "requirements", "rnnkit")
    count, found = 0, []
    for path in sorted(file for name in folders for file in (ROOT / name).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else ""
            if isinstance(text, str) and has_hangul(text):
                count += 1
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                found += [f"{place}: {end}" for end in other_endings(text)]
    assert found == [] and count > 300


def test_words_of_the_feedback() -> None:
    path = ROOT / "exercises" / "grader" / "words.py"
    pairs = [(key, *pair) for key, pair in WORDS.items() if re.search("[가-힣]", pair[0])]
    assert len(pairs) > 20
    for key, korean, english in pairs:
        assert said(path, key, "ko", korean) == [] and said(path, key, "en", english) == []
