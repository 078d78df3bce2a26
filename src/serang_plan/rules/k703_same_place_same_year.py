"""Dua OPD punya kegiatan di tempat yang sama pada tahun yang sama.

Two OPD have actions in the same place in the same year.

Mengapa: jalan yang baru diperbaiki digali lagi untuk drainase, taman yang baru jadi dilewati alat berat.
Kegiatan di satu kelurahan atau lokasi perlu disepakati urutannya. Bila yang satu sudah menunggu yang lain
(`needs`), urutannya jelas dan aturan ini diam.

Why: a road that was just repaired is dug up for a drain. Actions in one kelurahan or at one site need an
agreed order. Where one already waits for the other (`needs`), the order is clear and this rule is silent.

Salah:

    - {code: A01, name: Trotoar, opd: DPUPR, start: 2026, finish: 2027, place: {kelurahan: "36.73.01.1003"}}
    - {code: A02, name: Taman, opd: DLH, start: 2027, place: {kelurahan: "36.73.01.1003"}}

Benar:

    - {code: A01, name: Trotoar, opd: DPUPR, start: 2026, finish: 2027, place: {kelurahan: "36.73.01.1003"}}
    - {code: A02, name: Taman, opd: DLH, start: 2027, needs: [A01], place: {kelurahan: "36.73.01.1003"}}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.overlaps import Clash, same_place
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.action import Place
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("K703", "same-place-same-year", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    for clash in same_place(plan):
        place, other = clash.first.action.place, clash.second.action.place
        if place is not None and other is not None:
            yield _finding(plan, clash, place, other)


def _finding(plan: Plan, clash: Clash, place: Place, other: Place) -> Finding:
    in_kelurahan = place.kelurahan is not None and place.kelurahan == other.kelurahan
    key = "kelurahan" if in_kelurahan else "site"
    place_id, place_en = _where(plan, other, in_kelurahan)
    first, second = show(clash.first.opd), show(clash.second.opd)
    message = Text(
        f"{first} dan {second} sama-sama punya kegiatan di {place_id} pada {clash.year}",
        f"{first} and {second} both have actions {place_en} in {clash.year}",
    )
    return RULE.finding(message, other.at(key), labels=(_label(clash, place.at(key)),), help=_advice(clash))


def _where(plan: Plan, place: Place, in_kelurahan: bool) -> tuple[str, str]:
    if not in_kelurahan:
        return show(place.site), f"at {show(place.site)}"
    region = plan.region_by_code.get(place.kelurahan or "")
    name = f"Kelurahan {region.name}" if region else f"kelurahan {show(place.kelurahan)}"
    return name, f"in {name}"


def _label(clash: Clash, at: Pointer) -> Label:
    opd, name = show(clash.first.opd), show(clash.first.action.name)
    return Label(Text(f"kegiatan {opd}: {name}", f"action of {opd}: {name}"), at)


def _advice(clash: Clash) -> Text:
    first, second = show(clash.first.action.code), show(clash.second.action.code)
    needs = show(f"needs: [{clash.first.action.code}]")
    return Text(
        f"sepakati urutannya; bila {second} menunggu {first}, tulis {needs} pada {second}",
        f"agree on the order; if {second} waits for {first}, write {needs} in {second}",
    )
