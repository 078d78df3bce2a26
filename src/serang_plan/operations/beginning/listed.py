"""Listed: the OPD and the indicators of a list; codes that it does not give are chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serang_plan.operations.beginning.list_reader import (
    CODE,
    NAME,
    Headings,
    ListedRows,
    ListRow,
    in_row,
    unclear,
)
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.recording.new_codes import next_code
from serang_plan.wording import Text, backquoted, did_you_mean

OPD_LIST = Text("daftar OPD", "list of OPD")
INDICATOR_LIST = Text("daftar indikator", "list of indicators")
OPD_HEADINGS: Headings = {
    CODE: ("kode", "kode opd", "singkatan", "akronim", "code", "abbreviation"),
    NAME: ("nama", "nama opd", "opd", "perangkat daerah", "nama perangkat daerah", "name", "agency"),
}
INDICATOR_HEADINGS: Headings = {
    CODE: ("kode", "kode indikator", "code"),
    NAME: (
        *("indikator", "nama indikator", "indikator kinerja", "indikator kinerja utama", "nama"),
        *("indicator", "name", "indicator name"),
    ),
    "unit": ("satuan", "unit"),
    "direction": ("arah", "polaritas", "direction"),
    "lead": (
        *("opd", "pengampu", "opd pengampu", "perangkat daerah", "penanggung jawab", "opd penanggung jawab"),
        *("lead", "agency"),
    ),
    "aspect": ("aspek", "aspect"),
}
_UP = ("naik", "n", "positif", "makin besar makin baik", "semakin besar semakin baik", "up")
_DOWN = ("turun", "t", "negatif", "makin kecil makin baik", "semakin kecil semakin baik", "down")
_DIRECTIONS = {**dict.fromkeys(_UP, "naik"), **dict.fromkeys(_DOWN, "turun")}
_UP_OR_DOWN = Text("tulis `naik` atau `turun`", "write `naik` (up) or `turun` (down)")
_WITH_CODE = re.compile(
    r"(?P<name>.+?) \((?P<code>[A-Z][\w-]{1,14})\)|(?P<code_>[A-Z][A-Z\d]{1,14}) ?[-–:] (?P<name_>.+)"
)
_CODE_FORM = re.compile(r"[\w.-]{1,60}")
_AS_CODE = re.compile(r"[A-Z][A-Z\d]{1,14}")
_SMALL_WORDS = ("dan", "the", "and", "of")
_PARTED = re.compile(r"\s*[/;]\s*")


class ListedOpd(NamedTuple):
    """An OPD."""

    code: str
    name: str


class ListedIndicator(NamedTuple):
    """An indicator; what the list does not say is empty."""

    row: int
    code: str
    name: str
    unit: str = ""
    direction: str = ""
    aspect: str = ""
    leads: tuple[str, ...] = ()
    """The codes of the OPD that are named, the one that leads before those that support it."""


def listed_opd(table: ListedRows) -> tuple[ListedOpd, ...]:
    """Return the OPD of a list. Raises ProblemError for a code or a name that is there twice."""
    opd: list[ListedOpd] = []
    known: set[str] = set()
    for row in table.called(OPD_LIST).rows:
        agency = _opd(row.cells[NAME], _code(row), opd)
        _refuse_twice(row, agency, known)
        opd.append(agency)
    return tuple(opd)


def listed_indicators(
    table: ListedRows, opd: Sequence[ListedOpd]
) -> tuple[tuple[ListedIndicator, ...], tuple[ListedOpd, ...]]:
    """Return the indicators of a list, and the OPD; where none are listed, those that the indicators name.

    Raises ProblemError for what is there twice, for an OPD that is not listed, or a word that means nothing.
    """
    agencies, indicators = list(opd), list[ListedIndicator]()
    known: set[str] = set()
    rows = table.called(INDICATOR_LIST).rows
    codes = list(filter(None, map(_code, rows)))
    for row in rows:
        code = _code(row) or next_code(codes, "M01")
        codes.append(code)
        leads = tuple(_leads(row, agencies, may_add=not opd))
        indicator = ListedIndicator(
            *(row.number, code, row.cells[NAME], row.cells.get("unit", "")),
            *(_direction(row), _keyword(row.cells.get("aspect", "")), leads),
        )
        _refuse_twice(row, (indicator.code, indicator.name), known)
        indicators.append(indicator)
    return tuple(indicators), tuple(agencies)


def _code(row: ListRow) -> str:
    code = row.cells.get(CODE, "")
    if code and not _CODE_FORM.fullmatch(code):
        raise unclear(
            row, code, Text("kode berisi huruf, angka, `-` dan `.`", "codes have letters, digits, `-`, `.`")
        )
    return code


def _opd(name: str, code: str, known: Sequence[ListedOpd]) -> ListedOpd:
    """Return an OPD with the code that is said, be it in its name: `Dinas X (DX)`, or its initials."""
    if not code and (pair := _WITH_CODE.fullmatch(name)):
        parts = pair.groupdict()
        return ListedOpd(parts["code"] or parts["code_"], parts["name"] or parts["name_"])
    return ListedOpd(code or _initials(name, {agency.code for agency in known}), name)


def _initials(name: str, taken: set[str]) -> str:
    words = [word for word in re.findall(r"\w+", name) if word.casefold() not in _SMALL_WORDS]
    initials = "".join(word[0].upper() for word in words) if len(words) > 1 else name.upper()
    numbered = (initials, *(f"{initials}{nth}" for nth in range(2, len(taken) + 3)))
    return next(code for code in numbered if code not in taken)


def _leads(row: ListRow, agencies: list[ListedOpd], *, may_add: bool) -> Iterator[str]:
    """Give the codes of the OPD that a cell names; those that are new join the others if they may."""
    lead = row.cells.get("lead", "")
    by_text = {text.casefold(): agency.code for agency in agencies for text in agency}
    names = [lead] if lead.casefold() in by_text else _PARTED.split(lead)
    for name in filter(None, names):
        code = by_text.get(name.casefold())
        if code is None and not may_add:
            codes = [agency.code for agency in agencies]
            listed = Text("tambahkan ke daftar OPD", "add it to the list of OPD")
            raise unclear(row, name, did_you_mean(name, codes) or listed)
        if code is None:
            agencies.append(_opd(name, name if _AS_CODE.fullmatch(name) else "", agencies))
            code = agencies[-1].code
        yield code


def direction_of(typed: str) -> str:
    """Return whether more is better or less. Raises ProblemError for anything else."""
    direction = _DIRECTIONS.get(typed.casefold().strip())
    if direction is None:
        raise ProblemError(
            Text(f"{backquoted(typed)} bukan arah", f"{backquoted(typed)} is no direction"), _UP_OR_DOWN
        )
    return direction


def _direction(row: ListRow) -> str:
    typed = row.cells.get("direction", "")
    if typed.casefold() not in ("", *_DIRECTIONS):
        raise unclear(row, typed, _UP_OR_DOWN)
    return _DIRECTIONS.get(typed.casefold(), "")


def _keyword(aspect: str) -> str:
    return "-".join(re.findall(r"\w+", aspect.casefold()))


def _refuse_twice(row: ListRow, texts: Sequence[str], known: set[str]) -> None:
    """Remember a code and a name. Raises ProblemError if one of them was there before."""
    for text in texts:
        if text.casefold() in known:
            raise in_row(
                row.listing,
                row.number,
                Text(
                    f"{backquoted(text)} sudah ada di atasnya", f"{backquoted(text)} is there above already"
                ),
                Text("hapus salah satunya", "remove one of them"),
            )
    known.update(text.casefold() for text in texts)
