"""opd: an OPD is called otherwise from a time on, or ends."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import opd_of
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of, time_of
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.cli.arguments.writing_options import (
    On,
    SourceOptions,
    Writing,
    codes,
    fields_of,
    if_time,
    when_known,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.editing.changes import Change
from serang_plan.operations.recording.opd_end import ended
from serang_plan.operations.recording.opd_names import renamed
from serang_plan.wording import Text

Code = Annotated[
    str, argument("OPD", "Kode atau nama OPD.", "An OPD's code or name.", completion=codes("opd"))
]
Called = Annotated[str, option("--name", "Nama barunya.", "Its new name.", metavar="TEXT")]
Aliases = Annotated[
    list[str] | None,
    option("--alias", "Sebutan lain; boleh berulang.", "Another name; may be repeated.", metavar="TEXT"),
]
From = Annotated[
    str, option("--from", "Nama baru berlaku mulai.", "From when on the name holds.", metavar="WHEN")
]
Until = Annotated[str, option("--until", "OPD ini ada sampai.", "The OPD exists until.", metavar="WHEN")]
Successor = Annotated[
    str,
    option("--successor", "OPD penerusnya.", "The OPD that follows.", metavar="OPD", completion=codes("opd")),
]

_NAME = Question(Text("nama barunya", "its new name"), '--name "…"')
_FROM = Question(Text("nama itu berlaku mulai", "from when on the name holds"), "--from 2026")


def command(
    context: RunContext,
    code: Code = "",
    name: Called = "",
    alias: Aliases = None,
    since: From = "",
    until: Until = "",
    successor: Successor = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record another name of an OPD, or its end and who follows it."""
    plan = recorder(at, writing, context)
    opd = plan.plan.opd_by_code[plan.opd(code)]
    if not any((name, until, successor)):
        name = plan.asking.if_any("", _NAME, text_of) or ""
        since = (
            since
            or (name and plan.asking.if_any("", _FROM, lambda typed: time_of(typed, "--from").iso))
            or ""
        )
    ends = fields_of(
        until=if_time(until, "--until"), successor=successor and opd_of(plan.plan, successor, "--successor")
    )
    if not name and not ends:
        raise _nothing_said(opd.code)
    source_code, added = plan.source(source)
    entry = fields_of(known=plan.known(on), source=source_code)
    changes: list[Change] = [*ended(plan.plan, opd, ends, entry)] if ends else []
    if name:
        aliases, from_ = tuple(alias or ()), if_time(since, "--from")
        names = fields_of(name=name, aliases=aliases, from_=from_, source=source_code, known=when_known(on))
        changes += renamed(opd, names)
    return plan.write(changes, added)


def _nothing_said(code: str) -> UsageProblemError:
    return usage_problem(
        f"belum disebut apa yang berubah pada `{code}`",
        f"no change to `{code}` is given",
        Text(
            'sebut `--name "…" --from 2026`, atau `--until 2026`',
            'say `--name "…" --from 2026`, or `--until 2026`',
        ),
    )
