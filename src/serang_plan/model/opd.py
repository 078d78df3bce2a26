"""OPD, partners and who answers for which indicator."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from serang_plan.model.fields import (
    Code,
    Facts,
    IndicatorCode,
    Name,
    Note,
    OpdCode,
    PartnerCode,
    Prose,
    Region,
    SourceCode,
    SourceField,
    Time,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text

PartnerKind = Literal["provinsi", "pusat", "daerah", "bumn", "swasta", "masyarakat"]
DutyBasis = Literal["usulan", "keputusan"]


class Opd(Record):
    """One city agency, with the other names people type and the time it existed."""

    about: ClassVar[Facts] = Facts("OPD kota, alias dan masa berlakunya.")
    code: Annotated[Code, Facts("Kode OPD, misalnya `DPRKP`.")]
    name: Annotated[Name, Facts("Nama lengkap OPD.")]
    aliases: Annotated[tuple[Prose, ...], Facts("Nama lain yang dipakai orang, misalnya `Perkim`.")] = ()
    from_: Annotated[
        Time | None,
        Field(alias="from"),
        Facts("Berlaku mulai.", Text("awal berlaku", "beginning"), "dari mulai sejak"),
    ] = None
    until: Annotated[Time | None, Facts("Berlaku sampai.", Text("akhir berlaku", "end"), "hingga sampai")] = (
        None
    )
    successor: Annotated[OpdCode | None, Facts("Kode OPD penerus.", Text("penerus", "successor"))] = None
    sources: Annotated[tuple[SourceCode, ...], Facts("Kode sumber.")] = ()
    note: Note = None


class Partner(Record):
    """Somebody outside the city's own agencies."""

    about: ClassVar[Facts] = Facts("Mitra di luar OPD kota.", typed="mitra")
    code: Annotated[Code, Facts("Kode mitra, misalnya `PEMPROV`.")]
    name: Annotated[Name, Facts("Nama mitra.")]
    kind: Annotated[PartnerKind, Facts("Jenis mitra.")]
    aliases: Annotated[tuple[Prose, ...], Facts("Nama lain.")] = ()
    note: Note = None


class Assignment(Record):
    """Who answers for an indicator during a time: one leads, others support."""

    about: ClassVar[Facts] = Facts(
        "Siapa mengampu dan mendukung indikator, sejak dan sampai kapan.", typed="penugasan tugas"
    )
    indicator: Annotated[IndicatorCode, Facts("Kode indikator.", Text("indikator", "indicator"), "indikator")]
    lead: Annotated[
        OpdCode | None, Facts("Kode OPD pengampu; kosongkan bila belum jelas.", typed="pengampu")
    ] = None
    support: Annotated[
        tuple[OpdCode, ...], Facts("Kode OPD pendukung.", Text("pendukung", "support"), "pendukung")
    ] = ()
    partners: Annotated[tuple[PartnerCode, ...], Facts("Kode mitra.")] = ()
    from_: Annotated[Time | None, Field(alias="from"), Facts("Berlaku mulai.")] = None
    until: Annotated[Time | None, Facts("Berlaku sampai.")] = None
    basis: Annotated[DutyBasis | None, Facts("`usulan` atau `keputusan`.")] = None
    source: SourceField = None
    note: Note = None


class RegionName(Record):
    """A kecamatan or kelurahan, by its code."""

    about: ClassVar[Facts] = Facts("Kecamatan dan kelurahan.", typed="wilayah")
    code: Annotated[Region, Facts('Kode wilayah, dalam tanda kutip: "36.73.01.1003".')]
    name: Annotated[Prose, Facts("Nama kecamatan atau kelurahan.")]
