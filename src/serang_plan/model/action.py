"""Actions: what an OPD does, when, where, with whose money and to what effect."""

from typing import Annotated, Literal

from pydantic import Field

from serang_plan.model.fields import Amount, Code, Count, Nomenclature, Prose, Time, Year
from serang_plan.model.record import Record

ActionStatus = Literal["rencana", "berjalan", "selesai", "geser", "batal"]
Authority = Literal["kota", "provinsi", "pusat"]
CodeVersion = Literal["permendagri-13", "permendagri-90"]


class Effect(Record):
    """What an action is expected to add to an indicator, in the indicator's unit."""

    code: Annotated[Code, Field(description="Kode indikator.")]
    adds: Annotated[
        Amount | None,
        Field(description="Perkiraan dampak dalam satuan indikator; kosongkan bila tidak diketahui."),
    ] = None


class Move(Record):
    """One time that an action was put off."""

    to: Annotated[Time, Field(description="Waktu selesai yang baru.")]
    known: Annotated[Time | None, Field(description="Kapan diketahui bergeser.")] = None
    opd: Annotated[Code | None, Field(description="OPD pelaksana sesudah bergeser, bila berganti.")] = None
    reason: Annotated[Prose | None, Field(description="Alasan bergeser.")] = None
    source: Annotated[Code | None, Field(description="Kode sumber.")] = None


class Place(Record):
    """Where an action happens."""

    kecamatan: Annotated[Code | None, Field(description='Kode kecamatan: "36.73.01".')] = None
    kelurahan: Annotated[Code | None, Field(description='Kode kelurahan: "36.73.01.1003".')] = None
    site: Annotated[Prose | None, Field(description="Nama tempat atau jalan.")] = None


class Funding(Record):
    """One source of money for one year."""

    source: Annotated[
        Prose | None, Field(description="Sumber dana, misalnya `APBD kota`; kosongkan bila tidak diketahui.")
    ] = None
    year: Annotated[Year | None, Field(description="Tahun anggaran.")] = None
    amount: Annotated[Count | None, Field(description="Rupiah, angka bulat tanpa titik: 2500000000.")] = None


class ProgramCode(Record):
    """A programme code and the regulation that gave it."""

    code: Annotated[Nomenclature, Field(description='Kode sub kegiatan, misalnya "1.04.05.2.01.01".')]
    version: Annotated[CodeVersion | None, Field(description="Peraturan asal kode.")] = None


class Action(Record):
    """One activity of an OPD."""

    code: Annotated[Code, Field(description="Kode kegiatan, misalnya `A01`.")]
    name: Annotated[Prose, Field(description="Nama kegiatan.")]
    opd: Annotated[Code | None, Field(description="Kode OPD pelaksana.")] = None
    indicators: Annotated[tuple[Effect, ...], Field(description="Indikator yang dituju.")] = ()
    announced: Annotated[Time | None, Field(description="Kapan kegiatan ini diketahui umum.")] = None
    start: Annotated[Time | None, Field(description="Mulai: `2020-TW3`.")] = None
    finish: Annotated[Time | None, Field(description="Rencana selesai: `2020-TW4`.")] = None
    status: Annotated[
        ActionStatus | None, Field(description="rencana, berjalan, selesai, geser atau batal.")
    ] = None
    done: Annotated[Time | None, Field(description="Kapan selesai.")] = None
    moves: Annotated[tuple[Move, ...], Field(description="Setiap kali bergeser: ke kapan dan mengapa.")] = ()
    needs: Annotated[tuple[Code, ...], Field(description="Kode kegiatan yang harus selesai lebih dulu.")] = ()
    place: Annotated[Place | None, Field(description="Tempat.")] = None
    funding: Annotated[tuple[Funding, ...], Field(description="Sumber dana per tahun.")] = ()
    authority: Annotated[Authority | None, Field(description="Kewenangan: kota, provinsi atau pusat.")] = None
    nomenclature: Annotated[ProgramCode | None, Field(description="Kode nomenklatur.")] = None
    culture: Annotated[Prose | None, Field(description="Bagaimana kegiatan ini menjaga budaya lokal.")] = None
    sources: Annotated[tuple[Code, ...], Field(description="Kode sumber rencana kegiatan.")] = ()
    evidence: Annotated[tuple[Code, ...], Field(description="Kode sumber yang membuktikan hasilnya.")] = ()
    note: Annotated[Prose | None, Field(description="Catatan.")] = None


class Stage(Record):
    """One year of the way: its focus and the OPD that carry it."""

    year: Annotated[Year, Field(description="Tahun tahapan.")]
    focus: Annotated[Prose | None, Field(description="Fokus tahun itu.")] = None
    opd: Annotated[tuple[Code, ...], Field(description="Kode OPD fokus.")] = ()
    source: Annotated[Code | None, Field(description="Kode sumber.")] = None
    note: Annotated[Prose | None, Field(description="Catatan.")] = None
