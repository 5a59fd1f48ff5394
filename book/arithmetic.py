"""Compute the equations of a text that hold nothing but numbers.

``h_2[0] &= \\tanh(-0.4 + 0.2082 + 0.1) = \\tanh(-0.0918) = -0.0915`` has three sides that are
numbers, and all three must agree.
"""

from __future__ import annotations

import math
import re

_FUNCTIONS = {
    "tanh": math.tanh,
    "sigma": lambda z: 1 / (1 + math.exp(-z)),
    "log": math.log,
    "sqrt": math.sqrt,
    "exp": math.exp,
}
_SPACE = re.compile(r"\\(?:bigl|bigr|Bigl|Bigr|left|right|,|;|!|:)|&|\\begin\{\w+\}|\\end\{\w+\}")
_CHAIN = re.compile(r"\\\\|\\q?quad|,\s|\\text\{[^}]*\}|:|\\(?:approx|Rightarrow|rightarrow)")
_SUM = re.compile(r"[\d.\s()+*/-]|tanh|sigma|log|sqrt|exp|\*\*")
_BRACES = r"\{([^{}]*)\}"


def sides(equation: str) -> list[list[str]]:
    """Return the chains of an equation: for each, its sides that hold numbers alone, as Python."""
    chains = []
    for chain in _CHAIN.split(_SPACE.sub(" ", equation)):
        found = [side for text in chain.split("=") if (side := _python(text))]
        if len(found) > 1:
            chains.append(found)
    return chains


def value(side: str) -> float:
    """Compute one side."""
    return float(eval(side, {"__builtins__": {}}, _FUNCTIONS))


def agree(one: str, two: str) -> bool:
    """Tell whether two sides are the same number, as far as four decimals can tell."""
    if "." not in one + two and "log" not in one + two:
        return math.isclose(value(one), value(two))
    return math.isclose(value(one), value(two), rel_tol=2e-4, abs_tol=1.5e-4)


def _python(text: str) -> str:
    """Translate one side to Python; empty if it holds anything but numbers."""
    text = re.sub(rf"\\frac{_BRACES}{_BRACES}", r"((\1)/(\2))", text)
    text = re.sub(rf"\\sqrt{_BRACES}", r"sqrt(\1)", text)
    text = re.sub(rf"\be\^{_BRACES}", r"exp(\1)", text)
    text = re.sub(rf"\^{_BRACES}", r"**(\1)", text).replace("^", "**")
    text = re.sub(r"\\(?:cdot|times)", "*", text)
    text = re.sub(r"\\(tanh|sigma|log)\s*(?=-?\d)(-?[\d.]+)", r"\1(\2)", text)
    text = re.sub(r"\\(tanh|sigma|log)\b", r"\1", text).strip()
    if not re.search(r"\d", text) or _SUM.sub("", text):
        return ""
    try:
        compile(text, "side", "eval")
        value(text)
    except (SyntaxError, TypeError, ValueError, ZeroDivisionError):
        return ""
    return text
