"""Decision order: what waits for what in a circle, and what is decided twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from serang_plan.analysis.actions.overlaps import RARE, nearly_same, telling_words
from serang_plan.analysis.duties.decision_life import DecisionLife, decision_lives
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision


def decisions_by_code(plan: Plan) -> dict[str, Decision]:
    """Return the decisions by their codes; of duplicate codes the first."""
    by_code: dict[str, Decision] = {}
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            if decision.code is not None:
                by_code.setdefault(decision.code, decision)
    return by_code


def waiting_circles(plan: Plan) -> Iterator[tuple[Decision, ...]]:
    """Give decisions that wait for each other, each circle in the order of waiting."""
    by_code = decisions_by_code(plan)
    waits = {code: [*decision.waits_for] for code, decision in by_code.items() if decision.waits_for}
    while waits and (circle := _circle(waits)):
        yield tuple(by_code[code] for code in circle)
        waits[circle[0]].remove(circle[1 % len(circle)])


def _circle(waits: dict[str, list[str]]) -> list[str]:
    """Return one circle, from the code on that comes first in the files; none if there is none."""
    from graphlib import CycleError, TopologicalSorter

    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][:0:-1]
        first = min(range(len(circle)), key=lambda nth: [*waits].index(circle[nth]))
        return circle[first:] + circle[:first]
    return []


def repeated_decisions(plan: Plan) -> Iterator[tuple[DecisionLife, DecisionLife]]:
    """Give pairs of open decisions that say nearly the same, the earlier one first.

    Texts are compared only where they share a word that few of them have.
    """
    open_ = [life for life in decision_lives(plan) if life.is_open]
    words = [telling_words(life.decision.text) for life in open_]
    sharing = grouped((word, nth) for nth, told in enumerate(words) for word in dict.fromkeys(told))
    pairs = {
        pair: None for alike in sharing.values() if len(alike) <= RARE for pair in combinations(alike, 2)
    }
    for first, second in pairs:
        if nearly_same(words[first], words[second]):
            yield open_[first], open_[second]
