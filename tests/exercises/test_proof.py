"""The book's proof is what is played: mistakes are caught and named, right answers left alone."""

import pytest

from book.blocks import blocks_in
from tests.exercises import course, proof


def test_the_page_shows_what_is_played():
    page = blocks_in(proof.PAGE.read_text(encoding="utf-8"))
    fresh = proof.blocks()
    assert {name: page.get(name) for name in fresh} == fresh, "run `make pages`"


@pytest.mark.parametrize("assignment", course.ASSIGNMENTS)
def test_mistakes_are_caught_and_named_and_right_answers_left_alone(assignment):
    points, questions, _, caught, named, right, false = proof.figures(assignment)
    assert caught == "100%" and int(named.rstrip("%")) >= 95
    assert int(right) >= 10 and false == "0"
    assert 10 <= float(points) <= 20 and 4 <= int(questions) <= 8


def test_the_registry_is_large_enough():
    assert sum(int(proof.figures(one)[2]) for one in course.ASSIGNMENTS) >= 60
