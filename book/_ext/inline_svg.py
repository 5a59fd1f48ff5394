"""Put SVG figures into the page itself, so that their colours and words follow the page.

An image whose file ends in ``.svg`` becomes ``<svg role="img" aria-label=alt>``. Its own style
sheet is dropped (``_static/figures.css`` holds the same rules once for the page), and its ids get
the place on the page as a prefix, so that two figures cannot answer to one id.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

SVG = "http://www.w3.org/2000/svg"
_REFERENCE = re.compile(r"url\(#([^)]+)\)|^#(.+)$")
logger = logging.getLogger(__name__)


def inline(text: str, alt: str, prefix: str, language: str) -> str:
    """Turn the text of an SVG file into an element of a page."""
    root = ET.fromstring(text)
    for parent in root.iter():
        for child in list(parent):
            if child.tag == f"{{{SVG}}}style":
                parent.remove(child)
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        for name, value in list(element.items()):
            element.set(name, _renamed(name, value, prefix))
    root.set("role", "img")
    root.set("aria-label", alt)
    root.set("lang", language)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _renamed(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return f"{prefix}-{value}"
    return _REFERENCE.sub(
        lambda m: f"url(#{prefix}-{m[1]})" if m[1] else f"#{prefix}-{m[2]}", value
    )


class InlineFigures(SphinxPostTransform):
    """Replace each SVG image node before the builder collects images to copy."""

    default_priority = 5
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Walk over the page's images."""
        images = [
            node
            for node in self.document.findall(nodes.image)
            if node["uri"].endswith(".svg") and "://" not in node["uri"]
        ]
        for number, node in enumerate(images, start=1):
            path = Path(self.env.srcdir) / node["uri"]
            if not path.is_file():
                continue  # Sphinx has said so already
            if not node.get("alt"):
                logger.warning(
                    "figure %s has no :alt: / 그림에 :alt:이 없습니다", path.name, location=node
                )
            prefix = f"figure-{number}"
            text = path.read_text(encoding="utf-8")
            svg = inline(text, node.get("alt", ""), prefix, self.config.language)
            frame = f'<div class="drawn-frame">{svg}</div>'
            node.replace_self(nodes.raw("", frame, format="html"))


def setup(app: Sphinx) -> dict:
    """Register the transform; a changed SVG makes its page new (images are dependencies)."""
    app.add_post_transform(InlineFigures)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
