"""Indicators: what must be true of the city, and every value published about it."""

from typing import Annotated, Literal

from pydantic import Field

from serang_plan.model.fields import Amount, Code, Day, Flag, Prose, Time, Year
from serang_plan.model.record import Record

Direction = Literal["naik", "turun"]
Scope = Literal["kota", "kawasan"]
Verification = Literal["terverifikasi", "sekunder", "turunan", "perlu-dicek"]
ThresholdKind = Literal["hukum", "nasional", "kebijakan"]
Reporting = Literal["bulanan", "triwulan", "semester", "tahunan"]
TargetBasis = Literal["usulan", "rpjmd", "renstra", "rkpd", "kesepakatan"]
DeclaredStanding = Literal["terpenuhi", "belum"]

ReasonFor = Annotated[Prose | None, Field(description="Alasan.")]
NoteField = Annotated[Prose | None, Field(description="Catatan.")]
SourceCode = Annotated[Code | None, Field(description="Kode sumber dari bagian `sources`.")]


class Threshold(Record):
    """What counts as met, and who says so."""

    value: Annotated[Amount, Field(description="Nilai ambang, dengan titik desimal.")]
    kind: Annotated[
        ThresholdKind,
        Field(description="Dasar ambang: hukum, nasional (rencana atau kelas nasional) atau kebijakan."),
    ]
    basis: Annotated[Prose, Field(description="Rujukan, misalnya `UU 26/2007 Pasal 29 ayat (3)`.")]
    source: SourceCode = None
    since: Annotated[Time | None, Field(description="Mulai berlaku; kosongkan bila tidak diketahui.")] = None
    verification: Annotated[Verification | None, Field(description="Tingkat verifikasi ambang.")] = None
    reason: Annotated[Prose | None, Field(description="Alasan bila nilai ambang diubah.")] = None
    note: NoteField = None


class Share(Record):
    """The count behind a percentage: a part of a whole."""

    part: Annotated[Amount, Field(description="Bagian (pembilang).")]
    whole: Annotated[Amount, Field(description="Keseluruhan (penyebut).")]
    unit: Annotated[Prose | None, Field(description="Satuan pembilang dan penyebut.")] = None
    counts: Annotated[
        Literal["yang-diukur", "sisanya"],
        Field(description="Apakah `part` adalah yang diukur indikator, atau sisanya."),
    ] = "yang-diukur"


class Part(Record):
    """One part of a total; without a value its size is unknown."""

    name: Annotated[Prose, Field(description="Nama bagian.")]
    value: Annotated[Amount | None, Field(description="Besarnya; kosongkan bila tidak ada data.")] = None


class Breakdown(Record):
    """A published total and the parts that were published with it."""

    total: Annotated[Amount, Field(description="Jumlah seperti yang diterbitkan.")]
    unit: Annotated[Prose | None, Field(description="Satuan.")] = None
    parts: Annotated[tuple[Part, ...], Field(description="Bagian-bagiannya seperti yang diterbitkan.")]


class Measurement(Record):
    """One published value."""

    as_of: Annotated[
        Time, Field(description="Waktu yang digambarkan nilai ini: `2019`, `2019-06` atau `2019-06-30`.")
    ]
    published: Annotated[
        Time | None, Field(description="Kapan diterbitkan; kosongkan bila tidak diketahui.")
    ] = None
    value: Annotated[Amount, Field(description="Nilai dalam satuan indikator, dengan titik desimal.")]
    source: SourceCode = None
    verification: Annotated[
        Verification,
        Field(description="terverifikasi (dibaca), sekunder (dikutip), turunan (dihitung) atau perlu-dicek."),
    ] = "perlu-dicek"
    unit: Annotated[Prose | None, Field(description="Satuan, bila lain dari satuan indikator.")] = None
    scope: Annotated[Scope | None, Field(description="Cakupan, bila lain dari cakupan indikator.")] = None
    share: Annotated[Share | None, Field(description="Pembilang dan penyebut di balik persentase.")] = None
    breakdown: Annotated[Breakdown | None, Field(description="Jumlah dan bagian-bagiannya.")] = None
    used: Annotated[
        Flag, Field(description="Nilai yang dipakai bila ada beberapa nilai untuk waktu yang sama.")
    ] = False
    reason: Annotated[Prose | None, Field(description="Mengapa nilai ini yang dipakai.")] = None
    dispute: Annotated[
        Code | None,
        Field(description="Kode pertentangan dari bagian `disputes` yang mencatat keganjilan nilai ini."),
    ] = None
    note: NoteField = None


class Target(Record):
    """What should be reached at the end of a year."""

    year: Annotated[Year, Field(description="Tahun target.")]
    value: Annotated[Amount, Field(description="Nilai target.")]
    basis: Annotated[TargetBasis, Field(description="Dasar target; `usulan` selama belum ditetapkan.")] = (
        "usulan"
    )
    source: SourceCode = None
    reason: Annotated[Prose | None, Field(description="Alasan bila target diubah atau mundur.")] = None


class Declaration(Record):
    """What somebody said of this one indicator."""

    standing: Annotated[DeclaredStanding, Field(description="Status yang dinyatakan.")]
    by: Annotated[Prose, Field(description="Jabatan yang menyatakan.")]
    date: Annotated[Day | None, Field(description="Tanggal dinyatakan.")] = None
    source: SourceCode = None


class Indicator(Record):
    """One of the things that must be true of a kota metropolis."""

    code: Annotated[Code, Field(description="Kode indikator, misalnya `M01`.")]
    name: Annotated[Prose, Field(description="Nama indikator.")]
    name_en: Annotated[Prose | None, Field(description="Nama dalam bahasa Inggris.")] = None
    short: Annotated[Prose | None, Field(description="Nama pendek untuk tabel.")] = None
    short_en: Annotated[Prose | None, Field(description="Nama pendek dalam bahasa Inggris.")] = None
    aspect: Annotated[Code, Field(description="Aspek, misalnya `fisik-lingkungan`.")]
    pillars: Annotated[tuple[Code, ...], Field(description="Kode pilar yang dilayani.")] = ()
    unit: Annotated[Prose, Field(description='Satuan, misalnya "% luas wilayah".')]
    unit_en: Annotated[Prose | None, Field(description="Satuan dalam bahasa Inggris.")] = None
    direction: Annotated[
        Direction,
        Field(description="`naik` bila makin besar makin baik, `turun` bila makin kecil makin baik."),
    ]
    scope: Annotated[Scope, Field(description="Cakupan nilai: `kota` atau `kawasan`.")] = "kota"
    threshold: Annotated[
        Threshold | None, Field(description="Ambang; tidak diisi bila belum ada yang menetapkan.")
    ] = None
    reporting: Annotated[Reporting | None, Field(description="Periode pelaporan.")] = None
    provider: Annotated[Code | None, Field(description="Kode OPD atau mitra penghasil data.")] = None
    measurements: Annotated[tuple[Measurement, ...], Field(description="Semua nilai yang diterbitkan.")] = ()
    targets: Annotated[tuple[Target, ...], Field(description="Target per tahun.")] = ()
    declared: Annotated[
        Declaration | None, Field(description="Pernyataan seseorang tentang indikator ini.")
    ] = None
    note: NoteField = None
