"""Characters to one-hot vectors and back, and a text to learn from.

The default vocabulary is the lesson's: h, e, l, o are numbered 0, 1, 2, 3.
"""

import importlib.resources
import unicodedata

import numpy as np

from .arguments import checked
from .errors import error, shown
from .shapes import float_type, numbers

VOCABULARY = "helo"
STORIES = "en", "ko"


@checked
def one_hot(texts, vocabulary=VOCABULARY, dtype="float32"):
    """Write each character as a vector of zeros with a single one.

    Parameters
    ----------
    texts : str or sequence of str
        One text, or several texts of one length T.
    vocabulary : str or sequence of str
        The V characters in the order of their index, each once.
    dtype : {"float32", "float64"}
        Type of the result.

    Returns
    -------
    ndarray
        Shape (T, V) for one text, (B, T, V) for B texts.

    Raises
    ------
    ValueError
        A character outside the vocabulary, texts of different lengths, a repeated character.
    TypeError
        Something that is not text.

    Examples
    --------
    >>> one_hot("he")
    array([[1., 0., 0., 0.],
           [0., 1., 0., 0.]], dtype=float32)
    """
    index, dtype = _index(vocabulary), float_type(dtype, "text.one_hot argument dtype")
    single = isinstance(texts, str)
    batch = [texts] if single else _as_texts(texts)
    numbers = np.array([[_number(c, t, index) for c in t] for t in batch], dtype=int)
    vectors = np.eye(len(index), dtype=dtype)[numbers]
    return vectors[0] if single else vectors


@checked
def decode(vectors, vocabulary=VOCABULARY):
    """Read the most likely character of each vector: the way back from `one_hot`.

    Parameters
    ----------
    vectors : array_like of shape (T, V) or (B, T, V)
        One-hot vectors, probabilities or logits.
    vocabulary : str or sequence of str
        The V characters in the order of their index.

    Returns
    -------
    str or list of str
        One text for (T, V), B texts for (B, T, V).

    Raises
    ------
    ValueError
        Another number of axes, or a last axis that does not match the vocabulary.

    Examples
    --------
    >>> decode(one_hot("hello"))
    'hello'
    """
    characters = list(_index(vocabulary))
    vectors = numbers(vectors, "text.decode vectors", "float64")
    if vectors.ndim not in (2, 3) or vectors.shape[-1] != len(characters):
        raise error("text-shape", "text.decode vectors", vectors.shape, size=len(characters))
    if vectors.ndim == 2:
        return "".join(characters[i] for i in vectors.argmax(axis=-1))
    return [decode(one, vocabulary) for one in vectors]


@checked
def story(language):
    """Return a small text to learn from, written for the book: a few hundred characters.

    Parameters
    ----------
    language : {"en", "ko"}

    Returns
    -------
    str

    Raises
    ------
    ValueError
        Another language.

    Examples
    --------
    >>> story("en")[:31]
    'a little cell went out to read,'
    """
    if not isinstance(language, str) or language not in STORIES:
        words = {"known": ", ".join(STORIES), "fix": 'text.story("ko") or text.story("en")'}
        raise error("unknown-name", "text.story language", shown(language), **words)
    file = importlib.resources.files(__package__).joinpath("texts", f"{language}.txt")
    return file.read_text(encoding="utf-8")


def _index(vocabulary):
    characters = list(vocabulary) if np.iterable(vocabulary) else []
    letters = all(isinstance(c, str) for c in characters)
    repeated = letters and sorted({c for c in characters if characters.count(c) > 1})
    if repeated or not letters or not characters:
        given = shown(vocabulary) + (f", repeated: {repeated}" if repeated else "")
        raise error("vocabulary", "text vocabulary", given)
    return {c: i for i, c in enumerate(characters)}


def _as_texts(texts):
    texts = list(texts) if np.iterable(texts) else [texts]
    wrong = [t for t in texts if not isinstance(t, str)]
    if wrong or not texts:
        raise error("not-text", "text.one_hot texts", shown(wrong[0]) if wrong else "[]")
    lengths = [len(t) for t in texts]
    if len(set(lengths)) > 1:
        raise error("text-lengths", "text.one_hot texts", f"lengths {lengths}")
    return texts


def _number(character, text, index):
    if character in index:
        return index[character]
    known = "".join(map(str, index))
    composed = unicodedata.normalize("NFC", text) != text
    fix = 'unicodedata.normalize("NFC", text)' if composed else f"vocabulary={known + character!r}"
    given = f"{character!r} in {text!r}"
    raise error("character", "text.one_hot texts", given, known=repr(known), fix=fix)
