"""Cell values: what somebody meant by what stands in a cell, in whatever way a program has stored it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from serang_plan.model.when import YEARS, When, as_semester, meant_time, parse_when
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.recording.typed_number import typed_number
from serang_plan.operations.sheets.form_tables import CellKind, FormColumn
from serang_plan.operations.sheets.workbook_reader import CellFault, StoredCell
from serang_plan.wording import Text, backquoted, did_you_mean, number, quoted, short_date

CellValue: TypeAlias = "str | Decimal | When"

_DAYS_1904 = 1462
_FIRST_DAY = date(1899, 12, 30)
_LONGEST_TEXT = 2_000
_TOO_LARGE = 10**15
_LAST_SERIAL = 109_574
"""The last day of 2199, counted as Excel does."""

_AS_A_NUMBER = Text(
    "tulis angkanya dengan koma desimal, misalnya 73,5", "write the number with a decimal comma, such as 73,5"
)
_AS_A_TIME = Text(
    "tulis 2026, TW III 2026, Maret 2026 atau 12-3-2026", "write 2026, TW III 2026, Maret 2026 or 12-3-2026"
)


def value_in(cell: StoredCell, column: FormColumn, *, unit: str = "", from_1904: bool = False) -> CellValue:
    """Return what is meant by a cell. Raises ProblemError, with what to write, if that is unclear."""
    _refuse_formula(cell)
    if cell.fault is not None:
        raise _wrong(cell, *_FAULTS[cell.fault])
    shift = _DAYS_1904 if from_1904 and cell.is_date else 0
    return _READERS[column.kind](cell, column, unit, shift)


def code_in(text: str) -> str:
    """Return the code of a choice of code and name: `M02 – Sampah tertangani`."""
    return re.split(r"\s+[–-]\s+", text.strip(), maxsplit=1)[0].strip()


def words_in(cell: StoredCell | None) -> str:
    """Return the text of a cell, without spaces that nobody sees."""
    return "" if cell is None else " ".join(cell.text.replace("\u200b", "").replace("\ufeff", "").split())


def stored_text(cell: StoredCell) -> str:
    """Return what stands in a cell as it would be written: numbers with a decimal comma, days as days."""
    if not cell.is_number:
        return words_in(cell)
    if cell.is_date and 1 <= float(cell.text) <= _LAST_SERIAL:
        day = _FIRST_DAY + timedelta(days=int(float(cell.text)))
        return f"{day.day}-{day.month}-{day.year}"
    if cell.is_percent and abs(float(cell.text)) < _TOO_LARGE:
        return f"{number(_plain(Decimal(repr(float(cell.text))) * 100), 'id')}%"
    return cell.text.replace(".", ",")


def _refuse_formula(cell: StoredCell) -> None:
    if cell.formula is None:
        return
    if "[" in cell.formula:
        raise _wrong(
            cell, "berisi rumus ke berkas lain", "has a formula that points to another file", _VALUE_ONLY
        )
    if not cell.text:
        raise _wrong(
            cell, "berisi rumus yang belum dihitung", "has a formula that was never computed", _VALUE_ONLY
        )


_AGAIN = Text("tulis isinya sekali lagi", "write once more what it is")
_FAULTS: Mapping[CellFault, tuple[str, str, Text]] = {
    CellFault.ERROR: ("berisi galat Excel", "holds an error of Excel", _AGAIN),
    CellFault.NO_NUMBER: (
        "tersimpan sebagai angka, padahal bukan",
        "is stored as a number but is none",
        _AGAIN,
    ),
    CellFault.BOOLEAN: (
        "tersimpan sebagai benar atau salah, bukan sebagai isian",
        "is stored as true or false, which is no answer",
        _AGAIN,
    ),
}
_VALUE_ONLY = Text("tulis nilainya, bukan rumusnya", "write its value, not the formula")


def _wrong(cell: StoredCell, id: str, en: str, help: Text) -> ProblemError:
    named = f"{backquoted(cell.text)} " if cell.text else ""
    return ProblemError(Text(f"{named}{id}", f"{named}{en}"), help)


# -- numbers -----------------------------------------------------------------------------------


def _number(cell: StoredCell, column: FormColumn, unit: str, shift: int) -> Decimal:
    if cell.is_date:
        raise _wrong(
            cell, "tersimpan sebagai tanggal, bukan angka", "is stored as a date, not a number", _AS_A_NUMBER
        )
    if cell.is_number:
        return _stored_number(cell, unit)
    value = typed_number(words_in(cell), unit)
    if value is None:
        raise _wrong(cell, "tidak terbaca sebagai angka", "cannot be read as a number", _AS_A_NUMBER)
    return _plain(value)


def _stored_number(cell: StoredCell, unit: str) -> Decimal:
    """Return a stored number without the noise of binary fractions; `12%` is stored as 0.12."""
    value = Decimal(repr(float(cell.text)))
    if abs(value) >= _TOO_LARGE:
        raise _wrong(cell, "terlalu besar untuk sebuah nilai", "is too large for a value", _AS_A_NUMBER)
    if not cell.is_percent:
        return _plain(value)
    if not unit.startswith("%"):
        raise _wrong(
            cell,
            f"tersimpan sebagai persen, padahal satuannya {unit or 'bukan persen'}",
            f"is stored as a percentage, but its unit is {unit or 'none'}",
            _AS_A_NUMBER,
        )
    return _plain(value * 100)


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _whole_number(
    most: int, id: str, en: str, help: Text
) -> Callable[[StoredCell, FormColumn, str, int], Decimal]:
    def read(cell: StoredCell, column: FormColumn, unit: str, shift: int) -> Decimal:
        unit = "%" if column.kind is CellKind.PERCENT else ""
        if not cell.is_number and typed_number(words_in(cell), unit) is None:
            raise _wrong(cell, id, en, help)
        value = _number(cell, column, unit, shift)
        if value == value.to_integral_value() and 0 <= value <= most:
            return value
        raise _wrong(cell, id, en, help)

    return read


# -- times -------------------------------------------------------------------------------------


def _time(cell: StoredCell, column: FormColumn, unit: str, shift: int) -> When:
    when = _stored_time(cell, shift) if cell.is_number else time_in(words_in(cell))
    if when is None or when.year not in YEARS:
        help = as_semester(words_in(cell)) or _AS_A_TIME
        raise _wrong(cell, "tidak terbaca sebagai waktu", "cannot be read as a time", help)
    return when


def _stored_time(cell: StoredCell, shift: int) -> When | None:
    serial = Decimal(cell.text)
    if serial in YEARS and cell.is_date:
        raise _wrong(
            cell,
            "tersimpan sebagai tanggal dari seabad lalu",
            "is stored as a day of a century ago",
            Text(
                f"bila maksudnya tahun {serial:.0f}, ubah format selnya menjadi Teks lalu tulis lagi",
                f"if the year {serial:.0f} is meant, format the cell as text and write it again",
            ),
        )
    if serial in YEARS:
        return parse_when(f"{serial:.0f}")
    if not 1 <= serial + shift <= _LAST_SERIAL:
        return None
    day = _FIRST_DAY + timedelta(days=int(serial) + shift)
    if not cell.is_date:
        raise _wrong(cell, "tersimpan sebagai bilangan hari", "is stored as a count of days", _if_meant(day))
    if serial != int(serial):
        raise _wrong(cell, "memuat jam", "has an hour, so that the day may be off by one", _if_meant(day))
    return When(day, day)


def _if_meant(day: date) -> Text:
    written = f"{day.day}-{day.month}-{day.year}"
    return Text(
        f"bila maksudnya {short_date(day, 'id')}, tulis {written} sebagai teks",
        f"if {short_date(day, 'en')} is meant, write {written} as text",
    )


def time_in(text: str) -> When | None:
    """Return the time that a text tells: `2026`, `TW III 2026`, `Maret 2026`, `12/3/2026`; or None."""
    try:
        return parse_when(text.upper().rstrip(".")) or meant_time(text)
    except ValueError:
        return None


def _year(cell: StoredCell, column: FormColumn, unit: str, shift: int) -> Decimal:
    when = _time(cell, column, unit, shift)
    if when.days < 365:
        raise _wrong(
            cell,
            "bukan tahun saja",
            "is not just a year",
            Text("tulis empat angka, misalnya 2027", "write four digits, such as 2027"),
        )
    return Decimal(when.year)


# -- words -------------------------------------------------------------------------------------


def _word(cell: StoredCell, column: FormColumn, unit: str, shift: int) -> str:
    word = words_in(cell).casefold()
    if word in column.words:
        return word
    raise _wrong(
        cell,
        "tidak ada dalam daftar pilihan",
        "is not on the list of choices",
        did_you_mean(word, column.words)
        or Text(f"pilih {quoted(column.words)}", f"choose {quoted(column.words)}"),
    )


def _text(cell: StoredCell, column: FormColumn, unit: str, shift: int) -> str:
    text = words_in(cell)
    if cell.is_date:
        when = _stored_time(cell, shift)
        return when.text("id") if when else text
    if len(text) <= _LONGEST_TEXT:
        return text
    raise _wrong(cell, "terlalu panjang", "is too long", Text("ringkaslah", "make it shorter"))


_READERS: Mapping[CellKind, Callable[[StoredCell, FormColumn, str, int], CellValue]] = {
    CellKind.SHOWN: _text,
    CellKind.NUMBER: _number,
    CellKind.MONEY: _whole_number(
        10**15,
        "bukan rupiah bulat",
        "is not a whole amount of rupiah",
        Text("tulis rupiah penuh, misalnya 2.500.000.000", "write it in full, such as 2.500.000.000"),
    ),
    CellKind.PERCENT: _whole_number(
        100,
        "bukan persen bulat dari 0 sampai 100",
        "is not a whole percentage from 0 to 100",
        Text("tulis tanpa desimal, misalnya 40", "write it without decimals, such as 40"),
    ),
    CellKind.TIME: _time,
    CellKind.YEAR: _year,
    CellKind.WORD: _word,
    CellKind.INDICATOR: _text,
    CellKind.OWN_INDICATOR: _text,
    CellKind.TEXT: _text,
}
