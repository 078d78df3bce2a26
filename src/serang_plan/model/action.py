"""Actions: what an OPD does, when, where, with whose money and to what effect."""

from typing import ClassVar, Literal

from serang_plan.model.fields import (
    ActionCode,
    Amount,
    Code,
    Count,
    FieldFacts,
    Flag,
    Focus,
    IndicatorCode,
    Name,
    Nomenclature,
    OpdCode,
    Prose,
    RegionCode,
    Remark,
    SourceCode,
    Term,
    Time,
    Year,
    optional,
    optional_list,
    required,
)
from serang_plan.model.record import Record
from serang_plan.model.statement import known_field, public_field
from serang_plan.wording import Text, untranslated

ActionStatus = Literal["rencana", "berjalan", "selesai", "geser", "batal"]
Authority = Literal["kota", "provinsi", "pusat"]
CodeVersion = Literal["permendagri-13", "permendagri-90"]


class Effect(Record):
    """What an action is expected to add to an indicator, in the indicator's unit."""

    code: IndicatorCode = required("Kode indikator.")
    adds: Amount | None = optional(
        "Perkiraan dampak dalam satuan indikator; kosongkan bila tidak diketahui.", Text("dampak", "effect")
    )


class Move(Record):
    """One time that an action was put off."""

    to: Time = required("Waktu selesai yang baru.")
    known: Time | None = optional("Kapan diketahui bergeser.")
    opd: OpdCode | None = optional("OPD pelaksana sesudah bergeser, bila berganti.")
    reason: Prose | None = optional("Alasan bergeser.")
    source: SourceCode | None = optional("Kode sumber.")


class Place(Record):
    """Where an action happens."""

    kecamatan: RegionCode | None = optional('Kode kecamatan: "36.73.01".', untranslated("`kecamatan`"))
    kelurahan: RegionCode | None = optional('Kode kelurahan: "36.73.01.1003".', untranslated("`kelurahan`"))
    site: Prose | None = optional("Nama tempat atau jalan.", typed="alamat lokasi")


class Funding(Record):
    """One source of money for one year."""

    source: Term | None = optional("Sumber dana, misalnya `APBD kota`; kosongkan bila tidak diketahui.")
    year: Year | None = optional("Tahun anggaran.")
    amount: Count | None = optional("Rupiah, angka bulat tanpa titik: 2500000000.", typed="jumlah")
    known: Time | None = known_field()


class ProgramCode(Record):
    """A programme code and the regulation that gave it."""

    code: Nomenclature = required('Kode sub kegiatan, misalnya "1.04.05.2.01.01".', untranslated("`code`"))
    version: CodeVersion | None = optional("Peraturan asal kode.", untranslated("`version`"))


class ActionEntry(Record):
    """What became known of an action on a day: only what changed."""

    known: Time = required("Kapan diketahui.", typed="diketahui")
    status: ActionStatus | None = optional("rencana, berjalan, selesai, geser atau batal.")
    start: Time | None = optional("Waktu mulai yang baru.", typed="mulai")
    finish: Time | None = optional("Rencana selesai yang baru.")
    done: Time | None = optional("Kapan selesai, bila lain dari `known`.")
    opd: OpdCode | None = optional("OPD pelaksana yang baru.")
    place: Place | None = optional("Tempat yang baru diketahui atau berganti.", typed="lokasi tempat")
    progress: Count | None = optional("Kemajuan fisik dalam persen.", typed="kemajuan")
    spent: Count | None = optional(
        "Rupiah yang sudah dibelanjakan, angka bulat tanpa titik.", typed="realisasi"
    )
    obstacle: Prose | None = optional("Kendala.", typed="kendala")
    next: Prose | None = optional("Langkah berikutnya.", typed="lanjut")
    reason: Prose | None = optional("Alasan perubahan ini.", typed="alasan")
    source: SourceCode | None = optional("Kode sumber.")
    evidence: tuple[SourceCode, ...] = optional_list("Kode sumber yang membuktikan hasilnya.", typed="bukti")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class Action(Record):
    """One activity of an OPD."""

    section: ClassVar[FieldFacts] = FieldFacts("Kegiatan OPD.", typed="kegiatan")
    code: Code = required("Kode kegiatan, misalnya `A01`.")
    name: Name = required("Nama kegiatan.")
    opd: OpdCode | None = optional("Kode OPD pelaksana.", Text("OPD", "OPD"))
    indicators: tuple[Effect, ...] = optional_list("Indikator yang dituju.", Text("indikator", "indicators"))
    known: Time | None = known_field()
    announced: Time | None = optional(
        "Kapan kegiatan ini diketahui umum; bentuk lama dari `known`.",
        Text("waktu diumumkan", "time announced"),
        "diumumkan",
    )
    start: Time | None = optional("Mulai: `2020-TW3`.", Text("mulai", "start"), "awal mulai")
    finish: Time | None = optional(
        "Rencana selesai: `2020-TW4`.", Text("rencana selesai", "planned finish"), "selesai"
    )
    status: ActionStatus | None = optional(
        "Keadaan yang pertama diketahui: rencana, berjalan, selesai, geser atau batal.",
        Text("status", "status"),
    )
    done: Time | None = optional(
        "Kapan selesai; bentuk lama dari `history`.", Text("waktu selesai", "time done"), "selesai"
    )
    place: Place | None = optional("Tempat.", Text("tempat", "place"), "lokasi tempat")
    moves: tuple[Move, ...] = optional_list(
        "Setiap pergeseran: menjadi kapan dan mengapa; bentuk lama dari `history`.",
        Text("riwayat pergeseran", "history of moves"),
        "moved_to pindah_ke geser_ke",
    )
    history: tuple[ActionEntry, ...] = optional_list(
        "Apa yang diketahui kemudian, hanya ditambah: kapan diketahui, dan apa yang berubah.",
        Text("riwayat", "history"),
        "riwayat",
        counts=False,
    )
    needs: tuple[ActionCode, ...] = optional_list(
        "Kode kegiatan yang harus selesai lebih dulu.", Text("kegiatan yang ditunggu", "actions it needs")
    )
    funding: tuple[Funding, ...] = optional_list(
        "Sumber dana per tahun.", Text("dana", "funding"), "anggaran biaya pendanaan"
    )
    authority: Authority | None = optional(
        "Kewenangan: kota, provinsi atau pusat.", Text("kewenangan", "authority"), "kewenangan"
    )
    nomenclature: ProgramCode | None = optional(
        "Kode nomenklatur.", Text("kode nomenklatur", "programme code")
    )
    culture: Remark | None = optional(
        "Bagaimana kegiatan ini menjaga budaya lokal.", Text("catatan budaya", "culture note"), "budaya"
    )
    sources: tuple[SourceCode, ...] = optional_list(
        "Kode sumber rencana kegiatan.", Text("sumber", "sources")
    )
    evidence: tuple[SourceCode, ...] = optional_list("Kode sumber yang membuktikan hasilnya.", typed="bukti")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")

    @property
    def is_of_city(self) -> bool:
        """Whether the city is to carry it: no province or ministry is said to have the authority."""
        return self.authority in (None, "kota")


class Stage(Record):
    """One year of the way: its focus and the OPD that carry it."""

    section: ClassVar[FieldFacts] = FieldFacts("Tahapan: fokus dan OPD tiap tahun.", typed="tahap tahapan")
    year: Year = required("Tahun tahapan.")
    focus: Focus | None = optional("Fokus tahun itu.", Text("fokus", "focus"), "fokus")
    opd: tuple[OpdCode, ...] = optional_list("Kode OPD fokus.")
    source: SourceCode | None = optional("Kode sumber.")
    known: Time | None = known_field()
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")
