"""Rakor recorder: what was not typed is asked for, and what became of decisions recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import opd_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.rakor_arguments import rakor_on
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.recorder import Recorder
from serang_plan.cli.output.recorder import recorder as plan_recorder
from serang_plan.editing.changes import Change, Value
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, Rakor
from serang_plan.model.when import When
from serang_plan.operations.editing.plan_edit import PlanEdit, edited
from serang_plan.operations.meetings.holding import (
    decision_called,
    is_long_past,
    new_standings,
    open_rakor,
)
from serang_plan.operations.recording.consequences import consequences
from serang_plan.wording import Text, long_date, short_date

_WHICH = Question(Text("keputusan", "decision"), "R1-1")


class RakorRecorder(NamedTuple):
    """A plan in which it is recorded what a rakor decided, and what became of that."""

    recorder: Recorder

    @property
    def plan(self) -> Plan:
        """The plan with all that is written in it."""
        return self.recorder.plan

    @property
    def asking(self) -> Asking:
        """Who can be asked."""
        return self.recorder.asking

    def meeting(self, typed: str) -> Rakor:
        """Return the open rakor of the day that was typed, or the last one.

        Raises UsageProblemError if that is long past and nobody says that it is meant.
        """
        rakor = open_rakor(self.plan, rakor_on(self.plan, typed))
        if not typed and is_long_past(self.plan, rakor) and not self._is_meant(rakor):
            these, new = f"`--rakor {rakor.date}`", f"`serang-plan rakor prepare {self.plan.as_of} --save`"
            raise usage_problem(
                f"rakor terakhir sudah lama: {short_date(rakor.date, 'id')}",
                f"the last rakor was long ago: {short_date(rakor.date, 'en')}",
                Text(
                    f"bila notulen itu yang dimaksud, tambahkan {these}; rakor baru ditulis dulu: {new}",
                    f"if its minutes are meant, add {these}; a new rakor is written first: {new}",
                ),
            )
        return rakor

    def _is_meant(self, rakor: Rakor) -> bool:
        id, en = long_date(rakor.date, "id"), long_date(rakor.date, "en")
        question = Text(
            f"Rakor terakhir: {id}. Catat pada notulen itu?", f"The last rakor: {en}. Record it there?"
        )
        return self.asking.somebody_is_there and self.asking.agrees(question)

    def decision(self, typed: str) -> DecisionLife:
        """Return the decision that was typed or chosen; a settled one may be typed and is not offered."""
        open_decisions, decisions = plan_names.open_decisions(self.plan), plan_names.decisions(self.plan)
        question = _WHICH._replace(typed=next(iter(open_decisions), _WHICH.typed))
        return decision_called(self.plan, self.asking.choice(typed, question, open_decisions, decisions))

    def opd(self, typed: str, option: str) -> str:
        """Return the code of an OPD, or `semua`. Raises UsageProblemError for one that there is not."""
        return typed if typed == EVERYBODY else opd_of(self.plan, typed, option)

    def known(self, on: str) -> When:
        """Return the day that was said, or today."""
        return self.recorder.known(on)

    def entry(
        self,
        life: DecisionLife,
        changes_of: Callable[[DecisionLife, Mapping[str, Value]], Sequence[Change]],
        fields: Mapping[str, Value],
    ) -> int:
        """Record what became known of a decision, and say how it stands."""
        return self.recorder.carry_out(
            edited(self.recorder.reading, changes_of(life, fields)), self._standings
        )

    def record(self, rakor: Rakor, changes: Sequence[Change]) -> int:
        """Write changes of minutes once they are agreed to, and say of which, and what they mean."""
        of_day = Text(
            f"Notulen rakor {long_date(rakor.date, 'id')}",
            f"Minutes of the rakor of {long_date(rakor.date, 'en')}",
        ).for_lang(self.recorder.context.lang)
        return self.recorder.carry_out(
            edited(self.recorder.reading, changes), lambda edit: (of_day, *self._consequences(edit))
        )

    def _standings(self, edit: PlanEdit) -> Iterator[str]:
        told = [*new_standings(edit.before.plan, edit.after.plan, self.recorder.context.lang)]
        yield from told or self._consequences(edit)

    def _consequences(self, edit: PlanEdit) -> Iterator[str]:
        return consequences(edit.before.plan, edit.after.plan, self.recorder.context.lang)


def recorder(at: PlanOptions, writing: Writing, context: RunContext) -> RakorRecorder:
    """Open the plan to record in it."""
    return RakorRecorder(plan_recorder(at, writing, context))
