"""What DuckDB reads of exports, and works out with the SQL that comes along."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

from serang_plan.model.plan import Plan
from serang_plan.operations.exporting.package import files_of


def write_package(plan: Plan, folder: Path) -> Path:
    """Write the files of a plan as they are, whoever may see them."""
    assert plan.header is not None
    for path, content in files_of(plan, plan.header, plan.header.region or ""):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def loaded(packages: Path | str, sql: Path) -> duckdb.DuckDBPyConnection:
    """Load one export or, by a pattern, many; and work out the standings again."""
    engine = duckdb.connect()
    engine.execute(f"SET VARIABLE packages = '{packages}'")
    for name in ("1-load-duckdb", "2-standings", "4-cities"):
        engine.execute((sql / "sql" / f"{name}.sql").read_text(encoding="utf-8"))
    return engine


def differences(engine: duckdb.DuckDBPyConnection, sql: Path) -> list[Any]:
    """Return what was worked out otherwise than exported."""
    return engine.execute((sql / "sql" / "3-check.sql").read_text(encoding="utf-8")).fetchall()


def column(engine: duckdb.DuckDBPyConnection, query: str) -> list[Any]:
    """Return the first column of what a query gives."""
    rows: Iterable[tuple[Any, ...]] = engine.execute(query).fetchall()
    return [row[0] for row in rows]
