"""What a student is told about a mistake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A mistake's code, the thought behind it, what to look at again.

    Where no known mistake agrees, the code is empty and the thought says where the answer differs.
    """

    code: str
    thought: dict[str, str]
    look_again: dict[str, str]
    link: str  # a label of the book


def finding_of(
    code: str, ko: tuple[str, str], en: tuple[str, str], passages: dict[str, str]
) -> Finding:
    """Return a finding from its two languages, each (thought, look again)."""
    thought, look_again = ({"ko": k, "en": e} for k, e in zip(ko, en, strict=True))
    return Finding(code, thought, look_again, passages.get(code, code.lower()))
