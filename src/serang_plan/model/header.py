"""The plan's header: its title, its span of years, what it expects, and its settings."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, NamedTuple, get_args

from serang_plan.model.fields import (
    Amount,
    Code,
    Count,
    FieldFacts,
    Prose,
    Region,
    Time,
    Year,
    optional,
    optional_list,
    required,
)
from serang_plan.model.pairs import Pairs
from serang_plan.model.record import Record
from serang_plan.model.statement import known_field
from serang_plan.wording import Text

Origin = Literal["kandidat", "resmi"]
SeverityWord = Literal["galat", "peringatan", "catatan"]
Requirement = Literal[
    "alasan-target",
    "ambang",
    "target",
    "biaya",
    "tempat",
    "budaya",
    "bukti-kegiatan",
    "batas-waktu-keputusan",
    "bukti-keputusan",
]
SeverityByRule = Annotated[
    tuple[tuple[str, SeverityWord], ...],
    Pairs(get_args(SeverityWord), "^[A-Z][0-9]{3}$", {"V501": "catatan"}),
]


class Pillar(Record):
    """One trait of the city that the vision names."""

    code: Code = required("Kode pilar, misalnya `ramah`.")
    name: Prose = required("Nama pilar seperti dalam visi.")


class Band(Record):
    """One predicate of capaian: it applies above a bound."""

    above: Amount = required("Predikat ini berlaku di atas angka ini (persen).")
    name: Prose = required("Nama predikat, misalnya `Sangat Tinggi`.")


class Escalation(Record):
    """To whom a decision goes that is so many days late."""

    to: Prose = required("Jabatan, misalnya `Sekda`.", typed="kepada")
    late_days: Count = required("Terlambat sekian hari sejak batas waktu pertama.")


class Letter(Record):
    """How a letter is headed and signed; what is not written here is left open, to be filled in by hand."""

    letterhead: tuple[Prose, ...] = optional_list("Baris kop surat, dari atas ke bawah.")
    office: Prose | None = optional("Jabatan pengirim, di belakang `Dari`.")
    copies: tuple[Prose, ...] = optional_list("Jabatan penerima tembusan.")
    number: Prose | None = optional("Nomor surat, atau pola nomor.")
    nature: Prose | None = optional("Sifat surat, misalnya `Biasa`.")
    attachments: Prose | None = optional("Lampiran, misalnya `1 berkas`.")
    place: Prose | None = optional("Tempat surat ditandatangani.")
    signatory: Prose | None = optional("Jabatan penanda tangan, bukan nama orang.")
    known: Time | None = known_field()


class Settings(Record):
    """Every threshold that a rule or a report uses, with its default, and how letters look."""

    stale_after_months: Count = optional(
        "Nilai tahunan lebih tua dari sekian bulan disebut usang.", default=24
    )
    tolerance_percent: Amount = optional(
        "Selisih pembulatan yang masih diterima antara bagian dan jumlah (persen).", default=Decimal("0.5")
    )
    jump_percent: Count = optional(
        "Batas perubahan nilai setahun; penurunan nilai yang seharusnya naik dihitung penuh (persen).",
        default=50,
    )
    most_actions: Count | None = optional("Batas jumlah kegiatan satu OPD dalam satu tahun.")
    silent_rakor: Count = optional("Keputusan tanpa laporan selama sekian rakor ditandai.", default=2)
    severity: SeverityByRule = optional_list(
        "Tingkat temuan yang lain dari bakunya, menurut kode aturan: `{V501: catatan}`."
    )
    fail_on: SeverityWord = optional(
        "Pemeriksaan gagal mulai tingkat ini: galat, peringatan atau catatan.", default="galat"
    )
    required: tuple[Requirement, ...] = optional_list(
        "Apa yang wajib ada dalam rencana ini; bila tidak ada, temuannya menjadi galat."
    )
    escalate: tuple[Escalation, ...] = optional_list(
        "Kepada siapa keputusan yang terlambat dibawa; kosong selama kota belum menetapkan."
    )
    predicates: tuple[Band, ...] = optional_list(
        "Pita predikat capaian; yang tidak diisi memakai lima pita baku."
    )
    letter: Letter | None = optional(
        "Kop dan tanda tangan nota dinas; yang kosong diisi dengan tangan.", counts=False
    )


class Header(Record):
    """The section `plan`."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Kepala rencana: judul, kota, tahun, pilar dan pengaturan.", typed="rencana"
    )

    title: Prose = required("Judul rencana.")
    city: Prose = required("Nama kota.", typed="kota")
    region: Region | None = optional(
        'Kode wilayah kota, dalam tanda kutip: "36.73".', Text("kode wilayah", "region code"), "wilayah"
    )
    first_year: Year = required(
        "Tahun pertama rencana.", Text("tahun pertama rencana", "first year of the plan"), "awal tahun_awal"
    )
    last_year: Year = required("Tahun terakhir rencana.", typed="tahun_akhir")
    indicators_expected: Count | None = optional("Banyaknya indikator yang seharusnya ada.")
    origin: Origin = optional(
        "`kandidat` selama daftar indikator belum ditetapkan, lalu `resmi`.", default="kandidat"
    )
    pillars: tuple[Pillar, ...] = optional_list("Pilar visi kota.")
    settings: Settings | None = optional("Ambang yang dipakai aturan dan laporan, bila lain dari bakunya.")


class PartialHeader(NamedTuple):
    """What a header says that needs no years, so that it stands where those cannot be read."""

    title: str = ""
    city: str = ""
    settings: Settings | None = None
