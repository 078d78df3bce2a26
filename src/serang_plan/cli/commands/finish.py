"""finish: an action is done."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.action_options import Progress
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import (
    Note,
    On,
    OpenActionCode,
    SourceOptions,
    Writing,
    codes,
    fields_of,
    if_time,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.cli.output.sources import source_named
from serang_plan.wording import Text

At = Annotated[
    str,
    option(
        "--at", "Kapan selesai, bila lain dari `--on`.", "When it was done, if not `--on`.", metavar="WHEN"
    ),
]
Evidence = Annotated[
    list[str] | None,
    option(
        "--evidence",
        "Kode sumber yang membuktikannya; baku: sumber baru yang disebut. Boleh berulang.",
        "A source that proves it; default: the new source that is described. May be repeated.",
        metavar="CODE",
        completion=codes("sources"),
    ),
]

_PROOF = Question(
    Text("kode sumber yang membuktikannya, bila ada", "code of the source that proves it, if there is one"),
    "--evidence S83",
)


def command(
    context: RunContext,
    code: OpenActionCode = "",
    moment: At = "",
    evidence: Evidence = None,
    note: Note = "",
    on: On = "",
    *,
    progress: Progress,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record that an action is done."""
    plan = recorder(at, writing, context)
    about = plan.open_action(code)
    if not code and not evidence and not any(source):
        proof = plan.asking.if_any("", _PROOF, lambda typed: source_named(plan.plan, typed, "--evidence"))
        evidence = [proof] if proof else []
    source_code, added = plan.source(source)
    proofs = tuple(source_named(plan.plan, proof, "--evidence") for proof in evidence or ())
    if added and not proofs:  # what is published with the news is what proves it
        source_code, proofs = "", (source_code,)
    fields = fields_of(status="selesai", done=if_time(moment, "--at"), evidence=proofs, note=note)
    return plan.tell(about, on, (source_code, added), fields | progress.fields())
