"""Sources, and the public claims that are quoted from them."""

from typing import Annotated, ClassVar, Literal, get_args

from serang_plan.model.fields import (
    Code,
    Count,
    CriteriaCode,
    FieldFacts,
    Flag,
    IndicatorCode,
    Prose,
    Remark,
    SourceCode,
    Term,
    Time,
    optional,
    optional_list,
    required,
)
from serang_plan.model.pairs import Pairs
from serang_plan.model.record import Record
from serang_plan.model.statement import Withdrawal, known_field, public_field, withdrawn_field
from serang_plan.wording import Text

SourceKind = Literal["resmi", "laporan", "berita", "perkiraan", "salinan", "formulir"]

SaidStanding = Literal["terpenuhi", "belum"]
SaidByItem = Annotated[
    tuple[tuple[str, SaidStanding], ...],
    Pairs(get_args(SaidStanding), r"^[\w.-]+( [\w.-]+)*$", {"L1-1": "terpenuhi", "L1-2": "belum"}),
]


class Source(Record):
    """Where a figure or a statement was published."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Sumber: tempat angka dan pernyataan diterbitkan.", typed="sumber"
    )
    code: Code = required("Kode sumber, misalnya `S1`.")
    title: Prose | None = optional("Judul atau pokok isi sumber.", typed="judul")
    publisher: Prose | None = optional("Penerbit atau situs.", typed="penerbit")
    published: Time | None = optional(
        "Tanggal terbit; kosongkan bila tidak diketahui.",
        Text("tanggal terbit", "publication date"),
        "terbit",
    )
    url: Term | None = optional("Alamat sumber.", Text("alamat", "address"), "alamat tautan")
    kind: SourceKind = required(
        "Jenis sumber: resmi, laporan, berita, perkiraan, salinan (naskah di situs lain) atau formulir.",
        Text("jenis", "kind"),
        "jenis",
    )
    weakness: Prose | None = optional(
        "Mengapa sumber ini lemah; dicetak di mana pun sumber ini dikutip.",
        Text("kelemahan", "weakness"),
        "kelemahan",
    )
    public: Flag = public_field()
    note: Prose | None = optional("Catatan tentang sumber ini.", typed="catatan keterangan")


class Claim(Record):
    """What somebody said in public of the whole list; quoted, never computed."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Pernyataan tentang seluruh daftar, dikutip.", typed="pernyataan"
    )
    code: Code = required("Kode pernyataan, misalnya `K1`.")
    date: Time | None = optional(
        "Tanggal diucapkan; kosongkan bila tidak diketahui.", Text("tanggal", "date"), "tanggal"
    )
    by: Prose = required("Jabatan yang menyatakan, bukan nama orang.", typed="oleh")
    known: Time | None = known_field()
    indicators: Count | None = optional("Banyaknya indikator menurut pernyataan.")
    met: Count | None = optional(
        "Banyaknya yang terpenuhi menurut pernyataan.", Text("jumlah terpenuhi", "number met"), "terpenuhi"
    )
    criteria: CriteriaCode | None = optional(
        "Kode daftar kriteria yang dibicarakan, bila diketahui.",
        Text("daftar", "list"),
        "daftar",
        alias="list",
    )
    said: SaidByItem = optional_list(
        "Status tiap butir daftar menurut pernyataan: `{L1-1: terpenuhi, L1-2: belum}`.",
        Text("status tiap butir", "standing of each item"),
    )
    withdrawn: Withdrawal | None = withdrawn_field()
    source: SourceCode | None = optional("Kode sumber pernyataan.", Text("sumber", "source"), "sumber")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class Statement(Record):
    """One side of a dispute."""

    text: Prose = required("Isi pernyataan beserta angkanya.")
    date: Time | None = optional("Tanggal pernyataan, bila diketahui.")
    known: Time | None = known_field()
    source: SourceCode = required("Kode sumber.")


class DisputeEntry(Record):
    """What became of a dispute."""

    known: Time = required("Kapan diketahui.")
    resolution: Remark | None = optional("Bagaimana pertentangan ini diselesaikan.")
    source: SourceCode | None = optional("Kode sumber.")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class Dispute(Record):
    """Published figures that contradict each other, kept side by side."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Angka terbitan yang saling bertentangan.", typed="pertentangan"
    )
    code: Code = required("Kode pertentangan, misalnya `P1`.")
    topic: Prose = required("Pokok yang dipertentangkan.")
    indicators: tuple[IndicatorCode, ...] = optional_list("Indikator yang terkait.")
    statements: tuple[Statement, ...] = required(
        "Pernyataan yang saling bertentangan.",
        Text("pernyataan yang bertentangan", "contradicting statements"),
        "pernyataan",
    )
    resolution: Remark | None = optional(
        "Bagaimana pertentangan ini diselesaikan; bentuk lama dari `history`.",
        Text("penyelesaian", "resolution"),
        "penyelesaian",
    )
    history: tuple[DisputeEntry, ...] = optional_list(
        "Penyelesaian dan perkembangan sesudahnya; hanya ditambah.",
        Text("riwayat", "history"),
        "riwayat",
        counts=False,
    )
