"""Schedule: every action as it was known on the plan's date: its state, its time and who carries it."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.active_years import carrier, sure_years
from serang_plan.analysis.known.actions import gives_first_time, known_action
from serang_plan.analysis.known.known_since import is_known
from serang_plan.model.action import Action, Move
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, month_end
from serang_plan.wording import Text


class ActionState(Enum):
    """How far an action is."""

    PLANNED = Text("rencana", "planned")
    RUNNING = Text("berjalan", "running")
    MOVED = Text("geser", "put off")
    DONE = Text("selesai", "done")
    CANCELLED = Text("batal", "cancelled")
    UNSTATED = Text("tanpa status", "no status")


class Scheduled(NamedTuple):
    """An action on the plan's date."""

    action: Action
    state: ActionState
    finish: When | None
    """When it was done, else to when it was put off last, else when it should finish; None: not known."""
    opd: str | None
    moves: tuple[Move, ...]
    late: bool
    """Past its finish and not done."""

    @property
    def code(self) -> str:
        """The action's code."""
        return self.action.code

    @property
    def start(self) -> When | None:
        """When it starts, as far as is known."""
        return self.action.start

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self.state not in (ActionState.DONE, ActionState.CANCELLED)

    @property
    def lacks_opd(self) -> bool:
        """Whether the city has yet to name who carries it: what others have the authority for, it cannot."""
        return self.is_open and self.opd is None and self.action.is_of_city

    @property
    def years(self) -> range:
        """The years in which it surely runs; with only a start or only an end known, that year alone."""
        cancelled = self.state is ActionState.CANCELLED
        return range(0) if cancelled else sure_years(self.start, self.finish)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that it serves, each once."""
        return tuple(dict.fromkeys(effect.code for effect in self.action.indicators))


def schedule(plan: Plan) -> tuple[Scheduled, ...]:
    """Return the actions that were known on the plan's date; of doubled codes the first."""
    actions = plan.action_by_code.values()
    return tuple(schedule_of(plan, action) for action in actions if is_known(plan, action))


def indicators_served(actions: Iterable[Scheduled]) -> tuple[str, ...]:
    """Return the indicators that actions serve, each once."""
    return tuple(dict.fromkeys(code for scheduled in actions for code in scheduled.indicators))


def schedule_of(plan: Plan, action: Action) -> Scheduled:
    """Return how an action stood on the plan's date: what happened later has not happened yet."""
    known, carried = known_action(plan, action), carrier(plan, action)
    state = _state(plan, action, known)
    finish = _finish(action, known, state)
    scheduled = Scheduled(known, state, finish, carried.code if carried else None, known.moves, late=False)
    return scheduled._replace(late=scheduled.is_open and finish is not None and finish.last < plan.as_of)


def _state(plan: Plan, action: Action, known: Action) -> ActionState:
    if _is_done(plan, known):
        return ActionState.DONE
    match known.status:
        case "batal":
            return ActionState.CANCELLED
        case "geser":
            return ActionState.MOVED if known.moves or not action.moves else ActionState.PLANNED
        case "berjalan":
            return ActionState.PLANNED if _starts_later(plan, known) else ActionState.RUNNING
        case "rencana" | "selesai":
            return ActionState.PLANNED
        case _:
            return ActionState.MOVED if known.moves else ActionState.UNSTATED


def _is_done(plan: Plan, action: Action) -> bool:
    if action.done is not None:
        return action.done.last <= plan.as_of
    return action.status == "selesai" and not _starts_later(plan, action)


def _starts_later(plan: Plan, action: Action) -> bool:
    return action.start is not None and action.start.first > plan.as_of


def _finish(action: Action, known: Action, state: ActionState) -> When | None:
    if state is ActionState.DONE and known.done is not None:
        return known.done
    if known.moves:
        return known.moves[-1].to
    put_off_to_an_unknown_time = known.status == "geser" and not action.moves
    return None if put_off_to_an_unknown_time else known.finish


# -- what was carried over -----------------------------------------------------------


class CarriedOver(NamedTuple):
    """One time that an action was put off: from when to when, and from whom to whom."""

    scheduled: Scheduled
    move: Move
    before: When | None
    opd: str | None
    """Who carried it before."""


def carried_over(actions: Iterable[Scheduled]) -> Iterator[CarriedOver]:
    """Give every known move of every action that put it off, in the order in which they are written."""
    for scheduled in actions:
        before, opd = scheduled.action.finish, scheduled.action.opd
        for move in scheduled.moves:
            if not gives_first_time(scheduled.action, move):
                yield CarriedOver(scheduled, move, before, opd)
            before, opd = move.to, move.opd or opd


# -- moving a time -----------------------------------------------------------------------


def later(when: When, quarters: int) -> When:
    """Return a time so many quarters on, as exact as it was; part of a year on, a year becomes a quarter."""
    first, last = when
    if when.days > 92 and quarters % 4:
        first = first.replace(month=10)
    if when.days == 1:
        day = months_on(first, quarters * 3)
        return When(day, day)
    moved = months_on(last.replace(day=1), quarters * 3)
    return When(months_on(first, quarters * 3), month_end(moved.year, moved.month))


def period_around(day: date, months: int) -> When:
    """Return the month (1), quarter (3) or year (12 months) in which a day lies."""
    first = (day.month - 1) // months * months + 1
    return When(date(day.year, first, 1), month_end(day.year, first + months - 1))


def months_on(day: date, months: int) -> date:
    """Return a day so many months on, or the last day of a shorter month; at most the calendar's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return day.replace(year=year, month=month + 1, day=min(day.day, month_end(year, month + 1).day))
