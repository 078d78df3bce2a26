"""Sources, and the public claims that are quoted from them."""

from typing import Annotated, Literal

from pydantic import Field

from serang_plan.model.fields import Code, Count, Prose, Time
from serang_plan.model.record import Record

SourceKind = Literal["resmi", "laporan", "berita", "perkiraan"]


class Source(Record):
    """Where a figure or a statement was published."""

    code: Annotated[Code, Field(description="Kode sumber, misalnya `S1`.")]
    title: Annotated[Prose | None, Field(description="Judul atau pokok isi sumber.")] = None
    publisher: Annotated[Prose | None, Field(description="Penerbit atau situs.")] = None
    published: Annotated[
        Time | None, Field(description="Tanggal terbit; kosongkan bila tidak diketahui.")
    ] = None
    url: Annotated[Prose | None, Field(description="Alamat sumber.")] = None
    kind: Annotated[SourceKind, Field(description="Jenis sumber: resmi, laporan, berita atau perkiraan.")]
    note: Annotated[Prose | None, Field(description="Catatan tentang sumber ini.")] = None


class Claim(Record):
    """What somebody said in public of the whole list; quoted, never computed."""

    code: Annotated[Code, Field(description="Kode pernyataan, misalnya `K1`.")]
    date: Annotated[Time | None, Field(description="Tanggal diucapkan; kosongkan bila tidak diketahui.")] = (
        None
    )
    by: Annotated[Prose, Field(description="Jabatan yang menyatakan, bukan nama orang.")]
    indicators: Annotated[Count, Field(description="Banyaknya indikator menurut pernyataan.")]
    met: Annotated[Count, Field(description="Banyaknya yang terpenuhi menurut pernyataan.")]
    source: Annotated[Code | None, Field(description="Kode sumber pernyataan.")] = None
    note: Annotated[Prose | None, Field(description="Catatan.")] = None


class Statement(Record):
    """One side of a dispute."""

    text: Annotated[Prose, Field(description="Isi pernyataan beserta angkanya.")]
    date: Annotated[Time | None, Field(description="Tanggal pernyataan, bila diketahui.")] = None
    source: Annotated[Code, Field(description="Kode sumber.")]


class Dispute(Record):
    """Published figures that contradict each other, kept side by side."""

    code: Annotated[Code, Field(description="Kode pertentangan, misalnya `P1`.")]
    topic: Annotated[Prose, Field(description="Pokok yang dipertentangkan.")]
    indicators: Annotated[tuple[Code, ...], Field(description="Indikator yang tersangkut.")] = ()
    statements: Annotated[tuple[Statement, ...], Field(description="Pernyataan yang saling bertentangan.")]
    resolution: Annotated[
        Prose | None, Field(description="Bagaimana pertentangan ini diselesaikan; kosong selama belum.")
    ] = None
