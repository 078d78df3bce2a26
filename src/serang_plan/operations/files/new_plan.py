"""New plan: the files of a plan that does not exist yet, empty or a complete fictional one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from serang_plan.ending import ended_in_order
from serang_plan.operations.files.schemas import schema_text
from serang_plan.operations.files.whole_file import write_whole
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Lang, Text, backquoted_path, quoted


def create_plan(folder: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files of a new plan into a folder, and return their paths; nothing that exists is touched.

    Raises ProblemError if one of them is there already or cannot be written; then none is left.
    """
    refuse_existing(folder, texts)
    _write_all({os.path.join(folder, name): text for name, text in texts.items()})
    return tuple(texts)


def refuse_existing(folder: str, paths: Iterable[str]) -> None:
    """Raise ProblemError if one of a new plan's files is there already."""
    existing = [path for path in paths if os.path.lexists(os.path.join(folder, path))]
    if existing:
        raise _taken(folder, existing)


def example_texts() -> dict[str, str]:
    """Return the files of a complete fictional plan, by their paths."""
    return _texts(resources.files("serang_plan") / "example")


def template_texts(lang: Lang) -> dict[str, str]:
    """Return the files of an empty plan, by their paths, with comments in a language."""
    return _texts(resources.files("serang_plan") / "template" / lang)


def _texts(kind: Traversable) -> dict[str, str]:
    files = sorted(kind.iterdir(), key=lambda file: file.name)
    texts = {
        f"data/{file.name}": file.read_text(encoding="utf-8") for file in files if file.name.endswith(".yaml")
    }
    return {**texts, "schema/serang-plan.schema.json": schema_text()}


def _write_all(texts: Mapping[str, str]) -> None:
    made: list[tuple[str, bytes | None]] = []
    path = ""
    with ended_in_order():
        try:
            for path, text in texts.items():
                _make_folder(os.path.dirname(path), made)
                made.append((path, text.encode("utf-8")))
                write_whole(path, text.encode("utf-8"), replace=False)
        except BaseException as error:
            _take_back(made)
            if isinstance(error, OSError):
                raise not_written(path, error) from None
            raise


def _make_folder(folder: str, made: list[tuple[str, bytes | None]]) -> None:
    """Make a folder and those above it; what was made is added to the list, one after the other."""
    if not folder or os.path.isdir(folder):
        return
    _make_folder(os.path.dirname(folder), made)
    with suppress(FileExistsError):  # somebody was quicker, or it is a file and the next step says so
        os.mkdir(folder)
        made.append((folder, None))


def _take_back(made: Sequence[tuple[str, bytes | None]]) -> None:
    """Take away the folders, which have no content, and the files that hold what we wrote."""
    for path, content in reversed(made):
        with suppress(OSError):
            if content is None:
                os.rmdir(path)
            elif Path(path).read_bytes() == content:
                os.unlink(path)


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
