"""A link from each page to the same page in the other language, and hreflang for machines.

``site_root`` says where the folder that holds ``ko/`` and ``en/`` lies as seen from one book's
root (``publish.py`` sets "../"); empty means that this book is built alone and has no sister.
With ``html_baseurl`` the alternates are absolute addresses, as search engines want them.
"""

from __future__ import annotations

from sphinx.application import Sphinx

NAMES = {"ko": "한국어", "en": "English"}


def page_address(app: Sphinx, pagename: str, language: str) -> str:
    """Return the address of a page in a language, as a page of this book would link to it."""
    target = app.builder.get_target_uri(pagename)
    if app.config.html_baseurl:
        here = app.config.html_baseurl.rstrip("/")
        return f"{here.removesuffix('/' + app.config.language)}/{language}/{target}"
    return f"{app.config.site_root}{language}/{target}"


def add_languages(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Give the templates ``alternates`` and ``other_language``."""
    context["alternates"] = []
    if not app.config.site_root or pagename.startswith("_modules"):
        return
    up = context["content_root"]  # from this page to the root of its own book
    for code, name in NAMES.items():
        address = page_address(app, pagename, code)
        url = address if "://" in address else f"{up}{address}"
        context["alternates"].append({"code": code, "url": url})
        if code != app.config.language:
            relative = f"{up}{app.config.site_root}{code}/{app.builder.get_target_uri(pagename)}"
            context["other_language"] = {"code": code, "name": name, "url": relative}


def setup(app: Sphinx) -> dict:
    """Register the setting, the script that carries the anchor over, and the page hook."""
    app.add_config_value("site_root", "", "html", types=[str])
    app.add_js_file("language.js", loading_method="defer")
    app.connect("html-page-context", add_languages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
