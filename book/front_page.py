"""The page before both books: it sends a reader on in the reader's language."""

from __future__ import annotations

from html import escape

_STYLE = """
    :root { color-scheme: light dark; }
    body { font: 1.2rem/1.6 system-ui, "Noto Sans KR", sans-serif; max-width: 34rem;
           margin: 18vh auto; padding: 0 1.2rem; word-break: keep-all; }
    a { display: block; padding: 0.9rem 1.2rem; margin: 0.8rem 0; border: 1px solid;
        border-radius: 0.6rem; text-decoration: none; color: inherit; }
    a:hover, a:focus-visible { outline: 0.15rem solid; }
    small { opacity: 0.75; }"""

_CHOOSE = """
    (function () {
      var chosen = null;
      try { chosen = localStorage.getItem("language"); } catch (error) { /* storage is off */ }
      var first = (navigator.languages && navigator.languages[0]) || navigator.language || "";
      var language = chosen || (/^ko\\b/i.test(first) ? "ko" : "en");
      if (language === "ko" || language === "en") location.replace(language + "/index.html");
    })();"""

# A missing page may lie at any depth: find the site's own root in the address that was asked for.
_FIND_ROOT = """
    (function () {
      var found = location.pathname.match(/^(.*\\/)(?:ko|en)\\//);
      if (!found) return;
      document.querySelectorAll("a").forEach(function (link) {
        link.href = found[1] + link.getAttribute("href");
      });
    })();"""

_REMEMBER = """
    document.querySelectorAll("a").forEach(function (link) {
      link.addEventListener("click", function () {
        try { localStorage.setItem("language", link.lang); } catch (error) { /* storage is off */ }
      });
    });"""


def _page(titles: dict[str, str], lines: dict[str, str], scripts: list[str], head: str) -> str:
    script = "".join(f"\n  <script>{text}\n  </script>" for text in scripts)
    return f"""<!DOCTYPE html>
<html lang="ko">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{escape(titles["ko"])} · {escape(titles["en"])}</title>{head}
  <style>{_STYLE}
  </style>
</head>
<body>
  <main>
    <p><small>{lines["ko"]}<br><span lang="en">{lines["en"]}</span></small></p>
    <a href="ko/index.html" hreflang="ko" lang="ko">{escape(titles["ko"])}</a>
    <a href="en/index.html" hreflang="en" lang="en">{escape(titles["en"])}</a>
  </main>{script}
</body>
</html>
"""


def front_pages(titles: dict[str, str]) -> dict[str, str]:
    """Return the texts of ``index.html`` and ``404.html`` for a book's titles."""
    choose = {"ko": "읽을 언어를 고르세요.", "en": "Choose a language."}
    missing = {
        "ko": "찾는 쪽이 없습니다. 첫 쪽에서 다시 찾아보세요.",
        "en": "This page does not exist. Start again from the first page.",
    }
    alternates = "".join(
        f'\n  <link rel="alternate" hreflang="{code}" href="{code}/index.html">' for code in titles
    )
    home_script = f"\n  <script>{_CHOOSE}\n  </script>"
    return {
        "index.html": _page(titles, choose, [_REMEMBER], alternates + home_script),
        "404.html": _page(titles, missing, [_FIND_ROOT, _REMEMBER], ""),
    }
