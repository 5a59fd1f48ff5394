"""Estimate the width of text and read the small mathematics of figure labels."""

from __future__ import annotations

import re

_NARROW = set("ijlt.,:;|!'()[]{}fIr ")
_WIDE = set("mwMW@%")
_PIECE = re.compile(r"([_^])(?:\{([^{}]*)\}|(\\?[A-Za-z]+|.))|([^_^]+)")
_NAME = re.compile(r"[A-Za-z]+|[^A-Za-z]+")
_SIGNS = {
    r"\times": "×",
    r"\odot": "⊙",
    r"\cdot": "·",
    r"\sigma": "σ",
    r"\tilde{h}": "h̃",
    r"\to": "→",
    r"\tanh": "tanh",
    "-": "−",
}


def text_width(text: str, size: float) -> float:
    """Estimate how wide ``text`` is drawn: a Hangul letter is nearly square, Latin about half."""
    return size * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if "\u1100" <= letter <= "\u11ff" or "\u3000" <= letter <= "\ud7ff":
        return 0.92
    if letter in _NARROW:
        return 0.32
    if letter in _WIDE:
        return 0.85
    return 0.66 if letter.isupper() else 0.55


def math_runs(source: str) -> list[tuple[str, str, bool]]:
    r"""Split ``h_{t-1}`` into (text, level, italic) runs; level is "", "_" or "^".

    Single letters are italic variables, longer names (tanh) and digits stand upright.
    """
    for name, sign in _SIGNS.items():
        source = source.replace(name, sign)
    runs = []
    for level, braced, single, plain in _PIECE.findall(source):
        for piece in _NAME.findall(braced or single or plain):
            runs.append((piece, level, len(piece) == 1 and piece.isalpha()))
    return runs


def math_width(source: str, size: float) -> float:
    """Estimate the width of a label such as ``h_{t-1}``."""
    return sum(
        text_width(text, size * (0.7 if level else 1)) for text, level, _ in math_runs(source)
    )
