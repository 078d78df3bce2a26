"""Surroundings: what a page of a site has around it, and where the codes in its text lead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from serang_plan.rendering.web.tags import escaped, tag
from serang_plan.wording import Lang, Text

STYLE = "gaya.css"
"""The style sheet of a site, beside the folders of its languages."""
_TOKEN = re.compile(r"(?<![\w&.-])\w+(?:[.-]\w+)*(?![\w-])")
_SKIP = Text("Langsung ke isi", "Skip to the content")
_OTHER: dict[Lang, tuple[Lang, str]] = {"id": ("en", "English"), "en": ("id", "Bahasa Indonesia")}
_PAGES = Text("Halaman", "Pages")


class Surroundings(NamedTuple):
    """Where a page lies below the folder of its language, what else there is, and what leads where."""

    here: str
    menu: tuple[tuple[str, str], ...] = ()
    """Words, and the page that they lead to."""
    by_code: Mapping[str, str] = {}
    """What a code in running text leads to."""
    by_text: Mapping[str, str] = {}
    """What a whole text leads to; addresses on the web too."""
    root: str = "../"
    """The way to where the style sheet lies, from the folder of the language."""

    def words(self, text: str) -> str:
        """Return data as text, with links to what it names."""
        target = self.by_code.get(text) or self.by_text.get(text)
        if target:
            return self._link(target, escaped(text))
        return _TOKEN.sub(self._linked, escaped(text)) if self.by_code else escaped(text)

    def _linked(self, token: re.Match[str]) -> str:
        target = self.by_code.get(token.group())
        return self._link(target, token.group()) if target else token.group()

    def _link(self, target: str, words: str) -> str:
        return words if target == self.here else tag("a", words, href=self._address(target))

    def _address(self, target: str) -> str:
        """Return an address as seen from here; one on the web is whole."""
        if "://" in target:
            return escape(target)
        return "../" * self.here.count("/") + quote(target)

    def style(self) -> str:
        """Return the link to the style sheet that all pages share."""
        return f'<link rel="stylesheet" href="{self._address(f"{self.root}{STYLE}")}">'

    def top(self, lang: Lang) -> str:
        """Return what stands above every page: the way past it, the menu, the other language."""
        items = (tag("li", self._menu_link(words, target)) for words, target in self.menu)
        other, name = _OTHER[lang]
        switch = tag("a", name, href=self._address(f"../{other}/{self.here}"), lang=other, hreflang=other)
        skip = tag("a", _SKIP.for_lang(lang), "skip", href="#isi")
        menu = tag("ul", "\n".join((*items, tag("li", switch, "language"))))
        return tag("nav", f"{skip}\n{menu}", "site", aria_label=_PAGES.for_lang(lang))

    def _menu_link(self, words: str, target: str) -> str:
        current = "page" if target == self.here else ""
        return tag("a", escaped(words), href=self._address(target), aria_current=current)
