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

from serang_plan.model.fields import Amount, Code, Count, Facts, Prose, Region, Year
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

    code: Annotated[Code, Facts("Kode pilar, misalnya `ramah`.")]
    name: Annotated[Prose, Facts("Nama pilar seperti dalam visi.")]


class Band(Record):
    """One predicate of capaian: it applies above a bound."""

    above: Annotated[Amount, Facts("Predikat ini berlaku di atas angka ini (persen).")]
    name: Annotated[Prose, Facts("Nama predikat, misalnya `Sangat Tinggi`.")]


class Letter(Record):
    """How a letter is headed and signed; what is not written here is left open, to be filled in by hand."""

    letterhead: Annotated[tuple[Prose, ...], Facts("Baris kop surat, dari atas ke bawah.")] = ()
    office: Annotated[Prose | None, Facts("Jabatan pengirim, di belakang `Dari`.")] = None
    copies: Annotated[tuple[Prose, ...], Facts("Jabatan penerima tembusan.")] = ()
    number: Annotated[Prose | None, Facts("Nomor surat, atau pola nomor.")] = None
    nature: Annotated[Prose | None, Facts("Sifat surat, misalnya `Biasa`.")] = None
    attachments: Annotated[Prose | None, Facts("Lampiran, misalnya `1 berkas`.")] = None
    place: Annotated[Prose | None, Facts("Tempat surat ditandatangani.")] = None
    signatory: Annotated[Prose | None, Facts("Jabatan penanda tangan, bukan nama orang.")] = None


class Settings(Record):
    """Every threshold that a rule or a report uses, with its default, and how letters look."""

    stale_after_months: Annotated[
        Count, Facts("Nilai tahunan lebih tua dari sekian bulan disebut usang.")
    ] = 24
    tolerance_percent: Annotated[
        Amount, Facts("Selisih pembulatan yang masih diterima antara bagian dan jumlah (persen).")
    ] = Decimal("0.5")
    jump_percent: Annotated[
        Count,
        Facts("Batas perubahan nilai setahun; jatuhnya nilai yang seharusnya naik dihitung penuh (persen)."),
    ] = 50
    most_actions: Annotated[Count | None, Facts("Batas jumlah kegiatan satu OPD dalam satu tahun.")] = None
    silent_rakor: Annotated[Count, Facts("Keputusan tanpa kabar selama sekian rakor ditandai.")] = 2
    severity: Annotated[
        SeverityByRule,
        Facts("Tingkat temuan yang lain dari bakunya, menurut kode aturan: `{V501: catatan}`."),
    ] = ()
    fail_on: Annotated[
        SeverityWord, Facts("Pemeriksaan gagal mulai tingkat ini: galat, peringatan atau catatan.")
    ] = "galat"
    required: Annotated[
        tuple[Requirement, ...],
        Facts("Apa yang wajib ada dalam rencana ini; bila tidak ada, temuannya menjadi galat."),
    ] = ()
    predicates: Annotated[
        tuple[Band, ...], Facts("Pita predikat capaian; yang tidak diisi memakai lima pita baku.")
    ] = ()
    letter: Annotated[
        Letter | None, Facts("Kop dan tanda tangan nota dinas; yang kosong diisi tangan.", counts=False)
    ] = None


class Header(Record):
    """The section `plan`."""

    about: ClassVar[Facts] = Facts(
        "Kepala rencana: judul, kota, tahun, pilar dan pengaturan.", typed="rencana"
    )

    title: Annotated[Prose, Facts("Judul rencana.")]
    city: Annotated[Prose, Facts("Nama kota.", typed="kota")]
    region: Annotated[
        Region | None,
        Facts(
            'Kode wilayah kota, dalam tanda kutip: "36.73".', Text("kode wilayah", "region code"), "wilayah"
        ),
    ] = None
    first_year: Annotated[
        Year,
        Facts(
            "Tahun pertama rencana.",
            Text("tahun pertama rencana", "first year of the plan"),
            "awal tahun_awal",
        ),
    ]
    last_year: Annotated[Year, Facts("Tahun terakhir rencana.", typed="tahun_akhir")]
    indicators_expected: Annotated[Count | None, Facts("Banyaknya indikator yang seharusnya ada.")] = None
    origin: Annotated[Origin, Facts("`kandidat` selama daftar indikator belum ditetapkan, lalu `resmi`.")] = (
        "kandidat"
    )
    pillars: Annotated[tuple[Pillar, ...], Facts("Pilar visi kota.")] = ()
    settings: Annotated[
        Settings | None, Facts("Ambang yang dipakai aturan dan laporan, bila lain dari bakunya.")
    ] = None
