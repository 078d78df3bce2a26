"""The plan's header: its title, its span of years, what it expects, and its settings."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    dict_schema,
    literal_schema,
    no_info_after_validator_function,
    no_info_before_validator_function,
    str_schema,
)

from serang_plan.model.fields import Amount, Code, Count, Prose, Region, Year
from serang_plan.model.record import ANCHOR, Record

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

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        mapping = dict_schema(str_schema(), literal_schema(_WORDS))
        return no_info_after_validator_function(
            lambda found: tuple(found.items()), no_info_before_validator_function(_without_anchor, mapping)
        )

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {"pattern": "^[A-Z][0-9]{3}$"},
            "additionalProperties": {"enum": _WORDS},
            "examples": [{"V501": "catatan"}],
        }


def _without_anchor(value: Any) -> Any:
    return {key: one for key, one in value.items() if key != ANCHOR} if isinstance(value, dict) else value


SeverityByRule = Annotated[tuple[tuple[str, SeverityWord], ...], _ByRule()]


class Pillar(Record):
    """One trait of the city that the vision names."""

    code: Annotated[Code, Field(description="Kode pilar, misalnya `ramah`.")]
    name: Annotated[Prose, Field(description="Nama pilar seperti dalam visi.")]


class Band(Record):
    """One predicate of capaian: it applies above a bound."""

    above: Annotated[Amount, Field(description="Predikat ini berlaku di atas angka ini (persen).")]
    name: Annotated[Prose, Field(description="Nama predikat, misalnya `Sangat Tinggi`.")]


class Letter(Record):
    """How a letter is headed and signed; what is not written here is left open, to be filled in by hand."""

    letterhead: Annotated[tuple[Prose, ...], Field(description="Baris kop surat, dari atas ke bawah.")] = ()
    office: Annotated[Prose | None, Field(description="Jabatan pengirim, di belakang `Dari`.")] = None
    copies: Annotated[tuple[Prose, ...], Field(description="Jabatan penerima tembusan.")] = ()
    number: Annotated[Prose | None, Field(description="Nomor surat, atau pola nomor.")] = None
    nature: Annotated[Prose | None, Field(description="Sifat surat, misalnya `Biasa`.")] = None
    attachments: Annotated[Prose | None, Field(description="Lampiran, misalnya `1 berkas`.")] = None
    place: Annotated[Prose | None, Field(description="Tempat surat ditandatangani.")] = None
    signatory: Annotated[Prose | None, Field(description="Jabatan penanda tangan, bukan nama orang.")] = None


class Settings(Record):
    """Every threshold that a rule or a report uses, with its default, and how letters look."""

    stale_after_months: Annotated[
        Count, Field(description="Nilai tahunan lebih tua dari sekian bulan disebut usang.")
    ] = 24
    tolerance_percent: Annotated[
        Amount, Field(description="Selisih pembulatan yang masih diterima antara bagian dan jumlah (persen).")
    ] = Decimal("0.5")
    jump_percent: Annotated[
        Count,
        Field(
            description="Batas perubahan nilai setahun; "
            "jatuhnya nilai yang seharusnya naik dihitung penuh (persen)."
        ),
    ] = 50
    most_actions: Annotated[
        Count | None, Field(description="Batas jumlah kegiatan satu OPD dalam satu tahun.")
    ] = None
    silent_rakor: Annotated[
        Count, Field(description="Keputusan tanpa kabar selama sekian rakor ditandai.")
    ] = 2
    severity: Annotated[
        SeverityByRule,
        Field(description="Tingkat temuan yang lain dari bakunya, menurut kode aturan: `{V501: catatan}`."),
    ] = ()
    fail_on: Annotated[
        SeverityWord,
        Field(description="Pemeriksaan gagal mulai tingkat ini: galat, peringatan atau catatan."),
    ] = "galat"
    required: Annotated[
        tuple[Requirement, ...],
        Field(description="Apa yang wajib ada dalam rencana ini; bila tidak ada, temuannya menjadi galat."),
    ] = ()
    predicates: Annotated[
        tuple[Band, ...], Field(description="Pita predikat capaian; yang tidak diisi memakai lima pita baku.")
    ] = ()
    letter: Annotated[
        Letter | None, Field(description="Kop dan tanda tangan nota dinas; yang kosong diisi tangan.")
    ] = None


class Header(Record):
    """The section `plan`."""

    title: Annotated[Prose, Field(description="Judul rencana.")]
    city: Annotated[Prose, Field(description="Nama kota.")]
    region: Annotated[Region | None, Field(description='Kode wilayah kota, dalam tanda kutip: "36.73".')] = (
        None
    )
    first_year: Annotated[Year, Field(description="Tahun pertama rencana.")]
    last_year: Annotated[Year, Field(description="Tahun terakhir rencana.")]
    indicators_expected: Annotated[
        Count | None, Field(description="Banyaknya indikator yang seharusnya ada.")
    ] = None
    origin: Annotated[
        Origin, Field(description="`kandidat` selama daftar indikator belum ditetapkan, lalu `resmi`.")
    ] = "kandidat"
    pillars: Annotated[tuple[Pillar, ...], Field(description="Pilar visi kota.")] = ()
    settings: Annotated[
        Settings | None, Field(description="Ambang yang dipakai aturan dan laporan, bila lain dari bakunya.")
    ] = None
