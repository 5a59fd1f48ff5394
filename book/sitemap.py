"""The list of pages for search engines, each with its sister in the other language."""

from __future__ import annotations

from pathlib import Path

from book.cells import LANGUAGES

_NO_PAGES = ("index.html", "search.html")  # in a book's own folder: a redirect, and no text


def sitemap(site: Path, url: str) -> dict[str, str]:
    """Return ``sitemap.xml`` and ``robots.txt`` of a site published at ``url``."""
    url = url.rstrip("/")
    names = [path.relative_to(site / "ko").as_posix() for path in (site / "ko").rglob("*.html")]
    entries = []
    for name in sorted(name for name in names if name not in _NO_PAGES):
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}/{code}/{name}"/>'
            for code in LANGUAGES
        )
        entries += [f"<url><loc>{url}/{code}/{name}</loc>{links}</url>" for code in LANGUAGES]
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    alternates = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    listed = "\n".join(entries)
    return {
        "sitemap.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {space} {alternates}>\n'
        f"{listed}\n</urlset>\n",
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n",
    }
