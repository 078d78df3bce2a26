"""First plan: the files of a plan that begins with what an office knows; what nobody knows is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.editing.changes import Plain
from serang_plan.editing.writing import Hand
from serang_plan.operations.beginning.listed import ListedIndicator, ListedOpd
from serang_plan.operations.checking.check import errors
from serang_plan.operations.files.new_plan import template_texts
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import read_texts
from serang_plan.reading.validation import ONE_MAPPING
from serang_plan.wording import Lang, Text

_UNGROUPED = Text("belum-dikelompokkan", "not-yet-grouped")


class PlanStart(NamedTuple):
    """What a plan begins with."""

    city: str
    region: str
    first_year: int
    last_year: int
    opd: tuple[ListedOpd, ...] = ()
    indicators: tuple[ListedIndicator, ...] = ()


_FILES = {
    "data/indicators.yaml": ("plan", "sources", "stages", "indicators"),
    "data/opd_assignments.yaml": ("opd", "assignments", "actions"),
}
_COMMENTS = {
    "plan": Text(
        "`origin` menjadi `resmi` bila daftar indikatornya sudah ditetapkan.",
        "`origin` becomes `resmi` (official) once the list of indicators is adopted.",
    ),
    "sources": Text(
        "Tempat angka diterbitkan; `serang-plan record` menambahkannya bersama nilainya.",
        "Where figures are published; `serang-plan record` adds them with their values.",
    ),
    "stages": Text(
        "Untuk apa tiap tahun: - {year: 2026, focus: …, opd: [KODE]}",
        "What each year is for: - {year: 2026, focus: …, opd: [CODE]}",
    ),
    "indicators": Text(
        "`direction`: naik bila makin besar makin baik, turun bila makin kecil makin baik.\n"
        "Ambang, nilai dan target ditulis oleh `serang-plan threshold`, `record` dan `target`.",
        "`direction`: naik (up) where more is better, turun (down) where less is.\n"
        "Thresholds, values and targets are written by `serang-plan threshold`, `record` and `target`.",
    ),
    "opd": Text(
        "Kodenya dipakai di semua berkas; nama lain yang lazim dipakai ditulis di `aliases`.",
        "The codes are used in all files; other names that people type go into `aliases`.",
    ),
    "assignments": Text(
        "Siapa mengampu apa: `usulan` sampai diputuskan; yang berikutnya dicatat `serang-plan assign`.",
        "Who answers for what: `usulan` (proposed) until decided; `serang-plan assign` records the next.",
    ),
    "actions": Text("`serang-plan add` menambahkan kegiatan.", "`serang-plan add` adds actions."),
}
_HAND = Hand.of("")


def first_texts(start: PlanStart, lang: Lang) -> dict[str, str]:
    """Return the files of a plan by their paths. Raises ProblemError if the plan would have an error."""
    texts = template_texts(lang)
    records = _records(start, lang)
    for path, sections in _FILES.items():
        head, _, _ = texts[path].partition("\n\n")
        parts = (_section(section, records.get(section, ()), lang) for section in sections)
        texts[path] = "\n\n".join((head, *parts)) + "\n"
    _refuse_errors(texts, date(start.first_year, 1, 1))
    return texts


def _records(start: PlanStart, lang: Lang) -> Mapping[str, Sequence[Mapping[str, Plain]]]:
    return {
        "plan": [_only(_header(start))],
        "indicators": [_only(_indicator(indicator, lang)) for indicator in start.indicators],
        "opd": [_only(agency._asdict()) for agency in start.opd],
        "assignments": [
            _only(
                {
                    "indicator": indicator.code,
                    "lead": indicator.leads[0],
                    "support": list(indicator.leads[1:]),
                    "basis": "usulan",
                }
            )
            for indicator in start.indicators
            if indicator.leads
        ],
    }


def _header(start: PlanStart) -> dict[str, Plain]:
    return {
        "title": f"Rencana {start.city}",
        "city": start.city,
        "region": start.region,
        "first_year": start.first_year,
        "last_year": start.last_year,
        "indicators_expected": len(start.indicators),
        "origin": "kandidat",
    }


def _indicator(indicator: ListedIndicator, lang: Lang) -> dict[str, Plain]:
    return {
        "code": indicator.code,
        "name": indicator.name,
        "aspect": indicator.aspect or _UNGROUPED.for_lang(lang),
        "unit": indicator.unit,
        "direction": indicator.direction,
    }


def _only(record: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """Return what is known of a record."""
    return {key: value for key, value in record.items() if value}


def _section(name: str, records: Sequence[Mapping[str, Plain]], lang: Lang) -> str:
    """Return a section under its comment, each record with a line for each field."""
    comment = [f"# {line}" for line in _COMMENTS[name].for_lang(lang).splitlines()]
    first, indent = ("  ", "  ") if name in ONE_MAPPING else ("  - ", "    ")
    fields = (
        f"{indent if nth else first}{_HAND.field(key, value, (), len(indent))}"
        for record in records
        for nth, (key, value) in enumerate(record.items())
    )
    return "\n".join((*comment, f"{name}:", *fields))


def _refuse_errors(texts: Mapping[str, str], day: date) -> None:
    """Raise ProblemError with the first error that a plan would have."""
    files = ((path, text) for path, text in texts.items() if path in _FILES)
    for fault in errors(read_texts(files, day)):
        raise ProblemError(fault.finding.message, fault.finding.help)
