"""Plan interview: what a new plan begins with, from options, or asked for one thing after the other."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from serang_plan.cli.arguments.options import today
from serang_plan.cli.arguments.typed_values import text_of, year_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.beginning.start_options import StartOptions
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.streams import say, say_problem
from serang_plan.operations.beginning.first_plan import PlanStart
from serang_plan.operations.beginning.list_reader import Headings, ListedRows, in_row, listed_in, read_list
from serang_plan.operations.beginning.listed import (
    INDICATOR_HEADINGS,
    INDICATOR_LIST,
    OPD_HEADINGS,
    ListedIndicator,
    direction_of,
    listed_indicators,
    listed_opd,
)
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.workbook_reader import MOST_BYTES
from serang_plan.wording import Text, backquoted, backquoted_path, quoted, untranslated

Read = TypeVar("Read")

_CITY = Question(
    Text("nama kota", "name of the city"),
    '--city "Kota Contoh"',
    Text(" (Enter: berkas kosong untuk disunting)", " (Enter: empty files to edit)"),
)
_REGION = Question(
    Text("kode wilayah Kemendagri, misalnya 36.73", "its region code, such as 36.73"),
    "--region 36.73",
    Text(" (Enter: belum diketahui)", " (Enter: not known)"),
)
_OPD = Text(
    "OPD: tempel kolom kode dan nama, atau sebut berkas Excel atau CSV; akhiri dengan baris kosong",
    "OPD: paste the columns code and name, or name an Excel or CSV file; end with an empty line",
)
_INDICATORS = Text(
    "Indikator: tempel kolom Indikator, Satuan, Arah, OPD dengan judulnya, atau sebut berkasnya;\n"
    "akhiri dengan baris kosong",
    "Indicators: paste the columns Indicator, Unit, Direction, OPD with their headings, or name a file;\n"
    "end with an empty line",
)


_LEFT_OUT = "-"


class _Lack(NamedTuple):
    """What an indicator lacks, how it is asked for, and what to do where nobody can be asked."""

    what: Text
    question: Text
    help: Text


_UNIT = _Lack(
    Text("satuan", "the unit"),
    Text("satuan (`-`: lewati baris ini)", "unit (`-`: leave this row out)"),
    Text(
        "isi kolom `Satuan` di baris itu, atau hapus barisnya", "fill in its column `Unit`, or remove the row"
    ),
)
_DIRECTION = _Lack(
    Text("arah", "the direction"),
    Text("naik bila makin besar makin baik, atau turun", "naik where more is better, or turun"),
    Text(
        "tambahkan kolom `Arah` (naik, turun), atau `--direction naik` untuk semua yang belum",
        "add a column `Direction` (naik, turun), or `--direction naik` for all that have none",
    ),
)
_HEADED = Text(
    "tulis judul kolom di baris pertama, misalnya Kode, Nama",
    "write headings in the first row, such as Kode, Nama",
)
_REGION_FORM = re.compile(r"\d\d\.\d\d")
_YEARS_FORM = re.compile(r"(\d{4})\s*(?:[-–]|s\.?d\.?|to)\s*(\d{4})")
_SPAN = 4
"""How many years more a plan has, if nothing else is said: as many as a term of office."""


class PlanInterview(NamedTuple):
    """Somebody who begins a plan, or what was said on the command line."""

    asking: Asking
    options: StartOptions

    def start(self) -> PlanStart | None:
        """Return what the plan begins with; nothing if nothing was said and nobody can be asked.

        Raises ProblemError for what cannot be read, where it was said on the command line.
        """
        if not any(self.options) and not self.asking.somebody_is_there:
            return None
        city = self.asking.value(self.options.city, _CITY, str.strip)
        if not city:
            return None
        region = self._region()
        first, last = self._years()
        opd = self._list(self.options.opd, _OPD, OPD_HEADINGS, listed_opd)
        indicators, opd = self._list(
            self.options.indicators,
            _INDICATORS,
            INDICATOR_HEADINGS,
            lambda table: listed_indicators(table, opd),
        )
        completed = (whole for indicator in indicators for whole in self._completed(indicator))
        return PlanStart(city, region, first, last, opd, tuple(completed))

    def _region(self) -> str:
        if not self.options.region and not self.asking.somebody_is_there:
            return ""
        return self.asking.value(self.options.region, _REGION, _region_of)

    def _years(self) -> tuple[int, int]:
        first = today().year
        usual = f"{first}-{first + _SPAN}"
        question = Question(
            Text("tahun pertama dan terakhir rencana", "first and last year of the plan"),
            f"--years {usual}",
            untranslated(f" (Enter: {usual})"),
        )
        return self.asking.value(self.options.years, question, lambda typed: _years_of(typed or usual))

    def _list(
        self, path: str, question: Text, headings: Headings, read: Callable[[ListedRows], Read]
    ) -> Read:
        """Return what a file or a pasted table lists; none, if none is named and nobody can be asked."""
        if path or not self.asking.somebody_is_there:
            return read(self._told(_table_in(path, headings)) if path else ListedRows())
        while True:
            try:
                return read(self._told(_table_pasted(self.asking.lines(question, _is_file), headings)))
            except ProblemError as problem:
                say_problem(problem, self.asking.lang)

    def _told(self, table: ListedRows) -> ListedRows:
        """Return a table; what of it is not used is told."""
        unused, nameless = quoted(table.unused), ", ".join(map(str, table.nameless))
        if unused:
            say(
                Text(f"Kolom yang tidak dipakai: {unused}", f"Columns not used: {unused}").for_lang(
                    self.asking.lang
                )
            )
        if nameless:
            told = Text(f"Baris tanpa nama dilewati: {nameless}", f"Rows without a name left out: {nameless}")
            say(told.for_lang(self.asking.lang))
        return table

    def _completed(self, indicator: ListedIndicator) -> Iterator[ListedIndicator]:
        """Give an indicator with the unit and the direction that its list lacks, unless it is left out."""
        unit = indicator.unit or self._missing(indicator, _UNIT, text_of)
        if unit != _LEFT_OUT:
            said = indicator.direction or self.options.direction
            direction = said or self._missing(indicator, _DIRECTION, direction_of)
            yield indicator._replace(unit=unit, direction=direction_of(direction))

    def _missing(self, indicator: ListedIndicator, lack: _Lack, read: Callable[[str], str]) -> str:
        what, question, help = lack
        if not self.asking.somebody_is_there:
            problem = Text(f"{what.id} belum disebut", f"{what.en} is not given")
            raise in_row(INDICATOR_LIST, indicator.row, problem, help)
        named = f"{indicator.code} {indicator.name}"
        about = Text(f"{named}: {question.id}", f"{named}: {question.en}")
        return self.asking.value("", Question(about, ""), read)


def _region_of(typed: str) -> str:
    if typed and not _REGION_FORM.fullmatch(typed):
        raise usage_problem(
            f"{backquoted(typed)} bukan kode wilayah kota",
            f"{backquoted(typed)} is not the region code of a city",
            Text("tulis empat angka seperti `36.73`", "write four digits such as `36.73`"),
        )
    return typed


def _years_of(typed: str) -> tuple[int, int]:
    form = _YEARS_FORM.fullmatch(typed.strip())
    if form is None or (years := (year_of(form[1]), year_of(form[2]))) != tuple(sorted(years)):
        raise usage_problem(
            f"{backquoted(typed)} bukan masa rencana",
            f"{backquoted(typed)} is not a span of years",
            Text(
                "tulis tahun pertama dan terakhir: `2026-2030`", "write the first and the last: `2026-2030`"
            ),
        )
    return years


def _table_in(path: str, headings: Headings) -> ListedRows:
    """Return the table in a file, or in what is piped."""
    table = (
        listed_in(sys.stdin.buffer.read(MOST_BYTES + 1), headings)
        if path == "-"
        else read_list(path, headings)
    )
    if not table.rows:
        name = backquoted_path(path)
        raise usage_problem(f"tidak ada nama di {name}", f"there is no name in {name}", _HEADED)
    return table


def _table_pasted(pasted: str, headings: Headings) -> ListedRows:
    """Return the table that was pasted, or the one in the file that was named instead."""
    return (
        _table_in(_unquoted(pasted), headings)
        if _is_file(pasted)
        else listed_in(pasted.encode("utf-8", "replace"), headings)
    )


def _is_file(typed: str) -> bool:
    return os.path.isfile(_unquoted(typed))


def _unquoted(path: str) -> str:
    """Return a path as it is, without what a terminal puts around one that is dropped on it."""
    return path.strip(" '\"")
