"""update: how an action goes on, what it is expected to add, and what it costs."""

from __future__ import annotations

from serang_plan.cli.arguments.action_options import Costs, Effects, Progress, costs_of, effects_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import percent_of, rupiah_of, text_of
from serang_plan.cli.arguments.writing_options import (
    ActionCode,
    Note,
    On,
    Reason,
    SourceOptions,
    Writing,
    fields_of,
)
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.cli.output.streams import say
from serang_plan.operations.recording import action_figures
from serang_plan.wording import Text

_PROGRESS = Question(Text("kemajuan fisik, dalam persen", "physical progress, in per cent"), "--progress 60")
_SPENT = Question(Text("rupiah yang sudah dibelanjakan", "rupiah spent so far"), "--spent 1.250.000.000")
_OBSTACLE = Question(Text("kendala", "what stands in the way"), '--obstacle "…"')
_NEXT = Question(Text("langkah berikutnya", "next step"), '--next "…"')
_EMPTY = Text("Kosongkan yang tidak ada kabarnya.", "Leave empty what there is no news of.")
_WHY = Question(Text("alasan angkanya berubah", "reason why the figure changes"), '--reason "…"')


def command(
    context: RunContext,
    code: ActionCode = "",
    indicator: Effects = None,
    cost: Costs = None,
    reason: Reason = "",
    note: Note = "",
    on: On = "",
    *,
    progress: Progress,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record how an action goes on, its effect and its cost."""
    plan = recorder(at, writing, context)
    action = plan.plan.action_by_code[plan.action(code)]
    if not any((indicator, cost, reason, note, *progress)):
        progress = _asked_for(plan.asking)
    figures = [
        *action_figures.effects_of(action, effects_of(plan.plan, indicator)),
        *action_figures.costs_of(action, costs_of(cost), plan.known(on)),
    ]
    was = ", ".join(figure.was for figure in figures if figure.was)
    why = plan.asking.value(reason, _WHY, text_of) if was else reason
    fields = fields_of(reason=why, note="; ".join(filter(None, (note, was))))
    changes = [figure.change for figure in figures]
    return plan.tell(action.code, on, plan.source(source), fields | progress.fields(), changes)


def _asked_for(asking: Asking) -> Progress:
    """Return what is answered; an empty answer says nothing of it."""
    if asking.somebody_is_there:
        say(_EMPTY.for_lang(asking.lang))
    return Progress(
        asking.value("", _PROGRESS, lambda typed: typed and str(percent_of(typed))),
        asking.value("", _SPENT, lambda typed: typed and str(rupiah_of(typed))),
        asking.value("", _OBSTACLE, str),
        asking.value("", _NEXT, str),
    )
