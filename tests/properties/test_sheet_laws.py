"""Laws of forms: what comes home as it went out changes nothing, an answer changes its own record alone, no file breaks."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serang_plan.operations.files.loading import as_known, open_plan
from serang_plan.operations.sheets.archive import archive_beside
from serang_plan.operations.sheets.csv_form import csv_tables
from serang_plan.operations.sheets.form_tables import TABLES
from serang_plan.operations.sheets.form_workbook import workbook
from serang_plan.operations.sheets.importing import HowToTake, SheetImport, import_sheets
from serang_plan.operations.sheets.long_table import long_csv, long_workbook
from serang_plan.operations.sheets.opd_form import OpdForm, asked_opd, form_of
from tests.properties.test_coordination_properties import OPD, Fields, plans, typed
from tests.worlds.form_desk import BACK, SENT, Desk

WAYS: Mapping[str, Callable[[OpdForm], Mapping[str, bytes]]] = {
    "workbook": lambda form: {f"{form.opd}.xlsx": workbook(form)},
    "CSV": lambda form: {f"{form.opd} {name}.csv": table for name, table in csv_tables(form).items()},
    "long CSV": lambda form: {f"{form.opd}.csv": long_csv(form)},
    "long workbook": lambda form: {f"{form.opd}.xlsx": long_workbook(form)},
}

values = st.fixed_dictionaries(
    {"as_of": st.sampled_from(("2024", "2025-TW1", "2025-06", "2026-01-15")), "value": st.integers(0, 9)},
    optional={"known": st.just("2026-02-01"), "verification": st.just("sekunder")},
)
reports = st.fixed_dictionaries(
    {
        "known": st.sampled_from(("2025-03-01", "2026-12-24")),
        "status": st.sampled_from(("menunggu", "proses")),
    },
    optional={"note": st.just("Lahan")},
)
decisions = st.fixed_dictionaries(
    {"text": st.just("Lahan dibebaskan"), "lead": st.sampled_from((*OPD, "semua"))},
    optional={
        "due": st.just("2025-06-30"),
        "status": st.just("menunggu"),
        "history": st.lists(reports, max_size=2),
    },
)


@st.composite
def full_plans(draw: st.DrawFn) -> dict[str, list[Fields]]:
    """Plans in which an OPD can be asked for everything that a form has."""
    plan = draw(plans(loops=False))
    for indicator in plan["indicators"]:
        indicator["series"] = draw(
            st.sampled_from(([], [{"code": "a", "name": "A"}, {"code": "b", "name": "B"}]))
        )
        indicator["measurements"] = draw(st.lists(values, max_size=3))
    made = draw(st.lists(decisions, max_size=3))
    coded = [{"code": f"R1-{nth}", **decision} for nth, decision in enumerate(made, 1)]
    return {**plan, "rakor": [{"code": "R1", "date": "2025-01-10", "decisions": coded}]}


def written(plan: Mapping[str, list[Fields]], folder: Path) -> str:
    """Write a plan, a record to a line, and return its text."""
    sections = typed({name: list(records) for name, records in plan.items()})
    text = "".join(f"{name}:\n{body}\n" for name, body in sections.items())
    (folder / "data").mkdir()
    (folder / "data" / "plan.yaml").write_text(text, "utf-8")
    return text


def sent(folder: Path) -> Iterator[OpdForm]:
    reading = as_known(open_plan(str(folder / "data"), SENT))
    forms = [form_of(reading, opd) for opd in asked_opd(reading.plan)]
    archive_beside(str(folder / "data")).keep(forms)
    yield from forms


def taken_in(folder: Path, files: Mapping[str, bytes]) -> SheetImport:
    (folder / "kembali").mkdir()
    for name, content in files.items():
        (folder / "kembali" / name).write_bytes(content)
    archive = archive_beside(str(folder / "data"))
    return import_sheets(
        open_plan(str(folder / "data"), BACK), [str(folder / "kembali")], archive, HowToTake()
    )


def remarks(taken: SheetImport) -> list[object]:
    return [file.problem or file.intake for file in taken.files if file.is_faulty]


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=settings.default.max_examples // 6)
@given(plan=full_plans())
def test_what_comes_home_as_it_went_out_changes_nothing(way: str, plan: dict[str, list[Fields]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(plan, folder)
        files = {path: content for form in sent(folder) for path, content in WAYS[way](form).items()}

        taken = taken_in(folder, files)

        assert remarks(taken) == []
        assert (len(taken.files), taken.edit.files) == (len(files), ())


ANSWERS: Mapping[str, Mapping[str, str]] = {
    "figures": {"value": "41,5", "as_of": "Maret 2026"},
    "actions": {"obstacle": "Cuaca"},
    "decisions": {"note": "Anggaran"},
}


@settings(max_examples=settings.default.max_examples // 5)
@given(plan=full_plans(), chosen=st.data())
def test_an_answer_changes_the_line_of_its_own_record_and_no_other(
    plan: dict[str, list[Fields]], chosen: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = written(plan, folder).splitlines()
        asked = [
            (form, key, code) for form in sent(folder) for key, rows in form.rows.items() for code in rows
        ]
        if not asked:
            return
        form, key, code = chosen.draw(st.sampled_from(asked))

        taken = taken_in(folder, {"isi.xlsx": answered(form, key, code)})

        assert remarks(taken) == []
        (file,) = taken.edit.files
        after = file.after.splitlines()
        record = "R1" if key == "decisions" else code.partition("/")[0]
        own = [line for line in before if line.startswith(f"- {{code: {record},")]
        assert [line for line in before if line not in after] == own
        assert "sources:" in after[len(before) :]  # the form itself, which nothing stood for before
        added = [line for line in after[: after.index("sources:")] if line not in before]
        assert len(added) == len(own) == 1


def answered(form: OpdForm, key: str, code: str) -> bytes:
    """Fill one row of a form in."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(form)))
    sheet: Any = book[TABLES[key].name]
    row = next(cell.row for cell in sheet["A"] if cell.value == code)
    for nth, column in enumerate(TABLES[key].columns, 1):
        if column.key in ANSWERS[key]:
            sheet.cell(row, nth, ANSWERS[key][column.key])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


# -- files that somebody or something spoilt ----------------------------------------------------


@pytest.fixture(name="desk", scope="module")
def desk_fixture(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("meja"))


spoilings = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([b"", b"<", b">", b'"', b"0", b"&", b"\xff", b"-9"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(part=st.sampled_from(range(30)), spoilt=spoilings)
def test_a_workbook_spoilt_inside_is_taken_or_told_and_never_breaks(
    desk: Desk, part: int, spoilt: list[tuple[float, bytes]]
) -> None:
    path = desk.folder / "rusak.xlsx"
    path.write_bytes(repacked(workbook(desk.form()), part, spoilt))

    taken = desk.take(path)

    assert len(taken.files) == 1
    assert taken.edit.after.findings == taken.edit.before.findings


def repacked(content: bytes, part: int, spoilt: list[tuple[float, bytes]]) -> bytes:
    """Pack a workbook anew, in one part of which bytes are others."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as new:
        names = archive.namelist()
        for nth, name in enumerate(names):
            inner = archive.read(name)
            for where, piece in spoilt if nth == part % len(names) else ():
                at = int(where * len(inner))
                inner = inner[:at] + piece + inner[at + 1 :]
            new.writestr(name, inner)
    return target.getvalue()


@pytest.mark.parametrize("formula", ["=1+1", "=[1]Sheet1!A1", "='https://contoh.go.id/[x.xlsx]A'!A1"])
def test_a_workbook_full_of_formulas_is_told_cell_by_cell_and_nothing_is_computed(
    formula: str, desk: Desk
) -> None:
    def everywhere(book: Any) -> None:
        for table in TABLES.values():
            for row in book[table.name].iter_rows(min_row=5):
                for nth, column in enumerate(table.columns):
                    if column.is_asked and len(row) > nth:
                        row[nth].value = formula

    taken = desk.take(desk.fill({}, change=everywhere))

    (file,) = taken.files
    assert file.intake is not None
    assert taken.edit.files == ()
    assert len(file.intake.remarks) > 50
    assert {"rumus" in remark.text.id for remark in file.intake.remarks if remark.key != "code"} == {True}
