"""Write the glossary's page from ``glossary.yml``: ``python -m book.glossary_page``.

Terms stand under the chapter that uses them first; at the top all of them, in each language's
alphabet.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from book.anatomy import dissect
from book.cells import LANGUAGES, ROOT, read_page, text_hash
from book.pages import pages_in_order
from book.terms import find_terms, term_anchor
from book.words import read_glossary

PAGE = ROOT / "book" / "glossary.md"
TITLE = "(glossary)=\n# 용어집 / Glossary\n"
ABOUT = {
    "ko": "이 책의 용어를 처음 나오는 장마다 모았습니다. 본문에서 장마다 처음 나오는 용어를 누르면 "
    "이곳의 설명으로 이어집니다.",
    "en": "The terms of this book, by the chapter in which they first occur. Where a chapter "
    "mentions a term for the first time, it links to its entry here.",
}


def first_chapters(glossary: dict[str, dict], pages: list[Path]) -> dict[str, list[str]]:
    """Return the terms with a definition under the number of the chapter that has them first."""
    waiting = [name for name, entry in glossary.items() if "say_ko" in entry]
    found: dict[str, list[str]] = {}
    for page in pages:
        number = page.name[:2] if re.match(r"\d\d-", page.name) else ""
        texts = (dissect(c.source).prose for c in read_page(page) if c.language == "ko")
        for name, _ in find_terms("\n".join(texts), glossary, "ko") if number else ():
            if name in waiting:
                waiting.remove(name)
                found.setdefault(number, []).append(name)
    return {**found, **({"": waiting} if waiting else {})}


def entry_text(name: str, entry: dict, language: str) -> str:
    """Return one entry: its word, that of the other language, what it means, what is avoided."""
    other = {"ko": "en", "en": "ko"}[language]
    avoided = ", ".join(f"`{word}`" for word in entry.get("avoid", ()))
    no = {"ko": "쓰지 않는 말", "en": "not used in Korean"}[language]
    return (
        f"({term_anchor(name)})=\n**{entry[language]}** "
        f'(<span lang="{other}">{entry[other]}</span>) {entry[f"say_{language}"]}'
        + (f" ({no}: {avoided})" if avoided else "")
    )


def texts(glossary: dict[str, dict], pages: list[Path]) -> dict[str, dict[str, str]]:
    """Return the cells of the page: ``{slug: {language: text}}``."""
    groups = first_chapters(glossary, pages)
    names = [name for group in groups.values() for name in group]
    cells = {"about": ABOUT, "all": {}}
    for language in LANGUAGES:
        ordered = sorted(names, key=lambda name: str(glossary[name][language]).lower())
        links = (f"[{glossary[name][language]}](#{term_anchor(name)})" for name in ordered)
        cells["all"][language] = " · ".join(links)
    for number, group in groups.items():
        heads = (
            {"ko": f"## {int(number)}장", "en": f"## Chapter {int(number)}"}
            if number
            else {"ko": "## 그 밖의 말", "en": "## Other words"}
        )
        cells[f"chapter-{number}" if number else "others"] = {
            language: f"(glossary-{number or 'others'})=\n{heads[language]}\n\n"
            + "\n\n".join(entry_text(name, glossary[name], language) for name in group)
            for language in LANGUAGES
        }
    return cells


def page_text(glossary: dict[str, dict], pages: list[Path]) -> str:
    """Return the whole page, its twins stamped."""
    pieces = [TITLE]
    for slug, pair in texts(glossary, pages).items():
        for language, other in (("ko", "en"), ("en", "ko")):
            head = {"tags": [language], "id": f"glossary-{slug}-{language}"}
            head["twin"] = text_hash(pair[other])
            pieces.append(f"+++ {json.dumps(head, ensure_ascii=False)}\n\n{pair[language]}\n")
    return "\n".join(pieces)


def main() -> int:
    """Renew the page; return the exit status."""
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    new = page_text(read_glossary(), pages_in_order())
    if new != old:
        PAGE.write_text(new, encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: {'written / 저장' if new != old else 'unchanged / 그대로'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
