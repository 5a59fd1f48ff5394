"""One bad notebook stops nobody: it has a reason and no grade, the others have theirs."""

from __future__ import annotations

import csv

import pytest

pytestmark = pytest.mark.slow

REASONS = {
    "empty": ("file is empty", "빈 파일"),
    "nojson": ("no JSON", "JSON이 아닙니다"),
    "list": ("no notebook's form", "노트북의 형식이 아닙니다"),
    "cells": ("no notebook's form", "노트북의 형식이 아닙니다"),
    "other": ("no cell of this assignment", "이 과제의 셀이 하나도 없습니다"),
    "renamed": ("another name", "이름이 다릅니다"),
    "nothing": ("no notebook was handed in", "노트북이 없습니다"),
    "link": ("a link or a folder", "링크나 폴더"),
}
EARNED = {
    "right": (2, 3),
    "absolute": (2, 0),
    "syntax": (0, 0),
    "blank": (0, 0),
    "endless": (0, 0),
    "dead": (0, 0),
    "deaf": (0, 0),
    "curious": (0, 0),
    "reader": (2, 3),
    "lively": (2, 3),
    "shows": (2, 3),
    "김하나": (2, 3),
    "skips": (0, 0),
    "deleted": (2, 3),
    "emptied": (0, 0),
    "copied": (2, 3),
    "bare": (2, 3),
}


def rows(graded) -> dict[str, dict[str, str]]:
    """Return the CSV by student."""
    text = (graded.root / "exports" / f"{graded.name}.csv").read_text(encoding="utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(text.splitlines())}


@pytest.mark.parametrize("student", REASONS)
def test_bad_notebook_has_a_reason_and_no_grade(small_class, student):
    english, korean = REASONS[student]
    said = small_class.said.stderr.partition(f"{student}/01-small: ")[2].partition("\n  fix")[0]
    assert english in said and korean in said, small_class.said.stderr
    assert set(small_class.scores()[student].values()) == {None}
    row = rows(small_class)[student]
    assert (row["state"], row["01-double"], row["total"]) == ("failed", "", "")
    assert korean in row["why_ko"] and english.lower() in row["why_en"].lower()


def test_bad_notebooks_make_the_exit_status_1(small_class):
    assert small_class.said.returncode == 1
    assert f"failed {len(REASONS)} " in small_class.said.stdout


@pytest.mark.parametrize("student", EARNED)
def test_others_get_exactly_what_they_earned(small_class, student):
    scores = small_class.scores()[student]
    assert (scores["01-double-three"], scores["01-double-negative"]) == EARNED[student]


def test_noise_on_stderr_costs_nothing(small_class):
    scores = small_class.scores()["noisy"]
    assert (scores["01-double-three"], scores["01-double-negative"]) == (2, 3)


def test_an_object_that_equals_everything_equals_nothing(small_class):
    scores = small_class.scores()["numeric"]
    assert (scores["01-double-three"], scores["01-double-negative"]) == (0, 0)


def test_tampering_is_said_and_costs_nothing(small_class):
    why = rows(small_class)["skips"]["why_en"]
    assert "tests were tagged to be skipped; they ran (01-double-three)" in why
    assert "points were edited; the source's count (01-double-negative)" in why


def test_failed_students_are_told_in_their_language(small_class):
    assert "0점이라는 뜻이 아닙니다" in small_class.page("empty")
    assert "That is not a zero" in small_class.page("other")


def test_repairs_are_said(small_class):
    assert "deleted cells were put back (01-double-three)" in rows(small_class)["deleted"]["why_en"]
    assert "복사된 셀은 세지 않았습니다" in rows(small_class)["copied"]["why_ko"]
    assert "does not run (SyntaxError)" in rows(small_class)["syntax"]["why_en"]
    assert "did not end" in rows(small_class)["endless"]["why_en"]
    assert "did not end" in rows(small_class)["deaf"]["why_en"]
    assert "the code ended Python" in rows(small_class)["dead"]["why_en"]


def test_not_a_terminal_means_no_bar_and_a_log(small_class):
    assert "\x1b" not in small_class.said.stdout + small_class.said.stderr
    assert "[Autograde" not in small_class.said.stdout + small_class.said.stderr
    log = small_class.root / "exports" / "grader.log"
    assert "log / 기록: " in small_class.said.stdout and log.exists()
