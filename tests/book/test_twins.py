"""The book's twins agree; and each way in which twins can drift apart is found and named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from book.cells import cells_of_markdown, cells_of_notebook, notebook_text, text_hash
from book.pages import pages_in_order, text_pages
from book.problems import report
from book.twins import command, find_problems
from book.words import find_word_problems, first_mentions, read_glossary
from tests.book.small_book import chapter, notebook, twins

PAGES = text_pages()


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_twins_of_the_book_agree(path: Path) -> None:
    problems = find_problems(path) + find_word_problems(path, read_glossary())
    assert not problems, "\n\n" + report(problems)


def test_terms_bring_their_english_at_first_mention() -> None:
    problems = first_mentions(pages_in_order(), read_glossary())
    assert not problems, "\n\n" + report(problems)


def written(folder: Path, content: dict) -> Path:
    path = folder / "01-one-cell.ipynb"
    path.write_text(notebook_text(content), encoding="utf-8")
    return path


def find(content: dict, name: str) -> dict:
    return next(cell for cell in content["cells"] if cell["id"] == name)


def edit(name: str, old: str, new: str):
    """Return a change of one cell's text that leaves the partner's stamp fresh."""

    def change(content: dict) -> None:
        cell = find(content, name)
        text = "".join(cell["source"])
        assert old in text, f"the fixture has changed: {old!r} is not in {name}"
        cell["source"] = text.replace(old, new).splitlines(keepends=True)
        partner = find(content, name[:-2] + ("ko" if name.endswith("en") else "en"))
        partner["metadata"]["twin"] = text_hash("".join(cell["source"]))

    return change


def drop(name: str):
    return lambda content: content["cells"].remove(find(content, name))


def move(name: str, place: int):
    def change(content: dict) -> None:
        cell = find(content, name)
        content["cells"].remove(cell)
        content["cells"].insert(place, cell)

    return change


def tag(name: str, tags: list[str]):
    return lambda content: find(content, name)["metadata"].update(tags=tags)


def rename(name: str, new: str):
    return lambda content: find(content, name).update(id=new)


def stale(name: str):
    return lambda content: find(content, name)["metadata"].update(twin="000000000000")


EN, KO = "one-cell-equation-en", "one-cell-equation-ko"
DRIFT = {
    "twin missing": (drop(EN), KO, "its twin is missing"),
    "Korean twin missing": (drop(KO), EN, "its twin is missing"),
    "moved": (move(EN, 0), KO, "has moved away"),
    "wrong order": (move(EN, 4), KO, "wrong order"),
    "wrong id": (rename(EN, "one-cell-formula-en"), KO, "its twin is missing"),
    "tag against id": (tag(EN, ["ko"]), EN, "tags and id disagree"),
    "two languages in one cell": (tag(EN, ["ko", "en"]), EN, "tags and id disagree"),
    "id taken twice": (rename("one-cell-code", "one-cell-table"), "one-cell-table", "not unique"),
    "heading level": (edit(EN, "## The", "### The"), EN, "heading levels differ"),
    "label": (
        edit("one-cell-picture-en", "(one-cell-picture)=", "(one-cell-figure)="),
        "one-cell-picture-en",
        "labels differ",
    ),
    "equation": (edit(EN, "h_{t-1} U", "h_t U"), EN, "equations differ"),
    "equation label": (edit(EN, "(eq-simple-rnn)", "(eq-rnn)"), EN, "equation labels differ"),
    "inline equation": (
        edit("one-cell-picture-en", "$h_t$", "$h_{t}'$"),
        "one-cell-picture-en",
        "inline equations differ",
    ),
    "link": (
        edit("one-cell-picture-en", "(#m01)", "(#m02)"),
        "one-cell-picture-en",
        "links differ",
    ),
    "role": (
        edit(EN, "{eq}`eq-simple-rnn`", "{numref}`eq-simple-rnn`"),
        EN,
        "roles and their targets differ",
    ),
    "code literal": (edit(EN, "`x @ W`", "`W @ x`"), EN, "code literals differ"),
    "code block": (edit(EN, "is written", "\n```\nx\n```\n"), EN, "code blocks differ"),
    "directive": (
        edit("one-cell-picture-en", "{figure}", "{image}"),
        "one-cell-picture-en",
        "directives differ",
    ),
    "figure": (
        edit("one-cell-picture-en", "one_cell.en", "two_cells.en"),
        "one-cell-picture-en",
        "figures differ",
    ),
    "figure of the other language": (
        edit("one-cell-picture-en", "one_cell.en", "one_cell.ko"),
        "one-cell-picture-en",
        "other language's figure",
    ),
    "number": (edit(EN, "is written", "is 14 times written"), EN, "numbers differ"),
    "stale": (stale(EN), EN, f"{KO} has changed since"),
}


@pytest.mark.parametrize("name", DRIFT)
def test_each_drift_is_found_and_named(name: str, tmp_path: Path) -> None:
    change, cell, words = DRIFT[name]
    content = json.loads(notebook_text(chapter()))
    assert not find_problems(written(tmp_path, content)), "the fixture itself must be in order"
    change(content)
    problems = find_problems(written(tmp_path, content))
    assert any(p.cell == cell and words in p.what[1] for p in problems), report(problems)


@pytest.mark.parametrize("name", DRIFT)
def test_a_message_answers_four_questions_in_both_languages(name: str, tmp_path: Path) -> None:
    content = json.loads(notebook_text(chapter()))
    DRIFT[name][0](content)
    for problem in find_problems(written(tmp_path, content)):
        text = str(problem)
        assert text.startswith(f"01-one-cell.ipynb, cell {problem.cell}: ")
        assert problem.given and problem.expected and all(problem.fix) and all(problem.what)
        assert "고치기:" in text and "fix:" in text


def test_the_command_knows_chapters_from_assignments() -> None:
    assert command(Path("book/03-batching.ipynb")) == "make stamp CHAPTER=03-batching"
    assignment = Path("exercises/source/02-unfolding/02-unfolding.ipynb")
    assert command(assignment) == "make stamp ASSIGNMENT=02-unfolding"


def test_a_changed_sentence_names_the_twin_to_read_and_the_command(tmp_path: Path) -> None:
    content = json.loads(notebook_text(chapter()))
    find(content, KO)["source"][0] = "## 새 제목\n"
    (problem,) = find_problems(written(tmp_path, content))
    assert problem.cell == EN and problem.stale
    assert f"read {KO}" in problem.fix[1]
    assert "make stamp CHAPTER=01-one-cell" in problem.fix[0]


@pytest.mark.parametrize(
    ("ko", "en", "same"),
    [
        ("세 개", "three of them", True),
        ("3개", "three of them", True),
        ("세 개", "3 of them", True),
        ("2차원", "two-dimensional", True),
        ("(1, 5, 4)에서 (1, 5, 2)로", "(1, 5, 2) from (1, 5, 4)", True),
        ("1,000개", "1000 of them", True),
        ("14개", "fourteen", False),
        ("3개", "listen often", False),
        ("0.5000", "0.5001", False),
        ("2014년", "2015", False),
        ("1. 하나\n2. 둘", "1. one\n1. two", True),
    ],
)
def test_numbers(ko: str, en: str, same: bool, tmp_path: Path) -> None:
    path = written(tmp_path, notebook(twins("one-cell-title", ko, en)))
    assert (not find_problems(path)) == same


def test_white_space_in_equations_does_not_count(tmp_path: Path) -> None:
    pair = twins("one-cell-title", "값 $x_t W+b$", "the value $x_t  W + b$")
    assert not find_problems(written(tmp_path, notebook(pair)))
    pair = twins("one-cell-title", r"값 $\tanh x$", r"the value $\tanhx$")
    assert find_problems(written(tmp_path, notebook(pair)))


def test_a_page_of_blocks_reads_like_a_notebook(small_book: Path) -> None:
    path = small_book / "book" / "mistakes.md"
    assert [c.language for c in cells_of_markdown(path.read_text("utf-8"))] == ["ko", "en", None]
    assert not find_problems(path)
    path.write_text(path.read_text("utf-8").replace("# Common", "## Common"), encoding="utf-8")
    assert {p.cell for p in find_problems(path)} == {"mistakes-title-ko", "mistakes-title-en"}


def test_a_break_inside_code_is_no_break() -> None:
    cells = cells_of_markdown('+++ {"id": "a"}\n```\n+++ {"id": "b"}\n```\n')
    assert [cell.id for cell in cells] == ["a"]


@pytest.mark.parametrize("head", ['+++ {"tags": }', "+++ {tags: [ko]}"])
def test_a_break_that_is_no_json_is_named(head: str) -> None:
    with pytest.raises(ValueError, match=r"page\.md: block break"):
        cells_of_markdown(f"{head}\ntext\n")


def test_a_merge_mark_in_a_notebook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "01.ipynb"
    path.write_text("<<<<<<< HEAD\n{}", encoding="utf-8")
    with pytest.raises(ValueError, match="merge mark"):
        find_problems(path)


def test_stamps_do_not_see_trailing_white_space() -> None:
    assert text_hash("가 나\n \n") == text_hash("가 나")
    assert len(text_hash("a")) == 12


def test_tags_decide_the_language_of_a_cell() -> None:
    ko, en, *_ = cells_of_notebook(chapter())
    assert (ko.language, en.language) == ("ko", "en")
