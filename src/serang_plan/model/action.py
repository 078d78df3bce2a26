"""Actions: what an OPD does, when, where, with whose money and to what effect."""

from typing import Annotated, ClassVar, Literal

from serang_plan.model.fields import (
    ActionCode,
    Amount,
    Code,
    Count,
    Facts,
    Focus,
    IndicatorCode,
    Name,
    Nomenclature,
    Note,
    OpdCode,
    Prose,
    RegionCode,
    Remark,
    SourceCode,
    SourceField,
    Term,
    Time,
    Year,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text, untranslated

ActionStatus = Literal["rencana", "berjalan", "selesai", "geser", "batal"]
Authority = Literal["kota", "provinsi", "pusat"]
CodeVersion = Literal["permendagri-13", "permendagri-90"]


class Effect(Record):
    """What an action is expected to add to an indicator, in the indicator's unit."""

    code: Annotated[IndicatorCode, Facts("Kode indikator.")]
    adds: Annotated[
        Amount | None,
        Facts(
            "Perkiraan dampak dalam satuan indikator; kosongkan bila tidak diketahui.",
            Text("dampak", "effect"),
        ),
    ] = None


class Move(Record):
    """One time that an action was put off."""

    to: Annotated[Time, Facts("Waktu selesai yang baru.")]
    known: Annotated[Time | None, Facts("Kapan diketahui bergeser.")] = None
    opd: Annotated[OpdCode | None, Facts("OPD pelaksana sesudah bergeser, bila berganti.")] = None
    reason: Annotated[Prose | None, Facts("Alasan bergeser.")] = None
    source: SourceField = None


class Place(Record):
    """Where an action happens."""

    kecamatan: Annotated[
        RegionCode | None, Facts('Kode kecamatan: "36.73.01".', untranslated("`kecamatan`"))
    ] = None
    kelurahan: Annotated[
        RegionCode | None, Facts('Kode kelurahan: "36.73.01.1003".', untranslated("`kelurahan`"))
    ] = None
    site: Annotated[Prose | None, Facts("Nama tempat atau jalan.", typed="alamat lokasi")] = None


class Funding(Record):
    """One source of money for one year."""

    source: Annotated[
        Term | None, Facts("Sumber dana, misalnya `APBD kota`; kosongkan bila tidak diketahui.")
    ] = None
    year: Annotated[Year | None, Facts("Tahun anggaran.")] = None
    amount: Annotated[Count | None, Facts("Rupiah, angka bulat tanpa titik: 2500000000.", typed="jumlah")] = (
        None
    )


class ProgramCode(Record):
    """A programme code and the regulation that gave it."""

    code: Annotated[
        Nomenclature, Facts('Kode sub kegiatan, misalnya "1.04.05.2.01.01".', untranslated("`code`"))
    ]
    version: Annotated[CodeVersion | None, Facts("Peraturan asal kode.", untranslated("`version`"))] = None


class Action(Record):
    """One activity of an OPD."""

    about: ClassVar[Facts] = Facts("Kegiatan OPD.", typed="kegiatan")
    code: Annotated[Code, Facts("Kode kegiatan, misalnya `A01`.")]
    name: Annotated[Name, Facts("Nama kegiatan.")]
    opd: Annotated[OpdCode | None, Facts("Kode OPD pelaksana.", Text("OPD", "OPD"))] = None
    indicators: Annotated[
        tuple[Effect, ...], Facts("Indikator yang dituju.", Text("indikator", "indicators"))
    ] = ()
    announced: Annotated[
        Time | None,
        Facts("Kapan kegiatan ini diketahui umum.", Text("waktu diumumkan", "time announced"), "diumumkan"),
    ] = None
    start: Annotated[Time | None, Facts("Mulai: `2020-TW3`.", Text("mulai", "start"), "awal mulai")] = None
    finish: Annotated[
        Time | None,
        Facts("Rencana selesai: `2020-TW4`.", Text("rencana selesai", "planned finish"), "selesai"),
    ] = None
    status: Annotated[
        ActionStatus | None, Facts("rencana, berjalan, selesai, geser atau batal.", Text("status", "status"))
    ] = None
    done: Annotated[Time | None, Facts("Kapan selesai.", Text("waktu selesai", "time done"), "selesai")] = (
        None
    )
    moves: Annotated[
        tuple[Move, ...],
        Facts("Setiap kali bergeser: ke kapan dan mengapa.", Text("riwayat pergeseran", "history of moves")),
    ] = ()
    needs: Annotated[
        tuple[ActionCode, ...],
        Facts(
            "Kode kegiatan yang harus selesai lebih dulu.", Text("kegiatan yang ditunggu", "actions it needs")
        ),
    ] = ()
    place: Annotated[Place | None, Facts("Tempat.", Text("tempat", "place"), "lokasi tempat")] = None
    funding: Annotated[
        tuple[Funding, ...],
        Facts("Sumber dana per tahun.", Text("dana", "funding"), "anggaran biaya pendanaan"),
    ] = ()
    authority: Annotated[
        Authority | None,
        Facts("Kewenangan: kota, provinsi atau pusat.", Text("kewenangan", "authority"), "kewenangan"),
    ] = None
    nomenclature: Annotated[
        ProgramCode | None, Facts("Kode nomenklatur.", Text("kode nomenklatur", "programme code"))
    ] = None
    culture: Annotated[
        Remark | None,
        Facts(
            "Bagaimana kegiatan ini menjaga budaya lokal.", Text("catatan budaya", "culture note"), "budaya"
        ),
    ] = None
    sources: Annotated[
        tuple[SourceCode, ...], Facts("Kode sumber rencana kegiatan.", Text("sumber", "sources"))
    ] = ()
    evidence: Annotated[
        tuple[SourceCode, ...], Facts("Kode sumber yang membuktikan hasilnya.", typed="bukti")
    ] = ()
    note: Note = None


class Stage(Record):
    """One year of the way: its focus and the OPD that carry it."""

    about: ClassVar[Facts] = Facts("Tahapan: fokus dan OPD tiap tahun.", typed="tahap tahapan")
    year: Annotated[Year, Facts("Tahun tahapan.")]
    focus: Annotated[Focus | None, Facts("Fokus tahun itu.", Text("fokus", "focus"), "fokus")] = None
    opd: Annotated[tuple[OpdCode, ...], Facts("Kode OPD fokus.")] = ()
    source: SourceField = None
    note: Note = None
