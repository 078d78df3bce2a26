"""Rows: what a plan says, table by table; only what is published, and nothing that is not whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.operations.exporting.columns import Cell
from serang_plan.operations.exporting.record_table import ListTable, RecordTable, Row
from serang_plan.operations.exporting.resources import RESOURCES, Resource
from serang_plan.operations.exporting.standings import COUNTS, STANDINGS
from serang_plan.operations.exporting.tables import TABLES
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text, backquoted

Rows = dict[str, list[Row]]
Derived = Mapping[str, tuple[Callable[[Any], Cell], ...]]


def rows_of(plan: Plan, region: str) -> Rows:
    """Return the rows of every table. Raises ProblemError if two records have the same key."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for table in TABLES:
        records = plan.headers[:1] if table.of == "plan" else plan.section(table.of)
        _add(table, records, (region,), _derived(table, plan), rows)
    for made in (STANDINGS, COUNTS):
        rows[made.name] = [(region, *row) for row in made.rows(plan)]
    for resource in RESOURCES:
        _refuse_doubles(resource, rows[resource.name])
    return _with_named_only(rows, region)


def _derived(table: RecordTable | ListTable, plan: Plan) -> Derived:
    """Return what follows from the plan for the records of a table and of its lists."""
    if isinstance(table, ListTable):
        return {}
    derived = {table.name: tuple(computed.of(plan) for computed in table.computed)}
    for inner in table.lists:
        derived |= _derived(inner, plan)
    return derived


def _add(
    table: RecordTable,
    records: Iterable[Record],
    above: Row,
    derived: Derived,
    rows: defaultdict[str, list[Row]],
) -> None:
    for nr, record in enumerate(records, 1):
        key: Cell = getattr(record, "code") if table.by_code else nr  # noqa: B009
        rows[table.name].append((*above, key, *table.row(record, derived[table.name])))
        within = (*above, key) if table.one else above
        for inner in table.lists:
            if isinstance(inner, ListTable):
                listed = enumerate(inner.rows(record), 1)
                rows[inner.name] += ((*within, inner_nr, *row) for inner_nr, row in listed)
            else:
                _add(inner, getattr(record, inner.of), within, derived, rows)


def _refuse_doubles(resource: Resource, rows: list[Row]) -> None:
    keys = set()
    for row in rows:
        key = row[: len(resource.key)]
        if key in keys:
            name = backquoted(" ".join(str(part) for part in key[1:]))
            raise ProblemError(
                Text(f"{name} ada dua kali di `{resource.name}`", f"{name} is twice in `{resource.name}`"),
                Text("periksa dengan `serang-plan validate`", "look with `serang-plan validate`"),
            )
        keys.add(key)


def _with_named_only(rows: Rows, region: str) -> Rows:
    """Add to each table of codes those that are named but were not known on the day."""
    named: defaultdict[str, dict[Cell, None]] = defaultdict(dict)
    for resource in RESOURCES:
        for table, code in _named_by(resource, rows[resource.name]):
            named[table][code] = None
    marked = {resource.name: resource for resource in RESOURCES if resource.columns[-1].name == "listed"}
    for name, resource in marked.items():
        listed = {row[1] for row in rows[name]}
        nothing = (None,) * (len(resource.columns) - 3)
        rows[name] = [(*row, True) for row in rows[name]]
        rows[name] += ((region, code, *nothing, False) for code in named[name] if code not in listed)
    return rows


def _named_by(resource: Resource, rows: list[Row]) -> Iterator[tuple[str, Cell]]:
    columns = [column.name for column in resource.columns]
    for reference in resource.references:
        if reference.to == ("code",):
            at = columns.index(reference.columns[0])
            yield from ((reference.table, row[at]) for row in rows if row[at] is not None)
