"""Loading SQL: the statements by which an engine reads the tables, each column named and none guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from string import Template

from serang_plan.operations.exporting.columns import ColumnType
from serang_plan.operations.exporting.resources import RESOURCES, Resource

_TYPES: Mapping[ColumnType, str] = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(38,18)",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "year": "INTEGER",
}

ESCAPE = "'"
"""Stands before a text that a spreadsheet would take for a formula, and before one that begins with it."""
_ESCAPED = (*"=+-@＝＋－＠", ESCAPE)

_DUCKDB_TABLE = Template("""
CREATE OR REPLACE TEMP $kind "$name" AS
SELECT * REPLACE ($texts)
FROM read_csv(list_transform(getvariable('readable'), lambda folder: folder || '/$path'),
  header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
  encoding = 'utf-8', columns = {$columns});
""")

_READ_OFTEN = (
    "plan",
    "sources",
    "indicators",
    "series",
    "thresholds",
    "observations",
    "observation_sources",
    "standings",
    "counts",
)

_SPARK_HEAD = """\
-- Spark SQL: ganti ${packages} dengan folder ekspor, atau pola seperti kota/*.
-- Replace ${packages} by the folder of an export, or by a pattern such as kota/*.
"""
_SPARK_TABLE = Template("""
CREATE OR REPLACE TEMPORARY VIEW `${name}_csv` ($columns) USING csv OPTIONS (
  path '$${packages}/$path', header 'true', enforceSchema 'false', multiLine 'true', quote '"', escape '"',
  mode 'FAILFAST', encoding 'UTF-8');
CREATE OR REPLACE TEMPORARY VIEW `$name` AS
SELECT $cells FROM `${name}_csv`;
""")


def sheet_safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; the loading SQL takes the escape off again."""
    return ESCAPE + text if text.lstrip().startswith(_ESCAPED) else text


def loading_sql(format: int) -> Iterator[tuple[str, bytes]]:
    """Give the files that load the tables, by engine; they understand exports of one format."""
    duckdb = (_duckdb_head(format), *map(_duckdb, RESOURCES))
    yield "sql/1-load-duckdb.sql", "".join(duckdb).encode("utf-8")
    yield "sql/1-load-spark.sql", "".join((_SPARK_HEAD, *map(_spark, RESOURCES))).encode("utf-8")


def _duckdb_head(format: int) -> str:
    """What is read once is compared with its hash in the descriptor before."""
    often = ", ".join(f"'{name}'" for name in _READ_OFTEN)
    text = (resources.files("serang_plan") / "sql" / "members-duckdb.sql").read_text(encoding="utf-8")
    return Template(text).substitute(format=format, often=often)


def _duckdb(resource: Resource) -> str:
    columns = ", ".join(f"'{column.name}': '{_TYPES[column.type]}'" for column in resource.columns)
    quoted = [f'"{name}"' for name in _texts(resource)]
    texts = ", ".join(f"{_unescaped(name)} AS {name}" for name in quoted)
    return _DUCKDB_TABLE.substitute(
        name=resource.name, kind=_kind(resource), path=resource.path, columns=columns, texts=texts
    )


def _texts(resource: Resource) -> list[str]:
    """Return the names of the columns that hold text of the plan."""
    return [column.name for column in resource.columns if column.type == "string" and not column.words]


def _unescaped(column: str) -> str:
    return f"regexp_replace({column}, '^' || chr(39), '')"


def _kind(resource: Resource) -> str:
    """Tables that the views read again and again are read from disk once."""
    return "TABLE" if resource.name in _READ_OFTEN else "VIEW"


def _spark(resource: Resource) -> str:
    types = {**_TYPES, "string": "STRING"}
    columns = ", ".join(f"`{column.name}` {types[column.type]}" for column in resource.columns)
    texts = _texts(resource)
    names = [(column.name, f"`{column.name}`") for column in resource.columns]
    cells = ", ".join(
        f"{_unescaped(quoted)} AS {quoted}" if name in texts else quoted for name, quoted in names
    )
    view = _SPARK_TABLE.substitute(name=resource.name, path=resource.path, columns=columns, cells=cells)
    return f"{view}CACHE LAZY TABLE `{resource.name}`;\n" if resource.name in _READ_OFTEN else view
