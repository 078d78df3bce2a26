"""Satu kode dipakai dua kali.

A code is used twice.

Mengapa: yang merujuk kode itu hanya mendapat catatan yang pertama; yang kedua tidak pernah terbaca.
Sering kali ini terjadi karena satu baris disalin dan kodenya lupa diganti.

Why: whatever names the code gets the first record only; the second is never seen. Most often a line
was copied and its code not changed.

Salah:

    - {code: S10, title: UU 26/2007, kind: resmi}
    - {code: S10, title: Luas RTH cuma 12 persen, kind: berita}

Benar:

    - {code: S10, title: UU 26/2007, kind: resmi}
    - {code: S11, title: Luas RTH cuma 12 persen, kind: berita}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("L210", "doubled-code", why=__doc__)

_NUMBERED = re.compile(r"([^\W\d]+[-.]?)(\d{1,9})")


def check(plan: Plan) -> Iterator[Finding]:
    for word, records in _coded(plan):
        first_of: dict[str, Record] = {}
        free = _FreeCodes(records)
        for record in records:
            first = first_of.setdefault(_code(record), record)
            if first is not record:
                yield _finding(word, first, record, free)


def _coded(plan: Plan) -> Iterator[tuple[Text, Sequence[Record]]]:
    yield Text("sumber", "source"), plan.sources
    yield Text("pernyataan", "claim"), plan.claims
    yield Text("daftar kriteria", "list of criteria"), plan.criteria
    for criteria in plan.criteria:
        yield Text("butir", "item"), criteria.items
    yield Text("pertentangan", "dispute"), plan.disputes
    yield Text("indikator", "indicator"), plan.indicators
    for indicator in plan.indicators:
        yield Text("deret", "series"), indicator.series
    yield Text("OPD", "OPD"), plan.opd
    yield Text("mitra", "partner"), plan.partners
    yield Text("wilayah", "region"), plan.regions
    yield Text("kegiatan", "action"), plan.actions
    decisions = [
        decision for rakor in plan.rakor for decision in rakor.decisions if decision.code is not None
    ]
    yield Text("keputusan", "decision"), decisions
    for header in plan.headers[:1]:
        yield Text("pilar", "pillar"), header.pillars


def _code(record: Record) -> str:
    return str(record.code)  # type: ignore[attr-defined]


def _finding(word: Text, first: Record, record: Record, free: _FreeCodes) -> Finding:
    typed = show(_code(record))
    return RULE.finding(
        Text(f"kode {typed} sudah dipakai {word.id} lain", f"the code {typed} is taken by another {word.en}"),
        record.at("code"),
        (Label(Text("dipakai pertama kali di sini", "first used here"), first.at("code")),),
        _advice(first, record, free),
    )


def _advice(first: Record, record: Record, free: _FreeCodes) -> Text:
    if first == record:
        return Text("isinya sama persis: hapus salah satu", "both say the same: delete one of them")
    next_code = free.after(_code(record))
    if next_code is None:
        return Text("beri kode lain, atau gabungkan keduanya", "give it another code, or merge the two")
    return Text(f"beri kode yang belum dipakai: `{next_code}`", f"give it a code that is free: `{next_code}`")


class _FreeCodes:
    """Codes that nobody uses yet, such as `M17` after `M16`; each is handed out once."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self._highest: dict[str, int] | None = None

    def after(self, code: str) -> str | None:
        numbered = _NUMBERED.fullmatch(code)
        if numbered is None:
            return None
        if self._highest is None:
            self._highest = self._look()
        prefix, digits = numbered.groups()
        self._highest[prefix] += 1
        return f"{prefix}{self._highest[prefix]:0{len(digits)}}"

    def _look(self) -> dict[str, int]:
        highest: dict[str, int] = {}
        for record in self._records:
            if numbered := _NUMBERED.fullmatch(_code(record)):
                prefix, digits = numbered.groups()
                highest[prefix] = max(highest.get(prefix, 0), int(digits))
        return highest
