"""Sheet desk: forms are sent out, taken in and sent back, and each file's outcome is told."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import judging
from serang_plan.cli.arguments.code_lookup import code_of, opd_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import time_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.exit_codes import FINE, FOUND
from serang_plan.cli.output.plan_writer import carry_out
from serang_plan.cli.output.recorder import recorder
from serang_plan.cli.output.streams import say, write
from serang_plan.model.indicator import Measurement
from serang_plan.operations.editing.plan_edit import PlanEdit
from serang_plan.operations.files.output_file import write_file
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.recording.consequences import consequences
from serang_plan.operations.sheets.acceptance import Acceptance, acceptance_of, waiting
from serang_plan.operations.sheets.archive import FormArchive, ReturnedForm, archive_beside
from serang_plan.operations.sheets.csv_form import csv_tables
from serang_plan.operations.sheets.filled_row import CellRemark
from serang_plan.operations.sheets.form_tables import CODE, TABLES
from serang_plan.operations.sheets.form_workbook import workbook
from serang_plan.operations.sheets.importing import HowToTake, ReturnedFile, import_sheets
from serang_plan.operations.sheets.intake import OutcomeKind
from serang_plan.operations.sheets.long_table import long_csv, long_workbook
from serang_plan.operations.sheets.opd_form import OpdForm, asked_opd, form_of
from serang_plan.operations.sheets.returning import with_remarks
from serang_plan.reading.decoding import plain_bytes
from serang_plan.reading.folder import Reading
from serang_plan.wording import Lang, Text, backquoted, escape_invisible, listed, many, number, short_date

_COLUMNS = {
    "kode": CODE,
    "nilai": "value",
    "waktu": "as_of",
    "sumber": "source",
    "satuan": "unit",
    "catatan": "note",
}
_FORMS, _BACK = "formulir", "dikembalikan"
_NOBODY = Text("Semua formulir sudah kembali.", "Every form has come home.")
_NOTHING_SENT = Text("Belum ada formulir yang dikirim.", "No form has been sent out yet.")


class SheetDesk(NamedTuple):
    """Where forms go out and come home."""

    context: RunContext
    at: PlanOptions
    writing: Writing
    out: str
    force: bool

    @property
    def archive(self) -> FormArchive:
        """What is known of the forms that went out."""
        return archive_beside(self.at.data)

    def send_out(self, opd: Sequence[str], format: str, *, everybody: bool, long: bool) -> int:
        """Write a form for each OPD, and keep its base."""
        forms = tuple(self._forms(self.at.open(), opd, everybody=everybody))
        folder = self.out or _FORMS
        drawn = [
            (os.path.join(folder, name), file) for form in forms for name, file in _drawn(form, format, long)
        ]
        if self.writing.dry_run:
            write("".join(f"{escape_invisible(path)}\n" for path, _ in drawn))
            return FINE
        self.archive.keep(forms)
        self._write_all(drawn)
        return FINE

    def take_in(self, paths: Sequence[str], how: HowToTake) -> int:
        """Take in what came home: told, shown, agreed to, written and registered."""
        if not paths:
            raise usage_problem(
                "formulir yang kembali belum disebut",
                "no form that came home is named",
                Text(
                    "sebut berkas atau foldernya: `serang-plan sheet import kembali/`",
                    "name the file or folder: `serang-plan sheet import returned/`",
                ),
            )
        self.archive.forms()  # a register that cannot be read is told before the plan is written
        reading = self.at.read()
        if how.source:
            how = how._replace(source=code_of(reading.plan.source_by_code, how.source, "--source"))
        taken = import_sheets(reading, paths, self.archive, how)
        for file in taken.files:
            write("".join(f"{escape_invisible(line)}\n" for line in _outcome(file, self.context.lang)))
        if taken.edit.files:
            carry_out(taken.edit, lambda: self._news(taken.edit), self.at.data, self.writing, self.context)
        if not self.writing.dry_run and self._is_written(taken.edit):
            self._register(taken.files, reading)
            self._send_back(taken.files)
        return FOUND if any(file.is_faulty for file in taken.files) else FINE

    def accept(self, which: Sequence[str], verification: str, source: str) -> int:
        """Accept a value that a form gave."""
        if len(which) != 2:
            raise usage_problem(
                "nilai mana yang diterima belum jelas",
                "it is not clear which value is accepted",
                Text(
                    "ketik `serang-plan sheet accept M02 2026-06`",
                    "type `serang-plan sheet accept M02 2026-06`",
                ),
            )
        plan = recorder(self.at, self.writing, self.context)
        code, _, series = which[0].partition("/")
        how = Acceptance(verification, source and code_of(plan.plan.source_by_code, source, "--source"))
        indicator, when = plan.indicator(code), time_of(which[1], "accept")
        return plan.write(acceptance_of(plan.plan, indicator, series or judging(indicator), when, how))

    def outstanding(self) -> int:
        """Tell which forms have not come home and since when, and which values wait to be accepted."""
        archive, lang, day = self.archive, self.context.lang, self.at.day
        lines = [
            Text(
                f"{form.opd}: dikirim {short_date(form.sent_on, 'id')}, "
                f"{(day - form.sent_on).days} hari belum kembali",
                f"{form.opd}: sent {short_date(form.sent_on, 'en')}, "
                f"not back after {many((day - form.sent_on).days, 'day')}",
            )
            for form in archive.outstanding()
        ]
        lines = lines or [_NOBODY if archive.forms() else _NOTHING_SENT]
        lines += [_awaiting(code, value) for code, value in waiting(self.at.read().plan)]
        write("".join(f"{escape_invisible(line.for_lang(lang))}\n" for line in lines))
        return FINE

    def _forms(self, reading: Reading, opd: Sequence[str], *, everybody: bool) -> Iterator[OpdForm]:
        """Give the forms that are to be sent; with `--all` none that asks nothing."""
        if not opd and not everybody:
            raise usage_problem(
                "OPD mana yang dikirimi belum disebut",
                "no OPD to send to is named",
                Text("tambahkan `--opd DLH`, atau `--all`", "add `--opd DLH`, or `--all`"),
            )
        wanted = {opd_of(reading.plan, typed) for typed in opd}
        for asked in asked_opd(reading.plan):
            if asked.code in wanted or (everybody and not form_of(reading, asked).is_empty):
                yield form_of(reading, asked)

    def _write_all(self, files: Iterable[tuple[str, bytes]]) -> None:
        for path, content in files:
            try:
                os.makedirs(os.path.dirname(path), exist_ok=True)
            except OSError as error:
                raise not_written(path, error) from None
            write_file(path, content, replace=self.force)
            say(Text(f"Ditulis ke {path}", f"Written to {path}").for_lang(self.context.lang))

    def _news(self, edit: PlanEdit) -> Iterator[str]:
        return consequences(edit.before.plan, edit.after.plan, self.context.lang)

    def _is_written(self, edit: PlanEdit) -> bool:
        """Whether what was to be written stands in the plan now: whoever was asked may have said no."""
        now = self.at.read().sources if edit.files else None
        return all(now is not None and now.source(file.path).text == file.after for file in edit.files)

    def _register(self, files: Sequence[ReturnedFile], reading: Reading) -> None:
        day = reading.plan.as_of.isoformat()
        known = [(file, file.form) for file in files if file.form is not None]
        entries = {
            form.stamp: ReturnedForm(day, os.path.basename(file.path), file.checksum, _result(file).id)
            for file, form in known
        }
        if known:  # a table from elsewhere is no form
            self.archive.note(entries, [form for _, form in known])

    def _send_back(self, files: Sequence[ReturnedFile]) -> None:
        for file in files:
            content = with_remarks(file)
            if content is not None:
                folder = self.out or os.path.join(os.path.dirname(file.path), _BACK)
                stem = os.path.splitext(os.path.basename(file.path))[0]
                path = _own_path(folder, stem, content)
                if os.path.exists(path):
                    say(Text(f"Sudah ada: {path}", f"Already there: {path}").for_lang(self.context.lang))
                else:
                    self._write_all([(path, content)])


def _own_path(folder: str, stem: str, content: bytes) -> str:
    """Return where a form that goes back is written: over nothing, for what lies there may be mended."""
    for nth in count(1):
        path = os.path.join(folder, f"{stem}.xlsx" if nth == 1 else f"{stem} {nth}.xlsx")
        with suppress(FileNotFoundError):
            if plain_bytes(path) != content:
                continue
        return path
    raise AssertionError


def _awaiting(code: str, value: Measurement) -> Text:
    figure = f"{code} {value.as_of.text('id')}", f"{code} {value.as_of.text('en')}"
    typed = f"`serang-plan sheet accept {code} {value.as_of.iso}`"
    return Text(
        f"{figure[0]}: {number(value.value, 'id')} menurut formulir, belum diterima; terima dengan {typed}",
        f"{figure[1]}: {number(value.value, 'en')} by a form, not accepted yet; accept it with {typed}",
    )


def named_columns(typed: Sequence[str]) -> Mapping[str, str]:
    """Return what columns are called elsewhere, by our headings; those that are not named, by our words.

    Raises UsageProblemError for a column that there is not, and for one without a heading.
    """
    words = {TABLES["figures"].by_key[key].title: word for word, key in _COLUMNS.items()}
    titles = {word: title for title, word in words.items()} | {
        column.title: column.title for column in TABLES["figures"].columns
    }
    for pair in typed:
        ours, _, theirs = (part.strip() for part in pair.partition("="))
        if not theirs:
            raise usage_problem(
                f"judul kolom untuk {backquoted(ours)} belum disebut",
                f"the heading for {backquoted(ours)} is not given",
                Text("tulis seperti `--column nilai=Realisasi`", "write it like `--column nilai=Realisasi`"),
            )
        words[titles[code_of(titles, ours, "--column")]] = theirs
    return words


def _drawn(form: OpdForm, format: str, long: bool) -> Iterator[tuple[str, bytes]]:
    if format == "csv" and long:
        yield f"{form.opd}.csv", long_csv(form)
        return
    if format == "csv":
        yield from ((f"{form.opd} {name}.csv", table) for name, table in csv_tables(form).items())
        return
    try:
        yield f"{form.opd}.xlsx", long_workbook(form) if long else workbook(form)
    except ModuleNotFoundError:
        from serang_plan.operations.extras import missing_extra

        raise missing_extra(
            Text("formulir Excel butuh paket tambahan", "Excel forms need an additional package"),
            "xlsx",
            Text("pakai `--format csv`", "use `--format csv`"),
        ) from None


def _result(file: ReturnedFile) -> Text:
    if file.problem is not None:
        return Text("tidak diambil", "not taken")
    return (
        Text("dikembalikan dengan catatan", "sent back with remarks")
        if file.is_faulty
        else Text("diambil", "taken")
    )


def _outcome(file: ReturnedFile, lang: Lang) -> Iterator[str]:
    """Give a line on a file, then one on each cell that hinders."""
    name = os.path.basename(file.path)
    if file.intake is not None:
        counts = [
            f"{file.intake.count(kind)} {kind.value.for_lang(lang)}"
            for kind in OutcomeKind
            if file.intake.count(kind)
        ]
        none = Text("tidak ada yang diisi", "nothing was filled in").for_lang(lang)
        yield f"{name}: {listed(counts, lang) if counts else none}"
        for remark in file.intake.remarks:
            yield f"  {_place(remark, name).for_lang(lang)}: {_advice(remark.text, remark.help, lang)}"
    if file.problem is not None:
        yield f"{name}: {_advice(file.problem.message, file.problem.help, lang)}"


def _place(remark: CellRemark, name: str) -> Text:
    return Text(
        f"{name}, lembar {remark.sheet}, baris {remark.row}, sel {remark.cell}",
        f"{name}, sheet {remark.sheet}, row {remark.row}, cell {remark.cell}",
    )


def _advice(message: Text, help: Text | None, lang: Lang) -> str:
    return message.for_lang(lang) if help is None else f"{message.for_lang(lang)}; {help.for_lang(lang)}"
