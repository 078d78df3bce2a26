"""Particulars: what is known of a thing, a line for each fact, and what became of it, a row for each news."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from serang_plan.model.when import When
from serang_plan.page import Cell, Column, Fact, Facts, Table
from serang_plan.reports.parts.phrases import NOTHING, table
from serang_plan.wording import Lang, Text, full_date

SOURCE = Text("Sumber", "Source")
NOTE = Text("Catatan", "Note")
Line = tuple[Text, str | None]
"""A label, and what stands behind it; nothing is left out."""
News = tuple[When, Iterable[Line], str | None]
"""When something became known, what changed, and the source that tells of it."""


def particulars(lines: Iterable[Line], lang: Lang) -> Facts:
    """Return what is known of a thing."""
    facts = (Fact(label.for_lang(lang), text) for label, text in lines if text)
    return Facts(Text("Keterangan", "Particulars").for_lang(lang), tuple(facts))


def day_or_time(when: date | When | None, lang: Lang) -> str | None:
    """Write a day in full, and a time as exactly as it is known."""
    return when.text(lang) if isinstance(when, When) else full_date(when, lang) if when else None


def together(codes: Iterable[str | None]) -> str:
    """Write codes one behind the other, each once."""
    return ", ".join(dict.fromkeys(code for code in codes if code))


_COLUMNS = (
    (Text("Diketahui", "Known"), Column("")),
    (Text("Yang berubah", "What changed"), Column("", wrap=True, bare=True)),
    (SOURCE, Column("", drop=1)),
)
_UNCHANGED = Text("kabar tanpa perubahan", "news without a change")


def history(caption: Text, news: Sequence[News], lang: Lang) -> tuple[Table, ...]:
    """Return the table of what became of a thing, if anything did."""
    rows = (
        (Cell(known.text(lang)), Cell(_changed(changes, lang)), Cell(source or NOTHING))
        for known, changes, source in news
    )
    return (table(caption, _COLUMNS, rows, lang),) if news else ()


def _changed(changes: Iterable[Line], lang: Lang) -> str:
    words = [f"{label.for_lang(lang)}: {text}" for label, text in changes if text]
    return "; ".join(words) or _UNCHANGED.for_lang(lang)
