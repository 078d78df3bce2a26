"""Assertions: what the city says must hold of its figures."""

from typing import ClassVar, Literal

from serang_plan.model.fields import (
    Amount,
    Count,
    Day,
    FieldFacts,
    IndicatorCode,
    Prose,
    Year,
    optional,
)
from serang_plan.model.record import Record
from serang_plan.wording import Text, untranslated

StandingWord = Literal["terpenuhi", "belum", "tidak-dapat-dinilai", "diklaim", "bertentangan"]


class Bound(Record):
    """A bound that an indicator must never cross."""

    below: Amount | None = optional(
        "Nilainya tidak boleh di bawah ini.", Text("batas bawah", "lower bound"), "bawah"
    )
    above: Amount | None = optional(
        "Nilainya tidak boleh di atas ini.", Text("batas atas", "upper bound"), "atas"
    )

    @property
    def is_reversed(self) -> bool:
        """Whether any value is below the one or above the other."""
        return self.below is not None and self.above is not None and self.below > self.above


class Assertion(Record):
    """So many of a standing on a day; or a bound of one indicator."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Apa yang menurut kota harus berlaku: jumlah status pada suatu hari, atau batas suatu indikator.",
        typed="penegasan",
    )
    day: Day | None = optional(
        "Pada hari ini sekian indikator harus berstatus `standing`.", Text("hari", "day"), "pada"
    )
    standing: StandingWord | None = optional("Status yang dihitung.", untranslated("`standing`"))
    at_least: Count | None = optional(
        "Paling sedikit sekian indikator.",
        Text("jumlah paling sedikit", "least number"),
        "sedikitnya minimal",
    )
    indicator: IndicatorCode | None = optional("Kode indikator yang dibatasi.")
    never: Bound | None = optional("Batas yang tidak boleh dilewati.", Text("batas", "bound"), "jangan")
    from_: Year | None = optional("Berlaku untuk nilai mulai tahun ini.", alias="from")
    reason: Prose | None = optional("Alasan.", typed="alasan")
