"""What JSON is made of: the kinds of values that reports give to programs, and how a record is written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, NamedTuple

from serang_plan.analysis.indicators.standing import Missing, Standing
from serang_plan.model.header import Origin
from serang_plan.model.when import When
from serang_plan.reports.parts.phrases import exact


class Kind(NamedTuple):
    """What the schema says of a kind of values: its name, what it is, and what JSON Schema limits it to."""

    name: str
    description: str = ""
    limits: tuple[tuple[str, object], ...] = ()


Code = Annotated[str, Kind("code", "A code as the plan writes it.", (("minLength", 1),))]
Codes = tuple[Code, ...]
Count = Annotated[int, Kind("count", limits=(("minimum", 0),))]
Counts = Annotated[
    Mapping[Standing, Count], Kind("counts", "How many indicators have each standing, zero included.")
]
Title = Annotated[str, Kind("title", "The plan's title.")]
AsOf = Annotated[date, Kind("as_of", "The report shows what could be known on this day.")]


StandingWord = Annotated[
    Standing,
    Kind(
        "standing",
        "met, not met, cannot be assessed, claimed, contradicted: five answers that are kept apart.",
    ),
]
MissingWord = Annotated[
    Missing | None,
    Kind("missing", "What is missing to say whether the indicator is met; null if nothing is."),
]
Adopted = Annotated[
    Origin | None, Kind("origin", "Whether the list of indicators is adopted; null without a header.")
]


class Stamp(NamedTuple):
    """What the report was made from, and by which version of the program."""

    revision: str | None
    """The git revision of the plan; null outside of git."""
    modified: bool | None
    """Whether the files differ from that revision; null outside of git."""
    version: str
    """The version of serang-plan."""


SCHEMA_VERSION = 2
"""It changes when a key changes its meaning."""


def document(report: str, record: tuple[object, ...], origin: Adopted, stamp: Stamp) -> dict[str, object]:
    """Return the JSON of a report: what it is, its record, and what it rests on."""
    head = {"schema_version": SCHEMA_VERSION, "report": report}
    return {**head, **as_object(record), "origin": origin, "stamp": as_object(stamp)}


def as_object(record: tuple[object, ...]) -> dict[str, object]:
    """Return a record as an object of JSON, without the `_` behind a reserved word."""
    names: tuple[str, ...] = getattr(record, "_fields")  # noqa: B009
    return {name.rstrip("_"): _plain(value) for name, value in zip(names, record, strict=True)}


def _plain(value: object) -> object:
    """An enumeration is said by its value; one whose values are sentences, by its name."""
    match value:
        case None | bool() | str():
            return value
        case Enum():
            return value.value if isinstance(value.value, str) else value.name.lower()
        case int() | Decimal() | Fraction():
            return exact(value)
        case When():
            return value.iso
        case date():
            return value.isoformat()
        case Mapping():
            return {str(_plain(key)): _plain(item) for key, item in value.items()}
        case tuple():
            return as_object(value) if hasattr(value, "_fields") else [_plain(item) for item in value]
        case _:
            raise TypeError(f"JSON has no {type(value).__name__}")
