"""OPD, partners and who answers for which indicator."""

from typing import Annotated, Literal

from pydantic import Field

from serang_plan.model.fields import Code, Prose, Region, Time
from serang_plan.model.record import Record

PartnerKind = Literal["provinsi", "pusat", "daerah", "bumn", "swasta", "masyarakat"]
DutyBasis = Literal["usulan", "keputusan"]


class Opd(Record):
    """One city agency, with the other names people type and the time it existed."""

    code: Annotated[Code, Field(description="Kode OPD, misalnya `DPRKP`.")]
    name: Annotated[Prose, Field(description="Nama lengkap OPD.")]
    aliases: Annotated[
        tuple[Prose, ...], Field(description="Nama lain yang dipakai orang, misalnya `Perkim`.")
    ] = ()
    from_: Annotated[Time | None, Field(alias="from", description="Berlaku mulai.")] = None
    until: Annotated[Time | None, Field(description="Berlaku sampai.")] = None
    successor: Annotated[Code | None, Field(description="Kode OPD penerus.")] = None
    sources: Annotated[tuple[Code, ...], Field(description="Kode sumber.")] = ()
    note: Annotated[Prose | None, Field(description="Catatan.")] = None


class Partner(Record):
    """Somebody outside the city's own agencies."""

    code: Annotated[Code, Field(description="Kode mitra, misalnya `PEMPROV`.")]
    name: Annotated[Prose, Field(description="Nama mitra.")]
    kind: Annotated[PartnerKind, Field(description="Jenis mitra.")]
    aliases: Annotated[tuple[Prose, ...], Field(description="Nama lain.")] = ()
    note: Annotated[Prose | None, Field(description="Catatan.")] = None


class Assignment(Record):
    """Who answers for an indicator during a time: one leads, others support."""

    indicator: Annotated[Code, Field(description="Kode indikator.")]
    lead: Annotated[Code | None, Field(description="Kode OPD pengampu; kosongkan bila belum jelas.")] = None
    support: Annotated[tuple[Code, ...], Field(description="Kode OPD pendukung.")] = ()
    partners: Annotated[tuple[Code, ...], Field(description="Kode mitra.")] = ()
    from_: Annotated[Time | None, Field(alias="from", description="Berlaku mulai.")] = None
    until: Annotated[Time | None, Field(description="Berlaku sampai.")] = None
    basis: Annotated[DutyBasis | None, Field(description="`usulan` atau `keputusan`.")] = None
    source: Annotated[Code | None, Field(description="Kode sumber.")] = None
    note: Annotated[Prose | None, Field(description="Catatan.")] = None


class RegionName(Record):
    """A kecamatan or kelurahan, by its code."""

    code: Annotated[Region, Field(description='Kode wilayah, dalam tanda kutip: "36.73.01.1003".')]
    name: Annotated[Prose, Field(description="Nama kecamatan atau kelurahan.")]
