"""Fields: the scalar types of the YAML, each refusing by the name of the fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from serang_plan.model.when import YEARS, When, meant_day, parse_when

LONGEST_TEXT = 20_000
MOST_DIGITS = 18


def fault(name: str, typed: object = "", **more: object) -> PydanticCustomError:
    """Return the error that `reading` turns into the finding of the same name."""
    shown = _as_typed(typed)[:200].replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(name, shown, {"typed": _as_typed(typed)[:200], **more})


def _as_typed(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _scalar(value: object, wanted: str) -> None:
    if value is None:
        raise fault("empty-field", value, wanted=wanted)
    if isinstance(value, list | dict):
        raise fault("wrong-shape", "list" if isinstance(value, list) else "mapping", wanted=wanted)


# -- text --------------------------------------------------------------------


def _text(value: Any) -> str:
    if type(value) is str and 0 < len(value) <= LONGEST_TEXT and not value.isspace():
        return value
    _scalar(value, "text")
    if not isinstance(value, str):
        raise fault("not-text", value)
    if len(value) > LONGEST_TEXT:
        raise fault("long-text", value, length=len(value), most=LONGEST_TEXT)
    if not value.strip():
        raise fault("empty-field", value, wanted="text")
    return value


_CODE = re.compile(r"[\w.-]+(?: [\w.-]+)*")


def _code(value: Any) -> str:
    if type(value) is str and len(value) <= 60 and _CODE.fullmatch(value):
        return value
    _scalar(value, "code")
    if not isinstance(value, str):
        raise fault("unquoted-code", value)
    if not _CODE.fullmatch(value) or len(value) > 60:
        raise fault("code-form", value)
    return value


def _region(value: Any) -> str:
    code = _code(value)
    if not re.fullmatch(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", code):
        raise fault("region-form", value)
    return code


_NOMENCLATURE = re.compile(r"([0-9]|X)\.([0-9]{2}|XX)\.[0-9]{2}\.[12]\.[0-9]{2}(\.([0-9]{2}|[0-9]{4}))?")


def _nomenclature(value: Any) -> str:
    code = _code(value)
    if not _NOMENCLATURE.fullmatch(code):
        raise fault("nomenclature-form", value)
    return code


# -- numbers -----------------------------------------------------------------

_DECIMAL_COMMA = re.compile(r"[-+]?\d+(?:\.\d{3})*,\d+")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+")
_RUPIAH = re.compile(r"(?i)(?:Rp|IDR)\.?\s*(?=\d)|\d\s*(?:rupiah|juta|miliar|triliun|ribu)\b")


def _not_a_number(value: object) -> PydanticCustomError:
    text = str(value).strip() if isinstance(value, str) else ""
    if _RUPIAH.search(text):
        return fault("rupiah-amount", value)
    if _DECIMAL_COMMA.fullmatch(text):
        return fault("decimal-comma", value)
    if _THOUSANDS.fullmatch(text):
        return fault("thousands-dot", value)
    return fault("not-a-number", value)


_TOO_MUCH = 10**MOST_DIGITS


def _number(value: Any) -> int | Decimal:
    kind = type(value)
    if kind is int:
        if abs(value) >= _TOO_MUCH:
            raise fault("huge-number", value)
        return int(value)
    if kind is Decimal:
        text = str(value)
        if len(text) > MOST_DIGITS and len(value.as_tuple().digits) > MOST_DIGITS:
            raise fault("huge-number", value)
        if text[-4:-3] == "." and _THOUSANDS.fullmatch(text) and value == value.to_integral_value():
            raise fault("thousands-dot", value)
        return Decimal(value)
    if kind is float:
        raise fault("not-a-number", value)
    _scalar(value, "number")
    raise _not_a_number(value)


def _whole(value: Any) -> int:
    if type(value) is Decimal and _THOUSANDS.fullmatch(str(value)):
        raise fault("thousands-dot", value)
    found = _number(value)
    if not isinstance(found, int):
        raise fault("not-a-whole-number", value)
    return found


def _count(value: Any) -> int:
    found = _whole(value)
    if found < 0:
        raise fault("negative-count", value)
    return found


def _year(value: Any) -> int:
    found = _whole(value)
    if found not in YEARS:
        raise fault("impossible-year", value)
    return found


def _flag(value: Any) -> bool:
    _scalar(value, "flag")
    if not isinstance(value, bool):
        raise fault("not-a-flag", value)
    return value


# -- time --------------------------------------------------------------------


def _time(value: Any, wanted: str) -> When:
    _scalar(value, wanted)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    try:
        found = parse_when(text.strip()) if len(text) <= 12 else None
    except ValueError:
        raise fault("impossible-date", value) from None
    if found is None:
        raise fault("date-form", value, instead=meant_day(text[:40].strip()), wanted=wanted)
    if found.year not in YEARS:
        raise fault("impossible-year", value)
    return found


def _when(value: Any) -> When:
    return _written(value) if type(value) is str else _time(value, "when")


@lru_cache(maxsize=4096)
def _written(text: str) -> When:
    """Take a time as text; a plan names the same few again and again."""
    return _time(text, "when")


def _day(value: Any) -> date:
    found = _time(value, "day")
    if found.days != 1:
        raise fault("date-form", value, instead="", wanted="day")
    return found.first


class _Checked:
    """What Pydantic needs to know of a scalar: our check and its JSON Schema.

    Pydantic's own PlainValidator first builds a schema for the type behind it, which start-up would pay for.
    """

    def __init__(self, schema: dict[str, Any], check: Callable[[Any], Any]) -> None:
        self._schema = schema
        self._check = check

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return no_info_plain_validator_function(self._check)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self._schema)


_TEXT_SCHEMA = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": r"\S"}
_WITHIN = {"minimum": 1 - 10**MOST_DIGITS, "maximum": 10**MOST_DIGITS - 1}
_WHEN_PATTERN = r"^\d{4}(-(TW[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$"

Prose = Annotated[str, _Checked(_TEXT_SCHEMA, _text)]
Code = Annotated[
    str, _Checked({"type": "string", "pattern": r"^[\w.-]+( [\w.-]+)*$", "maxLength": 60}, _code)
]
Region = Annotated[
    str, _Checked({"type": "string", "pattern": r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$"}, _region)
]
Nomenclature = Annotated[
    str,
    _Checked(
        {"type": "string", "pattern": r"^(\d|X)\.(\d{2}|XX)\.\d{2}\.[12]\.\d{2}(\.(\d{2}|\d{4}))?$"},
        _nomenclature,
    ),
]
Amount = Annotated[int | Decimal, _Checked({"type": "number", **_WITHIN}, _number)]
Whole = Annotated[int, _Checked({"type": "integer", **_WITHIN}, _whole)]
Count = Annotated[int, _Checked({"type": "integer", **_WITHIN, "minimum": 0}, _count)]
Year = Annotated[int, _Checked({"type": "integer", "minimum": 1900, "maximum": 2200}, _year)]
Flag = Annotated[bool, _Checked({"type": "boolean"}, _flag)]
Time = Annotated[
    When,
    _Checked(
        {
            "anyOf": [
                {"type": "string", "pattern": _WHEN_PATTERN},
                {"type": "integer", "minimum": 1900, "maximum": 2200},
            ],
            "examples": ["2020-03-10", "2020-03", "2020-TW3", 2020],
        },
        _when,
    ),
]
Day = Annotated[
    date,
    _Checked(
        {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2020-03-10"]},
        _day,
    ),
]
