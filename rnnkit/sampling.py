"""A text in pieces to learn from, and a model that writes on."""

import numpy as np

from .arguments import checked
from .base import check_seed
from .embedding import Embedding
from .errors import error, shown
from .models import Sequential
from .shapes import positive_int, real
from .text import VOCABULARY, one_hot


@checked
def windows(text, time, vocabulary=VOCABULARY):
    """Cut a text into pieces, and pair each character with the one that follows it.

    Parameters
    ----------
    text : str
        Longer than `time`; what is left over at its end is not used.
    time : int
        T, the length of a piece.
    vocabulary : str or sequence of str
        The V characters in the order of their index.

    Returns
    -------
    x : ndarray of float32 and shape (B, T, V)
        One-hot vectors; ``x.argmax(axis=-1)`` for an `Embedding`.
    y : ndarray of int and shape (B, T)
        The index of the next character.

    Raises
    ------
    ValueError, TypeError
        A text that is too short, a character outside the vocabulary, not text.

    Examples
    --------
    >>> x, y = windows("hello", 2)
    >>> x.shape, y.tolist()
    ((2, 2, 4), [[1, 2], [2, 3]])
    """
    time = positive_int(time, "windows argument time")
    vectors = one_hot([text], vocabulary)[0]
    count = (len(vectors) - 1) // time
    if count < 1:
        words = {"needed": time + 1, "time": time, "fits": max(len(vectors) - 1, 1)}
        raise error("short-text", "windows argument text", f"{len(vectors)} characters", **words)
    used = count * time
    x = vectors[:used].reshape(count, time, -1)
    return x, vectors[1 : used + 1].argmax(axis=-1).reshape(count, time)


@checked
def sample(model, start, length, *, vocabulary=VOCABULARY, temperature=1.0, seed=None):
    """Let a model write on, one character after the other.

    Parameters
    ----------
    model : Sequential
        Takes one-hot vectors, or indices when an `Embedding` is its lowest layer; its last
        output holds V logits.
    start : str
        What the model reads first.
    length : int
        Number of characters to write.
    vocabulary : str or sequence of str
        The V characters in the order of their index.
    temperature : float
        Divides the logits: near 0 the likeliest character, above 1 more surprises; 0 always
        takes the likeliest.
    seed : int, optional

    Returns
    -------
    str
        `start` and `length` more characters.

    Raises
    ------
    ValueError, TypeError
        An empty start, a character outside the vocabulary, a model with another width.
    """
    if not isinstance(model, Sequential):
        raise error("not-a-model", "sample argument model", shown(model))
    length = positive_int(length, "sample argument length")
    seed = check_seed(seed, "sample argument seed")
    temperature = real(temperature, "sample argument temperature")
    if not isinstance(start, str) or not start:
        _refuse("start", shown(start), "at least one character", 'start="h"')
    rng, text = np.random.default_rng(seed), start
    for _ in range(length):
        logits = _last_logits(model, text, vocabulary)
        text += list(vocabulary)[_draw(logits, temperature, rng)]
    model.reset_state()
    return text


def _last_logits(model, text, vocabulary):
    x = one_hot([text], vocabulary)
    model.reset_state()
    indices = model.layers and isinstance(model.layers[0], Embedding)
    output = np.asarray(model(x.argmax(axis=-1) if indices else x))
    if output.shape[-1] != x.shape[-1]:
        expected = f"{x.shape[-1]} logits, one for each character"
        _refuse(
            "model", f"an output of width {output.shape[-1]}", expected, f"Dense({x.shape[-1]})"
        )
    return output.reshape(-1, output.shape[-1])[-1].astype("float64")


def _draw(logits, temperature, rng):
    if temperature == 0:
        return int(np.argmax(logits))
    # The argmax of logits + Gumbel noise is a draw from the softmax of the logits.
    noise = rng.gumbel(size=logits.shape)
    with np.errstate(over="ignore"):
        return int(np.argmax(logits + temperature * noise))  # eq-temperature


def _refuse(argument, given, expected, fix):
    raise error("sample", f"sample argument {argument}", given, expected=expected, fix=fix)
