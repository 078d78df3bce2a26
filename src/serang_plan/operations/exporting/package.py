"""Package: the files of an export, as one Frictionless Data Package with the SQL that works it out again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256
from importlib import resources

from serang_plan import __version__
from serang_plan.model.header import Header
from serang_plan.model.plan import Plan
from serang_plan.operations.exporting.columns import Cell, DataColumn
from serang_plan.operations.exporting.loading_sql import ESCAPE, loading_sql, sheet_safe
from serang_plan.operations.exporting.record_table import Row
from serang_plan.operations.exporting.resources import RESOURCES, Resource
from serang_plan.operations.exporting.rows import Rows, rows_of

DESCRIPTOR = "datapackage.json"
FORMAT = 2
"""Rises when a column is taken away or comes to mean something else."""
_PROFILES = "https://datapackage.org/profiles/2.0"


def files_of(plan: Plan, header: Header, region: str) -> Iterator[tuple[str, bytes]]:
    """Give every file of the package, by its path in it; the descriptor last."""
    rows = rows_of(plan, region)
    tables = {}
    for resource in RESOURCES:
        tables[resource.name] = _csv(resource, rows)
        yield resource.path, tables[resource.name]
    sql = dict(_sql())
    yield from sql.items()
    yield DESCRIPTOR, _json(_descriptor(plan, header, region, tables, list(sql)))


def _csv(resource: Resource, rows: Rows) -> bytes:
    """Write a table: a comma between cells, nothing where nothing is known, numbers as exact as they are."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in resource.columns)
    writer.writerows(_written(row) for row in rows[resource.name])
    return text.getvalue().encode("utf-8", "replace")


def _written(row: Row) -> list[str]:
    return [_cell(cell) for cell in row]


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case Decimal():
            return f"{cell:f}"
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
        case _:
            return sheet_safe(cell.replace("\r\n", "\n").replace("\r", "\n"))


def _sql() -> Iterator[tuple[str, bytes]]:
    yield from loading_sql(FORMAT)
    for file in sorted((resources.files("serang_plan") / "sql").iterdir(), key=lambda file: file.name):
        if file.name[0].isdigit():
            yield f"sql/{file.name}", file.read_bytes()


def _descriptor(
    plan: Plan, header: Header, region: str, tables: dict[str, bytes], sql: list[str]
) -> dict[str, object]:
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"serang-plan-{region}",
        "title": header.title,
        "serang-plan": {
            "format": FORMAT,
            "version": __version__,
            "region": region,
            "as_of": plan.as_of.isoformat(),
            "origin": header.origin,
            "escape": ESCAPE,
            "sql": sql,
        },
        "resources": [_resource(resource, tables[resource.name]) for resource in RESOURCES],
    }


def _resource(resource: Resource, content: bytes) -> dict[str, object]:
    return {
        "name": resource.name.replace("_", "-"),
        "type": "table",
        "path": resource.path,
        "description": resource.caption.id,
        "description_en": resource.caption.en,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(resource),
    }


def _schema(resource: Resource) -> dict[str, object]:
    references = [
        {
            "fields": list(reference.columns),
            "reference": {"resource": reference.table.replace("_", "-"), "fields": list(reference.to)},
        }
        for reference in resource.references
    ]
    schema: dict[str, object] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in resource.columns],
        "primaryKey": list(resource.key),
    }
    return schema | ({"foreignKeys": references} if references else {})


def _field(column: DataColumn) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    field: dict[str, object] = {"name": column.name, "type": column.type, "description": column.description}
    return field | ({"constraints": constraints} if constraints else {})


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
