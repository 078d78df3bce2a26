"""Indicators: what must be true of the city, and every value published about it."""

from typing import ClassVar, Literal

from serang_plan.model.fields import (
    Amount,
    Code,
    Day,
    DisputeCode,
    FieldFacts,
    Flag,
    Keyword,
    Name,
    PillarCode,
    Prose,
    ProviderCode,
    SourceCode,
    Term,
    Time,
    Year,
    optional,
    optional_list,
    required,
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


class Threshold(Record):
    """What counts as met, and who says so."""

    value: Amount = required("Nilai ambang, dengan titik desimal.", untranslated("`value`"))
    kind: ThresholdKind = required(
        "Dasar ambang: hukum, nasional (rencana atau kelas nasional) atau kebijakan."
    )
    basis: Prose = required("Rujukan, misalnya `UU 26/2007 Pasal 29 ayat (3)`.", typed="dasar")
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")
    since: Time | None = optional(
        "Mulai berlaku; kosongkan bila tidak diketahui.", untranslated("`since`"), "mulai sejak"
    )
    verification: Verification | None = optional("Tingkat verifikasi ambang.", untranslated("`verification`"))
    reason: Prose | None = optional("Alasan bila nilai ambang diubah.", typed="alasan")
    note: Prose | None = optional("Catatan.")


class Share(Record):
    """The count behind a percentage: a part of a whole."""

    part: Amount = required("Bagian (pembilang).", typed="bagian")
    whole: Amount = required("Keseluruhan (penyebut).", typed="keseluruhan")
    unit: Term | None = optional("Satuan pembilang dan penyebut.")
    counts: Literal["yang-diukur", "sisanya"] = optional(
        "Apakah `part` adalah yang diukur indikator, atau sisanya.", default="yang-diukur"
    )


class Part(Record):
    """One part of a total; without a value its size is unknown."""

    name: Prose = required("Nama bagian.")
    value: Amount | None = optional("Besarnya; kosongkan bila tidak ada data.")


class Breakdown(Record):
    """A published total and the parts that were published with it."""

    total: Amount = required("Jumlah seperti yang diterbitkan.", typed="jumlah")
    unit: Term | None = optional("Satuan.")
    parts: tuple[Part, ...] = required("Bagian-bagiannya seperti yang diterbitkan.", typed="bagian")


class Measurement(Record):
    """One published value."""

    as_of: Time = required(
        "Waktu yang digambarkan nilai ini: `2019`, `2019-06` atau `2019-06-30`.", typed="tahun tanggal"
    )
    published: Time | None = optional("Kapan diterbitkan; kosongkan bila tidak diketahui.")
    value: Amount = required("Nilai dalam satuan indikator, dengan titik desimal.", typed="nilai")
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")
    verification: Verification = optional(
        "terverifikasi (dibaca), sekunder (dikutip), turunan (dihitung) atau perlu-dicek.",
        typed="verifikasi",
        default="perlu-dicek",
    )
    unit: Term | None = optional("Satuan, bila lain dari satuan indikator.")
    scope: Scope | None = optional("Cakupan, bila lain dari cakupan indikator.")
    share: Share | None = optional("Pembilang dan penyebut di balik persentase.")
    breakdown: Breakdown | None = optional("Jumlah dan bagian-bagiannya.", typed="rincian")
    used: Flag = optional("Nilai yang dipakai bila ada beberapa nilai untuk waktu yang sama.", default=False)
    reason: Prose | None = optional("Mengapa nilai ini yang dipakai.")
    dispute: DisputeCode | None = optional(
        "Kode pertentangan dari bagian `disputes` yang mencatat keganjilan nilai ini."
    )
    note: Prose | None = optional("Catatan.")


class Target(Record):
    """What should be reached at the end of a year."""

    year: Year = required("Tahun target.", typed="tahun")
    value: Amount = required("Nilai target.")
    basis: TargetBasis = optional("Dasar target; `usulan` selama belum ditetapkan.", default="usulan")
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")
    reason: Prose | None = optional("Alasan bila target diubah atau mundur.")


class Declaration(Record):
    """What somebody said of this one indicator."""

    standing: DeclaredStanding = required("Status yang dinyatakan.", untranslated("`standing`"))
    by: Prose = required("Jabatan yang menyatakan.")
    date: Day | None = optional("Tanggal dinyatakan.")
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")


class Indicator(Record):
    """One of the things that must be true of a kota metropolis."""

    about: ClassVar[FieldFacts] = FieldFacts(
        "Indikator, ambangnya, dan semua nilai yang diterbitkan.", typed="indikator"
    )
    code: Code = required("Kode indikator, misalnya `M01`.", typed="kode")
    name: Name = required("Nama indikator.", typed="nama")
    name_en: Prose | None = optional("Nama dalam bahasa Inggris.")
    short: Prose | None = optional("Nama pendek untuk tabel.", typed="singkatan")
    short_en: Prose | None = optional("Nama pendek dalam bahasa Inggris.")
    aspect: Keyword = required("Aspek, misalnya `fisik-lingkungan`.", Text("aspek", "aspect"), "aspek")
    pillars: tuple[PillarCode, ...] = optional_list(
        "Kode pilar yang dilayani.", Text("pilar", "pillars"), "pilar"
    )
    unit: Term = required('Satuan, misalnya "% luas wilayah".', typed="satuan")
    unit_en: Prose | None = optional("Satuan dalam bahasa Inggris.")
    direction: Direction = required(
        "`naik` bila makin besar makin baik, `turun` bila makin kecil makin baik.", typed="arah"
    )
    scope: Scope = optional("Cakupan nilai: `kota` atau `kawasan`.", typed="cakupan", default="kota")
    threshold: Threshold | None = optional(
        "Ambang; tidak diisi bila belum ada yang menetapkan.", Text("ambang", "threshold"), "ambang"
    )
    reporting: Reporting | None = optional(
        "Periode pelaporan.", Text("periode pelaporan", "reporting period"), "pelaporan"
    )
    provider: ProviderCode | None = optional(
        "Kode OPD atau mitra penghasil data.", Text("penghasil data", "data provider"), "penyedia"
    )
    measurements: tuple[Measurement, ...] = optional_list(
        "Semua nilai yang diterbitkan.", typed="nilai pengukuran"
    )
    targets: tuple[Target, ...] = optional_list(
        "Target per tahun.", Text("rincian target", "details of targets")
    )
    declared: Declaration | None = optional(
        "Pernyataan seseorang tentang indikator ini.",
        Text("rincian pernyataan", "details of what was declared"),
    )
    note: Prose | None = optional("Catatan.")
