"""Find the glossary's terms in a text: each mention, longer terms before shorter ones."""

from __future__ import annotations

import re
from collections.abc import Iterator


def term_anchor(name: str) -> str:
    """Return the label of a term's entry in the glossary's page."""
    return f"term-{name.replace('_', '-')}"


def find_terms(
    text: str, glossary: dict[str, dict], language: str
) -> Iterator[tuple[str, re.Match]]:
    """Yield (name, match) for each mention of a term that has a definition.

    A Korean term may be followed by a particle, an English one by a plural's ending. In a phrase
    that the glossary lists under ``but`` the letters mean something else.
    """
    names = {str(e[language]).lower(): name for name, e in glossary.items() if "say_ko" in e}
    if not names:
        return
    for phrase in (phrase for entry in glossary.values() for phrase in entry.get("but", ())):
        text = text.replace(phrase, "\0" * len(phrase))
    words = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    korean = rf"(?<![가-힣])({words})"
    english = rf"(?<![\w-])({words})(?:s|es)?(?![\w-])"
    for match in re.finditer(korean if language == "ko" else english, text, re.IGNORECASE):
        yield names[match[1].lower()], match
