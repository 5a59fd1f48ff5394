"""Turn MyST Markdown into the Markdown that Jupyter itself shows.

Directives become images, quotes and formulas; cross-references become the words that the book
shows for them, which a ``Names`` object knows; labels go away.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Protocol

from book.anatomy import (
    CODE,
    DIRECTIVE,
    DISPLAY,
    FENCE,
    LABEL,
    LINK,
    ROLE,
    ROLE_TARGET,
    closing_line,
    split_options,
)
from book.checks import WORDS, Check, read_check

ADMONITIONS = {
    "note": ("참고", "Note"),
    "tip": ("도움말", "Tip"),
    "hint": ("힌트", "Hint"),
    "important": ("중요", "Important"),
    "warning": ("주의", "Warning"),
    "caution": ("주의", "Caution"),
    "attention": ("주의", "Attention"),
    "danger": ("위험", "Danger"),
    "seealso": ("함께 보기", "See also"),
}


class Names(Protocol):
    """What the book shows in the place of a reference."""

    language: str

    def equation(self, label: str) -> str: ...

    def reference(self, role: str, target: str) -> str: ...


@dataclass
class PlainMarkdown:
    """Converts the text of one cell.

    A figure is written into the text as data: Jupyter shows no SVG that is a cell's attachment.
    """

    names: Names
    folder: Path  # where the page lies: figures are named as seen from there

    def convert(self, source: str) -> str:
        """Return the text as plain Markdown."""
        lines, pieces, plain = source.split("\n"), [], []
        position = 0
        while position < len(lines):
            opening = FENCE.match(lines[position])
            if opening is None:
                plain.append(lines[position])
                position += 1
                continue
            end = closing_line(lines, position, opening["fence"])
            pieces.append(self._text("\n".join(plain)))
            plain = []
            pieces.append(self._block(lines[position : end + 1], opening["rest"].strip()))
            position = end + 1
        pieces.append(self._text("\n".join(plain)))
        return "\n".join(piece for piece in pieces if piece).strip("\n")

    def _block(self, lines: list[str], head: str) -> str:
        directive = DIRECTIVE.match(head)
        if directive is None:
            return "\n".join(lines)
        options, body = split_options(lines[1:-1])
        name, argument, text = directive["name"], directive["argument"], "\n".join(body)
        if name in ("figure", "image"):
            return self._figure(argument, options, text)
        if name == "math":
            return self._equation(text, options.get("label"))
        if name in ("code", "code-block", "code-cell"):
            return f"```{argument}\n{text}\n```"
        title = argument
        if name in ADMONITIONS:
            title = title or ADMONITIONS[name][self.names.language != "ko"]
        if name == "check":
            return self._check(read_check(argument, options, body))
        inner = self.convert(text)
        return _quoted(f"**{self._text(title)}**\n\n{inner}" if title else inner)

    def _check(self, check: Check) -> str:
        """Ask, list what can be chosen, fold the replies; Jupyter reads Markdown inside HTML."""
        words = WORDS[self.names.language]
        pieces = [self.convert(check.question)]
        if check.kind == "choice":
            pieces.append("\n".join(f"- {self._text(one.text)}" for one in check.answers))
        pieces.append(f"<details><summary>{words['answers']}</summary>")
        for _, one in check.ordered():
            start = f"**{words['right_answer']}:** " if one.right else ""
            pieces += [f"{start}{self._text(one.text)}", _quoted(self.convert(one.reply))]
        return "\n\n".join([*pieces, "</details>"])

    def _figure(self, argument: str, options: dict[str, str], caption: str) -> str:
        path = self.folder / argument
        alt = options.get("alt", "")
        if not path.is_file():
            return alt
        kind = "image/svg+xml" if path.suffix == ".svg" else f"image/{path.suffix[1:]}"
        data = base64.b64encode(path.read_bytes()).decode("ascii")
        image = f'<img alt="{escape(alt)}" src="data:{kind};base64,{data}">'
        number = self.names.reference("numref", options["name"]) if "name" in options else ""
        words = " ".join(part for part in (number, self.convert(caption)) if part)
        return f"{image}\n\n{words}".rstrip()

    def _equation(self, body: str, label: str | None) -> str:
        number = self.names.equation(label) if label else ""
        tag = f"\\tag{{{number}}}" if number else ""
        return f"$$\n{body.strip()}{tag}\n$$"

    def _text(self, text: str) -> str:
        """Handle what stands between blocks; inline code is left as it is."""
        lines = [line for line in text.split("\n") if not LABEL.match(line)]
        text = DISPLAY.sub(lambda m: self._equation(m["body"], m["label"]), "\n".join(lines))
        text = ROLE.sub(lambda m: self._role(m["name"], m["body"]), text)
        pieces, start = [], 0
        for code in CODE.finditer(text):
            pieces += [LINK.sub(_link, text[start : code.start()]), code[0]]
            start = code.end()
        return "".join([*pieces, LINK.sub(_link, text[start:])])

    def _role(self, name: str, body: str) -> str:
        if name == "math":
            return f"${body}$"
        target = ROLE_TARGET.search(body)
        if target:
            words = body[: target.start()].strip()
            if "%s" in words or "{number}" in words:
                number = self.names.reference(name, target["target"]).rpartition(" ")[2]
                return words.replace("%s", number).replace("{number}", number)
            return words
        return self.names.reference(name, body.strip())


def _link(match) -> str:
    """Keep links to the world; reduce links inside the book to their words."""
    return match[0] if "://" in match["target"] else match["text"]


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
