"""Action figures: what an action is expected to add and to cost; one that replaces another says what was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.editing.changes import AppendItem, Change, SetField, Value
from serang_plan.model.action import Action, Effect, Funding
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.places import Pointer
from serang_plan.wording import Text, number, quoted

Item = Mapping[str, Value]


class ActionFigure(NamedTuple):
    """A figure that is not written yet: what writes it, and which one it replaces, in words of the plan."""

    change: Change
    was: str = ""


def effects_of(action: Action, effects: Iterable[Item]) -> Iterator[ActionFigure]:
    """Give what an action is newly expected to add to indicators."""
    for item in effects:
        there = next((effect for effect in action.indicators if effect.code == item["code"]), None)
        yield from _figure(action.at("indicators"), there, "adds", item, f"dampak {item['code']}")


def costs_of(action: Action, costs: Iterable[Item], known: When) -> Iterator[ActionFigure]:
    """Give what an action costs as is known from a day on. Raises ProblemError where several may pay."""
    for item in costs:
        year, payer = item["year"], item.get("source")
        alike = [fund for fund in action.funding if fund.year == year and payer in (None, fund.source)]
        if len(alike) > 1:
            raise _who_pays(action, alike)
        there, dated = next(iter(alike), None), {**item, "known": known}
        figures = tuple(_figure(action.at("funding"), there, "amount", dated, f"dana {year}"))
        yield from figures
        if there and figures:
            yield ActionFigure(SetField(there.at("known"), known))


def _figure(
    at: Pointer, there: Effect | Funding | None, field: str, item: Item, called: str
) -> Iterator[ActionFigure]:
    before = getattr(there, field, None)
    if there is None:
        yield ActionFigure(AppendItem(at, item))
    elif field in item and before != item[field]:
        was = "" if before is None else f"{called} semula {number(before, 'id')}"
        yield ActionFigure(SetField(there.at(field), item[field]), was)


def _who_pays(action: Action, alike: Sequence[Funding]) -> ProblemError:
    year, payers = alike[0].year, quoted(fund.source or "–" for fund in alike)
    return ProblemError(
        Text(
            f"dana {action.code} {year} punya beberapa sumber: {payers}",
            f"several pay for {action.code} in {year}: {payers}",
        ),
        Text(
            f'sebut sumbernya: `--cost "{year}=2.500.000 {alike[0].source}"`',
            f'say who pays: `--cost "{year}=2.500.000 {alike[0].source}"`',
        ),
    )
