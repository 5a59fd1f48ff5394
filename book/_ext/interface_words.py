"""Korean words for what Sphinx, the theme and the copy button leave in English.

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
COPY_WORDS = {
    "copy": "복사",
    "copy_to_clipboard": "클립보드에 복사",
    "copy_success": "복사했습니다",
    "copy_failure": "복사하지 못했습니다",
}
_COPY_START = "const messages = {\n"


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


def teach_copy_button(app: Sphinx, exception: Exception | None) -> None:
    """Add Korean to the copy button's own list of languages, which has none."""
    script = Path(app.outdir) / "_static" / "copybutton.js"
    if exception or app.config.language != "ko" or not script.exists():
        return
    text = script.read_text(encoding="utf-8")
    if "'ko'" in text:
        return
    if _COPY_START not in text:
        raise ExtensionError("copybutton.js: its list of messages has changed; see COPY_WORDS")
    entry = f"  'ko': {COPY_WORDS!r},\n"
    script.write_text(text.replace(_COPY_START, _COPY_START + entry), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Change the words before the builder makes its templates."""
    prefer_our_words(app)
    app.connect("build-finished", teach_copy_button)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
