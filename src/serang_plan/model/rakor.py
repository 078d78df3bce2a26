"""Rakor: the meeting, its agenda and the decisions to be followed up."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, WithJsonSchema

from serang_plan.model.fields import (
    Code,
    Day,
    FieldFacts,
    IndicatorCode,
    OpdCode,
    OpdOrEverybody,
    Prose,
    Remark,
    SourceCode,
    Task,
    optional,
    optional_list,
    required,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text

EVERYBODY = "semua"
DecisionStatus = Literal["menunggu", "proses", "selesai"]


def _list_of_everybody(value: object) -> object:
    return (EVERYBODY,) if value == EVERYBODY else value


class Decision(Record):
    """What a rakor decided: who does what by when."""

    code: Code | None = optional("Kode keputusan, misalnya `R1-1`.")
    text: Task = required("Isi keputusan.", Text("isi", "text"), "teks")
    lead: OpdOrEverybody | None = optional("Kode OPD penanggung jawab, atau `semua`.")
    support: tuple[OpdCode, ...] = optional_list("Kode OPD pendukung.")
    due: Day | None = optional("Batas waktu.", typed="batas_waktu tenggat")
    indicator: IndicatorCode | None = optional("Kode indikator yang dituju.")
    status: DecisionStatus | None = optional("menunggu, proses atau selesai.")
    updated: Day | None = optional("Kapan status terakhir dilaporkan.", typed="diubah")
    evidence: Remark | None = optional("Bukti dukung.")
    note: Prose | None = optional("Catatan atau kendala.")


class Rakor(Record):
    """One coordination meeting."""

    about: ClassVar[FieldFacts] = FieldFacts("Rakor, acara dan keputusannya.", typed="rapat rapat_koordinasi")
    date: Day = required("Tanggal rakor.")
    place: Prose | None = optional("Tempat.")
    chair: Prose | None = optional("Jabatan pemimpin rapat.", typed="ketua pimpinan")
    invited: Annotated[
        tuple[OpdOrEverybody, ...],
        BeforeValidator(_list_of_everybody),
        WithJsonSchema({"anyOf": [{"const": EVERYBODY}, {"type": "array", "items": {"type": "string"}}]}),
    ] = optional_list("`semua`, atau daftar kode OPD.", Text("undangan", "invited"), "diundang undangan")
    agenda: tuple[Prose, ...] = optional_list("Acara rapat.")
    decisions: tuple[Decision, ...] = optional_list("Keputusan.", typed="keputusan")
    source: SourceCode | None = optional("Kode sumber.")
    note: Prose | None = optional("Catatan.")
