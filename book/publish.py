"""Build both books: ``publish.py [--url ADDRESS]`` -> ``_build/site/{ko,en}`` and a front page.

Each language is built in a process of its own (two builds in one process share interface words),
both at the same time. A warning is an error. The site is replaced only when both books are well.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from book.cells import LANGUAGES, display_name, half, read_page
from book.front_page import front_pages

BUILD = ROOT / "_build"
SITE = BUILD / "site"
MOST = 25  # lines of complaint per language; the rest mostly follows from them
_WARNING = re.compile(
    r"^(?:(?P<file>.+?)(?::(?P<line>\d+))?: )?(?P<kind>WARNING|ERROR|CRITICAL): (?P<text>.+)$"
)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def build_language(language: str, url: str) -> int:
    """Build one book in this process; return its exit status."""
    from jupyter_book.sphinx import build_sphinx

    folder = BUILD / "parts" / language
    forget_old_machinery(folder)
    overrides = {"language": language, "nitpicky": True, "site_root": "../"}
    overrides["latex_individualpages"] = False
    if url:
        overrides["html_baseurl"] = f"{url.rstrip('/')}/{language}/"
    result = build_sphinx(
        ROOT,
        folder / "html",
        noconfig=True,
        path_config=ROOT / "_config.yml",
        confoverrides=overrides,
        doctreedir=folder / "doctrees",
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    if isinstance(result, Exception):
        print(f"ERROR: {result}", file=sys.stderr)
        return 1
    return int(result)


def forget_old_machinery(folder: Path) -> None:
    """Build from nothing when the machinery changed: Sphinx watches pages, not extensions."""
    book = ROOT / "book"
    watched = [*book.glob("*.py"), *book.glob("_ext/*.py"), *book.glob("_templates/**/*.html")]
    watched += [*book.glob("locale/**/*.po"), ROOT / "_config.yml", ROOT / "requirements/book.txt"]
    state = hashlib.sha256()
    for path in sorted(path for path in watched if path.exists()):
        state.update(f"{path.name}\0".encode() + path.read_bytes())
    mark = folder / "machinery"
    if mark.exists() and mark.read_text() == state.hexdigest():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    mark.write_text(state.hexdigest())


def start(language: str, url: str) -> subprocess.Popen:
    """Start the build of one book as a process."""
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "PYTHONHASHSEED": "0"}
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).resolve()), "--language", language, "--url", url],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=environment,
        cwd=ROOT,
    )


def complaints(output: str, language: str) -> list[str]:
    """Turn a build's output into one line per warning: file, cell, what."""
    found = []
    for line in output.splitlines():
        if match := _WARNING.match(_COLOUR.sub("", line)):
            place = _place(match["file"], match["line"], language)
            found.append(f"[{language}] {place}{match['text'].strip()}")
    if not found:  # no Sphinx warning: show what the process said last
        found = [f"[{language}] {line}" for line in output.splitlines()[-5:]]
    return list(dict.fromkeys(found))


def _place(file: str | None, line: str | None, language: str) -> str:
    """Name the place of a warning as an author knows it: file, and cell of a notebook."""
    if not file:
        return ""
    path = Path(file)
    name = display_name(path)
    if path.suffix != ".ipynb" or line is None:
        return f"{name}{f', line {line}' if line else ''}: "
    # MyST-NB numbers lines as 10000 * (cell + 1) + line, over the cells that this book keeps
    number, row = divmod(int(line), 10000)
    cells = [cell for cell in read_page(path) if cell.language in (None, language)]
    if 1 <= number <= len(cells):
        return f"{name}, cell {cells[number - 1].id}, line {row}: "
    return f"{name}: "


def replace_site() -> None:
    """Put the fresh books in the place of the old site, in one move."""
    fresh, old = BUILD / "site.new", BUILD / "site.old"
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    fresh.mkdir(parents=True)
    for language in LANGUAGES:
        shutil.copytree(
            BUILD / "parts" / language / "html",
            fresh / language,
            ignore=shutil.ignore_patterns("*.map", ".buildinfo*", "objects.inv"),
        )
    for name, text in front_pages(title()).items():
        (fresh / name).write_text(text, encoding="utf-8", newline="\n")
    (fresh / ".nojekyll").touch()
    if SITE.exists():
        SITE.rename(old)
    fresh.rename(SITE)
    shutil.rmtree(old, ignore_errors=True)


def title() -> dict[str, str]:
    """Return the book's title in each language."""
    import yaml

    text = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["title"]
    return {language: half(text, language) for language in LANGUAGES}


def publish(url: str) -> int:
    """Build both books at once and put the site in place; return the exit status."""
    began = time.monotonic()
    builds = {language: start(language, url) for language in LANGUAGES}
    outputs = {language: build.communicate()[0] for language, build in builds.items()}
    failed = [language for language in LANGUAGES if builds[language].returncode]
    for language in failed:
        lines = complaints(outputs[language], language)
        print("\n".join(lines[:MOST]))
        if more := len(lines[MOST:]):
            print(f"[{language}] and {more} more / 그 밖에 {more}건")
    if failed:
        kept = (
            " The site before it stands. / 앞서 만든 사이트는 그대로입니다."
            if SITE.exists()
            else ""
        )
        print(f"The book was not built. / 책을 만들지 못했습니다.{kept}")
        return 1
    replace_site()
    print(f"Both books built in {time.monotonic() - began:.1f} s. / 두 언어의 책을 만들었습니다.")
    print(SITE / "index.html")
    return 0


def main() -> int:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--url", default="", help="address of the published site, for hreflang")
    parser.add_argument("--language", choices=LANGUAGES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.language:
        return build_language(options.language, options.url)
    return publish(options.url)


if __name__ == "__main__":
    sys.exit(main())
