"""Sameness: whether a text that was edited still says the same everywhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from yaml import YAMLError
from yaml.events import ScalarEvent, StreamEndEvent

from serang_plan.reading.parser import events

Stretch = tuple[int, int]
NOWHERE = (-1, -1)
_SAYS = ("value", "style", "anchor", "tag", "implicit", "explicit", "flow_style", "version", "tags")


class _Said(NamedTuple):
    """One event of a text: where it stands, and all that it says."""

    start: int
    end: int
    says: tuple[Any, ...]
    is_scalar: bool


def whole_values(text: str, stretches: Sequence[Stretch]) -> set[Stretch]:
    """Return those stretches that hold just one whole key or value; none if the text is broken."""
    try:
        _, inside = _parted(text, stretches)
    except YAMLError:
        return set()
    return inside


def says_the_same(before: str, was: Sequence[Stretch], after: str, now: Sequence[Stretch]) -> bool:
    """Whether two texts say the same but for a stretch here and there, each one whole key or value."""
    try:
        old, _ = _parted(before, was)
        new, inside = _parted(after, now)
    except YAMLError:
        return False
    return old == new and len(inside) == len(now)


def _parted(text: str, stretches: Sequence[Stretch]) -> tuple[list[tuple[Any, ...]], set[Stretch]]:
    """Return what is said, with a mark for each stretch that is one whole value, and those stretches."""
    numbered = {stretch: nth for nth, stretch in enumerate(stretches)}
    said = list(_said(text))
    found, inside, nth = [], set(), 0
    while nth < len(said):
        events_of_it = next((n for n in (1, 3) if _stretch(said[nth : nth + n]) in numbered), 0)
        if events_of_it:
            stretch = _stretch(said[nth : nth + events_of_it])
            inside.add(stretch)
            found.append((numbered[stretch],))
        else:
            found.append(said[nth].says)
        nth += events_of_it or 1
    return found, inside


def _stretch(said: Sequence[_Said]) -> Stretch:
    """Return where a value stands: a scalar, or three where a decimal comma made a key of the rest.

    `{value: 98,63}` is read as the value 98 and a key 63 whose value is nothing.
    """
    first, *rest = said
    if not all(one.is_scalar for one in said):
        return NOWHERE
    if len(rest) == 2 and rest[0].start == first.end + 1 and rest[0].end <= rest[1].start == rest[1].end:
        return first.start, rest[0].end
    return NOWHERE if rest else (first.start, first.end)


def _said(text: str) -> Iterator[_Said]:
    following, shift = events(text)
    while (kind := type(event := following())) is not StreamEndEvent:
        says = (kind, *(getattr(event, name, None) for name in _SAYS))
        yield _Said(event.start_mark.index + shift, event.end_mark.index + shift, says, kind is ScalarEvent)
