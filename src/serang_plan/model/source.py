"""Sources, and the public claims that are quoted from them."""

from typing import Annotated, ClassVar, Literal

from serang_plan.model.fields import (
    Code,
    Count,
    Facts,
    IndicatorCode,
    Note,
    Prose,
    Remark,
    SourceCode,
    Term,
    Time,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text

SourceKind = Literal["resmi", "laporan", "berita", "perkiraan"]


class Source(Record):
    """Where a figure or a statement was published."""

    about: ClassVar[Facts] = Facts("Sumber: tempat angka dan pernyataan diterbitkan.", typed="sumber")
    code: Annotated[Code, Facts("Kode sumber, misalnya `S1`.")]
    title: Annotated[Prose | None, Facts("Judul atau pokok isi sumber.", typed="judul")] = None
    publisher: Annotated[Prose | None, Facts("Penerbit atau situs.", typed="penerbit")] = None
    published: Annotated[
        Time | None,
        Facts(
            "Tanggal terbit; kosongkan bila tidak diketahui.",
            Text("tanggal terbit", "publication date"),
            "terbit",
        ),
    ] = None
    url: Annotated[Term | None, Facts("Alamat sumber.", Text("alamat", "address"), "alamat tautan")] = None
    kind: Annotated[
        SourceKind,
        Facts("Jenis sumber: resmi, laporan, berita atau perkiraan.", Text("jenis", "kind"), "jenis"),
    ]
    note: Annotated[Prose | None, Facts("Catatan tentang sumber ini.")] = None


class Claim(Record):
    """What somebody said in public of the whole list; quoted, never computed."""

    about: ClassVar[Facts] = Facts("Pernyataan tentang seluruh daftar, dikutip.", typed="pernyataan")
    code: Annotated[Code, Facts("Kode pernyataan, misalnya `K1`.")]
    date: Annotated[
        Time | None,
        Facts("Tanggal diucapkan; kosongkan bila tidak diketahui.", Text("tanggal", "date"), "tanggal"),
    ] = None
    by: Annotated[Prose, Facts("Jabatan yang menyatakan, bukan nama orang.", typed="oleh")]
    indicators: Annotated[Count, Facts("Banyaknya indikator menurut pernyataan.")]
    met: Annotated[
        Count,
        Facts(
            "Banyaknya yang terpenuhi menurut pernyataan.",
            Text("jumlah terpenuhi", "number met"),
            "terpenuhi",
        ),
    ]
    source: Annotated[SourceCode | None, Facts("Kode sumber pernyataan.")] = None
    note: Note = None


class Statement(Record):
    """One side of a dispute."""

    text: Annotated[Prose, Facts("Isi pernyataan beserta angkanya.")]
    date: Annotated[Time | None, Facts("Tanggal pernyataan, bila diketahui.")] = None
    source: Annotated[SourceCode, Facts("Kode sumber.")]


class Dispute(Record):
    """Published figures that contradict each other, kept side by side."""

    about: ClassVar[Facts] = Facts("Angka terbitan yang saling bertentangan.", typed="pertentangan")
    code: Annotated[Code, Facts("Kode pertentangan, misalnya `P1`.")]
    topic: Annotated[Prose, Facts("Pokok yang dipertentangkan.")]
    indicators: Annotated[tuple[IndicatorCode, ...], Facts("Indikator yang tersangkut.")] = ()
    statements: Annotated[
        tuple[Statement, ...],
        Facts(
            "Pernyataan yang saling bertentangan.",
            Text("pernyataan yang bertentangan", "contradicting statements"),
            "pernyataan",
        ),
    ]
    resolution: Annotated[
        Remark | None,
        Facts(
            "Bagaimana pertentangan ini diselesaikan; kosong selama belum.",
            Text("penyelesaian", "resolution"),
            "penyelesaian",
        ),
    ] = None
