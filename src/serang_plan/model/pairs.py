"""Pairs: a mapping of the YAML from codes to words, kept as frozen pairs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    dict_schema,
    literal_schema,
    no_info_after_validator_function,
    no_info_before_validator_function,
    str_schema,
)

from serang_plan.model.record import ANCHOR

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


class Pairs:
    """What Pydantic and the JSON Schema need to know of such a mapping."""

    def __init__(self, words: Sequence[str], key_pattern: str, example: dict[str, str]) -> None:
        self.words, self.key_pattern, self.example = words, key_pattern, example

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> CoreSchema:
        mapping = dict_schema(str_schema(), literal_schema(list(self.words)))
        return no_info_after_validator_function(
            lambda words: tuple(words.items()), no_info_before_validator_function(_without_anchor, mapping)
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: object) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {"pattern": self.key_pattern},
            "additionalProperties": {"enum": list(self.words)},
            "examples": [self.example],
        }


def _without_anchor(value: object) -> object:
    return {key: word for key, word in value.items() if key != ANCHOR} if isinstance(value, dict) else value
