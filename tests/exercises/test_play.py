"""The player of these tests sees what it must see: errors, endless loops, students who leave."""

from exercises import answers
from tests.exercises import course, play

TEST = {"kind": "test", "question": "02-step", "variants": []}


def played(*cells: dict) -> dict:
    """Play some cells in a fork of this process."""
    context = play.multiprocessing.get_context("fork")
    job = {"assignment": "02-unfolding", "functions": {}, "with_mistakes": False}
    return play.in_a_fork({**job, "cells": list(cells)}, context)


def one(key: str, source: str) -> dict:
    """Return a cell that is no test."""
    return {"id": key, "kind": "other", "question": "", "source": source}


def test_names_live_on_and_errors_stop_one_cell_alone():
    found = played(
        one("a", "x = 1"), one("b", "1 / 0"), {**TEST, "id": "t", "source": "assert x == 1"}
    )
    assert found["other"] == {"a": "", "b": "ZeroDivisionError: division by zero"}
    assert found["tests"]["t"]["said"] == ""


def test_an_endless_loop_costs_its_cell_alone():
    loop = "while True:\n  try:\n    while True: sum(range(99))\n  except Exception: pass"
    found = played(one("a", loop), one("b", "x = 1"))
    assert found["other"] == {"a": play.TIME_IS_OVER, "b": ""}


def test_a_student_who_leaves_costs_nobody_else_anything():
    assert played(one("a", "import os; os._exit(0)")) is None
    assert played(one("a", "raise SystemExit"))["other"]["a"].startswith("SystemExit")


def test_a_missing_term_is_seen():
    correct = answers.load("02-unfolding")["correct"]
    cells = course.job_of("02-unfolding", correct)["cells"]
    wrong = [{**cell, "source": cell["source"].replace(" + b)", ")")} for cell in cells]
    tests = played(*wrong)["tests"]
    lost = {key for key, result in tests.items() if result["said"] and key.startswith("02-step")}
    assert lost == {"02-step-value", "02-step-elsewhere"}


def test_the_stub_and_the_variants():
    cell = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    assert course.stub(cell) == "def f():\n    raise NotImplementedError()"
    test = "assert a\n### BEGIN HIDDEN TESTS\nassert b\n### END HIDDEN TESTS"
    (whole, shown), (hidden,) = course.without_each_assertion(test)
    assert whole == (test, "assert True\nassert b")
    assert shown == ("assert a\n\n\n", "assert True")
    assert hidden == (test, "assert a\nassert True")
