"""What each OPD and each year holds, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from serang_plan.analysis.changes.comparison import Changes
from serang_plan.page import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Table,
)
from serang_plan.wording import Lang, Text


def loads_and_years(changes: Changes, lang: Lang, level: int = 2) -> Iterator[Block]:
    """Give what each OPD carries and what each year holds, where that is other than before."""
    if changes.loads:
        yield Heading(Text("Tugas OPD", "Duties of the OPD").for_lang(lang), level)
        yield _loads(changes, lang)
    if changes.years:
        yield Heading(Text("Tahapan", "Stages").for_lang(lang), level)
        yield _years(changes, lang)


def _loads(changes: Changes, lang: Lang) -> Table:
    titles = (
        *(Text("OPD", "OPD"), Text("Memimpin", "Leads")),
        *(Text("Mendukung", "Supports"), Text("Kegiatan terbuka", "Open actions")),
    )
    rows = (
        (Cell(load.opd), *(_moved(old, new) for old, new in zip(load.before, load.after, strict=True)))
        for load in changes.loads
    )
    caption = Text("OPD yang tugasnya berubah", "OPD whose duties changed").for_lang(lang)
    return _table(caption, titles, tuple(rows), lang)


def _years(changes: Changes, lang: Lang) -> Table:
    titles = (
        *(Text("Tahun", "Year"), Text("Fokus", "Focus")),
        *(Text("Target", "Targets"), Text("Kegiatan", "Actions")),
    )
    words = {True: Text("ada", "yes").for_lang(lang), False: Text("belum", "no").for_lang(lang)}
    rows = (
        (
            Cell(str(year.year)),
            _moved(_focus(year.before, words), _focus(year.after, words)),
            _moved(year.before.targets, year.after.targets),
            _moved(year.before.actions, year.after.actions),
        )
        for year in changes.years
    )
    caption = Text("Tahun yang isinya berubah", "Years whose content changed").for_lang(lang)
    return _table(caption, titles, tuple(rows), lang, words=2)


def _focus(year: Any, words: dict[bool, str]) -> str:
    return "/".join(year.opd) or words[year.focus]


def _moved(old: object, new: object) -> Cell:
    return Cell(str(new), "muted") if old == new else Cell(f"{old} → {new}")


def _table(
    caption: str, titles: Sequence[Text], rows: tuple[tuple[Cell, ...], ...], lang: Lang, words: int = 1
) -> Table:
    """Return a table whose first columns hold words, and the others figures."""
    columns = tuple(
        Column(title.for_lang(lang), "left" if nth < words else "right") for nth, title in enumerate(titles)
    )
    return Table(caption, columns, (Group("", rows),))
