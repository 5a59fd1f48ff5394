"""What a student may see of a cell that ran: never a line of a solution or of a hidden test."""

from __future__ import annotations

import ast
import re

from nbconvert.filters import strip_ansi

from .anatomy import Test
from .words import LANGUAGES, half, has_hangul, word

LONGEST = 20_000
PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")


def filtered(text: str, secrets, own: str, language: str) -> str:
    """Replace each line that gives away a secret which the student's own code does not hold."""
    mine = letters(own)
    unknown = {letters(secret) for secret in secrets} - {""}
    unknown = [secret for secret in unknown if secret not in mine]
    lines = []
    for line in strip_ansi(text)[:LONGEST].split("\n"):
        told = any(secret in letters(line) for secret in unknown)
        lines.append(word("withheld", language) if told else line)
    return "\n".join(lines)


def letters(text: str) -> str:
    """Return letters and digits alone: quoting or spacing a line does not make it another."""
    return re.sub(r"\\[nrt]|\W", "", text)


STOPPED = {"CellTimeoutError": "timeout", "DeadKernelError": "ended"}


def messages_of(source: str) -> list[str]:
    """Return the sentences that a test can say: its string constants in two languages."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return []
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and len(text) > 7 and has_hangul(text)]


def teachers_words(test: Test, output, language: str) -> str:
    """Return the sentence of a test that its exception carries, in one language."""
    said = str(output.get("evalue", ""))
    known = [text for text in messages_of(test.source) if text.strip() in said]
    return half(known[0], language).strip() if known else ""


def message(test: Test, output, secrets, own: str, language: str) -> str:
    """Return why a test failed. A hidden test says its own sentence, and nothing else.

    What is shown of a hidden test comes from the teacher's text alone; a student's exception only
    decides whether it is shown.
    """
    if output.get("ename") in STOPPED:
        return word(STOPPED[output["ename"]], language)
    said = str(output.get("evalue", ""))
    known = teachers_words(test, output, language)
    if known or test.hidden:
        return known
    lines = [line for line in f"{output.get('ename')}: {said}".split("\n") if line.strip()]
    return filtered("\n".join(lines)[:600], secrets, own, language)


def outputs_of(cell, secrets, own: str, language: str) -> list[dict[str, str]]:
    """Return a cell's outputs as text and pictures; HTML, SVG and scripts are left out."""
    shown = []
    for output in cell.get("outputs", ()):
        kind, data = output.output_type, output.get("data", {})
        picture = next((name for name in PICTURES if name in data), None)
        if kind == "stream":
            text = output.text
        elif kind == "error":
            text = "\n".join(output.traceback) or f"{output.ename}: {output.evalue}"
        elif picture and _BASE64.fullmatch(str(data[picture])):
            shown.append({"picture": f"data:{picture};base64,{''.join(data[picture].split())}"})
            continue
        else:
            text = str(data.get("text/plain", ""))
        if text.strip():
            shown.append({"text": filtered(text, secrets, own, language)})
    return shown


def title_before(cells, index: int) -> str:
    """Return the last heading before a cell, without its marks."""
    for cell in reversed(cells[:index]):
        found = re.findall(r"^#{1,6}\s+(.+)$", cell.source, flags=re.MULTILINE)
        if cell.cell_type == "markdown" and found:
            return re.sub(r"[*_`]", "", found[-1]).strip()
    return ""


def idea(test: Test, language: str) -> str:
    """Return a test's first line in one language."""
    assert language in LANGUAGES
    return test.idea.get(language) or test.id
