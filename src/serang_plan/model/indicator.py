"""Indicators: what must be true of the city, and every value published about it."""

from typing import Annotated, ClassVar, Literal, get_args

from serang_plan.model.fields import (
    Amount,
    Code,
    Count,
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
from serang_plan.model.short_form import ShortForm
from serang_plan.model.statement import Withdrawal, known_field, public_field, withdrawn_field
from serang_plan.wording import Text, untranslated

Direction = Literal["naik", "turun"]
Scope = Literal["kota", "kawasan"]
Verification = Literal["terverifikasi", "sekunder", "turunan", "perlu-dicek"]
ThresholdKind = Literal["hukum", "nasional", "kelas", "pembanding", "tafsiran", "kebijakan"]
Reporting = Literal["bulanan", "triwulan", "semester", "tahunan"]
Bounds = Literal["atas", "bawah", "kira"]
TargetBasis = Literal["usulan", "rpjmd", "renstra", "rkpd", "kesepakatan"]
DeclaredStanding = Literal["terpenuhi", "belum"]


class Threshold(Record):
    """What counts as met, and who says so."""

    value: Amount = required("Nilai ambang, dengan titik desimal.", untranslated("`value`"))
    kind: ThresholdKind = required(
        "Dasar ambang: hukum (bunyi peraturan), nasional (target rencana nasional), kelas (batas kelas suatu "
        "lembaga), pembanding (angka lain untuk waktu yang sama), tafsiran (oleh penyusun rencana) atau "
        "kebijakan."
    )
    basis: Prose = required("Rujukan, misalnya `UU 26/2007 Pasal 29 ayat (3)`.", typed="dasar")
    scope: Scope | None = optional("Cakupan, bila lain dari cakupan indikator.", Text("cakupan", "scope"))
    due: Year | None = optional(
        "Tahun ambang ini harus tercapai.", untranslated("`due`"), "batas_waktu tenggat"
    )
    for_: Time | None = optional(
        "Waktu nilai yang dibandingkan, untuk `pembanding`: `2025-08`.",
        untranslated("`for`"),
        "untuk",
        alias="for",
    )
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")
    known: Time | None = known_field()
    since: Time | None = optional(
        "Mulai berlaku; kosongkan bila tidak diketahui.", untranslated("`since`"), "mulai sejak"
    )
    until: Time | None = optional("Berlaku sampai.", Text("akhir berlaku", "end"), "hingga sampai")
    verification: Verification | None = optional("Tingkat verifikasi ambang.", untranslated("`verification`"))
    reason: Prose | None = optional("Alasan bila nilai ambang diubah.", typed="alasan")
    withdrawn: Withdrawal | None = withdrawn_field()
    public: Flag = public_field()
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


class Series(Record):
    """Values of an indicator that may be compared with each other; its first series judges."""

    code: Keyword = required("Kode deret, misalnya `terangkut`.")
    name: Prose = required("Nama deret, misalnya `Terangkut ke TPA`.")
    name_en: Prose | None = optional("Nama dalam bahasa Inggris.")
    proxy: Bounds | None = optional(
        "Bila hanya pengganti: nilainya batas `atas`, batas `bawah`, atau perkiraan `kira` dari yang diukur."
    )
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class Definition(Record):
    """What exactly is measured; two cities are compared only by an equal `id`."""

    id: Term = required(
        "Tanda pengenal pengertian, misalnya `serang/sampah-tertangani`.", untranslated("`id`")
    )
    text: Prose | None = optional("Pengertian dalam kata-kata.")
    method: Prose | None = optional("Cara menghitung.")


class ReportingCalendar(Record):
    """How often a figure is due, and with how many days of grace."""

    every: Reporting = required(
        "bulanan, triwulan, semester atau tahunan.", Text("periode", "period"), "periode"
    )
    grace_days: Count | None = optional(
        "Banyaknya hari sesudah akhir periode sampai nilai harus disampaikan.",
        Text("masa tenggang", "days of grace"),
    )
    from_: Year | None = optional("Tahun pertama yang nilainya harus disampaikan.", alias="from")


_ONE_WORD: dict[str, object] = {"type": "string", "enum": list(get_args(Reporting))}


class Measurement(Record):
    """One published value."""

    as_of: Time = required(
        "Waktu yang digambarkan nilai ini: `2019`, `2019-06` atau `2019-06-30`.", typed="tahun tanggal"
    )
    published: Time | None = optional("Kapan diterbitkan; kosongkan bila tidak diketahui.")
    known: Time | None = known_field()
    value: Amount = required("Nilai dalam satuan indikator, dengan titik desimal.", typed="nilai")
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")
    sources: tuple[SourceCode, ...] = optional_list("Kode sumber, bila nilai dihitung dari beberapa sumber.")
    workings: Prose | None = optional(
        "Cara menghitung nilai `turunan`: `768377 + 1815551 + 483015`.",
        Text("cara menghitung", "workings"),
        "perhitungan",
    )
    verification: Verification = optional(
        "terverifikasi (naskah aslinya dibaca), sekunder (pers mengutip pejabat), turunan (dihitung) "
        "atau perlu-dicek.",
        typed="verifikasi",
        default="perlu-dicek",
    )
    unit: Term | None = optional("Satuan, bila lain dari satuan indikator.")
    scope: Scope | None = optional("Cakupan, bila lain dari cakupan indikator.")
    series: Keyword | None = optional(
        "Kode deret dari `series` indikator; tanpa ini nilai masuk deret pertama.", Text("deret", "series")
    )
    break_: Prose | None = optional(
        "Mengapa nilai ini dan sesudahnya tidak sebanding dengan yang sebelumnya.",
        Text("putusnya deret", "break of the series"),
        "putus",
        alias="break",
    )
    share: Share | None = optional("Pembilang dan penyebut di balik persentase.")
    breakdown: Breakdown | None = optional("Jumlah dan bagian-bagiannya.", typed="rincian")
    used: Flag = optional("Nilai yang dipakai bila ada beberapa nilai untuk waktu yang sama.", default=False)
    reason: Prose | None = optional("Mengapa nilai ini yang dipakai.")
    dispute: DisputeCode | None = optional(
        "Kode pertentangan dari bagian `disputes` yang mencatat keganjilan nilai ini."
    )
    withdrawn: Withdrawal | None = withdrawn_field()
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class Target(Record):
    """What should be reached at the end of a year."""

    year: Year = required("Tahun target.", typed="tahun")
    value: Amount = required("Nilai target.")
    basis: TargetBasis = optional("Dasar target; `usulan` selama belum ditetapkan.", default="usulan")
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")
    known: Time | None = known_field()
    reason: Prose | None = optional("Alasan bila target diubah atau mundur.")
    withdrawn: Withdrawal | None = withdrawn_field()
    public: Flag = public_field()


class Declaration(Record):
    """What somebody said of this one indicator."""

    standing: DeclaredStanding = required("Status yang dinyatakan.", untranslated("`standing`"))
    by: Prose = required("Jabatan yang menyatakan.")
    date: Day | None = optional("Tanggal dinyatakan.")
    known: Time | None = known_field()
    source: SourceCode | None = optional("Kode sumber dari bagian `sources`.")


class Indicator(Record):
    """One of the things that must be true of a kota metropolis."""

    section: ClassVar[FieldFacts] = FieldFacts(
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
    definition: Definition | None = optional(
        "Apa tepatnya yang diukur.", Text("pengertian", "definition"), "definisi pengertian"
    )
    threshold: Threshold | None = optional(
        "Satu ambang; bentuk lama dari `thresholds` dengan satu isi.", Text("ambang", "threshold"), "ambang"
    )
    thresholds: tuple[Threshold, ...] = optional_list(
        "Ambang menurut waktu dan cakupan; tidak diisi bila belum ada yang menetapkan.",
        Text("ambang", "thresholds"),
    )
    reporting: Annotated[ReportingCalendar, ShortForm("every", _ONE_WORD)] | None = optional(
        "Periode pelaporan: satu kata, atau `every` dengan masa tenggang.",
        Text("periode pelaporan", "reporting period"),
        "pelaporan",
    )
    provider: ProviderCode | None = optional(
        "Kode OPD atau mitra penghasil data.", Text("penghasil data", "data provider"), "penyedia"
    )
    series: tuple[Series, ...] = optional_list(
        "Deret nilai yang tidak boleh dicampur; yang pertama menentukan status.",
        Text("deret", "series"),
        "deret",
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
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")

    @property
    def all_thresholds(self) -> tuple[Threshold, ...]:
        """The thresholds in both forms, as written."""
        return self.thresholds if self.threshold is None else (self.threshold, *self.thresholds)
