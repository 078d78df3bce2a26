"""record: a published value of an indicator is written into the plan."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import number_of, time_of
from serang_plan.cli.arguments.usage_error import one_of, usage_problem
from serang_plan.cli.arguments.writing_options import (
    IndicatorCode,
    Note,
    On,
    SourceOptions,
    Writing,
    fields_of,
    if_word,
    when_known,
)
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.cli.output.streams import say
from serang_plan.model.indicator import Indicator, Scope, Verification
from serang_plan.operations.recording.measurement import NewMeasurement
from serang_plan.reports.parts.phrases import unit_of
from serang_plan.wording import Lang, Text, backquoted, quoted, with_unit

Typed = Annotated[str, argument("VALUE", "Nilainya: `73,5`.", "The value: `73,5`.")]
At = Annotated[
    str,
    option(
        "--at",
        "Waktu yang digambarkan nilai ini, misalnya 2025-12.",
        "The time that the value describes, such as 2025-12.",
        metavar="WHEN",
    ),
]
Series = Annotated[
    str, option("--series", "Kode deret indikator.", "A series of the indicator.", metavar="CODE")
]
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
        "Tingkat verifikasi; tanpa ini: perlu-dicek.",
        "How far it was verified; without: perlu-dicek.",
        metavar="WORD",
        choices=get_args(Verification),
    ),
]
Rival = Annotated[
    bool,
    option(
        "--rival",
        "Catat di samping nilai lain untuk waktu yang sama.",
        "Record it beside another value for the same time.",
    ),
]

_VALUE = Question(Text("nilai", "value"), "73,5")
_AT = Question(Text("waktu yang digambarkan nilai itu", "time that the value describes"), "--at 2025-12")
_BESIDE = Text("Catat juga, di samping nilai itu?", "Record it too, beside that value?")


def command(
    context: RunContext,
    code: IndicatorCode = "",
    value: Typed = "",
    moment: At = "",
    series: Series = "",
    scope: InScope = "",
    verification: Verified = "",
    note: Note = "",
    on: On = "",
    rival: Rival = False,
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record a published value."""
    plan = recorder(at, writing, context)
    indicator = plan.indicator(code)
    amount = plan.asking.value(value, _VALUE, lambda typed: number_of(typed, indicator.unit))
    as_of = plan.asking.value(moment, _AT, lambda typed: time_of(typed, "--at"))
    source_code, added = plan.source(source, needed=True)
    more = fields_of(
        source=source_code,
        known=when_known(on),
        series=_series(indicator, series),
        scope=if_word(scope, Scope, "--scope"),
        verification=if_word(verification, Verification, "--verification"),
        note=note,
    )
    new = NewMeasurement(indicator, as_of, amount, more)
    changes = new.changes()
    if changes and new.rivals and not rival and not _goes_beside(new, plan.asking, context.lang):
        return 0
    return plan.write(changes, added)


def _series(indicator: Indicator, code: str) -> str:
    return code and one_of(code, [series.code for series in indicator.series], "--series")


def _goes_beside(new: NewMeasurement, asking: Asking, lang: Lang) -> bool:
    """Whether a value may stand beside another for the same time. Raises UsageProblemError in a pipe."""
    code, when = new.indicator.code, new.as_of
    others = quoted(with_unit(other.value, unit_of(new.indicator, lang), lang) for other in new.rivals)
    there = Text(
        f"untuk {code} {when.text('id')} sudah ada nilai lain: {others}",
        f"{code} has another value for {when.text('en')}: {others}",
    )
    if not asking.somebody_is_there:
        raise usage_problem(
            there.id,
            there.en,
            Text(
                "bila keduanya pernah diterbitkan, tambahkan `--rival`; bila yang lama keliru, "
                f"tarik dengan {backquoted(f'serang-plan withdraw {code} {when.iso}')}",
                "if both were published, add `--rival`; if the old one is wrong, "
                f"withdraw it with {backquoted(f'serang-plan withdraw {code} {when.iso}')}",
            ),
        )
    say(f"{there.for_lang(lang)}.")
    return asking.agrees(_BESIDE)
