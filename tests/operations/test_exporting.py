"""Exporting: everything published goes out and nothing else, and others work out the same from it."""

from __future__ import annotations

import csv
import errno
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import frictionless
import pytest
from openpyxl import load_workbook

from serang_plan.analysis.indicators.standing import Missing, Standing
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record, fields_of
from serang_plan.operations.exporting.columns import field_columns
from serang_plan.operations.exporting.export import Exported, export
from serang_plan.operations.exporting.folder import write_folder
from serang_plan.operations.exporting.known_column import KNOWN_SINCE
from serang_plan.operations.exporting.loading_sql import loading_sql
from serang_plan.operations.exporting.matter_tables import ACTION_TABLES, MEETING_TABLES
from serang_plan.operations.exporting.package import DESCRIPTOR, files_of
from serang_plan.operations.exporting.published import published
from serang_plan.operations.exporting.record_table import ListTable, RecordTable
from serang_plan.operations.exporting.resources import RESOURCES
from serang_plan.operations.exporting.rows import rows_of
from serang_plan.operations.exporting.standings import COUNTS, STANDINGS
from serang_plan.operations.exporting.tables import SECTIONS_LEFT_OUT, TABLES
from serang_plan.operations.exporting.value_tables import VALUE_TABLES
from serang_plan.operations.files import whole_folder
from serang_plan.operations.files.loading import open_plan
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import Reading
from tests.conftest import AS_OF, ROOT, read
from tests.readers.engine import column, differences, loaded, write_package
from tests.readers.office import SOFFICE, as_workbooks
from tests.sampling import sample
from tests.worlds.opened import opened
from tests.worlds.random_plans import random_plan

EXAMPLE = ROOT / "src" / "serang_plan" / "example"
SHIPPED = (ROOT / "data", EXAMPLE)
DAYS = (date(2016, 1, 1), date(2020, 3, 10), date(2026, 3, 31), date(2026, 11, 26))
SOUND = {
    "plan": 'title: T\ncity: Kota X\nregion: "99.01"\nfirst_year: 2020\nlast_year: 2029',
    "sources": "- {code: S1, title: T, kind: resmi, published: 2020-01-01}",
    "opd": "- {code: DLH, name: Dinas Lingkungan Hidup}\n- {code: BAPPEDA, name: Badan Perencanaan}",
    "indicators": (
        '- {code: M1, name: Taman, aspect: fisik, unit: "%", direction: naik,\n'
        "   thresholds: [{value: 30, kind: hukum, basis: UU, source: S1}],\n"
        "   measurements: [{as_of: 2019, value: 12.50, source: S1}]}"
    ),
}


def sound(**sections: str) -> Reading:
    return read(**{**SOUND, **sections})


def exported(reading: Reading, folder: Path) -> Exported:
    return export(reading, str(folder), lambda done, of: None)


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with open(folder / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- nothing is forgotten --------------------------------------------------------------------


def test_every_section_goes_out_or_is_left_out_on_purpose() -> None:
    inner = {table.name for outer in TABLES for table in outer.lists}
    assert {table.name for table in (*VALUE_TABLES, *ACTION_TABLES, *MEETING_TABLES)} < inner
    assert sorted([*(table.of for table in TABLES), *SECTIONS_LEFT_OUT]) == sorted(SECTIONS)


def record_tables(tables: tuple[RecordTable | ListTable, ...] = TABLES) -> Iterator[RecordTable]:
    for inner in tables:
        if isinstance(inner, RecordTable):
            yield inner
            yield from record_tables(inner.lists)


@pytest.mark.parametrize("table", [*record_tables()], ids=lambda table: table.name)
def test_every_field_goes_out_or_is_left_out_on_purpose(table: RecordTable) -> None:
    """Of a record within, its fields are asked for too: `place.site`."""
    covered = {
        of for inner in table.lists if isinstance(inner, ListTable) for of in (inner.of, *inner.covers)
    }
    covered |= {inner.of for inner in table.lists if isinstance(inner, RecordTable)}
    paths = table.fields.split()
    named = [*paths, *table.left_out.split(), *covered, *(["code"] if table.by_code else [])]

    assert sorted({path.partition(".")[0] for path in named}) == sorted({*fields_of(table.kind)} - {"public"})
    assert len(named) == len(
        {*named} | {of for of in covered if of not in {path.partition(".")[0] for path in paths}}
    )
    for within, kind in records_within(table, paths):
        listed = {path.partition(".")[2] for path in paths if path.startswith(f"{within}.")}
        assert listed | WITHIN_LEFT_OUT.get((table.name, within), set()) == set(fields_of(kind))


WITHIN_LEFT_OUT = {
    ("indicators", "declared"): {"known"},
    ("observations", "breakdown"): {"parts"},
    ("rakor", "closed"): {"fingerprint"},
}
"""The parts have a table of their own; the fingerprint is the program's."""


def records_within(table: RecordTable, paths: list[str]) -> Iterator[tuple[str, type[Record]]]:
    for name in dict.fromkeys(path.partition(".")[0] for path in paths if "." in path):
        kind = fields_of(table.kind)[name].record
        assert kind is not None
        yield name, kind


def test_every_column_is_described_and_named_once() -> None:
    for resource in RESOURCES:
        names = [column.name for column in resource.columns]
        assert len(names) == len(set(names)), resource.name
        assert all(column.description for column in resource.columns), resource.name
    assert len({resource.name for resource in RESOURCES}) == len(RESOURCES)
    assert {STANDINGS.name, COUNTS.name} < {resource.name for resource in RESOURCES}


def test_a_time_is_two_days_and_a_number_as_exact_as_it_is_written(tmp_path: Path) -> None:
    exported(sound(), tmp_path / "x")

    (value,) = table(tmp_path / "x", "observations")
    assert (value["as_of_first"], value["as_of_last"], value["value"]) == (
        "2019-01-01",
        "2019-12-31",
        "12.50",
    )
    assert value[KNOWN_SINCE.column.name] == "2020-01-01"
    kind = TABLES[1].kind
    assert [column.name for column in field_columns(kind, "published").columns] == [
        "published_first",
        "published_last",
    ]


# -- what goes out is sound ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "day"),
    sample([*product(SHIPPED, DAYS)], 3),
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_the_package_is_valid_and_the_sql_works_out_the_same(folder: Path, day: date, tmp_path: Path) -> None:
    exported(open_plan(str(folder), day), tmp_path / "x")

    report = frictionless.validate(tmp_path / "x" / DESCRIPTOR)
    assert report.valid, report.flatten(["type", "message"])
    assert differences(loaded(tmp_path / "x", tmp_path / "x"), tmp_path / "x") == []


def test_the_same_plan_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported(open_plan(str(EXAMPLE), DAYS[-1]), tmp_path / name)

    assert all_bytes(tmp_path / "a") == all_bytes(tmp_path / "b")


def test_a_source_that_was_not_known_yet_is_named_and_nothing_of_it_told(tmp_path: Path) -> None:
    reading = sound(
        sources="- {code: S1, title: Rahasia, kind: resmi, published: 2027-01-01}",
        indicators=SOUND["indicators"].replace("value: 12.50,", "value: 12.50, known: 2020-01-01,"),
    )

    exported(reading, tmp_path / "x")

    (source,) = table(tmp_path / "x", "sources")
    assert {name: cell for name, cell in source.items() if cell} == {
        "region": "99.01",
        "code": "S1",
        "listed": "false",
    }
    assert frictionless.validate(tmp_path / "x" / DESCRIPTOR).valid
    assert differences(loaded(tmp_path / "x", tmp_path / "x"), tmp_path / "x") == []


# -- what others open ------------------------------------------------------------------------


def shapes(folder: Path) -> dict[str, tuple[int, int]]:
    """Return how many rows, the head among them, and columns each table has."""
    tables = {path.stem: [*csv.reader(path.open(encoding="utf-8"))] for path in folder.glob("data/*.csv")}
    return {name: (len(rows), len(rows[0])) for name, rows in tables.items()}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_table(tmp_path: Path) -> None:
    exported(open_plan(str(ROOT / "data"), AS_OF), tmp_path / "x")

    as_workbooks((tmp_path / "x" / "data").glob("*.csv"), tmp_path / "books", tmp_path / "profile")

    books = {path.stem: load_workbook(path).active for path in (tmp_path / "books").glob("*.xlsx")}
    assert {name: (sheet.max_row, sheet.max_column) for name, sheet in books.items()} == shapes(
        tmp_path / "x"
    )


def test_pandas_opens_every_table(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    exported(open_plan(str(ROOT / "data"), AS_OF), tmp_path / "x")

    frames = {path.stem: pandas.read_csv(path) for path in (tmp_path / "x" / "data").glob("*.csv")}

    assert {name: (len(frame) + 1, len(frame.columns)) for name, frame in frames.items()} == shapes(
        tmp_path / "x"
    )


FORMULAS = (
    "=1+1",
    "+62 254",
    "-5 C",
    "@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    " =1+1",
    "\t=1+1",
    "'=1+1",
    "'lama'",
    "=1\n+1",
)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_text_is_no_formula_in_a_sheet_and_comes_back_as_it_was(tmp_path: Path) -> None:
    """Excel drops nothing of what it opens; what LibreOffice takes for a formula becomes one on a double click."""
    sources = [
        {"code": f"S{number}", "title": text, "kind": "resmi", "published": "2020-01-01"}
        for number, text in enumerate(FORMULAS)
    ]
    exported(sound(sources=json.dumps(sources)), tmp_path / "x")

    as_workbooks([tmp_path / "x" / "data" / "sources.csv"], tmp_path / "books", tmp_path / "profile")
    (titles,) = (
        cells[1:]
        for cells in load_workbook(tmp_path / "books" / "sources.xlsx").active.iter_cols()
        if cells[0].value == "title"
    )
    engine = loaded(tmp_path / "x", tmp_path / "x")

    assert [(cell.value, cell.data_type) for cell in titles] == [("'" + text, "s") for text in FORMULAS]
    assert column(engine, "SELECT title FROM sources ORDER BY substr(code, 2)::INTEGER") == [*FORMULAS]
    assert json.loads((tmp_path / "x" / DESCRIPTOR).read_bytes())["serang-plan"]["escape"] == "'"


# -- what is not for everybody stays in ------------------------------------------------------


MEETINGS = """
- date: 2026-01-10
  code: R1
  note: RAHASIA-rakor
  closed: {date: 2026-01-11, fingerprint: "v0:uji"}
  decisions:
    - {code: R1-1, text: Terbuka, lead: DLH, note: RAHASIA-keputusan,
       history: [{known: 2026-02-01, by: DLH, status: proses, note: RAHASIA-laporan}]}
- {date: 2026-02-10, code: R2, decisions: [{code: R2-1, text: RAHASIA-rancangan, lead: DLH}]}
"""
ACTIONS = """
- code: A1
  name: Tanam
  opd: DLH
  note: RAHASIA-kegiatan
  history: [{known: 2026-01-05, status: berjalan, progress: 30, obstacle: RAHASIA-kendala, next: RAHASIA-lanjut}]
"""
FORM = SOUND["sources"] + "\n- {code: S2, title: Formulir, kind: formulir, published: 2026-01-01}"
WITH_FORM = SOUND["indicators"].replace(
    "value: 12.50, source: S1}",
    "value: 12.50, source: S1}, {as_of: 2025, value: 77, source: S2, note: RAHASIA-nilai}",
)


def test_notes_obstacles_open_meetings_and_figures_that_nobody_accepted_stay_in(tmp_path: Path) -> None:
    reading = sound(rakor=MEETINGS, actions=ACTIONS, sources=FORM, indicators=WITH_FORM)

    result = exported(reading, tmp_path / "x")

    told = b"".join(all_bytes(tmp_path / "x").values())
    assert b"RAHASIA" not in told
    assert b",77," not in (tmp_path / "x" / "data" / "observations.csv").read_bytes()
    assert [row["text"] for row in table(tmp_path / "x", "decisions")] == ["Terbuka"]
    assert [row["progress"] for row in table(tmp_path / "x", "action_history")] == ["30"]
    assert (result.figures_left_out, result.meetings_left_out) == (1, 1)


def test_a_figure_of_a_form_goes_out_once_it_was_accepted() -> None:
    checked = WITH_FORM.replace("source: S2, note", "source: S2, verification: sekunder, note")

    result = published(sound(sources=FORM, indicators=checked).plan)

    assert 77 in [value.value for value in result.plan.indicators[0].measurements]
    assert result.figures_left_out == 0


def test_what_is_marked_public_goes_out(tmp_path: Path) -> None:
    """But for the first note of the decision: the note of a later report has taken its place."""
    reading = sound(rakor=MEETINGS, actions=ACTIONS, sources=FORM, indicators=WITH_FORM)

    result = exported(opened(reading), tmp_path / "x")

    told = b"".join(all_bytes(tmp_path / "x").values())
    planted = re.findall("RAHASIA-[a-z]+", "".join((MEETINGS, ACTIONS, WITH_FORM)))
    assert [secret for secret in planted if secret.encode() not in told] == ["RAHASIA-keputusan"]
    assert b",77," in (tmp_path / "x" / "data" / "observations.csv").read_bytes()
    assert (result.figures_left_out, result.meetings_left_out) == (0, 0)


def test_what_stays_in_does_not_count_either() -> None:
    plan = sound(sources=FORM, indicators=WITH_FORM).plan

    public = published(plan).plan

    assert plan.indicators[0].measurements != public.indicators[0].measurements
    assert published(sound().plan).plan.indicators == sound().plan.indicators


# -- what cannot be exported -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("sections", "why"),
    [
        (
            {"assignments": "- {indicator: M9, lead: DLH}"},
            "this plan has 1 error; what is wrong does not go out",
        ),
        (
            {"plan": SOUND["plan"].replace('region: "99.01"\n', "")},
            "this plan does not name the city's region code",
        ),
    ],
)
def test_a_plan_with_errors_or_without_a_region_does_not_go_out(
    sections: dict[str, str], why: str, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError, match=why):
        exported(sound(**sections), tmp_path / "x")

    assert not (tmp_path / "x").exists()


def test_two_records_with_one_key_are_not_quietly_one() -> None:
    plan = sound().plan
    doubled = plan.with_records(opd=(*plan.opd, plan.opd[0]))

    with pytest.raises(ProblemError, match="`DLH` is twice in `opd`"):
        rows_of(doubled, "99.01")


# -- the folder ------------------------------------------------------------------------------


def test_an_empty_folder_and_an_earlier_export_are_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    exported(sound(), folder)
    before = all_bytes(folder)

    exported(sound(opd=SOUND["opd"] + "\n- {code: DPUPR, name: Dinas PU}"), folder)

    assert set(all_bytes(folder)) == set(before)
    assert [row["code"] for row in table(folder, "opd")] == ["DLH", "BAPPEDA", "DPUPR"]
    assert os.listdir(tmp_path) == ["x"]


@pytest.mark.parametrize("path", ["catatan.txt", "data/milik-saya.csv", DESCRIPTOR])
def test_a_folder_that_holds_something_else_is_left_alone(path: str, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    if path != DESCRIPTOR:
        exported(sound(), folder)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text('{"name": "orang-lain", "resources": []}', encoding="utf-8")
    before = all_bytes(folder)

    with pytest.raises(ProblemError, match="holds what no export wrote"):
        exported(sound(), folder)

    assert all_bytes(folder) == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("saya", encoding="utf-8")

    with pytest.raises(ProblemError, match="is not a folder"):
        write_folder(str(tmp_path / "x"), {"a": b""}, DESCRIPTOR)


def test_nobody_is_left_standing_in_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ProblemError, match="that you are in"):
        write_folder(".", {"a": b""}, DESCRIPTOR)


@pytest.mark.parametrize("can_swap", [True, False])
def test_what_fails_half_way_leaves_the_old_export(
    can_swap: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "x"
    exported(sound(), folder)
    before = all_bytes(folder)

    def refuse(first: str, second: str) -> bool:
        if can_swap:
            raise OSError(errno.ENOSPC, "full")
        monkeypatch.setattr(
            os, "rename", lambda *names: rename(*names) if names[0] != first else refuse_rename()
        )
        return False

    rename = os.rename

    def refuse_rename() -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(whole_folder, "swapped", refuse)
    with pytest.raises(ProblemError, match="the disk is full"):
        exported(sound(opd=SOUND["opd"] + "\n- {code: DPUPR, name: Dinas PU}"), folder)

    assert all_bytes(folder) == before
    assert os.listdir(tmp_path) == ["x"]


def test_without_a_swap_the_old_export_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_folder, "swapped", lambda first, second: False)
    exported(sound(), tmp_path / "x")
    exported(sound(opd=SOUND["opd"] + "\n- {code: DPUPR, name: Dinas PU}"), tmp_path / "x")

    assert len(table(tmp_path / "x", "opd")) == 3
    assert os.listdir(tmp_path) == ["x"]


# -- the same from the tables alone, of any plan ---------------------------------------------

PLANS = 100


@pytest.fixture(name="cities", scope="module")
def cities_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cities")
    for number in range(PLANS):
        region = f"98.{number:02}"
        write_package(random_plan(number, region=region, city=f"Kota {number}"), folder / region)
    return folder


def test_of_a_hundred_random_plans_every_standing_and_count_is_worked_out_the_same(cities: Path) -> None:
    sql = cities / "98.00"
    engine = loaded(f"{cities}/*", sql)

    assert differences(engine, sql) == []
    assert column(engine, "SELECT count(*) FROM recomputed") == [PLANS * 16]
    for name, every in (
        ("standing", {standing.value for standing in Standing}),
        ("missing", {None, *(missing.name.lower().replace("_", "-") for missing in Missing)}),
        ("strength", {None, *(strength.word.id for strength in Strength)}),
    ):
        assert set(column(engine, f"SELECT DISTINCT {name} FROM recomputed")) == every, name


def test_the_check_tells_what_is_different(cities: Path, tmp_path: Path) -> None:
    """A check that finds nothing proves nothing, unless it finds what was falsified."""
    write_package(random_plan(1), tmp_path)
    engine = loaded(tmp_path, tmp_path)
    engine.execute("UPDATE standings SET strength = 'primer' WHERE strength = 'lemah'")
    engine.execute("UPDATE counts SET indicators = indicators + 1 WHERE standing = 'belum'")

    found = {row[1] for row in differences(engine, tmp_path)}
    assert "belum" in found
    assert len(found) > 1


# -- many cities -----------------------------------------------------------------------------


def test_what_is_not_assessable_stands_beside_what_is_met(cities: Path) -> None:
    engine = loaded(f"{cities}/*", cities / "98.00")

    query = "SELECT terpenuhi + belum + tidak_dapat_dinilai + diklaim + bertentangan - indikator FROM cities"
    assert column(engine, query) == [0] * PLANS


def city(number: int, folder: Path, **changes: Any) -> None:
    """Write a city of one indicator, whose standing is known."""
    text = {
        "definition": "{id: contoh/taman}",
        "unit": "%",
        "scope": "kota",
        "origin": "resmi",
        "value": 10 + number,
        **changes,
    }
    reading = sound(
        plan=SOUND["plan"].replace("99.01", f"99.0{number}") + f"\norigin: {text['origin']}",
        indicators=(
            f'- {{code: M1, name: Taman, aspect: fisik, unit: "{text["unit"]}", direction: naik, '
            f"scope: {text['scope']}, definition: {text['definition']},\n"
            "   thresholds: [{value: 12, kind: hukum, basis: UU, source: S1}],\n"
            f"   measurements: [{{as_of: 2019, value: {text['value']}, source: S1}}]}}"
        ),
    )
    exported(reading, folder / f"kota-{number}")


def test_only_what_is_defined_alike_is_compared(tmp_path: Path) -> None:
    city(1, tmp_path)
    city(2, tmp_path)
    city(3, tmp_path, unit="ha")
    city(4, tmp_path, scope="kawasan")
    city(5, tmp_path, definition="{id: contoh/taman, method: Lain}")
    city(6, tmp_path, definition="{id: lain/taman}")

    engine = loaded(f"{tmp_path}/*", tmp_path / "kota-1")

    rows = engine.execute("SELECT region, place FROM compared_indicators ORDER BY region").fetchall()
    assert rows == [("99.01", 2), ("99.02", 1)]
    assert sorted(column(engine, "SELECT region FROM not_compared")) == ["99.03", "99.04", "99.05", "99.06"]


def test_nobody_is_ranked_while_one_list_is_a_candidate(tmp_path: Path) -> None:
    city(1, tmp_path)
    city(2, tmp_path, origin="kandidat")

    engine = loaded(f"{tmp_path}/*", tmp_path / "kota-1")

    assert column(engine, "SELECT place FROM compared_indicators") == [None, None]


def test_members_that_cannot_be_read_are_listed_and_not_counted(tmp_path: Path) -> None:
    for number in range(1, 8):
        city(number, tmp_path)
    (tmp_path / "kota-2" / DESCRIPTOR).unlink()
    (tmp_path / "kota-3" / DESCRIPTOR).write_bytes(b"\xff{")
    (tmp_path / "kota-4" / "data" / "observations.csv").write_text("x", encoding="utf-8")
    (tmp_path / "kota-5" / "data" / "sources.csv").unlink()
    package = json.loads((tmp_path / "kota-6" / DESCRIPTOR).read_text(encoding="utf-8"))
    package["serang-plan"]["format"] = 1
    (tmp_path / "kota-6" / DESCRIPTOR).write_text(json.dumps(package), encoding="utf-8")
    city(1, tmp_path / "lagi")
    os.rename(tmp_path / "lagi" / "kota-1", tmp_path / "kota-8")

    engine = loaded(f"{tmp_path}/*", tmp_path / "kota-7")

    rows = engine.execute("SELECT folder, unreadable FROM members ORDER BY folder").fetchall()
    assert {Path(folder).name: why for folder, why in rows} == {
        "kota-1": "kode wilayah dipakai dua folder",
        "kota-2": "datapackage.json tidak ada",
        "kota-3": "datapackage.json tidak terbaca",
        "kota-4": "berkas berubah atau hilang: data/observations.csv",
        "kota-5": "berkas berubah atau hilang: data/sources.csv",
        "kota-6": "bentuk lain: 1",
        "kota-7": None,
        "kota-8": "kode wilayah dipakai dua folder",
    }
    assert column(engine, "SELECT region FROM cities") == ["99.07"]


def test_both_engines_are_told_every_column_and_none_is_guessed() -> None:
    plan = sound().plan
    assert plan.header is not None
    names = {path for path, _ in files_of(plan, plan.header, "99.01")}
    loaders = dict(loading_sql(1))

    assert set(loaders) < names
    for text in loaders.values():
        assert [
            column.name
            for resource in RESOURCES
            for column in resource.columns
            if column.name.encode() not in text
        ] == []
