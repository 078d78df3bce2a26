"""The plan's header: its title, its span of years, what it expects, and its settings."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    dict_schema,
    literal_schema,
    no_info_after_validator_function,
    no_info_before_validator_function,
    str_schema,
)

from serang_plan.model.fields import (
    Amount,
    Code,
    Count,
    FieldFacts,
    Prose,
    Region,
    Year,
    optional,
    optional_list,
    required,
)
from serang_plan.model.record import ANCHOR, Record
from serang_plan.wording import Text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

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
_WORDS = ["galat", "peringatan", "catatan"]


class _ByRule:
    """What Pydantic needs to know of severities by rule: typed as a mapping, kept as frozen pairs."""

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> CoreSchema:
        mapping = dict_schema(str_schema(), literal_schema(_WORDS))
        return no_info_after_validator_function(
            lambda words: tuple(words.items()), no_info_before_validator_function(_without_anchor, mapping)
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: object) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {"pattern": "^[A-Z][0-9]{3}$"},
            "additionalProperties": {"enum": _WORDS},
            "examples": [{"V501": "catatan"}],
        }


def _without_anchor(value: object) -> object:
    return {key: word for key, word in value.items() if key != ANCHOR} if isinstance(value, dict) else value


SeverityByRule = Annotated[tuple[tuple[str, SeverityWord], ...], _ByRule()]


class Pillar(Record):
    """One trait of the city that the vision names."""

    code: Code = required("Kode pilar, misalnya `ramah`.")
    name: Prose = required("Nama pilar seperti dalam visi.")


class Band(Record):
    """One predicate of capaian: it applies above a bound."""

    above: Amount = required("Predikat ini berlaku di atas angka ini (persen).")
    name: Prose = required("Nama predikat, misalnya `Sangat Tinggi`.")


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


class Settings(Record):
    """Every threshold that a rule or a report uses, with its default, and how letters look."""

    stale_after_months: Count = optional(
        "Nilai tahunan lebih tua dari sekian bulan disebut usang.", default=24
    )
    tolerance_percent: Amount = optional(
        "Selisih pembulatan yang masih diterima antara bagian dan jumlah (persen).", default=Decimal("0.5")
    )
    jump_percent: Count = optional(
        "Batas perubahan nilai setahun; jatuhnya nilai yang seharusnya naik dihitung penuh (persen).",
        default=50,
    )
    most_actions: Count | None = optional("Batas jumlah kegiatan satu OPD dalam satu tahun.")
    silent_rakor: Count = optional("Keputusan tanpa kabar selama sekian rakor ditandai.", default=2)
    severity: SeverityByRule = optional_list(
        "Tingkat temuan yang lain dari bakunya, menurut kode aturan: `{V501: catatan}`."
    )
    fail_on: SeverityWord = optional(
        "Pemeriksaan gagal mulai tingkat ini: galat, peringatan atau catatan.", default="galat"
    )
    required: tuple[Requirement, ...] = optional_list(
        "Apa yang wajib ada dalam rencana ini; bila tidak ada, temuannya menjadi galat."
    )
    predicates: tuple[Band, ...] = optional_list(
        "Pita predikat capaian; yang tidak diisi memakai lima pita baku."
    )
    letter: Letter | None = optional(
        "Kop dan tanda tangan nota dinas; yang kosong diisi tangan.", counts=False
    )


class Header(Record):
    """The section `plan`."""

    about: ClassVar[FieldFacts] = FieldFacts(
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
