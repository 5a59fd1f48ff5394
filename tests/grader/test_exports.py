"""What other systems read, and corrections that come back."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.grader import hand_in, small_course
from tests.grader.conftest import grader

pytestmark = pytest.mark.slow
NAME = small_course.NAME


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory) -> Path:
    """A class of one complete, one waiting and one missing student."""
    root = Path(shutil.copytree(released, tmp_path_factory.mktemp("exports") / "course"))
    files = {
        "김하나_1234_assignsubmission_file_": "because",
        "bora_77_assignsubmission_file_": "so",
    }
    for folder, written in files.items():
        path = root / "class" / folder / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        notebook = hand_in.answer(root, "ko", hand_in.RIGHT, written)
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    with sqlite3.connect(root / "gradebook.db") as book:
        book.execute("INSERT INTO student (id, first_name, last_name) VALUES ('s1', '하나', '김')")
        book.execute("INSERT INTO student (id, email) VALUES ('bora', 'b@x.kr')")
        book.execute("INSERT INTO student (id) VALUES ('=ida')")
    assert grader("collect", NAME, "--from", root / "class", "--course", root).returncode == 0
    assert grader("autograde", NAME, "--course", root).returncode == 0
    assert grader("export", NAME, "--course", root).returncode == 0
    change(root, "s1", "01-why", "3.5")
    said = grader("import", NAME, "--course", root)
    assert said.returncode == 0 and "1 corrected" in said.stdout, said.stderr
    assert grader("export", NAME, "--course", root).returncode == 0
    return root


def change(root: Path, student: str, question: str, points: str, encoding="utf-8-sig") -> Path:
    """Change a field of the exported table, as a person does in a spreadsheet."""
    path = root / "exports" / f"{NAME}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    for line in lines:
        if line["student"] == student:
            line[question] = points
    new = path.with_name("changed.csv") if encoding != "utf-8-sig" else path
    with new.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, lines[0])
        writer.writeheader()
        writer.writerows(lines)
    return new


def table(root: Path, kind: str) -> list[list[str]]:
    """Return the lines of an export."""
    with (root / "exports" / f"{NAME}.{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_canvas(graded):
    head, points, *lines = table(graded, "canvas")
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", NAME]
    assert points == ["    Points Possible", "", "", "", "", "9"]
    assert ["김, 하나", "1234", "", "s1", "", "8.5"] in lines
    assert ["bora", "77", "", "bora", "", ""] in lines  # waits for a person: empty, not 0
    assert ["'=ida", "", "", "'=ida", "", ""] in lines


def test_moodle(graded):
    head, *lines = table(graded, "moodle")
    assert head == ["ID number", "Full name", "Email address", NAME]
    assert ["s1", "하나 김", "", "8.5"] in lines and ["bora", "bora", "b@x.kr", ""] in lines
    head, *lines = table(graded, "moodle-worksheet")
    assert {"Identifier", "Grade", "Last modified (grade)"} <= set(head)
    assert ["Participant 1234", "하나 김", "8.5", "-"] in lines and len(lines) == 2


def test_gradescope(graded):
    folder = graded / "exports" / f"{NAME}.gradescope"
    assert [path.parent.name for path in folder.rglob("results.json")] == ["s1"]
    said = json.loads((folder / "s1" / "results.json").read_text(encoding="utf-8"))
    assert said["score"] == 8.5 == sum(test["score"] for test in said["tests"])
    assert {"name", "score", "max_score", "visibility"} == set(said["tests"][0])


def scores(root: Path) -> list:
    """Return the points given by hand."""
    with sqlite3.connect(root / "gradebook.db") as book:
        found = book.execute("SELECT manual_score FROM grade WHERE manual_score IS NOT NULL")
        return sorted(row[0] for row in found)


@pytest.mark.parametrize(
    ("student", "question", "points", "told"),
    [
        ("bora", "01-double", "7", "이 문항의 점수가 아닙니다"),
        ("bora", "01-double", "-1", "0 … 5"),
        ("bora", "01-double", "nan", "no points of this question"),
        ("bora", "01-why", "many", "many"),
        ("'=ida", "01-why", "2", "제출하지 않은 학생입니다"),
    ],
)
def test_one_wrong_field_changes_nothing(graded, student, question, points, told):
    kept, path = scores(graded), graded / "exports" / f"{NAME}.csv"
    before = path.read_bytes()
    change(graded, "bora", "01-why", "1")
    change(graded, student, question, points)
    said = grader("import", NAME, "--course", graded, "--from", path)
    path.write_bytes(before)
    assert said.returncode == 2 and told in said.stderr and "nothing was changed" in said.stderr
    assert scores(graded) == kept == [3.5]


def test_a_table_saved_by_excel_in_korea_and_a_regrade(graded, tmp_path):
    root = Path(shutil.copytree(graded, tmp_path / "course"))
    path = change(root, "bora", "01-double", "4", encoding="cp949")
    assert grader("import", NAME, "--course", root, "--from", path).returncode == 0
    assert scores(root) == [2, 2, 3.5]
    assert grader("autograde", NAME, "--course", root, "--regrade").returncode == 0
    assert scores(root) == [2, 2, 3.5]


def test_a_table_that_is_none(graded, tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    for place in (tmp_path / "x.csv", tmp_path / "none.csv"):
        said = grader("import", NAME, "--course", graded, "--from", place)
        assert said.returncode == 2 and "/" in said.stderr and scores(graded) == [3.5]
