"""Rakor: the meeting, its agenda and the decisions to be followed up."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, WithJsonSchema

from serang_plan.model.fields import (
    Code,
    Day,
    Facts,
    IndicatorCode,
    Note,
    OpdCode,
    OpdOrEverybody,
    Prose,
    Remark,
    SourceField,
    Task,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text

EVERYBODY = "semua"
DecisionStatus = Literal["menunggu", "proses", "selesai"]


def _list_of_everybody(value: object) -> object:
    return (EVERYBODY,) if value == EVERYBODY else value


class Decision(Record):
    """What a rakor decided: who does what by when."""

    code: Annotated[Code | None, Facts("Kode keputusan, misalnya `R1-1`.")] = None
    text: Annotated[Task, Facts("Isi keputusan.", Text("isi", "text"), "teks")]
    lead: Annotated[OpdOrEverybody | None, Facts("Kode OPD penanggung jawab, atau `semua`.")] = None
    support: Annotated[tuple[OpdCode, ...], Facts("Kode OPD pendukung.")] = ()
    due: Annotated[Day | None, Facts("Batas waktu.", typed="batas_waktu tenggat")] = None
    indicator: Annotated[IndicatorCode | None, Facts("Kode indikator yang dituju.")] = None
    status: Annotated[DecisionStatus | None, Facts("menunggu, proses atau selesai.")] = None
    updated: Annotated[Day | None, Facts("Kapan status terakhir dilaporkan.", typed="diubah")] = None
    evidence: Annotated[Remark | None, Facts("Bukti dukung.")] = None
    note: Annotated[Prose | None, Facts("Catatan atau kendala.")] = None


class Rakor(Record):
    """One coordination meeting."""

    about: ClassVar[Facts] = Facts("Rakor, acara dan keputusannya.", typed="rapat rapat_koordinasi")
    date: Annotated[Day, Facts("Tanggal rakor.")]
    place: Annotated[Prose | None, Facts("Tempat.")] = None
    chair: Annotated[Prose | None, Facts("Jabatan pemimpin rapat.", typed="ketua pimpinan")] = None
    invited: Annotated[
        tuple[OpdOrEverybody, ...],
        BeforeValidator(_list_of_everybody),
        WithJsonSchema({"anyOf": [{"const": EVERYBODY}, {"type": "array", "items": {"type": "string"}}]}),
        Facts("`semua`, atau daftar kode OPD.", Text("undangan", "invited"), "diundang undangan"),
    ] = ()
    agenda: Annotated[tuple[Prose, ...], Facts("Acara rapat.")] = ()
    decisions: Annotated[tuple[Decision, ...], Facts("Keputusan.", typed="keputusan")] = ()
    source: SourceField = None
    note: Note = None
