"""Overlaps: actions of two OPD in the same place and year, and actions that are likely the same one twice."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, islice, starmap
from typing import NamedTuple

from serang_plan.analysis.actions.active_years import carrier, is_over, years_of
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.wording import without_form

ALIKE = 0.85
"""How alike two names must be, from 0 to 1, to be called nearly the same."""
RARE = 8
"""A word in more names than this tells nothing, and would make too many pairs."""
_LONGEST = 200

_USUAL = frozenset(
    (
        *("pembangunan", "peningkatan", "penataan", "pemeliharaan", "rehabilitasi", "revitalisasi"),
        *("perbaikan", "pengadaan", "penyediaan", "pengelolaan", "pengembangan", "pelaksanaan"),
        *(
            "pembuatan",
            "pendirian",
            "pemasangan",
            "renovasi",
            "penyusunan",
            "penyelenggaraan",
            "program",
            "kegiatan",
            "sub",
            "dan",
            "di",
            "ke",
            "dari",
        ),
        *("untuk", "yang", "pada", "dengan", "serta", "bagi", "oleh", "kota", "tahun"),
    )
)
"""Words with which half of all names begin, or that only join others."""
_SHORT = {
    "gd": "gedung", "jl": "jalan", "jln": "jalan", "kec": "kecamatan", "kel": "kelurahan", "kp": "kampung",
    "lap": "lapangan", "pemb": "pembangunan", "perum": "perumahan", "rehab": "rehabilitasi",
}  # fmt: skip
"""Words that are often cut short, in full."""
_WORD = re.compile(r"\w+")
_BEFORE_A_NUMBER = re.compile(r"(?<=\w)[\s.-]+(?=\d)")
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

    first: OpenAction
    second: OpenAction
    year: int


def same_place(plan: Plan) -> Iterator[Clash]:
    """Give actions of two OPD in one kelurahan, or at one site, in the same year.

    For a place and a year only the first action of each OPD is looked at. Actions of which one needs the
    other have an order already; actions with nearly the same name are a clash of their own.
    """
    groups = grouped(
        ((place, year), candidate)
        for candidate in _open_actions(plan)
        for place in _places(plan, candidate.action)
        for year in candidate.years
    )
    clashes = (clash for group in groups.values() for clash in _first_of_each_opd(group))
    yield from _once(clash for clash in clashes if not nearly_same(clash.first.words, clash.second.words))


def likely_duplicates(plan: Plan) -> Iterator[Clash]:
    """Give actions of two OPD with nearly the same name in the same year.

    Names are compared only where they share a word that few names have.
    """
    candidates = tuple(_open_actions(plan))
    same = grouped(
        ((candidate.words, _kelurahan(candidate), year), candidate)
        for candidate in candidates
        for year in candidate.years
    )
    sharing = grouped(
        (word, candidate) for candidate in candidates for word in dict.fromkeys(candidate.words)
    )
    yield from _once(_duplicates(same.values(), sharing.values()))


def _duplicates(
    same: Iterable[Sequence[OpenAction]], sharing: Iterable[Sequence[OpenAction]]
) -> Iterator[Clash]:
    for group in same:
        yield from _first_of_each_opd(group)
    for group in sharing:
        if len(group) <= RARE:
            clashes = filter(None, starmap(_clash, combinations(group, 2)))
            yield from (clash for clash in clashes if nearly_same(clash.first.words, clash.second.words))


def _open_actions(plan: Plan) -> Iterator[OpenAction]:
    for action in plan.actions:
        carried = None if is_over(action) else carrier(plan, action)
        if carried is not None and carried.code in plan.opd_by_code:
            yield OpenAction(action, carried.code, years_of(plan, action), telling_words(action.name))


def _once(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """Leave out pairs that were given already, for another year or another reason."""
    by_pair: dict[tuple[int, int], Clash] = {}
    for clash in clashes:
        by_pair.setdefault((clash.first.action.anchor, clash.second.action.anchor), clash)
    yield from by_pair.values()


def _first_of_each_opd(group: Sequence[OpenAction]) -> Iterator[Clash]:
    first_of: dict[str, OpenAction] = {}
    for later in group:
        if later.opd not in first_of:
            clashes = (_clash(earlier, later) for earlier in first_of.values())
            yield from islice(filter(None, clashes), 1)
            first_of[later.opd] = later


def _clash(first: OpenAction, second: OpenAction) -> Clash | None:
    year = max(first.years.start, second.years.start)
    together = year in first.years and year in second.years and first.opd != second.opd
    if not together or _have_an_order(first.action, second.action) or _elsewhere(first, second):
        return None
    return Clash(first, second, year)


def _have_an_order(first: Action, second: Action) -> bool:
    return first.code in second.needs or second.code in first.needs


# -- places ------------------------------------------------------------------


def _places(plan: Plan, action: Action) -> Iterator[Hashable]:
    if action.place is None:
        return
    if action.place.kelurahan is not None:
        yield action.place.kelurahan
    if action.place.site is not None:
        site = without_form(action.place.site)
        city = plan.heading.city.casefold()
        if site != city and not _EVERYWHERE.fullmatch(site):
            yield "site", site


def _kelurahan(candidate: OpenAction) -> str | None:
    return candidate.action.place.kelurahan if candidate.action.place else None


def _elsewhere(first: OpenAction, second: OpenAction) -> bool:
    here, there = _kelurahan(first), _kelurahan(second)
    return here is not None and there is not None and here != there


# -- names -------------------------------------------------------------------


def telling_words(name: str) -> tuple[str, ...]:
    """Return what a name says, sorted; `TPS 3R` is one word, so that it is `TPS3R`."""
    joined = _BEFORE_A_NUMBER.sub("", name[:_LONGEST].casefold())
    words = [_SHORT.get(word, word) for word in _WORD.findall(joined)]
    return tuple(sorted([word for word in words if word not in _USUAL] or words))


def nearly_same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names say nearly the same, by the words that tell something."""
    if first == second:
        return True
    ours, theirs = set(first), set(second)
    if 2 * len(ours & theirs) < max(len(ours), len(theirs)) or _differ_in_a_mark(ours ^ theirs):
        return False
    from difflib import SequenceMatcher

    match = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False)
    return match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE


def _differ_in_a_mark(words: set[str]) -> bool:
    """Whether names differ in a number or a short word, as in `tahap 1` and `tahap 2`, or `I` and `II`."""
    return any(len(word) < 4 or any(sign.isdigit() for sign in word) for word in words)
