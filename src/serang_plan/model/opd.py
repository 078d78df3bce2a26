"""OPD, partners and who answers for which indicator."""

from itertools import chain
from typing import ClassVar, Literal

from serang_plan.model.fields import (
    Code,
    FieldFacts,
    Flag,
    IndicatorCode,
    Name,
    OpdCode,
    PartnerCode,
    Prose,
    Region,
    SourceCode,
    Time,
    optional,
    optional_list,
    required,
)
from serang_plan.model.record import Record
from serang_plan.model.statement import Withdrawal, known_field, public_field, withdrawn_field
from serang_plan.wording import Text

PartnerKind = Literal["provinsi", "pusat", "daerah", "bumn", "swasta", "masyarakat"]
DutyBasis = Literal["usulan", "keputusan"]


class OpdName(Record):
    """A name that an OPD bears from a time on."""

    name: Name = required("Nama lengkap OPD.")
    aliases: tuple[Prose, ...] = optional_list("Nama lain yang lazim dipakai.")
    from_: Time | None = optional("Nama ini berlaku mulai.", alias="from")
    until: Time | None = optional("Nama ini berlaku sampai.")
    source: SourceCode | None = optional("Kode sumber.")
    known: Time | None = known_field()
    withdrawn: Withdrawal | None = withdrawn_field()


class Opd(Record):
    """One city agency, with the other names people type and the time it existed."""

    section: ClassVar[FieldFacts] = FieldFacts("OPD kota, alias dan masa berlakunya.")
    code: Code = required("Kode OPD, misalnya `DPRKP`.")
    name: Name = required("Nama lengkap OPD yang pertama.")
    aliases: tuple[Prose, ...] = optional_list("Nama lain yang lazim dipakai, misalnya `Perkim`.")
    names: tuple[OpdName, ...] = optional_list(
        "Nama-nama sesudahnya, masing-masing sejak kapan.", Text("nama-nama", "names")
    )
    head: Prose | None = optional(
        "Jabatan pimpinan, misalnya `Kepala Dinas`.", Text("pimpinan", "head"), "kepala pimpinan"
    )
    from_: Time | None = optional(
        "Berlaku mulai.", Text("awal berlaku", "beginning"), "dari mulai sejak", alias="from"
    )
    until: Time | None = optional("Berlaku sampai.", Text("akhir berlaku", "end"), "hingga sampai")
    successor: OpdCode | None = optional("Kode OPD penerus.", Text("penerus", "successor"))
    sources: tuple[SourceCode, ...] = optional_list("Kode sumber.")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that it bears or bore, and every other name that people type."""
        borne = ((*name.aliases, name.name) for name in self.names)
        return (*self.aliases, self.name, *chain.from_iterable(borne))


class Partner(Record):
    """Somebody outside the city's own agencies."""

    section: ClassVar[FieldFacts] = FieldFacts("Mitra di luar OPD kota.", typed="mitra")
    code: Code = required("Kode mitra, misalnya `PEMPROV`.")
    name: Name = required("Nama mitra.")
    kind: PartnerKind = required("Jenis mitra.")
    aliases: tuple[Prose, ...] = optional_list("Nama lain.")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class Assignment(Record):
    """Who answers for an indicator during a time: one leads, others support."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Siapa mengampu dan mendukung indikator, sejak dan sampai kapan.", typed="penugasan tugas"
    )
    indicator: IndicatorCode = required("Kode indikator.", Text("indikator", "indicator"), "indikator")
    lead: OpdCode | None = optional("Kode OPD pengampu; kosongkan bila belum jelas.", typed="pengampu")
    support: tuple[OpdCode, ...] = optional_list(
        "Kode OPD pendukung.", Text("pendukung", "support"), "pendukung"
    )
    partners: tuple[PartnerCode, ...] = optional_list("Kode mitra.")
    from_: Time | None = optional("Berlaku mulai.", alias="from")
    until: Time | None = optional("Berlaku sampai.")
    basis: DutyBasis | None = optional("`usulan` atau `keputusan`.")
    source: SourceCode | None = optional("Kode sumber.")
    known: Time | None = known_field()
    withdrawn: Withdrawal | None = withdrawn_field()
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")


class RegionName(Record):
    """A kecamatan or kelurahan, by its code."""

    section: ClassVar[FieldFacts] = FieldFacts("Kecamatan dan kelurahan.", typed="wilayah")
    code: Region = required('Kode wilayah, dalam tanda kutip: "36.73.01.1003".')
    name: Prose = required("Nama kecamatan atau kelurahan.")
