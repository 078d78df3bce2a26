"""Rakor: the meeting, its agenda and the decisions to be followed up."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from serang_plan.model.fields import Code, Day, Prose
from serang_plan.model.record import Record

EVERYBODY = "semua"
DecisionStatus = Literal["menunggu", "proses", "selesai"]


def _list_of_everybody(value: Any) -> Any:
    return (EVERYBODY,) if value == EVERYBODY else value


class Decision(Record):
    """What a rakor decided: who does what by when."""

    code: Annotated[Code | None, Field(description="Kode keputusan, misalnya `R1-1`.")] = None
    text: Annotated[Prose, Field(description="Isi keputusan.")]
    lead: Annotated[Code | None, Field(description="Kode OPD penanggung jawab, atau `semua`.")] = None
    support: Annotated[tuple[Code, ...], Field(description="Kode OPD pendukung.")] = ()
    due: Annotated[Day | None, Field(description="Batas waktu.")] = None
    indicator: Annotated[Code | None, Field(description="Kode indikator yang dituju.")] = None
    status: Annotated[DecisionStatus | None, Field(description="menunggu, proses atau selesai.")] = None
    updated: Annotated[Day | None, Field(description="Kapan status terakhir dilaporkan.")] = None
    evidence: Annotated[Prose | None, Field(description="Bukti dukung.")] = None
    note: Annotated[Prose | None, Field(description="Catatan atau kendala.")] = None


class Rakor(Record):
    """One coordination meeting."""

    date: Annotated[Day, Field(description="Tanggal rakor.")]
    place: Annotated[Prose | None, Field(description="Tempat.")] = None
    chair: Annotated[Prose | None, Field(description="Jabatan pemimpin rapat.")] = None
    invited: Annotated[
        tuple[Code, ...],
        BeforeValidator(_list_of_everybody),
        WithJsonSchema({"anyOf": [{"const": EVERYBODY}, {"type": "array", "items": {"type": "string"}}]}),
        Field(description="`semua`, atau daftar kode OPD."),
    ] = ()
    agenda: Annotated[tuple[Prose, ...], Field(description="Acara rapat.")] = ()
    decisions: Annotated[tuple[Decision, ...], Field(description="Keputusan.")] = ()
    source: Annotated[Code | None, Field(description="Kode sumber.")] = None
    note: Annotated[Prose | None, Field(description="Catatan.")] = None
