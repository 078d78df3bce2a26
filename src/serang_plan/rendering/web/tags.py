"""Tags: data as text between them, and never a tag, an attribute or an address itself."""

from __future__ import annotations

from html import escape

from serang_plan.page import Tone
from serang_plan.rendering.words import as_one
from serang_plan.wording import escape_invisible


def escaped(text: str) -> str:
    """Return data as text: what was typed is shown, and does nothing."""
    return escape(as_one(escape_invisible(text)), quote=False)


def typed(text: str) -> str:
    """Return what is to be copied and typed, letter by letter."""
    return escape(escape_invisible(text), quote=False)


def tag(name: str, inner: str, *classes: str, **attributes: str) -> str:
    """Write an element; `attributes` are the program's own, an underscore in their names is a hyphen."""
    named = {"class": " ".join(filter(None, classes)), **attributes}
    written = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in named.items() if value)
    return f"<{name}{written}>{inner}</{name}>"


def toned(tone: Tone) -> str:
    """Return the class of a tone; plain text has none."""
    return "" if tone == "plain" else tone
