"""Criteria: a list that somebody set of what a metropolis must be; never merged with another."""

from typing import ClassVar

from serang_plan.model.fields import (
    Code,
    FieldFacts,
    Flag,
    IndicatorCode,
    Name,
    Prose,
    SourceCode,
    Time,
    optional,
    optional_list,
    required,
)
from serang_plan.model.indicator import Scope
from serang_plan.model.record import Record
from serang_plan.model.statement import Withdrawal, known_field, public_field, withdrawn_field
from serang_plan.wording import Text


class CriteriaItem(Record):
    """One criterion as published, and the indicators that bear on it."""

    code: Code = required("Kode butir, misalnya `L1-2`.")
    name: Name = required("Bunyi butir seperti diterbitkan.")
    name_en: Prose | None = optional("Bunyinya dalam bahasa Inggris.")
    indicators: tuple[IndicatorCode, ...] = optional_list(
        "Kode indikator yang berkaitan; kosong bila tidak ada."
    )
    public: Flag = public_field()
    note: Prose | None = optional("Catatan, misalnya apa yang tidak sama antara butir dan indikatornya.")


class Criteria(Record):
    """A list of criteria."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Daftar kriteria yang pernah ditetapkan pihak lain, seperti diterbitkan.", typed="kriteria"
    )
    code: Code = required("Kode daftar, misalnya `L1`.")
    name: Name = required("Nama daftar.")
    name_en: Prose | None = optional("Nama dalam bahasa Inggris.")
    by: Prose = required("Siapa yang menetapkan.", typed="oleh")
    basis: Prose | None = optional("Rujukan, misalnya `PP 15/2010 Pasal 65 ayat (5)`.", typed="dasar")
    scope: Scope = required("Cakupan: `kota` atau `kawasan`.", Text("cakupan", "scope"), "cakupan")
    complete: Flag = required(
        "Apakah semua butirnya diketahui; bila tidak, tidak ada bagian yang dihitung.",
        Text("lengkap", "complete"),
    )
    date: Time | None = optional("Kapan ditetapkan atau disampaikan.", Text("tanggal", "date"), "tanggal")
    known: Time | None = known_field()
    source: SourceCode | None = optional("Kode sumber.")
    items: tuple[CriteriaItem, ...] = required("Butir-butirnya.", Text("butir", "items"), "butir")
    withdrawn: Withdrawal | None = withdrawn_field()
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")
