"""Precedence: when an action ends after every move, and actions that wait for each other."""

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.known.actions import moved_at
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.places import Pointer


class PlannedTime(NamedTuple):
    """A time and where it is written."""

    when: When
    at: Pointer


def finish_of(action: Action) -> PlannedTime | None:
    """Return when an action is to finish, after its last move."""
    if action.moves:
        return PlannedTime(action.moves[-1].to, moved_at(action, action.moves[-1]))
    return PlannedTime(action.finish, action.at("finish")) if action.finish is not None else None


def is_late(ready: When | None, wanted: When | None) -> bool:
    """Whether something is surely not ready when it is wanted, whatever day of either time is meant."""
    return ready is not None and wanted is not None and ready.first > wanted.last


class NeedLink(NamedTuple):
    """One action that needs another."""

    action: Action
    nth: int

    @property
    def need(self) -> str:
        """The code of the action that is needed."""
        return self.action.needs[self.nth]

    @property
    def at(self) -> Pointer:
        """Where the need is written."""
        return self.action.at("needs", self.nth)


Loop = tuple[NeedLink, ...]


def loops(plan: Plan) -> Iterator[Loop]:
    """Give loops of needs, each from its smallest code on; no link is given twice.

    Of loops that share a link one is given: without that link the others may be gone as well. So the
    work and the words stay in proportion to the number of needs.
    """
    done: set[str] = set()
    for code in sorted(plan.action_by_code):
        if code not in done:
            for loop in _LoopSearch(plan, done).loops_from(code):
                first = min(range(len(loop)), key=lambda nth: loop[nth].action.code)
                yield loop[first:] + loop[:first]


class _LoopSearch:
    """A walk into the depth, along needs, without recursion."""

    def __init__(self, plan: Plan, done: set[str]) -> None:
        self._actions = plan.action_by_code
        self._done = done
        self._depth: dict[str, int] = {}
        self._path: list[tuple[Action, Iterator[int]]] = []
        self._links: list[NeedLink] = []
        self._given: list[int] = []
        """For each step of the path: how deep the last link lies that is part of a loop already given."""

    def loops_from(self, code: str) -> Iterator[Loop]:
        self._enter(code)
        while self._path:
            action, needs = self._path[-1]
            nth = next(needs, None)
            if nth is None:
                self._leave()
            elif (link := NeedLink(action, nth)).need in self._depth:
                yield from self._loop(link)
            elif link.need in self._actions and link.need not in self._done:
                self._links.append(link)
                self._enter(link.need)

    def _enter(self, code: str) -> None:
        action = self._actions[code]
        self._depth[code] = len(self._path)
        self._path.append((action, iter(range(len(action.needs)))))
        self._given.append(self._given[-1] if self._given else 0)

    def _leave(self) -> None:
        action, _ = self._path.pop()
        self._given.pop()
        del self._depth[action.code]
        self._done.add(action.code)
        if self._links:
            self._links.pop()

    def _loop(self, link: NeedLink) -> Iterator[Loop]:
        start = self._depth[link.need]
        if self._given[-1] <= start:
            self._given[start + 1 :] = range(start + 1, len(self._path))
            yield (*self._links[start:], link)
