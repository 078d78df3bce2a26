"""Resources: every table with its columns, its key, and what its rows refer to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.operations.exporting.columns import DataColumn
from serang_plan.operations.exporting.record_table import LISTED, NUMBER, REGION, ListTable, RecordTable
from serang_plan.operations.exporting.standings import COUNTS, STANDINGS, PlanTable
from serang_plan.operations.exporting.tables import TABLES
from serang_plan.wording import Text


class ForeignKey(NamedTuple):
    """Columns that name a row of another table, by columns of that one."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Resource(NamedTuple):
    """A table as other programs see it."""

    name: str
    caption: Text
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...]
    references: tuple[ForeignKey, ...]

    @property
    def path(self) -> str:
        """Where its rows lie, from the folder of the package."""
        return f"data/{self.name}.csv"


def _resources() -> Iterator[Resource]:
    for table in TABLES:
        yield from _with_lists(table, (REGION,), ())
    for made in (STANDINGS, COUNTS):
        yield _resource(made, (REGION, *made.columns), (REGION.name, *made.key), ())


def _with_lists(
    table: RecordTable | ListTable, above: tuple[DataColumn, ...], parent: tuple[ForeignKey, ...]
) -> Iterator[Resource]:
    """Give a table, then those of its lists; `above` are the key columns of the record that holds it."""
    if isinstance(table, ListTable):
        key = (*above, NUMBER)
        yield _resource(table, (*key, *table.columns), names(key), parent)
        return
    key = (*above, table.key)
    yield _resource(table, (*key, *table.own_columns), names(key), parent)
    within = key_within(table, above)
    reference = (ForeignKey(names(within), table.name, names(key)),) if table.one else parent
    for inner in table.lists:
        yield from _with_lists(inner, within, reference)


def key_within(table: RecordTable, above: tuple[DataColumn, ...]) -> tuple[DataColumn, ...]:
    """Return the key columns of a record as the rows of its lists bear them."""
    return (*above, table.key._replace(name=table.one)) if table.one else above


def names(columns: tuple[DataColumn, ...]) -> tuple[str, ...]:
    """Return how columns are called."""
    return tuple(column.name for column in columns)


def _resource(
    table: RecordTable | ListTable | PlanTable,
    columns: tuple[DataColumn, ...],
    key: tuple[str, ...],
    parent: tuple[ForeignKey, ...],
) -> Resource:
    by_code = (
        ForeignKey((column.name,), column.refers_to, ("code",)) for column in columns if column.refers_to
    )
    return Resource(table.name, table.caption, columns, key, (*parent, *by_code))


def _marked(resources: tuple[Resource, ...]) -> Iterator[Resource]:
    """Mark in a table to which others refer whether a row is more than a code that somebody named."""
    named = {
        reference.table
        for resource in resources
        for reference in resource.references
        if reference.to == ("code",)
    }
    for resource in resources:
        if resource.name not in named:
            yield resource
            continue
        optional = (
            column if column.name in resource.key else column._replace(required=False)
            for column in resource.columns
        )
        yield resource._replace(columns=(*optional, LISTED))


RESOURCES: tuple[Resource, ...] = tuple(_marked(tuple(_resources())))
"""All tables of an export."""
