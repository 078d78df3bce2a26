"""New plan: the files of a plan that does not exist yet, empty or a complete fictional one."""

from __future__ import annotations

import json
import os
from importlib import resources

from serang_plan.operations.files.output_file import not_written, write_whole
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.json_schema import schema
from serang_plan.wording import Text, backquoted_path, quoted


def create_plan(folder: str, *, example: bool = False) -> tuple[str, ...]:
    """Write a new plan into a folder, and return its files; nothing that exists is touched.

    Raises ProblemError if one of them is there already or cannot be written; then none is left.
    """
    texts = _texts("example" if example else "template")
    existing = [name for name in texts if os.path.lexists(os.path.join(folder, name))]
    if existing:
        raise _taken(folder, existing)
    _write_all({os.path.join(folder, name): text for name, text in texts.items()})
    return tuple(texts)


def schema_text() -> str:
    """Return the JSON Schema of the plan's files, as it is written for text editors."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _texts(kind: str) -> dict[str, str]:
    files = sorted((resources.files("serang_plan") / kind).iterdir(), key=lambda file: file.name)
    texts = {
        f"data/{file.name}": file.read_text(encoding="utf-8") for file in files if file.name.endswith(".yaml")
    }
    return {**texts, "schema/serang-plan.schema.json": schema_text()}


def _write_all(texts: dict[str, str]) -> None:
    written: list[str] = []
    try:
        for path, text in texts.items():
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            write_whole(path, text.encode("utf-8"), replace=False)
            written.append(path)
    except OSError as error:
        for file in written:
            os.unlink(file)
        raise not_written(path, error) from None


def _taken(folder: str, existing: list[str]) -> ProblemError:
    return ProblemError(
        Text(
            f"sudah ada di {backquoted_path(folder)}: {quoted(existing)}",
            f"already there in {backquoted_path(folder)}: {quoted(existing)}",
        ),
        Text(
            "pilih folder lain: `serang-plan init FOLDER`", "choose another folder: `serang-plan init FOLDER`"
        ),
    )
