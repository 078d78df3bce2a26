"""Recorder: a plan that is written into; what was not typed is asked for, and what is recorded is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import opd_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import SourceOptions, Writing, fields_of, when_known
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.plan_writer import carry_out
from serang_plan.cli.output.sources import source_of
from serang_plan.editing.changes import AddRecord, Change, Value
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.editing.plan_edit import PlanEdit, edited
from serang_plan.operations.recording.action_entry import entry_of
from serang_plan.operations.recording.consequences import consequences
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text

_INDICATOR = Question(Text("indikator", "indicator"), "M02")
_ACTION = Question(Text("kegiatan", "action"), "A02")
_OPD = Question(Text("OPD", "OPD"), "DLH")

Sourced: TypeAlias = tuple[str, tuple[AddRecord, ...]]
"""The code of a source, and what adds it if it is a new one."""


class Recorder(NamedTuple):
    """A plan with all that is written in it, and how it may be written into."""

    reading: Reading
    at: PlanOptions
    writing: Writing
    context: RunContext

    @property
    def plan(self) -> Plan:
        """What was read."""
        return self.reading.plan

    @property
    def asking(self) -> Asking:
        """Who can be asked."""
        return Asking(self.context.lang)

    def indicator(self, typed: str) -> Indicator:
        """Return the indicator that was typed or chosen."""
        names, english = plan_names.indicators(self.plan), plan_names.english_indicators(self.plan)
        code = self.asking.choice(typed, _INDICATOR, names, english)
        return self.plan.indicator_by_code[code]

    def opd(self, typed: str) -> str:
        """Return the code of the OPD that was typed, by whatever name, or chosen."""
        return opd_of(self.plan, self.asking.choice(typed, _OPD, plan_names.opd(self.plan)), "OPD")

    def action(self, typed: str) -> str:
        """Return the code of the action that was typed or chosen."""
        return self.asking.choice(typed, _ACTION, plan_names.actions(self.plan))

    def open_action(self, typed: str) -> str:
        """Return the action that was typed or chosen; one that is over may be typed and is not offered."""
        open_actions, actions = plan_names.open_actions(self.plan), plan_names.actions(self.plan)
        question = _ACTION._replace(typed=next(iter(open_actions), _ACTION.typed))
        return self.asking.choice(typed, question, open_actions, actions)

    def source(self, options: SourceOptions, *, needed: bool = False) -> Sourced:
        """Return the code of a source, and what adds it if it is a new one."""
        return source_of(self.plan, options, self.asking, needed=needed)

    def write(
        self, changes: Iterable[Change], added: Iterable[AddRecord] = (), withdrawn: Text | None = None
    ) -> int:
        """Write changes once they are agreed to, with the source that they need, and say what they mean."""
        changes = tuple(changes)

        def news(edit: PlanEdit) -> Iterable[str]:
            return consequences(edit.before.plan, edit.after.plan, self.context.lang, withdrawn)

        return self.carry_out(edited(self.reading, [*added, *changes] if changes else ()), news)

    def carry_out(self, edit: PlanEdit, news: Callable[[PlanEdit], Iterable[str]]) -> int:
        """Write an edit once it is agreed to, and say what it means."""
        return carry_out(edit, lambda: news(edit), self.at.data, self.writing, self.context)

    def known(self, on: str) -> When:
        """Return the day that was said, or today."""
        return when_known(on) or When(self.at.day, self.at.day)

    def tell(
        self,
        code: str,
        on: str,
        source: Sourced,
        fields: Mapping[str, Value],
        figures: Iterable[Change] = (),
    ) -> int:
        """Record what became known of an action, today if no day is said, and other figures of it."""
        source_code, added = source
        entry = fields_of(known=self.known(on), source=source_code, **fields)
        told = entry_of(self.plan, self.plan.action_by_code[code], entry)
        return self.write((*figures, *told), added)


def recorder(at: PlanOptions, writing: Writing, context: RunContext) -> Recorder:
    """Return the plan that options name. Raises ProblemError if there is none."""
    return Recorder(at.read(), at, writing, context)
