"""Kode kecamatan atau kelurahan tidak ada dalam daftar wilayah.

A kecamatan or kelurahan is not on the list of regions.

Mengapa: dua OPD yang bekerja di tempat yang sama hanya ketahuan bila tempatnya ditulis dengan kode
yang sama. Nomor kelurahan tidak selalu berurutan: ada nomor yang memang tidak dipakai.

Why: two OPD working in the same place are noticed only if both write it with the same code. The
numbers of kelurahan have gaps: some are not in use.

Salah:

    place: {kelurahan: "36.73.01.1013"}

Benar:

    place: {kelurahan: "36.73.01.1003"}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from serang_plan.analysis.lookups.references import Reference, references
from serang_plan.analysis.lookups.regions import (
    bare_name,
    is_kecamatan,
    is_kelurahan,
    kecamatan_of,
    looks_like_code,
    regions_by_name,
)
from serang_plan.findings import Finding, Rule
from serang_plan.model.opd import RegionName
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, quoted
from serang_plan.wording import backquoted as show

if TYPE_CHECKING:
    from serang_plan.analysis.lookups.meant_code import KnownCodes

RULE = Rule("L208", "unknown-region", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    if not plan.regions:
        return
    names, advice = regions_by_name(plan), _Advice(plan)
    for named in references(plan, "regions"):
        if named.code in plan.region_by_code:
            yield from _of_the_other_rank(named)
        elif bare_name(named.code) not in names and not plan.was_refused("regions", named.code):
            rank, typed = named.keys[-1], show(named.code)
            message = Text(
                f"{rank} {typed} tidak ada dalam daftar wilayah",
                f"{rank} {typed} is not on the list of regions",
            )
            yield RULE.finding(message, named.at, help=advice.on(named))


def _of_the_other_rank(named: Reference) -> Iterator[Finding]:
    wanted = str(named.keys[-1])
    other = "kecamatan" if wanted == "kelurahan" else "kelurahan"
    if (is_kecamatan if other == "kecamatan" else is_kelurahan)(named.code):
        typed = show(named.code)
        field = f'`{other}: "{named.code}"`'
        message = Text(
            f"{typed} adalah kode {other}, bukan {wanted}", f"{typed} is a {other}, not a {wanted}"
        )
        yield RULE.finding(message, named.at, help=Text(f"tulis {field}", f"type {field}"))


class _Advice:
    """What to type instead; the lists are made when the first advice is wanted."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: KnownCodes | None = None
        self._below: dict[str, list[str]] = {}

    def on(self, named: Reference) -> Text:
        if self._known is None:
            self._learn()
        assert self._known is not None
        meant = self._plan.region_by_code.get(self._known.meant(named.code) or "")
        return _did_you_mean(meant) if meant is not None else self._choice(named)

    def _learn(self) -> None:
        from serang_plan.analysis.lookups.meant_code import KnownCodes

        regions = self._plan.region_by_code.values()
        codes = [(region.code, region.code) for region in regions]
        self._known = KnownCodes([*codes, *((bare_name(region.name), region.code) for region in regions)])
        for region in regions:
            above = region.code.rpartition(".")[0] if is_kelurahan(region.code) else ""
            self._below.setdefault(above, []).append(region.code)

    def _choice(self, named: Reference) -> Text:
        kecamatan = kecamatan_of(self._plan, named.code)
        codes = sorted(self._below.get(kecamatan.code, ())) if kecamatan else []
        if kecamatan is not None and codes and looks_like_code(named.code):
            return _from_to(kecamatan, codes[0], codes[-1])
        known = quoted(sorted(self._below.get("", ())))
        if not known:
            return Text("lihat kode di bagian `regions`", "see the codes in `regions`")
        return Text(
            f"kecamatan yang ada: {known}; kelurahannya ada di bagian `regions`",
            f"the kecamatan are: {known}; their kelurahan are in `regions`",
        )


def _did_you_mean(region: RegionName) -> Text:
    name, code = show(region.name)[1:-1], f'`"{region.code}"`'
    return Text(f"maksud Anda {name}, kodenya {code}?", f"did you mean {name}, code {code}?")


def _from_to(kecamatan: RegionName, first: str, last: str) -> Text:
    name = show(kecamatan.name)[1:-1]
    return Text(
        f'di Kecamatan {name} ada `"{first}"` sampai `"{last}"`; namanya ada di bagian `regions`',
        f'Kecamatan {name} has `"{first}"` to `"{last}"`; their names are in `regions`',
    )
