"""Sources, and the public claims that are quoted from them."""

from typing import ClassVar, Literal

from serang_plan.model.fields import (
    Code,
    Count,
    FieldFacts,
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
from serang_plan.model.record import Record
from serang_plan.wording import Text

SourceKind = Literal["resmi", "laporan", "berita", "perkiraan"]


class Source(Record):
    """Where a figure or a statement was published."""

    about: ClassVar[FieldFacts] = FieldFacts(
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
        "Jenis sumber: resmi, laporan, berita atau perkiraan.", Text("jenis", "kind"), "jenis"
    )
    note: Prose | None = optional("Catatan tentang sumber ini.", typed="catatan keterangan")


class Claim(Record):
    """What somebody said in public of the whole list; quoted, never computed."""

    about: ClassVar[FieldFacts] = FieldFacts(
        "Pernyataan tentang seluruh daftar, dikutip.", typed="pernyataan"
    )
    code: Code = required("Kode pernyataan, misalnya `K1`.")
    date: Time | None = optional(
        "Tanggal diucapkan; kosongkan bila tidak diketahui.", Text("tanggal", "date"), "tanggal"
    )
    by: Prose = required("Jabatan yang menyatakan, bukan nama orang.", typed="oleh")
    indicators: Count = required("Banyaknya indikator menurut pernyataan.")
    met: Count = required(
        "Banyaknya yang terpenuhi menurut pernyataan.", Text("jumlah terpenuhi", "number met"), "terpenuhi"
    )
    source: SourceCode | None = optional("Kode sumber pernyataan.", Text("sumber", "source"), "sumber")
    note: Prose | None = optional("Catatan.")


class Statement(Record):
    """One side of a dispute."""

    text: Prose = required("Isi pernyataan beserta angkanya.")
    date: Time | None = optional("Tanggal pernyataan, bila diketahui.")
    source: SourceCode = required("Kode sumber.")


class Dispute(Record):
    """Published figures that contradict each other, kept side by side."""

    about: ClassVar[FieldFacts] = FieldFacts("Angka terbitan yang saling bertentangan.", typed="pertentangan")
    code: Code = required("Kode pertentangan, misalnya `P1`.")
    topic: Prose = required("Pokok yang dipertentangkan.")
    indicators: tuple[IndicatorCode, ...] = optional_list("Indikator yang tersangkut.")
    statements: tuple[Statement, ...] = required(
        "Pernyataan yang saling bertentangan.",
        Text("pernyataan yang bertentangan", "contradicting statements"),
        "pernyataan",
    )
    resolution: Remark | None = optional(
        "Bagaimana pertentangan ini diselesaikan; kosong selama belum.",
        Text("penyelesaian", "resolution"),
        "penyelesaian",
    )
