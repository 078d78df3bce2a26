"""Fields: the scalar types of the YAML, each refusing by the name of the fault, and what is said of a field.

A type says to which section's codes its values refer, and how a text counts when two states are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import Field
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from serang_plan.model.when import YEARS, When, meant_day, meant_time, parse_when
from serang_plan.wording import Text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

LONGEST_TEXT = 20_000
MOST_DIGITS = 18

FaultName = Literal[
    "code-form", "date-form", "decimal-comma", "empty-field", "huge-number", "impossible-date",
    "impossible-year", "long-text", "negative-count", "nomenclature-form", "not-a-flag", "not-a-number",
    "not-a-whole-number", "not-text", "region-form", "rupiah-amount", "thousands-dot", "unquoted-code",
    "wrong-shape",
]  # fmt: skip
Wanted = Literal["text", "number", "code", "flag", "when", "day", "list", "mapping"]


class Refusal(NamedTuple):
    """Why a scalar is refused: the name of the fault, and what `reading` tells of it."""

    fault: FaultName
    typed: str
    wanted: Wanted = "text"
    length: int = 0
    instead: str = ""


def refused(
    fault: FaultName, value: object, wanted: Wanted = "text", length: int = 0, instead: str = ""
) -> PydanticCustomError:
    """Return the error that carries a refusal through Pydantic."""
    refusal = Refusal(fault, as_typed(value)[:200], wanted, length, instead)
    return PydanticCustomError(fault, fault, {"refusal": refusal})


def as_typed(value: object) -> str:
    """Return a scalar as it is typed in YAML."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _scalar(value: object, wanted: Wanted) -> None:
    if value is None:
        raise refused("empty-field", value, wanted)
    if isinstance(value, list | dict):
        raise refused("wrong-shape", "list" if isinstance(value, list) else "mapping", wanted)


# -- text --------------------------------------------------------------------


def _text(value: object) -> str:
    if type(value) is str and 0 < len(value) <= LONGEST_TEXT and not value.isspace():
        return value
    _scalar(value, "text")
    if not isinstance(value, str):
        raise refused("not-text", value)
    if len(value) > LONGEST_TEXT:
        raise refused("long-text", value, length=len(value))
    raise refused("empty-field", value)


_CODE = re.compile(r"[\w.-]+(?: [\w.-]+)*")


@lru_cache(maxsize=4096)
def _is_code(text: str) -> bool:
    return len(text) <= 60 and _CODE.fullmatch(text) is not None


def _code(value: object) -> str:
    if type(value) is str and _is_code(value):
        return value
    _scalar(value, "code")
    raise refused("code-form" if isinstance(value, str) else "unquoted-code", value)


def _region(value: object) -> str:
    code = _code(value)
    if not re.fullmatch(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", code):
        raise refused("region-form", value)
    return code


_NOMENCLATURE = re.compile(r"([0-9]|X)\.([0-9]{2}|XX)\.[0-9]{2}\.[12]\.[0-9]{2}(\.([0-9]{2}|[0-9]{4}))?")


def _nomenclature(value: object) -> str:
    code = _code(value)
    if not _NOMENCLATURE.fullmatch(code):
        raise refused("nomenclature-form", value)
    return code


# -- numbers -----------------------------------------------------------------

_DECIMAL_COMMA = re.compile(r"[-+]?\d+(?:\.\d{3})*,\d+")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+")
_RUPIAH = re.compile(r"(?i)(?:Rp|IDR)\.?\s*(?=\d)|\d\s*(?:rupiah|juta|miliar|triliun|ribu)\b")


def _not_a_number(value: object) -> PydanticCustomError:
    text = str(value).strip() if isinstance(value, str) else ""
    if _RUPIAH.search(text):
        return refused("rupiah-amount", value)
    if _DECIMAL_COMMA.fullmatch(text):
        return refused("decimal-comma", value)
    return refused("thousands-dot" if _THOUSANDS.fullmatch(text) else "not-a-number", value)


_TOO_MUCH = 10**MOST_DIGITS


def _number(value: object) -> int | Decimal:
    if type(value) is int:
        if abs(value) >= _TOO_MUCH:
            raise refused("huge-number", value)
        return value
    if type(value) is Decimal:
        text = str(value)
        if len(text) > MOST_DIGITS and len(value.as_tuple().digits) > MOST_DIGITS:
            raise refused("huge-number", value)
        if text[-4:-3] == "." and _THOUSANDS.fullmatch(text) and value == value.to_integral_value():
            raise refused("thousands-dot", value)
        return value
    if type(value) is float:
        raise refused("not-a-number", value)
    _scalar(value, "number")
    raise _not_a_number(value)


def _whole(value: object) -> int:
    if type(value) is Decimal and _THOUSANDS.fullmatch(str(value)):
        raise refused("thousands-dot", value)
    number = _number(value)
    if not isinstance(number, int):
        raise refused("not-a-whole-number", value)
    return number


def _count(value: object) -> int:
    number = _whole(value)
    if number < 0:
        raise refused("negative-count", value)
    return number


def _year(value: object) -> int:
    year = _whole(value)
    if year not in YEARS:
        raise refused("impossible-year", value)
    return year


def _flag(value: object) -> bool:
    _scalar(value, "flag")
    if not isinstance(value, bool):
        raise refused("not-a-flag", value)
    return value


# -- time --------------------------------------------------------------------


def _meant(text: str, wanted: Wanted) -> str:
    when = meant_time(text) if wanted != "day" else None
    return when.iso if when else meant_day(text.strip())


def _time(value: object, wanted: Wanted) -> When:
    _scalar(value, wanted)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    try:
        when = parse_when(text.strip()) if len(text) <= 12 else None
    except ValueError:
        raise refused("impossible-date", value) from None
    if when is None:
        raise refused("date-form", value, wanted, instead=_meant(text[:40], wanted))
    if when.year not in YEARS:
        raise refused("impossible-year", value)
    return when


def _when(value: object) -> When:
    return _written(value) if type(value) is str else _time(value, "when")


@lru_cache(maxsize=4096)
def _written(text: str) -> When:
    """Take a time as text; a plan names the same few again and again."""
    return _time(text, "when")


def _day(value: object) -> date:
    when = _time(value, "day")
    if when.days != 1:
        raise refused("date-form", value, "day")
    return when.first


# -- what is known of a scalar and of a field ------------------------------------

Counting = Literal["in full", "as prose", "as name", "if there"]
"""Prose that is written otherwise means no other plan; another name is told apart; of some texts it only
counts whether they are there."""


class Scalar:
    """What Pydantic needs to know of a scalar, our check and its JSON Schema; and what it means in a plan.

    Pydantic's own PlainValidator first builds a schema for the type behind it, which start-up would pay for.
    """

    def __init__(
        self,
        schema: dict[str, object],
        check: Callable[[object], object],
        *,
        refers_to: tuple[str, ...] = (),
        or_everybody: bool = False,
        counts: Counting = "in full",
        news: bool = False,
    ) -> None:
        self.schema, self.check = schema, check
        self.refers_to, self.or_everybody = refers_to, or_everybody
        """The sections of which it names a code; whether `semua` may stand in its place."""
        self.counts, self.news = counts, news
        """Whether, with most of its words others, a text is news although reworded it is not."""

    @property
    def is_text(self) -> bool:
        """Whether people write it in their own words."""
        return self.schema is _TEXT

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


class FieldFacts(str):
    """The description of a field in Indonesian, for the schema, and what else is known of the field.

    A label, or Indonesian words, that are said of one field hold for every field of that name. It is a text
    because Pydantic keeps a description as it is; each further mark of a type costs time at every start.
    """

    __slots__ = ("counts", "label", "typed")
    label: Text | None
    typed: str
    """The Indonesian words that planners type for its key."""
    counts: bool

    def __new__(
        cls, description: str, label: Text | None = None, typed: str = "", *, counts: bool = True
    ) -> FieldFacts:
        """Keep what else is known beside the text."""
        facts = super().__new__(cls, description)
        facts.label, facts.typed, facts.counts = label, typed, counts
        return facts

    @property
    def description(self) -> str:
        """The description as a plain text."""
        return str(self)


def required(description: str, label: Text | None = None, typed: str = "") -> Any:
    """Return a field that must be there, and what is said of it."""
    return optional(description, label, typed, default=...)


def optional_list(
    description: str, label: Text | None = None, typed: str = "", *, counts: bool = True
) -> Any:
    """Return a list that may be left out."""
    return optional(description, label, typed, default=(), counts=counts)


def optional(
    description: str,
    label: Text | None = None,
    typed: str = "",
    *,
    default: Any = None,
    alias: str | None = None,
    counts: bool = True,
) -> Any:
    """Return a field that may be left out, and what is said of it, as Pydantic's own `Field` does."""
    return Field(default, alias=alias, description=FieldFacts(description, label, typed, counts=counts))


_TEXT: dict[str, object] = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": r"\S"}
_CODED: dict[str, object] = {"type": "string", "pattern": r"^[\w.-]+( [\w.-]+)*$", "maxLength": 60}
_WITHIN = {"minimum": 1 - 10**MOST_DIGITS, "maximum": 10**MOST_DIGITS - 1}
_YEARS = {"type": "integer", "minimum": 1900, "maximum": 2200}
_WHEN_PATTERN = r"^\d{4}(-(TW[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$"
_REGION = r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$"
_SUB_ACTIVITY = r"^(\d|X)\.(\d{2}|XX)\.\d{2}\.[12]\.\d{2}(\.(\d{2}|\d{4}))?$"

Term = Annotated[str, Scalar(_TEXT, _text)]
"""A text that says what is measured, who pays, or which document is meant."""
Prose = Annotated[str, Scalar(_TEXT, _text, counts="as prose")]
"""A text for people."""
Name = Annotated[str, Scalar(_TEXT, _text, counts="as name")]
Remark = Annotated[str, Scalar(_TEXT, _text, counts="if there")]
Focus = Annotated[str, Scalar(_TEXT, _text, counts="if there", news=True)]
Task = Annotated[str, Scalar(_TEXT, _text, counts="as prose", news=True)]
"""A text that says what is to be done."""

Code = Annotated[str, Scalar(_CODED, _code)]
"""The code of the record itself."""
Keyword = Annotated[str, Scalar(_CODED, _code)]
"""A word in the form of a code that names no record."""
SourceCode = Annotated[str, Scalar(_CODED, _code, refers_to=("sources",))]
DisputeCode = Annotated[str, Scalar(_CODED, _code, refers_to=("disputes",))]
IndicatorCode = Annotated[str, Scalar(_CODED, _code, refers_to=("indicators",))]
OpdCode = Annotated[str, Scalar(_CODED, _code, refers_to=("opd",))]
OpdOrEverybody = Annotated[str, Scalar(_CODED, _code, refers_to=("opd",), or_everybody=True)]
PartnerCode = Annotated[str, Scalar(_CODED, _code, refers_to=("partners",))]
ProviderCode = Annotated[str, Scalar(_CODED, _code, refers_to=("opd", "partners"))]
CriteriaCode = Annotated[str, Scalar(_CODED, _code, refers_to=("criteria",))]
MatterCode = Annotated[str, Scalar(_CODED, _code, refers_to=("indicators", "actions"))]
DecisionCode = Annotated[str, Scalar(_CODED, _code)]
"""The code of a decision, which no section lists."""
ActionCode = Annotated[str, Scalar(_CODED, _code, refers_to=("actions",))]
RegionCode = Annotated[str, Scalar(_CODED, _code, refers_to=("regions",))]
PillarCode = Annotated[str, Scalar(_CODED, _code, refers_to=("plan",))]
Region = Annotated[str, Scalar({"type": "string", "pattern": _REGION}, _region)]
Nomenclature = Annotated[str, Scalar({"type": "string", "pattern": _SUB_ACTIVITY}, _nomenclature)]

Amount = Annotated[int | Decimal, Scalar({"type": "number", **_WITHIN}, _number)]
Count = Annotated[int, Scalar({"type": "integer", **_WITHIN, "minimum": 0}, _count)]
Year = Annotated[int, Scalar({**_YEARS}, _year)]
Flag = Annotated[bool, Scalar({"type": "boolean"}, _flag)]
_FORMS = [{"type": "string", "pattern": _WHEN_PATTERN}, _YEARS]
_EXAMPLES = ["2020-03-10", "2020-03", "2020-TW3", 2020]
Time = Annotated[When, Scalar({"anyOf": _FORMS, "examples": _EXAMPLES}, _when)]
_ISO = {"format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2020-03-10"]}
Day = Annotated[date, Scalar({"type": "string", **_ISO}, _day)]
