"""Chains: actions that wait for each other one after another, where OPD hand over to OPD."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, NeedOrder, Timing
from serang_plan.wording import code_order

_WORST_FIRST = tuple(Timing)


class Chain(NamedTuple):
    """Needs that join end to end, from what is needed first."""

    needs: tuple[Need, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The actions, in the order in which they can begin."""
        return (self.needs[0].giver.code, *(need.taker.code for need in self.needs))

    @property
    def handovers(self) -> tuple[Need, ...]:
        """Where one OPD hands over to another."""
        return tuple(need for need in self.needs if need.crosses)

    @property
    def opd(self) -> tuple[str, ...]:
        """The OPD that take part, in the order of their actions, each once."""
        carriers = (self.needs[0].giver.opd, *(need.taker.opd for need in self.needs))
        return tuple(dict.fromkeys(code for code in carriers if code is not None))


def chains(order: NeedOrder) -> tuple[Chain, ...]:
    """Return the chains that cross OPD, worst first; every need is in one chain.

    A chain follows, from an action that nobody waits for, what is ready last; what else is needed on the
    way begins a chain of its own.
    """
    waiting: dict[str, list[Need]] = defaultdict(list)
    for need in sorted(order.needs, key=_ready_last):
        waiting[need.taker.code].append(need)
    every_chain = (Chain(needs) for needs in _followed(order, waiting))
    return tuple(sorted((chain for chain in every_chain if chain.handovers), key=_worst_first))


def _ready_last(need: Need) -> tuple[object, ...]:
    """Sort what is ready last to the end; a time that nobody knows may be the last of all."""
    return need.ready.last if need.ready else date.max, code_order(need.giver.code)


def _followed(order: NeedOrder, waiting: dict[str, list[Need]]) -> Iterator[tuple[Need, ...]]:
    for code in reversed(order.codes):
        while waiting[code]:
            yield tuple(reversed(list(_back_from(code, waiting))))


def _back_from(code: str, waiting: dict[str, list[Need]]) -> Iterator[Need]:
    while waiting[code]:
        need = waiting[code].pop()
        yield need
        code = need.giver.code


def _worst_first(chain: Chain) -> tuple[object, ...]:
    worst = min(_WORST_FIRST.index(need.timing) for need in chain.handovers)
    return worst, _first_wanted(chain.handovers), *map(code_order, chain.codes)


def _first_wanted(needs: Sequence[Need]) -> date:
    return min(need.wanted.first if need.wanted else date.max for need in needs)
