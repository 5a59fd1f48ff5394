"""Write a small bilingual book into a folder: the real machinery, two short chapters."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from book.cells import ROOT, notebook_text, text_hash

MACHINERY = ("_ext", "_static", "_templates", "locale", "figures")
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def twins(name: str, ko: str, en: str) -> list[dict]:
    """Return a stamped pair of Markdown cells."""
    return [
        markdown(f"{name}-ko", ko, ["ko"], text_hash(en)),
        markdown(f"{name}-en", en, ["en"], text_hash(ko)),
    ]


def markdown(name: str, source: str, tags: list[str] | None = None, twin: str | None = None):
    """Return one Markdown cell as the JSON of a notebook."""
    metadata: dict = {"tags": tags} if tags else {}
    if twin:
        metadata["twin"] = twin
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": metadata,
        "source": source.splitlines(keepends=True),
    }


def code(name: str, source: str, output: str = "", tags: list[str] | None = None) -> dict:
    """Return one code cell; ``output`` is what it prints."""
    stream = {"name": "stdout", "output_type": "stream", "text": output.splitlines(keepends=True)}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {"tags": tags} if tags else {},
        "outputs": [stream] if output else [],
        "source": source.splitlines(keepends=True),
    }


def notebook(*cells: dict | list[dict]) -> dict:
    """Return a notebook; an argument may be one cell or a list of cells."""
    flat = [cell for part in cells for cell in (part if isinstance(part, list) else [part])]
    return {"cells": flat, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def figure(language: str, alt: str, caption: str) -> str:
    """Return a figure directive as a chapter writes it."""
    return (
        f":::{{figure}} figures/one_cell.{language}.svg\n:name: fig-one-cell\n:alt: {alt}\n\n"
        f"{caption}\n:::"
    )


EQUATION = "$$\nh_t = \\tanh(x_t W + h_{t-1} U + b)\n$$ (eq-simple-rnn)"


def index() -> dict:
    """Return the first page of the small book."""
    return notebook(
        twins(
            "index-title",
            "# 순서가 중요한 까닭\n\n문장은 **차례**로 읽습니다. "
            "[첫 장](01-one-cell.ipynb)으로 가세요.",
            "# Why order matters\n\nSentences are **read** in order. See "
            "[the first chapter](01-one-cell.ipynb).",
        ),
        twins(
            "index-how", "## 이 책을 쓰는 법\n\n읽으세요.", "## How to use this book\n\nRead it."
        ),
    )


def chapter() -> dict:
    """Return a chapter with every kind of cell that a page must carry over."""
    return notebook(
        twins("one-cell-title", "# 셀 하나", "# One cell"),
        twins(
            "one-cell-picture",
            "(one-cell-picture)=\n## 그림으로 보기\n\n"
            + figure("ko", "셀 하나의 그림", "셀 하나. $h_t$가 나갑니다.")
            + "\n\n{numref}`fig-one-cell`을 보세요. [M01](#m01)",
            "(one-cell-picture)=\n## The picture\n\n"
            + figure("en", "A drawing of one cell", "One cell. $h_t$ leaves.")
            + "\n\nSee {numref}`fig-one-cell`. [M01](#m01)",
        ),
        twins(
            "one-cell-equation",
            f"## 수식\n\n{EQUATION}\n\n{{eq}}`eq-simple-rnn`을 `x @ W`로 씁니다.",
            f"## The equation\n\n{EQUATION}\n\n{{eq}}`eq-simple-rnn` is written `x @ W`.",
        ),
        code("one-cell-code", "print((1, 1, 4))\nprint('0.5000')", "(1, 1, 4)\n0.5000\n"),
        twins(
            "one-cell-predict",
            ":::{admonition} 먼저 예측하세요\n:class: dropdown\n\n"
            "**은닉 상태**(hidden state)입니다.\n:::",
            ":::{admonition} Predict first\n:class: dropdown\n\nThe **hidden state**.\n:::",
        ),
        code("one-cell-hidden", "x = 1", "", ["hide-input"]),
        markdown("one-cell-table", "| 글자 / letter | 축 / axis |\n|---|---|\n| B | 0 |"),
    )


GLOSSARY = "hidden_state: {en: hidden state, ko: 은닉 상태, avoid: [숨은 상태]}\n"
PAGE = """+++ {"tags": ["ko"], "id": "mistakes-title-ko", "twin": "%s"}
%s
+++ {"tags": ["en"], "id": "mistakes-title-en", "twin": "%s"}
%s
+++ {"id": "mistakes-table"}

(m01)=
- M01 {ref}`one-cell-picture`
"""
TOC = {
    "format": "jb-book",
    "root": "book/index",
    "parts": [
        {"caption": "처음부터 / From the start", "chapters": [{"file": "book/01-one-cell"}]},
        {"caption": "찾아보기 / Reference", "chapters": [{"file": "book/mistakes"}]},
    ],
}


def make_book(folder: Path) -> Path:
    """Write the small book into ``folder`` with this tree's machinery; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "_config.yml", folder)
    (folder / "_toc.yml").write_text(json.dumps(TOC, ensure_ascii=False), encoding="utf-8")
    book = folder / "book"
    book.mkdir(exist_ok=True)
    for name in MACHINERY:
        shutil.copytree(ROOT / "book" / name, book / name, dirs_exist_ok=True)
    for path in (ROOT / "book").glob("*.py"):
        shutil.copy(path, book)
    (book / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    (book / "index.ipynb").write_text(notebook_text(index()), encoding="utf-8")
    (book / "01-one-cell.ipynb").write_text(notebook_text(chapter()), encoding="utf-8")
    ko, en = "# 자주 하는 실수\n", "# Common mistakes\n"
    page = PAGE % (text_hash(en.strip()), ko, text_hash(ko.strip()), en)
    (book / "mistakes.md").write_text(page, encoding="utf-8")
    return folder
