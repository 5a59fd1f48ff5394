"""The page about a class: its numbers, what it says of copies, and that it names nobody."""

from __future__ import annotations

import json
import re
import sqlite3
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from exercises.grader.look import alike, figures
from exercises.grader.look.gather import Work
from tests.grader import hand_in, small_course
from tests.grader.conftest import grader

NAME = small_course.NAME
LONG = '''def double(x):
    """A docstring."""
    result = []
    for index, item in enumerate([x, x]):
        if index % 2 == 0 and item is not None:
            result.append(item * 3 - item)
        else:
            result.insert(0, sum(result) - item)
    return max(result) if len(result) > 1 else result[0]'''
RENAMED = LONG.replace("result", "out").replace("index", "i").replace("item", "thing")
RENAMED = RENAMED.replace("A docstring.", "Kim Hana wrote this") + "  # by Kim Hana"
OTHER = (
    "def double(x):\n    total = 0\n    while total < 2 * x:\n        total += 1\n    return total"
)


def work(label: str, points: tuple = (), **facts) -> Work:
    """Return a submission with points for the questions a, b, c."""
    row = SimpleNamespace(points=dict(zip("abc", points, strict=False)), state="graded")
    return Work(row, label, **facts)


PARTS = SimpleNamespace(questions=[SimpleNamespace(id=key, points=2.0) for key in "abc"])


def test_ease_and_discrimination_agree_with_a_sum_by_hand():
    works = [work("1", (2, 2, 1)), work("2", (1, 1, 1)), work("3", (0, 0, 1)), work("4", (2, 0, 1))]
    a, _, c = figures.items(works, PARTS)
    assert (a.ease, a.count, c.ease) == (5 / 8, 4, 0.5) and c.discrimination is None
    # a: 2 1 0 2, rest: 3 2 1 1; means 1.25 and 1.75; 1.25 / sqrt(2.75 * 2.75)
    assert a.discrimination == pytest.approx(1.25 / 2.75)


def test_missing_points_are_no_zeros():
    works = [work("1", (2, None, 2)), work("2", (2, 1, 2))]
    assert [item.count for item in figures.items(works, PARTS)] == [2, 1, 2]
    assert figures.shares(works, PARTS) == [1.0, 5 / 6]
    assert figures.histogram([0, 0.05, 0.5, 0.999, 1.0]) == [2, 0, 0, 0, 0, 1, 0, 0, 0, 2]


def test_a_mistake_counts_a_student_once():
    finding = {"code": "M16", "link": "x", "thought": {}, "look_again": {}}
    works = [
        work("1", findings={"a": [finding, finding], "b": [finding]}),
        work("2", findings={"a": [finding]}),
        work("3", findings={"a": [{**finding, "code": ""}]}),
    ]
    assert figures.mistakes(works) == {"M16": {"a": 2, "b": 1}}
    assert [one["count"] for one in figures.again(works)] == [2]


def test_copies_are_found_under_other_names_and_nothing_else():
    sources = {"1": LONG, "2": RENAMED, "3": OTHER, "4": hand_in.RIGHT, "5": hand_in.RIGHT}
    works = [work(key, answers={"a": text}) for key, text in sources.items()]
    found = alike.pairs(works, {"a": "def double(x):\n    raise NotImplementedError()"})
    assert [(one.labels, one.share) for one in found] == [(("1", "2"), 1.0)]
    assert "Hana" not in str(found) and "double" in found[0].code[0]
    assert found[0].code[0] == found[0].code[1]


def test_what_was_released_or_many_wrote_is_no_sign():
    works = [work(str(i), answers={"a": LONG}) for i in range(2)]
    assert alike.pairs(works, {"a": LONG}) == []
    works = [work(str(i), answers={"a": LONG}) for i in range(3)]
    assert alike.pairs(works, {}) == []


def test_no_program_is_no_error():
    works = [
        work(key, answers={"a": text}) for key, text in {"1": "def", "2": "x = (" * 500}.items()
    ]
    assert alike.pairs(works, {"a": "def"}) == []


class Parts(HTMLParser):
    """Collects tags and addresses of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.tags, self.addresses = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.addresses += [value for key, value in attrs if key in ("href", "src")]


@pytest.fixture(scope="module")
def reported(small_class):
    """Write the report of the small class; return pages and JSON."""
    said = grader("report", NAME, "--course", small_class.root, "--json")
    assert said.returncode == 0, said.stderr
    place = small_class.root / "exports"
    pages = {one: (place / f"{NAME}.report.{one}.html").read_text("utf-8") for one in ("ko", "en")}
    return pages, json.loads(said.stdout)["assignments"][NAME]


@pytest.mark.slow
def test_the_page_stands_alone_and_names_nobody(reported, small_class):
    pages, _ = reported
    with sqlite3.connect(small_class.root / "gradebook.db") as book:
        students = [row[0] for row in book.execute("SELECT id FROM student")]
    for language, text in pages.items():
        parts = Parts(text)
        assert f'<html lang="{language}">' in text and not {"script", "link", "img"} & parts.tags
        assert not [one for one in parts.addresses if one.startswith(("http", "//"))]
        words = set(re.findall(r"[\w-]+", re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", text)))
        assert "김하나" in students and not {"김하나", "noisy", "curious", "renamed"} & words
    assert "채점하지 못한 제출물" in pages["ko"] and "Not graded" in pages["en"]
    assert "The file is empty." in pages["en"] and "빈 파일입니다." in pages["ko"]


@pytest.mark.slow
def test_json_has_points_flags_reasons_and_nulls(reported):
    _, found = reported
    students = {one["student"]: one for one in found["students"]}
    assert students["empty"]["points"] == {"01-double": None, "01-why": None}
    assert students["empty"]["total"] is None and students["empty"]["state"] == "failed"
    assert students["skips"]["flags"] and students["right"]["points"]["01-double"] == 5
    assert re.fullmatch(r"[0-9a-f]{64}", students["right"]["submission"])
    assert re.fullmatch(r"[0-9a-f]{64}", students["right"]["version"])
    assert students["right"]["seconds"] > 0 and students["right"]["reason"]["ko"]


@pytest.mark.slow
def test_names_stand_there_when_asked_for(small_class):
    said = grader("report", NAME, "--course", small_class.root, "--names")
    assert said.returncode == 0
    assert "nojson" in (small_class.root / "exports" / f"{NAME}.report.en.html").read_text("utf-8")
