"""Form workbook: a form as an Excel file to be filled in, or sent back with remarks beside the cells."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.operations.sheets.form_tables import CODE, REMARKS, TABLES, CellKind, FormColumn, FormTable
from serang_plan.operations.sheets.opd_form import OpdForm, Shown
from serang_plan.wording import escape_invisible, full_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEADER_ROW = 3
"""The row of the headings, counted from 0; the title, what to do and the stamp stand above it."""
LIST_SHEET, HELP_SHEET = "Daftar", "Petunjuk"
_LONGEST_CELL, _CHUNK = 32_767, 30_000
_LONGEST_MESSAGE = 255
_NOTHING = "Tidak ada yang ditanyakan di lembar ini."
_LISTS = {CellKind.INDICATOR: "Semua indikator", CellKind.OWN_INDICATOR: "Indikator OPD ini"}
"""What is chosen from, in the order of its columns."""
_CELL: Mapping[str, object] = {
    "border": 1,
    "border_color": "#9aa5b1",
    "text_wrap": True,
    "align": "left",
    "indent": 1,
}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "help": {"italic": True, "font_color": "#5f6b76"},
    "head": {**_CELL, "bold": True, "font_color": "#ffffff", "bg_color": "#1f4e79", "valign": "vcenter"},
    "asked_head": {**_CELL, "bold": True, "bg_color": "#ffd966", "valign": "vcenter"},
    "shown": {**_CELL, "bg_color": "#eef1f4", "num_format": "@"},
    "asked": {**_CELL, "bg_color": "#fffbe6", "num_format": "@", "locked": False},
    "wrong": {**_CELL, "bg_color": "#f8cbad", "num_format": "@", "locked": False},
    "remark": {**_CELL, "font_color": "#a61b1b"},
    "text": {"text_wrap": True},
}
_RIGHT = "right"
"""What the looks of numbers are called by, beside the others."""
_HELP = (
    "Formulir ini hanya memuat yang menyangkut {opd}. Isi sel kuning; sel abu-abu sudah tercatat di rencana.",
    "Yang tidak berubah atau tidak diketahui dibiarkan kosong. Kosong tidak menghapus apa pun.",
    "Angka ditulis dengan koma desimal: 73,5 atau 1.234,5. Satuannya tertulis di baris yang sama.",
    "Waktu ditulis 2026, TW III 2026, Maret 2026 atau 12-3-2026 (tanggal-bulan-tahun).",
    "Setiap angka perlu waktu yang digambarkannya dan sumbernya, misalnya laporan beserta nomornya.",
    "Lembar Usulan kegiatan dan Usulan target diisi dengan program prioritas dan target yang diusulkan.",
    "Kode dan judul kolom jangan diubah. Urutan baris boleh diubah asalkan seluruh barisnya ikut pindah.",
    "Simpan sebagai Excel (.xlsx), lalu kirim kembali. Yang belum diterima dikembalikan dengan catatan.",
    "Angka dari formulir dicatat sebagai perlu-dicek sampai Bappeda memeriksa sumbernya.",
)


class FilledCells(NamedTuple):
    """A row as it came home, and what is to be said of its cells."""

    code: str
    cells: Mapping[str, str]
    remarks: tuple[tuple[str, str], ...] = ()
    """The key of a column, or nothing for the whole row, and a sentence."""


Filled = Mapping[str, Sequence[FilledCells]]
"""Rows that came home, by table."""


def workbook(form: OpdForm, filled: Filled | None = None, notes: Sequence[str] = ()) -> bytes:
    """Return a form as a workbook, all of whose cells are text; the same form gives the same bytes.

    One that goes back holds what was filled in, what is to be said of it, and notes on the whole.
    """
    from serang_plan.rendering.tables.new_workbook import new_workbook

    file = io.BytesIO()
    with new_workbook(file) as book:
        looks = {name: book.add_format({"valign": "top", **look}) for name, look in _looks()}
        _describe(book, form)
        _help(book.add_worksheet(HELP_SHEET), form, looks, notes)
        for key, table in TABLES.items():
            returned = None if filled is None else filled.get(key, ())
            _Drawing(book.add_worksheet(table.name), form, table, looks).draw(
                form.rows.get(key, {}), returned
            )
        _lists(book.add_worksheet(LIST_SHEET), form, looks)
    return file.getvalue()


def _looks() -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give the looks by their names, those of table cells also for numbers."""
    for name, look in _LOOKS.items():
        yield name, look
        yield name + _RIGHT, {**look, "align": "right"}


# -- what is said of the whole -----------------------------------------------------------------


def _describe(book: Workbook, form: OpdForm) -> None:
    day = datetime(form.day.year, form.day.month, form.day.day)  # noqa: DTZ001
    book.set_properties(
        {"title": f"Formulir {form.opd}", "author": "", "comments": form.stamp, "created": day}
    )
    book.set_custom_property("serang-plan", form.stamp, "text")
    book.define_name("serang_plan_dasar", f'="{form.stamp}"')


def _help(at: Worksheet, form: OpdForm, looks: Mapping[str, Format], notes: Sequence[str]) -> None:
    at.set_column(0, 0, 110)
    _write(at, 0, 0, f"Formulir {form.opd_name}", looks["title"])
    _write(at, 1, 0, f"{form.title}. Keadaan per {full_date(form.day, 'id')}.", looks["text"])
    _write(at, 2, 0, f"Yang ditanyakan: {_asked(form)}.", looks["text"])
    at.hide_gridlines(2)
    for row, sentence in enumerate(_HELP, 4):
        _write(at, row, 0, f"{row - 3}. {sentence.format(opd=form.opd_name)}", looks["text"])
    _write(at, len(_HELP) + 5, 0, f"Nomor formulir: {form.stamp}", looks["help"])
    for row, note in enumerate(notes, len(_HELP) + 7):
        _write(at, row, 0, note, looks["remark"])
    _paper(at, form)


def _asked(form: OpdForm) -> str:
    """Say on which sheets how much is asked."""
    rows = {table.name: len(form.rows.get(key, {})) for key, table in TABLES.items() if table.is_coded}
    asked = [f"{name} {count} baris" for name, count in rows.items() if count]
    return ", ".join((*asked, "serta usulan kegiatan dan target"))


def _lists(at: Worksheet, form: OpdForm, looks: Mapping[str, Format]) -> None:
    """Write what is chosen from; not hidden, since some programs offer no list from a hidden sheet."""
    at.set_column(0, len(_LISTS) - 1, 64)
    for column, (kind, title) in enumerate(_LISTS.items()):
        for row, choice in enumerate((title, *_choices(form, kind))):
            _write(at, row, column, choice, looks["text" if row else "head"])
    _paper(at, form)


def _choices(form: OpdForm, kind: CellKind) -> tuple[str, ...]:
    """Return the indicators to choose from: an action may serve any, a target is for one's own."""
    own = {row.partition("/")[0] for row in form.rows.get("figures", {})}
    return tuple(
        f"{code} – {name}"[:200]
        for code, name in form.indicators.items()
        if kind is CellKind.INDICATOR or code in own
    )


def _paper(at: Worksheet, form: OpdForm) -> None:
    at.set_landscape()
    at.set_paper(9)
    at.fit_to_pages(1, 0)
    at.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    at.set_footer(f"&L&8{form.stamp.replace('&', '&&')}&R&8Halaman &P dari &N")
    at.protect(options={"format_columns": True, "format_rows": True, "sort": True})


def _write(at: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    if text:
        at.write_string(row, column, escape_invisible(text)[:_LONGEST_CELL], look)
    else:
        at.write_blank(row, column, None, look)


# -- one table ---------------------------------------------------------------------------------


class _Drawing(NamedTuple):
    """A sheet on which a table is drawn."""

    at: Worksheet
    form: OpdForm
    table: FormTable
    looks: Mapping[str, Format]

    def draw(self, rows: Mapping[str, Shown], returned: Sequence[FilledCells] | None) -> None:
        """Write the rows that are asked about, and free ones; or those that came home."""
        lines = [FilledCells(code, {}) for code in rows] if returned is None else list(returned)
        lines += [FilledCells("", {})] * self._free_rows(rows)
        last = HEADER_ROW + len(lines)
        self._head(self.table.caption if lines else _NOTHING, with_remarks=returned is not None)
        for row, line in enumerate(lines, HEADER_ROW + 1):
            self._line(row, rows.get(line.code, {}), line)
        for nth, column in enumerate(self.table.columns):
            if (column.is_asked or column.key == CODE) and lines:
                self._check(nth, column, len(rows), last)
        self.at.freeze_panes(HEADER_ROW + 1, 2 if self.table.is_coded else 1)
        self.at.repeat_rows(HEADER_ROW)
        self.at.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
        _paper(self.at, self.form)

    def _free_rows(self, rows: Mapping[str, Shown]) -> int:
        """Return how many there are: none where there is nothing that they could be about."""
        kinds = {column.kind for column in self.table.columns}
        about = (
            rows
            if self.table.is_coded
            else [kind for kind in kinds & _LISTS.keys() if _choices(self.form, kind)]
        )
        return self.table.free_rows if about else 0

    def _head(self, caption: str, *, with_remarks: bool) -> None:
        for row, (text, look) in enumerate(
            (
                (f"{self.table.name} – {self.form.opd_name}", "title"),
                (caption, "help"),
                (self.form.stamp, "help"),
            )
        ):
            _write(self.at, row, 0, text, self.looks[look])
        for nth, column in enumerate(self.table.columns):
            look = "asked_head" if column.is_asked else "head"
            _write(self.at, HEADER_ROW, nth, column.title, self.looks[look])
            self.at.set_column(nth, nth, column.width)
        if with_remarks:
            nth = len(self.table.columns)
            _write(self.at, HEADER_ROW, nth, REMARKS, self.looks["head"])
            self.at.set_column(nth, nth, 60)

    def _line(self, row: int, shown: Shown, line: FilledCells) -> None:
        remarks = dict(line.remarks)
        is_free = self.table.is_coded and not shown
        for nth, column in enumerate(self.table.columns):
            text = (
                line.code if column.key == CODE else line.cells.get(column.key) or shown.get(column.key, "")
            )
            look = "asked" if column.is_asked or (is_free and column.key == CODE) else "shown"
            look = "wrong" if column.key in remarks else look
            _write(self.at, row, nth, text, self.looks[look + (_RIGHT if column.is_number else "")])
            if column.key in remarks:
                self.at.write_comment(row, nth, remarks[column.key], {"author": "Bappeda", "x_scale": 2})
        if line.remarks:
            sentences = " · ".join(sentence for _, sentence in line.remarks)
            _write(self.at, row, len(self.table.columns), sentences, self.looks["remark"])

    def _check(self, nth: int, column: FormColumn, asked: int, last: int) -> None:
        """Let Excel say what belongs into a column; that is looked at once more on the way back."""
        message = {"input_title": column.title[:32], "input_message": column.help[:_LONGEST_MESSAGE]}
        rule = {**message, **self._rule(nth, column, asked)}
        first = HEADER_ROW + 1
        if self.at.data_validation(first, nth, last, nth, rule):
            raise AssertionError(f"{self.table.name}, {column.title}: a check was not taken")

    def _rule(self, nth: int, column: FormColumn, asked: int) -> dict[str, object]:
        if column.kind is CellKind.WORD:
            return {"validate": "list", "source": list(column.words), "error_type": "stop", **_say(column)}
        if column.kind in _LISTS:
            letter = chr(ord("A") + [*_LISTS].index(column.kind))
            source = f"={LIST_SHEET}!${letter}$2:${letter}${len(_choices(self.form, column.kind)) + 1}"
            return {"validate": "list", "source": source, "error_type": "warning", **_say(column)}
        if column.key == CODE and self.table.free_rows:
            codes = f"=$A${HEADER_ROW + 2}:$A${HEADER_ROW + 1 + asked}"
            return {"validate": "list", "source": codes, "error_type": "warning", **_say(column)}
        formula = _FORMULAS.get(column.kind)
        if formula is None:
            return {"validate": "any"}
        cell = f"{chr(ord('A') + nth)}{HEADER_ROW + 2}"
        return {"validate": "custom", "value": formula.format(cell), "error_type": "warning", **_say(column)}


def _say(column: FormColumn) -> dict[str, object]:
    return {"error_title": "Periksa isian", "error_message": column.help[:_LONGEST_MESSAGE]}


def _digits(text: str, *signs: str) -> str:
    for sign in signs:
        text = f'SUBSTITUTE({text},"{sign}","")'
    return f"=ISNUMBER(--{text})"


_FORMULAS = {
    CellKind.NUMBER: _digits("{0}", ".", ",", " ", "%"),
    CellKind.MONEY: _digits("{0}", ".", " ", "Rp"),
    CellKind.PERCENT: _digits("{0}", ",", " ", "%"),
    CellKind.YEAR: "=AND(LEN({0})=4,ISNUMBER(--{0}))",
    CellKind.TIME: '=OR(ISNUMBER(--SUBSTITUTE(LEFT({0},4),"/","x")),'
    'ISNUMBER(--SUBSTITUTE(RIGHT({0},4),"/","x")))',
}
"""What holds in every language of Excel: without its signs a number is digits, and a time has a year."""
