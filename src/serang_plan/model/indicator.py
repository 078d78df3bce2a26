"""Indicators: what must be true of the city, and every value published about it."""

from typing import Annotated, ClassVar, Literal

from serang_plan.model.fields import (
    Amount,
    Code,
    Day,
    DisputeCode,
    Facts,
    Flag,
    Keyword,
    Name,
    Note,
    PillarCode,
    Prose,
    ProviderCode,
    SourceCode,
    Term,
    Time,
    Year,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text, untranslated

Direction = Literal["naik", "turun"]
Scope = Literal["kota", "kawasan"]
Verification = Literal["terverifikasi", "sekunder", "turunan", "perlu-dicek"]
ThresholdKind = Literal["hukum", "nasional", "kebijakan"]
Reporting = Literal["bulanan", "triwulan", "semester", "tahunan"]
TargetBasis = Literal["usulan", "rpjmd", "renstra", "rkpd", "kesepakatan"]
DeclaredStanding = Literal["terpenuhi", "belum"]

ListedSource = Annotated[SourceCode | None, Facts("Kode sumber dari bagian `sources`.")]


class Threshold(Record):
    """What counts as met, and who says so."""

    value: Annotated[Amount, Facts("Nilai ambang, dengan titik desimal.", untranslated("`value`"))]
    kind: Annotated[
        ThresholdKind, Facts("Dasar ambang: hukum, nasional (rencana atau kelas nasional) atau kebijakan.")
    ]
    basis: Annotated[Prose, Facts("Rujukan, misalnya `UU 26/2007 Pasal 29 ayat (3)`.", typed="dasar")]
    source: ListedSource = None
    since: Annotated[
        Time | None,
        Facts("Mulai berlaku; kosongkan bila tidak diketahui.", untranslated("`since`"), "mulai sejak"),
    ] = None
    verification: Annotated[
        Verification | None, Facts("Tingkat verifikasi ambang.", untranslated("`verification`"))
    ] = None
    reason: Annotated[Prose | None, Facts("Alasan bila nilai ambang diubah.", typed="alasan")] = None
    note: Note = None


class Share(Record):
    """The count behind a percentage: a part of a whole."""

    part: Annotated[Amount, Facts("Bagian (pembilang).", typed="bagian")]
    whole: Annotated[Amount, Facts("Keseluruhan (penyebut).", typed="keseluruhan")]
    unit: Annotated[Term | None, Facts("Satuan pembilang dan penyebut.")] = None
    counts: Annotated[
        Literal["yang-diukur", "sisanya"], Facts("Apakah `part` adalah yang diukur indikator, atau sisanya.")
    ] = "yang-diukur"


class Part(Record):
    """One part of a total; without a value its size is unknown."""

    name: Annotated[Prose, Facts("Nama bagian.")]
    value: Annotated[Amount | None, Facts("Besarnya; kosongkan bila tidak ada data.")] = None


class Breakdown(Record):
    """A published total and the parts that were published with it."""

    total: Annotated[Amount, Facts("Jumlah seperti yang diterbitkan.", typed="jumlah")]
    unit: Annotated[Term | None, Facts("Satuan.")] = None
    parts: Annotated[tuple[Part, ...], Facts("Bagian-bagiannya seperti yang diterbitkan.", typed="bagian")]


class Measurement(Record):
    """One published value."""

    as_of: Annotated[
        Time,
        Facts(
            "Waktu yang digambarkan nilai ini: `2019`, `2019-06` atau `2019-06-30`.", typed="tahun tanggal"
        ),
    ]
    published: Annotated[Time | None, Facts("Kapan diterbitkan; kosongkan bila tidak diketahui.")] = None
    value: Annotated[Amount, Facts("Nilai dalam satuan indikator, dengan titik desimal.", typed="nilai")]
    source: ListedSource = None
    verification: Annotated[
        Verification,
        Facts(
            "terverifikasi (dibaca), sekunder (dikutip), turunan (dihitung) atau perlu-dicek.",
            typed="verifikasi",
        ),
    ] = "perlu-dicek"
    unit: Annotated[Term | None, Facts("Satuan, bila lain dari satuan indikator.")] = None
    scope: Annotated[Scope | None, Facts("Cakupan, bila lain dari cakupan indikator.")] = None
    share: Annotated[Share | None, Facts("Pembilang dan penyebut di balik persentase.")] = None
    breakdown: Annotated[Breakdown | None, Facts("Jumlah dan bagian-bagiannya.", typed="rincian")] = None
    used: Annotated[Flag, Facts("Nilai yang dipakai bila ada beberapa nilai untuk waktu yang sama.")] = False
    reason: Annotated[Prose | None, Facts("Mengapa nilai ini yang dipakai.")] = None
    dispute: Annotated[
        DisputeCode | None,
        Facts("Kode pertentangan dari bagian `disputes` yang mencatat keganjilan nilai ini."),
    ] = None
    note: Note = None


class Target(Record):
    """What should be reached at the end of a year."""

    year: Annotated[Year, Facts("Tahun target.", typed="tahun")]
    value: Annotated[Amount, Facts("Nilai target.")]
    basis: Annotated[TargetBasis, Facts("Dasar target; `usulan` selama belum ditetapkan.")] = "usulan"
    source: ListedSource = None
    reason: Annotated[Prose | None, Facts("Alasan bila target diubah atau mundur.")] = None


class Declaration(Record):
    """What somebody said of this one indicator."""

    standing: Annotated[DeclaredStanding, Facts("Status yang dinyatakan.", untranslated("`standing`"))]
    by: Annotated[Prose, Facts("Jabatan yang menyatakan.")]
    date: Annotated[Day | None, Facts("Tanggal dinyatakan.")] = None
    source: ListedSource = None


class Indicator(Record):
    """One of the things that must be true of a kota metropolis."""

    about: ClassVar[Facts] = Facts(
        "Indikator, ambangnya, dan semua nilai yang diterbitkan.", typed="indikator"
    )
    code: Annotated[Code, Facts("Kode indikator, misalnya `M01`.", typed="kode")]
    name: Annotated[Name, Facts("Nama indikator.", typed="nama")]
    name_en: Annotated[Prose | None, Facts("Nama dalam bahasa Inggris.")] = None
    short: Annotated[Prose | None, Facts("Nama pendek untuk tabel.", typed="singkatan")] = None
    short_en: Annotated[Prose | None, Facts("Nama pendek dalam bahasa Inggris.")] = None
    aspect: Annotated[Keyword, Facts("Aspek, misalnya `fisik-lingkungan`.", Text("aspek", "aspect"), "aspek")]
    pillars: Annotated[
        tuple[PillarCode, ...], Facts("Kode pilar yang dilayani.", Text("pilar", "pillars"), "pilar")
    ] = ()
    unit: Annotated[Term, Facts('Satuan, misalnya "% luas wilayah".', typed="satuan")]
    unit_en: Annotated[Prose | None, Facts("Satuan dalam bahasa Inggris.")] = None
    direction: Annotated[
        Direction,
        Facts("`naik` bila makin besar makin baik, `turun` bila makin kecil makin baik.", typed="arah"),
    ]
    scope: Annotated[Scope, Facts("Cakupan nilai: `kota` atau `kawasan`.", typed="cakupan")] = "kota"
    threshold: Annotated[
        Threshold | None,
        Facts("Ambang; tidak diisi bila belum ada yang menetapkan.", Text("ambang", "threshold"), "ambang"),
    ] = None
    reporting: Annotated[
        Reporting | None,
        Facts("Periode pelaporan.", Text("periode pelaporan", "reporting period"), "pelaporan"),
    ] = None
    provider: Annotated[
        ProviderCode | None,
        Facts("Kode OPD atau mitra penghasil data.", Text("penghasil data", "data provider"), "penyedia"),
    ] = None
    measurements: Annotated[
        tuple[Measurement, ...], Facts("Semua nilai yang diterbitkan.", typed="nilai pengukuran")
    ] = ()
    targets: Annotated[
        tuple[Target, ...], Facts("Target per tahun.", Text("rincian target", "details of targets"))
    ] = ()
    declared: Annotated[
        Declaration | None,
        Facts(
            "Pernyataan seseorang tentang indikator ini.",
            Text("rincian pernyataan", "details of what was declared"),
        ),
    ] = None
    note: Note = None
