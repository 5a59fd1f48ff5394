"""Characters to vectors and back."""

import unicodedata

import numpy as np
import pytest

from rnnkit import text


def test_the_lessons_vocabulary():
    np.testing.assert_array_equal(text.one_hot("helo"), np.eye(4, dtype="float32"))
    assert text.one_hot("hello").dtype == np.float32


def test_one_text_has_two_axes_and_a_list_three():
    assert text.one_hot("hello").shape == (5, 4)
    assert text.one_hot(["hello", "eolll", "lleel"]).shape == (3, 5, 4)


def test_back_again():
    words = ["hello", "eolll", "lleel"]
    assert text.decode(text.one_hot(words)) == words
    assert text.decode(text.one_hot("hello")) == "hello"
    assert text.decode(text.one_hot("상태가", "가상태"), "가상태") == "상태가"


def test_the_most_likely_character_is_read():
    assert text.decode([[0.1, 0.6, 0.2, 0.1], [0.3, 0.2, 0.1, 0.4]]) == "eo"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: text.one_hot("hello", "hell"), "repeated: ['l']"),
        (lambda: text.one_hot("hello", ""), "at least one character"),
        (lambda: text.one_hot(unicodedata.normalize("NFD", "상"), "상"), "unicodedata.normalize"),
        (lambda: text.one_hot([]), "not text"),
        (lambda: text.one_hot([1, 2]), "not text"),
        (lambda: text.decode(np.ones((5, 3))), "(time, 4)"),
        (lambda: text.decode(np.ones(4)), "(4,)"),
        (lambda: text.story("kr"), 'text.story("ko")'),
        (lambda: text.story(["ko"]), "unknown name"),
    ],
)
def test_wrong_input_is_explained(wrong, words):
    with pytest.raises((ValueError, TypeError)) as caught:
        wrong()
    assert words in str(caught.value)


@pytest.mark.parametrize(("language", "letter"), [("ko", "글"), ("en", "g")])
def test_a_story_is_a_text_that_one_hot_reads(language, letter):
    story = text.story(language)
    vocabulary = sorted(set(story))
    assert 200 < len(story) < 500 and letter in story and "\r" not in story
    assert story == unicodedata.normalize("NFC", story)
    assert text.decode(text.one_hot(story, vocabulary), vocabulary) == story
