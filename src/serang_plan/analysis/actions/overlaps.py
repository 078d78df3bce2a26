"""Clashes: actions of two OPD in the same place and year, and actions that are likely the same one twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from serang_plan.analysis.actions.active_years import carrier, is_over, years_of
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.wording import without_form

ALIKE = 0.85
"""How alike two names must be, from 0 to 1, to be called nearly the same."""
RARE = 8
"""A word in more names than this tells nothing, and would make too many pairs."""
_LONGEST = 200

_USUAL = frozenset(
    {
        "pembangunan",
        "peningkatan",
        "penataan",
        "pemeliharaan",
        "rehabilitasi",
        "revitalisasi",
        "perbaikan",
        "pengadaan",
        "penyediaan",
        "pengelolaan",
        "pengembangan",
        "pelaksanaan",
        "penyusunan",
        "penyelenggaraan",
        "program",
        "kegiatan",
        "sub",
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "yang",
        "pada",
        "dengan",
        "serta",
        "bagi",
        "oleh",
        "kota",
        "tahun",
    }
)
"""Words with which half of all names begin, or that only join others."""
_WORD = re.compile(r"\w+")
_EVERYWHERE = re.compile(r"(seluruh|semua|tersebar|se-?kota)\b.*")


class OpenAction(NamedTuple):
    """An action that is still to be done, with what a clash is about."""

    action: Action
    opd: str
    years: range
    words: tuple[str, ...]
    """What its name says apart from the usual words, sorted."""


class Clash(NamedTuple):
    """Two actions of different OPD, the later one in the files second, and their first common year."""

    one: OpenAction
    other: OpenAction
    year: int


def same_place(plan: Plan) -> Iterator[Clash]:
    """Give actions of two OPD in one kelurahan, or at one site, in the same year.

    For a place and a year only the first action of each OPD is looked at. Actions of which one needs the
    other have an order already; actions with nearly the same name are a clash of their own.
    """
    groups: dict[Hashable, list[OpenAction]] = defaultdict(list)
    for runner in _runners(plan):
        for place in _places(plan, runner.action):
            for year in runner.years:
                groups[place, year].append(runner)
    yield from _once(
        clash
        for group in groups.values()
        for clash in _first_of_each_opd(group)
        if not _nearly_same_words(clash.one, clash.other)
    )


def likely_duplicates(plan: Plan) -> Iterator[Clash]:
    """Give actions of two OPD with nearly the same name in the same year.

    Names are compared only where they share a word that few names have.
    """
    same: dict[Hashable, list[OpenAction]] = defaultdict(list)
    sharing: dict[str, list[OpenAction]] = defaultdict(list)
    for runner in _runners(plan):
        for year in runner.years:
            same[runner.words, _kelurahan(runner), year].append(runner)
        for word in dict.fromkeys(runner.words):
            if len(sharing[word]) <= RARE:
                sharing[word].append(runner)
    yield from _once(_duplicates(same.values(), sharing.values()))


def _duplicates(same: Iterable[list[OpenAction]], sharing: Iterable[list[OpenAction]]) -> Iterator[Clash]:
    for group in same:
        yield from _first_of_each_opd(group)
    for group in sharing:
        if len(group) <= RARE:
            for one, other in combinations(group, 2):
                clash = _clash(one, other)
                if clash is not None and _nearly_same_words(one, other):
                    yield clash


def _runners(plan: Plan) -> Iterator[OpenAction]:
    for action in plan.actions:
        carried = carrier(plan, action)
        if carried is not None and carried.code in plan.opd_by_code and not is_over(action):
            yield OpenAction(action, carried.code, years_of(plan, action), _words(action.name))


def _once(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """Leave out pairs that were given already, for another year or another reason."""
    seen: set[tuple[int, int]] = set()
    for clash in clashes:
        pair = (clash.one.action.anchor, clash.other.action.anchor)
        if pair not in seen:
            seen.add(pair)
            yield clash


def _first_of_each_opd(group: list[OpenAction]) -> Iterator[Clash]:
    first_of: dict[str, OpenAction] = {}
    for runner in group:
        if runner.opd not in first_of:
            clashes = (_clash(earlier, runner) for earlier in first_of.values())
            clash = next((one for one in clashes if one is not None), None)
            if clash is not None:
                yield clash
            first_of[runner.opd] = runner


def _clash(one: OpenAction, other: OpenAction) -> Clash | None:
    year = max(one.years.start, other.years.start)
    apart = year not in one.years or year not in other.years
    if apart or one.opd == other.opd or _have_an_order(one.action, other.action) or _elsewhere(one, other):
        return None
    return Clash(one, other, year)


def _have_an_order(one: Action, other: Action) -> bool:
    return one.code in other.needs or other.code in one.needs


# -- places ------------------------------------------------------------------


def _places(plan: Plan, action: Action) -> Iterator[Hashable]:
    if action.place is None:
        return
    if action.place.kelurahan is not None:
        yield action.place.kelurahan
    if action.place.site is not None:
        site = without_form(action.place.site)
        city = plan.header.city.casefold() if plan.header else ""
        if site != city and not _EVERYWHERE.fullmatch(site):
            yield "site", site


def _kelurahan(runner: OpenAction) -> str | None:
    return runner.action.place.kelurahan if runner.action.place else None


def _elsewhere(one: OpenAction, other: OpenAction) -> bool:
    here, there = _kelurahan(one), _kelurahan(other)
    return here is not None and there is not None and here != there


# -- names -------------------------------------------------------------------


def _words(name: str) -> tuple[str, ...]:
    words = _WORD.findall(name[:_LONGEST].casefold())
    return tuple(sorted([word for word in words if word not in _USUAL] or words))


def _nearly_same_words(one: OpenAction, other: OpenAction) -> bool:
    if one.words == other.words:
        return True
    ours, theirs = set(one.words), set(other.words)
    if 2 * len(ours & theirs) < max(len(ours), len(theirs)) or _marks(ours ^ theirs):
        return False
    from difflib import SequenceMatcher

    match = SequenceMatcher(None, " ".join(one.words), " ".join(other.words), autojunk=False)
    return match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE


def _marks(words: set[str]) -> bool:
    """Whether names differ in a number or a short word, as in `tahap 1` and `tahap 2`, or `I` and `II`."""
    return any(len(word) < 4 or any(sign.isdigit() for sign in word) for word in words)
