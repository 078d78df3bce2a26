"""Record table: how records of one kind become rows, and what each list within them becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from serang_plan.model.plan import Plan
from serang_plan.model.record import Record, fields_of
from serang_plan.operations.exporting.columns import (
    Cell,
    DataColumn,
    FieldColumns,
    code_column,
    field_columns,
)
from serang_plan.wording import Text

REGION = DataColumn("region", "string", "Kode wilayah kota menurut Kemendagri.", required=True)
NUMBER = DataColumn("nr", "integer", "Urutan di dalam rencana, mulai dari 1.", required=True)
LISTED = DataColumn(
    "listed", "boolean", "false: hanya disebut; pada hari itu isinya belum diketahui.", required=True
)
Row = tuple[Cell, ...]
Codes = Callable[[Any], Iterable[Cell]]


class Computed(NamedTuple):
    """A column that follows from the plan."""

    column: DataColumn
    of: Callable[[Plan], Callable[[Any], Cell]]


class ListTable(NamedTuple):
    """A list of codes or words within a record: a row for each."""

    name: str
    caption: Text
    of: str
    """The field of the record."""
    columns: tuple[DataColumn, ...]
    rows: Callable[[Any], Iterable[Row]]
    covers: tuple[str, ...] = ()
    """Other fields that are told by it."""


class RecordTable(NamedTuple):
    """A section, or a list of records within a record: a row for each."""

    name: str
    caption: Text
    of: str
    """The section of the plan, or the field of the record."""
    kind: type[Record]
    fields: str
    """The fields that become columns, in order, but for the key; `place.site` is one within another."""
    left_out: str = ""
    """The fields that do not go out; why is said in `tables`."""
    lists: tuple[ListTable | RecordTable, ...] = ()
    one: str = ""
    """How a record is called, where rows of other tables belong to it."""
    by_code: bool = True
    """Whether its own code is its key, or its number."""
    computed: tuple[Computed, ...] = ()

    @property
    def own_columns(self) -> tuple[DataColumn, ...]:
        """The columns behind those of the key."""
        from_fields = (column for part in _parts(self) for column in part.columns)
        return (*from_fields, *(computed.column for computed in self.computed))

    @property
    def key(self) -> DataColumn:
        """The column that tells its rows apart within their parent."""
        return field_columns(self.kind, "code").columns[0] if self.by_code else NUMBER

    def row(self, record: Record, derived: Sequence[Callable[[Any], Cell]]) -> Iterator[Cell]:
        """Give the cells of a record behind those of its key."""
        for part in _parts(self):
            yield from part.cells(record)
        yield from (cell_of(record) for cell_of in derived)


def codes(
    name: str, caption: Text, kind: type[Record], of: str, one: str, listed: Codes | None = None
) -> ListTable:
    """Return the table of a list of codes; `listed` gives them where more than the field holds them."""
    column = code_column(kind, of, one)
    give: Codes = listed or (lambda record: getattr(record, of))
    return ListTable(name, caption, of, (column,), lambda record: ((code,) for code in give(record)))


@cache
def _parts(table: RecordTable) -> tuple[FieldColumns, ...]:
    return tuple(_part(table.kind, path) for path in table.fields.split())


def _part(kind: type[Record], path: str) -> FieldColumns:
    name, _, inner = path.partition(".")
    if not inner:
        return field_columns(kind, name)
    record_kind = fields_of(kind)[name].record
    assert record_kind is not None
    columns, cells = field_columns(record_kind, inner)
    named = tuple(column._replace(name=f"{name}_{column.name}", required=False) for column in columns)
    nothing = (None,) * len(columns)

    def cells_within(record: Record) -> Row:
        within = getattr(record, name)
        return nothing if within is None else cells(within)

    return FieldColumns(named, cells_within)
