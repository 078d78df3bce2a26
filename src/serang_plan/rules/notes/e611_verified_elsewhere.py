"""Nilai atau ambang disebut `terverifikasi`, padahal sumbernya bukan dokumen resmi.

A value or a threshold is called `terverifikasi`, but its source is no official document.

Mengapa: `terverifikasi` berarti naskah aslinya sudah dibaca. Berita dan laporan pihak lain hanya
mengutip, jadi laporan memperlakukannya sebagai `sekunder`. Salinan bunyi peraturan yang dibaca utuh
boleh disebut `terverifikasi`.

Why: `terverifikasi` means that the primary document was read. News and reports of others only quote,
so reports treat it as `sekunder`. A copy of a law's text that was read in full may be called so.

Salah:

    - {as_of: 2022, value: 72.98, source: S32, verification: terverifikasi}

Benar:

    - {as_of: 2022, value: 72.98, source: S32, verification: sekunder}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.known_since import source_codes
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Measurement, Threshold
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, many

RULE = Rule("E611", "verified-elsewhere", why=__doc__, severity=Severity.NOTE)
_OTHER = Text("juga di sini", "here too")
_HELP = Text(
    "ubah `verification` menjadi `sekunder`, atau sebut dokumen resminya di `source`",
    "change `verification` to `sekunder`, or name the official document in `source`",
)
_PRIMARY = ("resmi", "salinan")


def check(plan: Plan) -> Iterator[Finding]:
    """Give one finding for each source, so that none is told as often as it is used."""
    for code, records in grouped(_misnamed(plan)).items():
        first, *more = records
        kind, count = plan.source_by_code[code].kind, len(records)
        message = Text(
            f"sumber `{code}` adalah `{kind}`, jadi `terverifikasi` di {count} tempat terhitung sekunder",
            f"source `{code}` is `{kind}`, so `terverifikasi` in {many(count, 'place')} counts as secondary",
        )
        labels = tuple(Label(_OTHER, record.at("verification")) for record in more)
        yield RULE.finding(message, first.at("verification"), labels, _HELP)


def _misnamed(plan: Plan) -> Iterator[tuple[str, Measurement | Threshold]]:
    """Give what is called verified, by the first of its sources that is not official."""
    for indicator in plan.indicators:
        records: tuple[Measurement | Threshold, ...] = (*indicator.all_thresholds, *indicator.measurements)
        for record in records:
            codes = source_codes(record) if isinstance(record, Measurement) else (record.source or "",)
            known = [source for code in codes if (source := plan.source_by_code.get(code))]
            other = next((source.code for source in known if source.kind not in _PRIMARY), None)
            if record.verification == "terverifikasi" and other is not None:
                yield other, record
