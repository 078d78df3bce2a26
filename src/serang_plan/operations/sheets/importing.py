"""Importing: workbooks that came home, one after the other; of a file all is taken, or nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from serang_plan.editing.changes import Change
from serang_plan.operations.editing.plan_edit import PlanEdit, edited
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.archive import FormArchive
from serang_plan.operations.sheets.csv_form import read_csv
from serang_plan.operations.sheets.filled_form import (
    FilledForm,
    filled_form,
    stamps_of,
    with_headings,
)
from serang_plan.operations.sheets.intake import FormIntake, intake
from serang_plan.operations.sheets.opd_form import OpdForm, figures_form
from serang_plan.operations.sheets.workbook_reader import read_workbook
from serang_plan.reading.decoding import plain_bytes
from serang_plan.reading.folder import Reading
from serang_plan.rendering.findings.patch import FileChange
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Text, backquoted, backquoted_path, quoted

_SUFFIXES = (".xlsx", ".csv", ".xlsm", ".xls", ".ods")


class HowToTake(NamedTuple):
    """What may be taken of a form."""

    rival: bool = False
    """Figures beside others for the same time."""
    partial: bool = False
    """What is right, where something else of the same file is not."""
    source: str = ""
    """The source of a table of figures from elsewhere, which is no form; its rows may name others."""
    columns: Mapping[str, str] = MappingProxyType({})
    """What the columns of such a table are called, by the headings of a form."""

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether what comes is such a table."""
        return bool(self.source or self.columns)


class ReturnedFile(NamedTuple):
    """A file that came home: what form it is and what becomes of it, or why that cannot be told."""

    path: str
    checksum: str = ""
    form: OpdForm | None = None
    filled: FilledForm | None = None
    intake: FormIntake | None = None
    problem: ProblemError | None = None

    @property
    def is_faulty(self) -> bool:
        """Whether something of it cannot be taken."""
        return self.problem is not None or bool(self.intake and self.intake.remarks)


class SheetImport(NamedTuple):
    """All files, and the edit that takes what can be taken of them."""

    files: tuple[ReturnedFile, ...]
    edit: PlanEdit


def import_sheets(
    reading: Reading, paths: Sequence[str], archive: FormArchive, how: HowToTake
) -> SheetImport:
    """Return what becomes of files in a plan; each sees what those before it left, and none is written.

    Raises ProblemError if a path leads to no file.
    """
    files: list[ReturnedFile] = []
    edits: list[PlanEdit] = []
    for path in _workbooks(paths):
        now = edits[-1].after if edits else reading
        file, changes = _looked_at(now, path, archive, how)
        try:
            edits += [edited(now, changes)] if changes else []
        except ProblemError as problem:
            file = file._replace(problem=problem)
        files.append(file)
    return SheetImport(tuple(files), _whole(reading, edits))


def _whole(reading: Reading, edits: Sequence[PlanEdit]) -> PlanEdit:
    """Return several edits, each on what the one before it left, as one."""
    after = edits[-1].after if edits else reading
    texts = (
        (path, reading.sources.source(path).text, after.sources.source(path).text)
        for path in reading.sources.paths
    )
    files = (FileChange(path, before, now, moved=True) for path, before, now in texts if before != now)
    return PlanEdit(reading, after, tuple(files), tuple(change for edit in edits for change in edit.records))


def _workbooks(paths: Sequence[str]) -> Iterator[str]:
    """Give the files that paths lead to; of a folder its workbooks. Raises ProblemError if there are none."""
    for path in paths:
        if os.path.isdir(path):
            names = sorted(name for name in os.listdir(path) if _is_workbook(name))
            if not names:
                raise _nothing(path)
            yield from (os.path.join(path, name) for name in names)
        elif os.path.isfile(path):
            yield path
        else:
            raise _nothing(path)


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.startswith(("~$", "."))


def _nothing(path: str) -> ProblemError:
    return ProblemError(
        Text(
            f"tidak ada formulir di {backquoted_path(path)}", f"there is no form at {backquoted_path(path)}"
        ),
        Text("sebut berkas .xlsx, atau folder tempatnya", "name an .xlsx file, or the folder that it is in"),
    )


def _looked_at(
    reading: Reading, path: str, archive: FormArchive, how: HowToTake
) -> tuple[ReturnedFile, tuple[Change, ...]]:
    """Return what becomes of a file, and what writes it into the plan."""
    file = ReturnedFile(path)
    try:
        content = _content(path)
        file = file._replace(checksum=hashlib.sha256(content).hexdigest()[:16])
        book = read_csv(content) if path.lower().endswith(".csv") else read_workbook(content)
        if how.is_from_elsewhere:
            book, form = with_headings(book, how.columns), figures_form(reading)
        else:
            form = archive.base(_only_stamp(stamps_of(book)))
            if form.title != (title := plan_title(reading.plan, "id")):
                raise _of_another_plan(form.title, title)
            file = file._replace(form=form)
        filled = filled_form(book, form)
        taken = intake(reading.plan, form, filled, how.source, rival=how.rival)
        changes = taken.changes if how.partial or not taken.remarks else ()
        return file._replace(filled=filled, intake=taken), changes
    except ProblemError as problem:
        return file._replace(problem=problem), ()


def _of_another_plan(theirs: str, ours: str) -> ProblemError:
    return ProblemError(
        Text(
            f"formulir ini dari rencana {backquoted(theirs)}, bukan {backquoted(ours)}",
            f"this form is of the plan {backquoted(theirs)}, not of {backquoted(ours)}",
        ),
        Text(
            "ambil formulir ini di folder rencana itu dengan `--data`",
            "take it in the folder of that plan, with `--data`",
        ),
    )


def _content(path: str) -> bytes:
    try:
        return plain_bytes(path)
    except OSError:
        name = backquoted_path(path)
        raise ProblemError(Text(f"{name} tidak dapat dibuka", f"{name} cannot be opened")) from None


def _only_stamp(stamps: Sequence[str]) -> str:
    if len(stamps) == 1:
        return stamps[0]
    if stamps:
        raise ProblemError(
            Text(
                f"memuat bagian dari beberapa formulir: {quoted(stamps)}",
                f"has parts of several forms: {quoted(stamps)}",
            ),
            Text(
                "salin isiannya ke satu formulir, lalu kirim lagi",
                "copy what was filled in into one form, then send it again",
            ),
        )
    raise ProblemError(
        Text("tidak ada nomor formulir di dalamnya", "there is no form number in it"),
        Text(
            "pakai formulir yang dikirim Bappeda; bila ini tabel nilai dari tempat lain, sebut `--source`",
            "use the form as sent out; if this is a table of figures from elsewhere, name its `--source`",
        ),
    )
