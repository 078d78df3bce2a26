"""Scalars: a word, a number or a text as YAML, in quotes where it would be read as something else."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from serang_plan.wording import written_out

_NUMBERLIKE = re.compile(r"\d[\d.,:_eExXoObBa-fA-F+-]*")
_TIME = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{4}-TW[1-4]")
_WORDS = frozenset(("yes", "no", "on", "off", "y", "n", "true", "false", "null"))
"""Words that some reader takes for something else."""
NOT_IN_BRACES = re.compile(r"[,\[\]{}]")
_MEANS_MORE = re.compile(r":(?: |$)| #|^[^\w(]|^_|^ | $")
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def scalar(value: str | int | Decimal | bool | None, quotes: str, needed: str, *, in_braces: bool) -> str:
    """Return a value as it is typed on one line: in some quotes, or else in others if it needs any."""
    if isinstance(value, str):
        return quoted_text(value, quotes or ("" if is_plain(value, in_braces=in_braces) else needed))
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def is_plain(text: str, *, in_braces: bool) -> bool:
    """Whether every reader takes a text for itself although it stands in no quotes."""
    return (
        bool(text)
        and text.isprintable()
        and not _MEANS_MORE.search(text)
        and not (in_braces and NOT_IN_BRACES.search(text))
        and text.casefold() not in _WORDS
        and (not _NUMBERLIKE.fullmatch(text) or bool(_TIME.fullmatch(text)))
    )


def quoted_text(text: str, quotes: str) -> str:
    """Return a text in quotes; in double ones if it has what the others cannot hold."""
    if not quotes:
        return text
    if quotes == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_in_quotes, text)) + '"'


def _in_quotes(letter: str) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    if letter.isprintable() or unicodedata.category(letter) == "Zs":
        return letter
    return written_out(letter)
