"""Checklists as sheets to work with: a line for each thing to do, with room for what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from serang_plan.page import Sheet, Value
from serang_plan.reports.checklist.page import TICKS, Checklists, sheet
from serang_plan.reports.checklist.page import OpdChecklist as Filled
from serang_plan.reports.checklist.tasks import ReportRow, Todo
from serang_plan.reports.parts.sheet_columns import CODE, OPD, joined
from serang_plan.wording import Lang, Text


def sheets(checklists: Checklists, lang: Lang) -> tuple[Sheet, ...]:
    """Return what some OPD have to do, then what they bring; the last columns are theirs to fill in."""
    filled = [sheet(checklists, asked, lang) for asked in checklists.asked]
    return (_todos(filled, lang), _bring(filled, lang))


_STATUS = tuple(
    Text(*words) for words in (("menunggu", "waiting"), ("proses", "under way"), ("selesai", "done"))
)
_TODO_COLUMNS = (
    OPD,
    Text("Bagian", "Part"),
    CODE,
    Text("Yang harus dilakukan", "What to do"),
    Text("Dengan", "With"),
    Text("Batas waktu", "Due"),
    Text("Status", "Status"),
    Text("Catatan", "Remark"),
)


def _todos(filled: Iterable[Filled], lang: Lang) -> Sheet:
    rows = tuple(
        _todo(checklist.asked.opd.code, title.for_lang(lang), todo)
        for checklist in filled
        for title, todos in checklist.sections
        for todo in todos
    )
    words = tuple(word.for_lang(lang) for word in _STATUS)
    columns = tuple(title.for_lang(lang) for title in _TODO_COLUMNS)
    return Sheet(Text("Daftar periksa", "Checklist").for_lang(lang), columns, rows, ((6, words), (7, ())))


def _todo(opd: str, part: str, todo: Todo) -> tuple[Value, ...]:
    return opd, part, joined(todo.codes), todo.text, joined(todo.opd), todo.due, None, None


def _bring(filled: Iterable[Filled], lang: Lang) -> Sheet:
    known = (OPD, CODE, Text("Indikator atau kegiatan", "Indicator or action"), Text("Keadaan", "Standing"))
    rows = tuple(_row(checklist.asked.opd.code, row) for checklist in filled for row in checklist.rows)
    columns = tuple(title.for_lang(lang) for title in (*known, *TICKS))
    to_fill = tuple((len(known) + nth, ()) for nth in range(len(TICKS)))
    return Sheet(Text("Bawa ke rakor", "Bring to the rakor").for_lang(lang), columns, rows, to_fill)


def _row(opd: str, row: ReportRow) -> tuple[Value, ...]:
    return opd, row.code, row.name, row.state, *(None for _ in TICKS)
