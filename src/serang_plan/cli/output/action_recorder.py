"""Action recorder: what became of an action is asked for where it was not typed, and recorded."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import SourceOptions, Writing, fields_of, when_known
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.plan_writer import record
from serang_plan.cli.output.sources import source_of
from serang_plan.editing.changes import Value
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.recording.action_entry import entry_of
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text

_WHICH = Question(Text("kegiatan", "action"), "A02")


class ActionRecorder(NamedTuple):
    """A plan in which it is recorded what became of its actions."""

    reading: Reading
    at: PlanOptions
    writing: Writing
    context: RunContext

    @property
    def plan(self) -> Plan:
        """The plan with all that is written in it."""
        return self.reading.plan

    @property
    def asking(self) -> Asking:
        """Who can be asked."""
        return Asking(self.context.lang)

    def action(self, typed: str) -> str:
        """Return the code of the action that was typed or chosen."""
        return self.asking.choice(typed, _WHICH, plan_names.actions(self.plan))

    def record(self, code: str, on: str, source: SourceOptions, **fields: Value | When | None) -> int:
        """Record what became known of an action, today if no day is said."""
        source_code, added = source_of(self.plan, source, self.asking)
        known = when_known(on) or When(self.at.day, self.at.day)
        entry = fields_of(known=known, source=source_code, **fields)
        changes = entry_of(self.plan, self.plan.action_by_code[code], entry)
        whole = [*(added if changes else ()), *changes]
        return record(self.reading, whole, self.at.data, self.writing, self.context)


def recorder(at: PlanOptions, writing: Writing, context: RunContext) -> ActionRecorder:
    """Return the plan that options name. Raises ProblemError if there is none."""
    return ActionRecorder(at.read(), at, writing, context)
