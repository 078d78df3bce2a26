"""threshold: what counts as met, by whom, for which time and scope."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import number_of, text_of, year_of
from serang_plan.cli.arguments.writing_options import (
    IndicatorCode,
    Note,
    On,
    Reason,
    SourceOptions,
    Writing,
    fields_of,
    if_time,
    if_word,
    when_known,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.model.indicator import Scope, ThresholdKind, Verification
from serang_plan.operations.recording.threshold import threshold_of
from serang_plan.wording import Text

Typed = Annotated[str, argument("VALUE", "Nilai ambang: `70`.", "The threshold: `70`.")]
OfKind = Annotated[
    str,
    option(
        "--of",
        "Macam ambang.",
        "The kind of threshold.",
        metavar="KIND",
        choices=get_args(ThresholdKind),
    ),
]
Basis = Annotated[
    str, option("--basis", "Rujukan, misalnya nama peraturan.", "What it is based on.", metavar="TEXT")
]
Due = Annotated[
    str, option("--due", "Tahun ambang ini harus tercapai.", "The year by which.", metavar="YYYY")
]
For = Annotated[
    str,
    option("--for", "Waktu nilai yang dibandingkan.", "The time of the values it judges.", metavar="WHEN"),
]
Since = Annotated[str, option("--since", "Mulai berlaku.", "In force from.", metavar="WHEN")]
Until = Annotated[str, option("--until", "Berlaku sampai.", "In force until.", metavar="WHEN")]
InScope = Annotated[
    str,
    option(
        "--scope",
        "Cakupan, bila lain dari indikatornya.",
        "The scope, if it is not the indicator's.",
        metavar="kota|kawasan",
        choices=get_args(Scope),
    ),
]
Verified = Annotated[
    str,
    option(
        "--verification",
        "Tingkat verifikasi.",
        "How far it was verified.",
        metavar="WORD",
        choices=get_args(Verification),
    ),
]

_VALUE = Question(Text("nilai ambang", "threshold"), "70")
_BASIS = Question(Text("rujukan", "basis"), '--basis "Perpres 97/2017"')
_KIND = Question(Text("macam ambang", "kind of threshold"), "--of nasional")
_KINDS: dict[ThresholdKind, Text] = {
    "hukum": Text("bunyi peraturan", "law as read"),
    "nasional": Text("target rencana nasional", "national target"),
    "kelas": Text("batas kelas suatu lembaga", "class boundary"),
    "pembanding": Text("angka lain untuk waktu yang sama", "comparison"),
    "tafsiran": Text("tafsiran penyusun", "the planners' reading"),
    "kebijakan": Text("kebijakan kota", "local policy"),
}


def command(
    context: RunContext,
    code: IndicatorCode = "",
    value: Typed = "",
    sort: OfKind = "",
    basis: Basis = "",
    due: Due = "",
    compared: For = "",
    since: Since = "",
    until: Until = "",
    scope: InScope = "",
    verification: Verified = "",
    reason: Reason = "",
    note: Note = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Set a threshold of an indicator."""
    plan = recorder(at, writing, context)
    indicator = plan.indicator(code)
    amount = plan.asking.value(value, _VALUE, lambda typed: number_of(typed, indicator.unit))
    of_kind = plan.asking.choice(
        sort, _KIND, {str(word): name.for_lang(context.lang) for word, name in _KINDS.items()}
    )
    whence = plan.asking.value(basis, _BASIS, text_of)
    source_code, added = plan.source(source)
    fields = fields_of(
        value=amount,
        kind=of_kind,
        basis=whence,
        scope=if_word(scope, Scope, "--scope"),
        due=year_of(due) if due else None,
        for_=if_time(compared, "--for"),
        source=source_code,
        known=when_known(on),
        since=if_time(since, "--since"),
        until=if_time(until, "--until"),
        verification=if_word(verification, Verification, "--verification"),
        reason=reason,
        note=note,
    )
    return plan.write(threshold_of(indicator, fields), added)
