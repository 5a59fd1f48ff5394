"""Korean words for what Sphinx, the theme and some scripts leave in English.

The tracked ``.po`` files of ``book/locale`` are compiled in memory and put before the catalogues
that come with Sphinx and the theme, so that they add words and correct words alike.
"""

from __future__ import annotations

import gettext
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.locale import translators

LOCALE = Path(__file__).resolve().parent.parent / "locale"
# Scripts with words of their own: what to find in each, and what to write in its place.
SCRIPTS = {
    "copybutton.js": (
        "const messages = {\n",
        "const messages = {\n"
        "  'ko': {'copy': '복사', 'copy_to_clipboard': '클립보드에 복사',\n"
        "         'copy_success': '복사했습니다', 'copy_failure': '복사하지 못했습니다'},\n",
    ),
    "togglebutton.js": ("Toggle hidden content", "숨긴 내용 펼치기·접기"),
}


def compiled(path: Path) -> gettext.GNUTranslations:
    """Compile one ``.po`` file in memory."""
    memory = io.BytesIO()
    with path.open("rb") as source:
        write_mo(memory, read_po(source, locale=path.parent.parent.name))
    memory.seek(0)
    return gettext.GNUTranslations(memory)


def prefer_our_words(app: Sphinx) -> None:
    """Put our catalogues in front; what they lack, the catalogues behind them answer."""
    for path in sorted((LOCALE / app.config.language / "LC_MESSAGES").glob("*.po")):
        ours = compiled(path)
        ours.add_fallback(translators.get(("general", path.stem), gettext.NullTranslations()))
        translators["general", path.stem] = ours
        if path.stem == "sphinx":
            app.translator = ours


def teach_scripts(app: Sphinx, exception: Exception | None) -> None:
    """Give the Korean book's scripts Korean words; they have no catalogue for that."""
    if exception or app.config.language != "ko" or app.builder.format != "html":
        return
    for name, (old, new) in SCRIPTS.items():
        script = Path(app.outdir) / "_static" / name
        text = script.read_text(encoding="utf-8")
        if new in text:
            continue
        if old not in text:
            raise ExtensionError(f"{name}: {old.strip()!r} is no longer in it; see SCRIPTS")
        script.write_text(text.replace(old, new), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Change the words before the builder makes its templates."""
    prefer_our_words(app)
    app.connect("build-finished", teach_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
