"""A small drawing board for the book's figures: boxes, wires, grids, labels in two languages.

Colours are roles, not values: ``kind`` is one of ``ink``, ``muted``, ``accent``, ``input``,
``state``, ``weight``; ``_static/figures.css`` decides how each looks in light, dark and print.
The same drawing twice gives the same bytes.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from book.figures.letters import math_runs, text_width
from book.words import GLOSSARY, read_glossary

STYLE = Path(__file__).resolve().parent.parent / "_static" / "figures.css"
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """Where a drawn shape lies; its sides are the ends of wires."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> Point:
        return self.x, self.y + self.height / 2

    @property
    def right(self) -> Point:
        return self.x + self.width, self.y + self.height / 2

    @property
    def top(self) -> Point:
        return self.x + self.width / 2, self.y

    @property
    def bottom(self) -> Point:
        return self.x + self.width / 2, self.y + self.height

    @property
    def center(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2


def short(value: float) -> str:
    """Write a coordinate with one decimal at most."""
    return f"{round(value, 1):g}"


class Canvas:
    """An SVG of ``width`` x ``height`` in one language ("ko" or "en").

    Keep it at most 640 wide and its letters at least 15: a phone shows it at half that size.
    """

    def __init__(self, width: float, height: float, language: str, glossary: dict | None = None):
        self.language = language
        self.glossary = read_glossary(GLOSSARY) if glossary is None else glossary
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": "drawn",
                "lang": language,
                "viewBox": f"0 0 {short(width)} {short(height)}",
                "width": short(width),
                "height": short(height),
            },
        )
        ET.SubElement(self.root, "style").text = STYLE.read_text(encoding="utf-8")
        self._add("rect", "ground", width=width, height=height)

    # -- shapes ---------------------------------------------------------------------------

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        label: str = "",
        *,
        kind: str = "ink",
        style: str = "shape",
        size: float = 18,
        radius: float = 8,
    ) -> Box:
        """Draw a rounded box with a math label; ``style="frame dashed"`` draws its edge only."""
        group = self._group(kind)
        self._add("rect", style, group, x=x, y=y, width=width, height=height, rx=radius)
        box = Box(x, y, width, height)
        if label:
            self.math(box.center[0], box.center[1] + size * 0.35, label, size=size)
        return box

    def circle(
        self, x: float, y: float, radius: float = 15, label: str = "", *, kind: str = "ink"
    ) -> Box:
        """Draw a circle around (x, y), for an operation such as ``+`` or ``\\odot``."""
        group = self._group(kind)
        self._add("circle", "shape hollow", group, cx=x, cy=y, r=radius)
        if label:
            self.math(x, y + radius * 0.42, label, size=radius * 1.25)
        return Box(x - radius, y - radius, 2 * radius, 2 * radius)

    def dot(self, x: float, y: float, *, kind: str = "ink") -> None:
        """Mark the place where a wire splits."""
        self._add("circle", "head", self._group(kind), cx=x, cy=y, r=4)

    def grid(
        self,
        x: float,
        y: float,
        rows: Sequence[Sequence[object]],
        *,
        kind: str = "ink",
        cell: float = 30,
        lit: Sequence[tuple[int, int]] = (),
        size: float = 15,
    ) -> Box:
        """Draw a matrix as a grid; each entry is printed in its cell, ``lit`` cells stand out."""
        group = self._group(kind)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                left, top = x + j * cell, y + i * cell
                style = "shape lit" if (i, j) in lit else "shape"
                self._add("rect", style, group, x=left, y=top, width=cell, height=cell)
                self.number(left + cell / 2, top + cell / 2 + size * 0.36, str(value), size=size)
        return Box(x, y, cell * len(rows[0]), cell * len(rows))

    # -- wires ----------------------------------------------------------------------------

    def wire(self, *points: Point, kind: str = "ink", head: bool = True, bend: float = 10) -> None:
        """Draw a line through the points, corners rounded, with an arrow head at its end."""
        group = self._group(kind)
        end, before = points[-1], points[-2]
        angle = math.atan2(end[1] - before[1], end[0] - before[0])
        tip = (end[0] - 7 * math.cos(angle), end[1] - 7 * math.sin(angle)) if head else end
        self._add("path", "wire", group, d=_rounded([*points[:-1], tip], bend))
        if head:
            wings = [
                (end[0] + 10 * math.cos(angle + turn), end[1] + 10 * math.sin(angle + turn))
                for turn in (math.pi - 0.42, math.pi + 0.42)
            ]
            self._add("path", "head", group, d=f"M{_at(end)}L{_at(wings[0])}L{_at(wings[1])}Z")

    # -- labels ---------------------------------------------------------------------------

    def math(
        self,
        x: float,
        y: float,
        source: str,
        *,
        kind: str = "ink",
        size: float = 19,
        anchor: str = "middle",
    ) -> None:
        """Write a formula's letters: ``h_{t-1}``, ``x_t W``; (x, y) lies on the base line."""
        text = self._text(x, y, "math", kind, size, anchor)
        shift = 0.0
        for piece, level, italic in math_runs(source):
            wanted = {"": 0.0, "_": 0.25 * size, "^": -0.4 * size}[level]
            span = ET.SubElement(text, "tspan")
            if italic:
                span.set("class", "letter")
            if level:
                span.set("font-size", short(size * 0.7))
            if wanted != shift:
                span.set("dy", short(wanted - shift))
                shift = wanted
            span.text = piece

    def word(
        self,
        x: float,
        y: float,
        term: str,
        *,
        kind: str = "muted",
        size: float = 16,
        anchor: str = "middle",
        fit: float | None = None,
    ) -> None:
        """Write a glossary term in the reader's language, made smaller if ``fit`` is narrower."""
        text = self.term(term)
        if fit and (width := text_width(text, size)) > fit:
            size *= fit / width
        self._text(x, y, "word", kind, size, anchor).text = text

    def number(
        self,
        x: float,
        y: float,
        text: str,
        *,
        kind: str = "ink",
        size: float = 15,
        anchor: str = "middle",
    ) -> None:
        """Write a number or a shape such as ``(1, 4)``: the same in every language."""
        self._text(x, y, "number", kind, size, anchor).text = text.replace("-", "−")

    def code(
        self,
        x: float,
        y: float,
        text: str,
        *,
        kind: str = "muted",
        size: float = 15,
        anchor: str = "middle",
    ) -> None:
        """Write a name from the code, such as ``SimpleRNN``."""
        self._text(x, y, "code", kind, size, anchor).text = text

    def term(self, name: str) -> str:
        """Look a term up in the glossary, in this canvas' language."""
        if name not in self.glossary:
            raise KeyError(
                f"glossary.yml has no term {name!r}; a figure takes its words from there: add "
                f"`{name}: {{en: …, ko: …}}` / 용어집에 {name!r}가 없습니다. 먼저 올리세요."
            )
        return str(self.glossary[name][self.language])

    # -- output ---------------------------------------------------------------------------

    def to_text(self) -> str:
        """Return the drawing as the text of an SVG file."""
        pieces = [ET.tostring(child, encoding="unicode").strip() for child in self.root]
        frame = ET.tostring(ET.Element("svg", self.root.attrib), encoding="unicode")
        return "\n".join([frame.replace(" />", ">"), *pieces, "</svg>"]) + "\n"

    def _group(self, kind: str) -> ET.Element:
        return ET.SubElement(self.root, "g", {"class": kind})

    def _add(self, tag: str, style: str, parent: ET.Element | None = None, **numbers) -> None:
        attributes = {k: v if isinstance(v, str) else short(v) for k, v in numbers.items()}
        ET.SubElement(self.root if parent is None else parent, tag, {"class": style, **attributes})

    def _text(self, x: float, y: float, style: str, kind: str, size: float, anchor: str):
        return ET.SubElement(
            self._group(kind),
            "text",
            {
                "class": style,
                "x": short(x),
                "y": short(y),
                "font-size": short(size),
                "text-anchor": anchor,
            },
        )


def _at(point: Point) -> str:
    return f"{short(point[0])} {short(point[1])}"


def _rounded(points: Sequence[Point], bend: float) -> str:
    """Write a path through points whose inner corners are rounded by ``bend``."""
    path = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.append(f"L{_at(_toward(corner, before, bend))}")
        path.append(f"Q{_at(corner)} {_at(_toward(corner, after, bend))}")
    return "".join([*path, f"L{_at(points[-1])}"])


def _toward(start: Point, goal: Point, length: float) -> Point:
    distance = math.dist(start, goal) or 1.0
    part = min(length, distance / 2) / distance
    return start[0] + (goal[0] - start[0]) * part, start[1] + (goal[1] - start[1]) * part
