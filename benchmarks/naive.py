"""The program that one would write first: PyYAML's C loader, Pydantic models, and a look at the codes.

It reads the same contract and refuses the same shapes, but knows no line, no second language and no advice.
python benchmarks/naive.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S")]
Code = Annotated[str, StringConstraints(max_length=60, pattern=r"^[\w.-]+( [\w.-]+)*$")]
Year = Annotated[int, Field(ge=1900, le=2200)]
Count = Annotated[int, Field(ge=0)]
Part = Annotated[str, StringConstraints(pattern=r"^\d{4}-(TW[1-4]|(0[1-9]|1[0-2]))$")]
Day = date  # fields are named `date` too
Time = Day | Year | Part
Number = int | float
Nomenclature = Annotated[
    str, StringConstraints(pattern=r"^(\d|X)\.(\d{2}|XX)\.\d{2}\.[12]\.\d{2}(\.\d{2,4})?$")
]
Region = Annotated[str, StringConstraints(pattern=r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$")]
Level = Literal["terverifikasi", "sekunder", "turunan", "perlu-dicek"]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# -- what must be true -----------------------------------------------------------


class Pillar(Record):
    code: Code
    name: Prose


class Band(Record):
    above: Number
    name: Prose


class Settings(Record):
    stale_after_months: Count = 24
    tolerance_percent: Number = 0.5
    jump_percent: Count = 50
    most_actions: Count | None = None
    silent_rakor: Count = 2
    predicates: tuple[Band, ...] = ()


class Header(Record):
    title: Prose
    city: Prose
    region: Region | None = None
    first_year: Year
    last_year: Year
    indicators_expected: Count | None = None
    origin: Literal["kandidat", "resmi"] = "kandidat"
    pillars: tuple[Pillar, ...] = ()
    settings: Settings = Settings()


class Source(Record):
    code: Code
    title: Prose | None = None
    publisher: Prose | None = None
    published: Time | None = None
    url: Prose | None = None
    kind: Literal["resmi", "laporan", "berita", "perkiraan"]
    note: Prose | None = None


class Claim(Record):
    code: Code
    date: Time | None = None
    by: Prose
    indicators: Count
    met: Count
    source: Code | None = None
    note: Prose | None = None


class Statement(Record):
    text: Prose
    date: Time | None = None
    source: Code


class Dispute(Record):
    code: Code
    topic: Prose
    indicators: tuple[Code, ...] = ()
    statements: tuple[Statement, ...]
    resolution: Prose | None = None


class Stage(Record):
    year: Year
    focus: Prose | None = None
    opd: tuple[Code, ...] = ()
    source: Code | None = None
    note: Prose | None = None


class Threshold(Record):
    value: Number
    kind: Literal["hukum", "nasional", "kebijakan"]
    basis: Prose
    source: Code | None = None
    since: Time | None = None
    verification: Level | None = None
    note: Prose | None = None


class Share(Record):
    part: Number
    whole: Number
    unit: Prose | None = None
    counts: Literal["yang-diukur", "sisanya"] = "yang-diukur"


class Piece(Record):
    name: Prose
    value: Number | None = None


class Breakdown(Record):
    total: Number
    unit: Prose | None = None
    parts: tuple[Piece, ...]


class Measurement(Record):
    as_of: Time
    published: Time | None = None
    value: Number
    source: Code | None = None
    verification: Level = "perlu-dicek"
    unit: Prose | None = None
    scope: Literal["kota", "kawasan"] | None = None
    share: Share | None = None
    breakdown: Breakdown | None = None
    used: bool = False
    reason: Prose | None = None
    note: Prose | None = None


class Target(Record):
    year: Year
    value: Number
    basis: Literal["usulan", "rpjmd", "renstra", "rkpd", "kesepakatan"] = "usulan"
    source: Code | None = None
    reason: Prose | None = None


class Declaration(Record):
    standing: Literal["terpenuhi", "belum"]
    by: Prose
    date: Day | None = None
    source: Code | None = None


class Indicator(Record):
    code: Code
    name: Prose
    name_en: Prose | None = None
    short: Prose | None = None
    short_en: Prose | None = None
    aspect: Code
    pillars: tuple[Code, ...] = ()
    unit: Prose
    unit_en: Prose | None = None
    direction: Literal["naik", "turun"]
    scope: Literal["kota", "kawasan"] = "kota"
    threshold: Threshold | None = None
    reporting: Literal["bulanan", "triwulan", "semester", "tahunan"] | None = None
    provider: Code | None = None
    measurements: tuple[Measurement, ...] = ()
    targets: tuple[Target, ...] = ()
    declared: Declaration | None = None
    note: Prose | None = None


# -- who does it, and how -----------------------------------------------------------


class Opd(Record):
    code: Code
    name: Prose
    aliases: tuple[Prose, ...] = ()
    from_: Annotated[Time | None, Field(alias="from")] = None
    until: Time | None = None
    successor: Code | None = None
    sources: tuple[Code, ...] = ()
    note: Prose | None = None


class Partner(Record):
    code: Code
    name: Prose
    kind: Literal["provinsi", "pusat", "daerah", "bumn", "swasta", "masyarakat"]
    aliases: tuple[Prose, ...] = ()
    note: Prose | None = None


class RegionName(Record):
    code: Region
    name: Prose


class Assignment(Record):
    indicator: Code
    lead: Code | None = None
    support: tuple[Code, ...] = ()
    partners: tuple[Code, ...] = ()
    from_: Annotated[Time | None, Field(alias="from")] = None
    until: Time | None = None
    basis: Literal["usulan", "keputusan"] | None = None
    source: Code | None = None
    note: Prose | None = None


class Effect(Record):
    code: Code
    adds: Number | None = None


class Move(Record):
    to: Time
    known: Time | None = None
    opd: Code | None = None
    reason: Prose | None = None
    source: Code | None = None


class Place(Record):
    kecamatan: Code | None = None
    kelurahan: Code | None = None
    site: Prose | None = None


class Funding(Record):
    source: Prose | None = None
    year: Year | None = None
    amount: Count | None = None


class ProgramCode(Record):
    code: Nomenclature
    version: Literal["permendagri-13", "permendagri-90"] | None = None


class Action(Record):
    code: Code
    name: Prose
    opd: Code | None = None
    indicators: tuple[Effect, ...] = ()
    announced: Time | None = None
    start: Time | None = None
    finish: Time | None = None
    status: Literal["rencana", "berjalan", "selesai", "geser", "batal"] | None = None
    done: Time | None = None
    moves: tuple[Move, ...] = ()
    needs: tuple[Code, ...] = ()
    place: Place | None = None
    funding: tuple[Funding, ...] = ()
    authority: Literal["kota", "provinsi", "pusat"] | None = None
    nomenclature: ProgramCode | None = None
    culture: Prose | None = None
    sources: tuple[Code, ...] = ()
    evidence: tuple[Code, ...] = ()
    note: Prose | None = None


Status = Literal["menunggu", "proses", "selesai"]


class Entry(Record):
    known: Time
    by: Code | None = None
    opd: Code | None = None
    status: Status | None = None
    due: Day | None = None
    evidence: Prose | None = None
    verified: (
        Literal["sesuai", "belum-sesuai", "belum-ditindaklanjuti", "tidak-dapat-ditindaklanjuti"] | None
    ) = None
    superseded_by: Code | None = None
    reason: Prose | None = None
    source: Code | None = None
    public: bool | None = None
    note: Prose | None = None


class Decision(Record):
    code: Code | None = None
    text: Prose
    lead: Code | None = None
    support: tuple[Code, ...] = ()
    due: Day | None = None
    indicator: Code | None = None
    status: Status | None = None
    updated: Day | None = None
    evidence: Prose | None = None
    note: Prose | None = None
    history: tuple[Entry, ...] = ()


class Rakor(Record):
    date: Day
    place: Prose | None = None
    chair: Prose | None = None
    invited: Literal["semua"] | tuple[Code, ...] = ()
    agenda: tuple[Prose, ...] = ()
    decisions: tuple[Decision, ...] = ()
    source: Code | None = None
    note: Prose | None = None


class File(Record):
    plan: Header | None = None
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    stages: tuple[Stage, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    opd: tuple[Opd, ...] = ()
    partners: tuple[Partner, ...] = ()
    regions: tuple[RegionName, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    actions: tuple[Action, ...] = ()
    rakor: tuple[Rakor, ...] = ()


# -- the program ------------------------------------------------------------------------


def read(paths: list[Path]) -> Iterator[File | str]:
    for path in paths:
        try:
            with path.open(encoding="utf-8") as file:
                yield File.model_validate(yaml.load(file, yaml.CSafeLoader))
        except yaml.YAMLError as error:
            yield f"{path}: {error}"
        except ValidationError as error:
            yield from (f"{path}: {one['loc']}: {one['msg']}" for one in error.errors())


def every(files: list[File], section: str) -> Iterator[Any]:
    return (record for file in files for record in getattr(file, section))


def codes(files: list[File], section: str) -> set[str]:
    return {record.code for record in every(files, section)}


def named(files: list[File]) -> Iterator[tuple[str, str]]:
    """Give every section and code that a record refers to."""
    for one in every(files, "assignments"):
        yield "indicators", one.indicator
        yield from (("opd", code) for code in (one.lead, *one.support))
    for one in every(files, "indicators"):
        parts = (one.threshold, *one.measurements, *one.targets)
        yield from (("sources", part.source) for part in parts if part)
    for one in every(files, "actions"):
        yield "opd", one.opd
        yield from (("indicators", effect.code) for effect in one.indicators)
        yield from (("sources", code) for code in (*one.sources, *one.evidence))


def unknown(files: list[File]) -> Iterator[str]:
    known = {section: codes(files, section) for section in ("indicators", "opd", "sources")}
    for section, code in named(files):
        if code is not None and code not in known[section]:
            yield f"{code} is not in {section}"


def main() -> None:
    found = list(read(sorted(Path(sys.argv[1]).rglob("*.yaml"))))
    problems = [one for one in found if isinstance(one, str)]
    problems += unknown([one for one in found if isinstance(one, File)])
    print("\n".join(problems) or "no problem")
    raise SystemExit(1 if problems else 0)


if __name__ == "__main__":
    main()
