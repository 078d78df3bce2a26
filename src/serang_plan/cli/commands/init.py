"""init: a new plan, or a complete fictional one to learn from."""

from __future__ import annotations

import json
import os
import shlex
from importlib import resources
from typing import Annotated

import typer

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.cli.main import FINE
from serang_plan.cli.output.output_file import not_written, write_whole
from serang_plan.cli.output.streams import write
from serang_plan.reading.json_schema import schema
from serang_plan.wording import Text, backquoted_path, escape_invisible, quoted

Folder = Annotated[
    str,
    typer.Argument(
        metavar="FOLDER", help=both("Folder tempat rencana dibuat.", "The folder to make the plan in.")
    ),
]
Example = Annotated[
    bool,
    typer.Option(
        "--example",
        help=both("Isi dengan contoh lengkap yang fiktif.", "Fill it with a complete fictional example."),
    ),
]


def command(settled: RunContext, folder: Folder = ".", example: Example = False) -> int:
    """Write a new plan; nothing that exists is touched."""
    files = _files("example" if example else "template")
    taken = [path for path in files if os.path.lexists(os.path.join(folder, path))]
    if taken:
        raise UsageProblemError(
            Text(
                f"sudah ada di {backquoted_path(folder)}: {quoted(taken)}",
                f"already there in {backquoted_path(folder)}: {quoted(taken)}",
            ),
            Text(
                "pilih folder lain: `serang-plan init FOLDER`",
                "choose another folder: `serang-plan init FOLDER`",
            ),
        )
    _create_all({os.path.join(folder, path): text for path, text in files.items()})
    write(_next(folder, files).for_lang(settled.lang))
    return FINE


def _files(kind: str) -> dict[str, str]:
    source = resources.files("serang_plan") / kind
    texts = {
        f"data/{file.name}": file.read_text(encoding="utf-8")
        for file in sorted(source.iterdir(), key=lambda one: one.name)
        if file.name.endswith(".yaml")
    }
    return {
        **texts,
        "schema/serang-plan.schema.json": json.dumps(schema(), ensure_ascii=False, indent=2) + "\n",
    }


def _create_all(files: dict[str, str]) -> None:
    """Write all files or none. Raises UsageProblemError."""
    made: list[str] = []
    try:
        for path, text in files.items():
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            write_whole(path, text.encode("utf-8"), replace=False)
            made.append(path)
    except OSError as error:
        for done in made:
            os.unlink(done)
        raise not_written(path, error) from None


def _next(folder: str, files: dict[str, str]) -> Text:
    made = "".join(f"  {escape_invisible(os.path.normpath(os.path.join(folder, path)))}\n" for path in files)
    go = "" if folder == "." else f"  cd {shlex.quote(escape_invisible(folder))}\n"
    steps = f"{go}  serang-plan validate\n  serang-plan status\n"
    return Text(
        f"Dibuat:\n{made}\nLangkah berikutnya:\n{steps}",
        f"Made:\n{made}\nNext:\n{steps}",
    )
