"""Take a piece of MyST Markdown apart: what must agree between two twins, and what is prose.

Not a Markdown parser: it knows just the syntax that the book uses (see README.md), in the order
in which one thing can hide another: code first, then equations, then roles and links, then words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from book.checks import Check, read_check

FENCE = re.compile(r"^\s*(?P<fence>`{3,}|~{3,}|:{3,})(?P<rest>.*)$")
DIRECTIVE = re.compile(r"^\{(?P<name>[\w:.-]+)\}\s*(?P<argument>.*)$")
_OPTION = re.compile(r"^\s*:(?P<key>[\w-]+):(?:\s+(?P<value>.*))?$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
LABEL = re.compile(r"^\s*\((?P<label>[^()\s]+)\)=\s*$")
DISPLAY = re.compile(r"\$\$(?P<body>.+?)\$\$(?:[ \t]*\((?P<label>[^()\s]+)\))?", re.DOTALL)
INLINE_MATH = re.compile(r"(?<![\\$])\$(?!\s)(?P<body>[^$]+?)(?<![\s\\])\$(?!\$)")
ROLE = re.compile(r"\{(?P<name>[\w:.-]+)\}`(?P<body>[^`]+)`")
CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?P<body>.+?)(?P=ticks)(?!`)", re.DOTALL)
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)[^)]*\)")
LINK = re.compile(r"\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]*)[^)]*\)")
_AUTOLINK = re.compile(r"<(?P<target>(?:https?|mailto):[^>]+)>|(?P<bare>https?://[^\s)>\]]+)")
ROLE_TARGET = re.compile(r"<(?P<target>[^<>]+)>\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIST_NUMBER = re.compile(r"^(\s*)\d+[.)](?=\s)", re.MULTILINE)
_NUMBER = re.compile(r"(?<![A-Za-z\d_.])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)")
_TEXT_MACRO = re.compile(r"\\(?:text|textrm|textbf)\{[^{}]*\}")


@dataclass
class Anatomy:
    """The parts of one text; ``prose`` is what is left for a reader, ``headings`` apart."""

    heading_levels: list[int] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    display: list[str] = field(default_factory=list)
    equation_labels: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    math_words: str = ""
    roles: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    directives: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    prose: str = ""

    @property
    def words(self) -> str:
        """Everything that a person reads as words: headings, prose, words in equations."""
        return "\n".join([*self.headings, self.prose, self.math_words])

    @property
    def numbers(self) -> list[str]:
        """Numbers written in digits in headings and prose, thousands without commas."""
        text = "\n".join([*self.headings, self.prose])
        return [number.replace(",", "") for number in _NUMBER.findall(text)]


def masked(source: str) -> str:
    """Return the text with code and equations blanked, so that their signs mean nothing."""
    text = _take_fences(_COMMENT.sub("", source), Anatomy())
    text = DISPLAY.sub("$$", text)
    return INLINE_MATH.sub("$x$", CODE.sub("`x`", text))


def normal_equation(source: str) -> str:
    """Strip what TeX does not see: white space, and the words inside ``\\text``."""
    text = re.sub(r"\s+", " ", _TEXT_MACRO.sub(r"\\text{}", source)).strip()
    return re.sub(r"(?<![A-Za-z]) | (?![A-Za-z])", "", text)


def dissect(source: str) -> Anatomy:
    """Take ``source`` apart into an :class:`Anatomy`."""
    parts = Anatomy()
    text = _take_fences(_COMMENT.sub("", source), parts)
    text = DISPLAY.sub(lambda m: _equation(parts, m["body"], m["label"]), text)
    text = ROLE.sub(lambda m: _role(parts, m["name"], m["body"]), text)
    text = CODE.sub(lambda m: _keep(parts.codes, m["body"].strip(), " "), text)
    text = INLINE_MATH.sub(lambda m: _inline(parts, m["body"]), text)
    text = IMAGE.sub(lambda m: _image(parts, m["target"], m["alt"]), text)
    text = LINK.sub(lambda m: _keep(parts.links, m["target"], m["text"]), text)
    text = _AUTOLINK.sub(lambda m: _keep(parts.links, m["target"] or m["bare"], " "), text)
    parts.prose = _LIST_NUMBER.sub(r"\1", _take_lines(text, parts))
    return parts


def _keep(found: list[str], value: str, left: str) -> str:
    found.append(value)
    return left


def _equation(parts: Anatomy, body: str, label: str | None) -> str:
    parts.display.append(normal_equation(body))
    parts.equation_labels.append(label or "")
    parts.math_words += " ".join(_TEXT_MACRO.findall(body)) + " "
    return "\n"


def _inline(parts: Anatomy, body: str) -> str:
    parts.math_words += " ".join(_TEXT_MACRO.findall(body)) + " "
    return _keep(parts.inline, normal_equation(body), " ")


def _role(parts: Anatomy, name: str, body: str) -> str:
    if name == "math":
        return _inline(parts, body)
    target = ROLE_TARGET.search(body)
    parts.roles.append(f"{{{name}}}`{target['target'] if target else body}`")
    return body[: target.start()] if target else " "


def _image(parts: Anatomy, target: str, alt: str) -> str:
    parts.figures.append(target)
    return alt


def _take_lines(text: str, parts: Anatomy) -> str:
    """Collect headings and labels, which own their line; return the rest."""
    rest = []
    for line in text.split("\n"):
        if label := LABEL.match(line):
            parts.labels.append(label["label"])
        elif heading := _HEADING.match(line):
            parts.heading_levels.append(len(heading[1]))
            parts.headings.append(heading[2])
        else:
            rest.append(line)
    return "\n".join(rest)


def _take_fences(text: str, parts: Anatomy) -> str:
    """Take out fenced code and the frames of directives; a directive's content stays."""
    lines, rest = text.split("\n"), []
    position = 0
    while position < len(lines):
        opening = FENCE.match(lines[position])
        if opening is None:
            rest.append(lines[position])
            position += 1
            continue
        end = closing_line(lines, position, opening["fence"])
        content = lines[position + 1 : end]
        rest.append(_block(opening["rest"].strip(), content, parts))
        position = end + 1
    return "\n".join(rest)


def closing_line(lines: list[str], start: int, fence: str) -> int:
    """Find the line that closes a fence: the same sign, at least as often, and nothing else."""
    for number in range(start + 1, len(lines)):
        line = lines[number].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return number
    return len(lines)


def _block(head: str, content: list[str], parts: Anatomy) -> str:
    """Handle one fenced block; return the prose that it leaves behind."""
    directive = DIRECTIVE.match(head)
    if directive is None:
        parts.blocks.append("\n".join([head, *content]).rstrip())
        return ""
    name, argument = directive["name"], directive["argument"]
    options, body = split_options(content)
    parts.directives.append(name)
    if "name" in options:
        parts.labels.append(options["name"])
    if name == "math":
        return _equation(parts, "\n".join(body), options.get("label"))
    if name in ("code", "code-block", "code-cell", "literalinclude"):
        parts.blocks.append("\n".join([argument, *body]).rstrip())
        return options.get("caption", "")
    if name in ("figure", "image"):
        parts.figures.append(argument)
        argument = ""
    if name == "check":
        parts.checks.append(read_check(argument, options, body))
        argument = ""
    words = [argument, options.get("alt", ""), options.get("caption", "")]
    return "\n".join([*words, _take_fences("\n".join(body), parts), ""])


def split_options(content: list[str]) -> tuple[dict[str, str], list[str]]:
    """Split the ``:key: value`` lines from the top of a directive's content."""
    options: dict[str, str] = {}
    for number, line in enumerate(content):
        option = _OPTION.match(line)
        if option is None:
            return options, content[number:]
        options[option["key"]] = option["value"] or ""
    return options, []
