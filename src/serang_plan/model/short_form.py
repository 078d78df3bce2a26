"""Short form: a record that may also be written as the value of its first key alone."""

from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from serang_plan.model.fields import refused
from serang_plan.model.record import ANCHOR, Record

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler


class ShortForm:
    """What Pydantic and the JSON Schema need to know of such a record."""

    def __init__(self, key: str, schema: dict[str, object]) -> None:
        self.key, self.schema = key, schema
        self.keys: frozenset[str] = frozenset()

    def __get_pydantic_core_schema__(
        self, record: type[Record], handler: "GetCoreSchemaHandler"
    ) -> CoreSchema:
        self.keys = frozenset(field.alias or name for name, field in record.model_fields.items()) - {ANCHOR}
        return no_info_before_validator_function(self._spelt_out, handler(record))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: "GetJsonSchemaHandler"
    ) -> dict[str, Any]:
        return {"anyOf": [self.schema, handler(core)]}

    def _spelt_out(self, value: object) -> object:
        if isinstance(value, dict) and self.key not in value and not value.keys() & self.keys:
            raise refused("wrong-shape", "mapping")
        return {self.key: value} if isinstance(value, str) else value
