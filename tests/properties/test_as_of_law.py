"""The law of the day: adding any record that became known after a day changes no byte of any report of it."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.cli.main import run
from serang_plan.model.plan import Plan
from serang_plan.model.when import month_end
from serang_plan.reading.folder import read_texts
from serang_plan.rendering.formats import PAGE_FORMATS
from tests.conftest import ROOT
from tests.readers.reports import TYPED

PLANS = {"contoh": ROOT / "src" / "serang_plan" / "example", "serang": ROOT / "data"}
DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        *("2018-01-01", "2020-03-10", "2021-06-01", "2023-01-01"),
        *("2025-01-01", "2025-12-31", "2026-06-30", "2026-11-24"),
    )
)
LAST_DAY = date(2100, 1, 1)
"""On which everything that was added is known."""

Document = dict[str, Any]

ADDED = {
    "value by known": ("indicators.measurements", "{as_of: '2017', value: 7, used: true, known: LATER}"),
    "value by published": ("indicators.measurements", "{as_of: '2016', value: 7, published: LATER}"),
    "value by source": ("indicators.measurements", "{as_of: '2015', value: 7, source: SX}"),
    "value by one of its sources": ("indicators.measurements", "{as_of: '2014', value: 7, sources: [SX]}"),
    "value by its own time": ("indicators.measurements", "{as_of: LATER, value: 7}"),
    "value of another scope": (
        "indicators.measurements",
        "{as_of: '2017', value: 7, scope: kawasan, known: LATER}",
    ),
    "value withdrawn": ("indicators.measurements.withdrawn", "{known: LATER, reason: Salah}"),
    "threshold by known": (
        "indicators.thresholds",
        "{value: 7, kind: hukum, basis: UU, known: LATER}",
    ),
    "threshold by since": ("indicators.thresholds", "{value: 7, kind: hukum, basis: UU, since: LATER}"),
    "threshold by source": ("indicators.thresholds", "{value: 7, kind: hukum, basis: UU, source: SX}"),
    "threshold for a time": (
        "indicators.thresholds",
        "{value: 7, kind: pembanding, basis: BPS, for: '2017', known: LATER}",
    ),
    "threshold withdrawn": ("indicators.threshold.withdrawn", "{known: LATER, reason: Salah}"),
    "target by known": ("indicators.targets", "{year: 2028, value: 7, known: LATER}"),
    "target by source": ("indicators.targets", "{year: 2027, value: 7, source: SX}"),
    "target of before a year": ("indicators.targets", "{year: 2012, value: 7, basis: rkpd, known: LATER}"),
    "target withdrawn": ("indicators.targets.withdrawn", "{known: LATER, reason: Salah}"),
    "declaration by known": ("indicators.declared", "{standing: terpenuhi, by: Wali Kota, known: LATER}"),
    "declaration by date": ("indicators.declared", "{standing: terpenuhi, by: Wali Kota, date: NEXT}"),
    "declaration by source": ("indicators.declared", "{standing: terpenuhi, by: Wali Kota, source: SX}"),
    "duty by known": ("assignments", "{indicator: M01, lead: DISHUB, known: LATER}"),
    "duty by source": ("assignments", "{indicator: M02, lead: DISHUB, source: SX}"),
    "duty by its start": ("assignments", "{indicator: M03, lead: DISHUB, from: NEXT}"),
    "duty withdrawn": ("assignments.withdrawn", "{known: LATER, reason: Salah}"),
    "name by known": ("opd.names", "{name: Badan Baru, known: LATER}"),
    "name by source": ("opd.names", "{name: Badan Terbaru, source: SX}"),
    "name by its start": ("opd.names", "{name: Badan Lain, from: NEXT}"),
    "name withdrawn": ("opd.names.withdrawn", "{known: LATER, reason: Salah}"),
    "claim by known": ("claims", "{code: KX1, by: Wali Kota, indicators: 16, met: 9, known: LATER}"),
    "claim by date": ("claims", "{code: KX2, by: Wali Kota, indicators: 16, met: 9, date: LATER}"),
    "claim by source": ("claims", "{code: KX3, by: Wali Kota, indicators: 16, met: 9, source: SX}"),
    "claim withdrawn": ("claims.withdrawn", "{known: LATER, reason: Salah}"),
    "criteria by known": (
        "criteria",
        "{code: LX1, name: Daftar, by: Kajian, scope: kota, complete: true, known: LATER, "
        "items: [{code: LX1-1, name: Butir, indicators: [M01]}]}",
    ),
    "criteria by date": (
        "criteria",
        "{code: LX2, name: Daftar, by: Kajian, scope: kota, complete: true, date: LATER, "
        "items: [{code: LX2-1, name: Butir, indicators: [M01]}]}",
    ),
    "criteria by source": (
        "criteria",
        "{code: LX3, name: Daftar, by: Kajian, scope: kota, complete: true, source: SX, "
        "items: [{code: LX3-1, name: Butir, indicators: [M01]}]}",
    ),
    "criteria withdrawn": ("criteria.withdrawn", "{known: LATER, reason: Salah}"),
    "dispute by date": (
        "disputes",
        "{code: PX1, topic: Angka, indicators: [M01, M02], statements: "
        "[{text: Satu, date: '2017', source: S1}, {text: Dua, date: LATER, source: S1}]}",
    ),
    "dispute by source": (
        "disputes",
        "{code: PX2, topic: Angka, indicators: [M01, M02], statements: "
        "[{text: Satu, date: '2017', source: S1}, {text: Dua, source: SX}]}",
    ),
    "dispute with one undated side": (
        "disputes",
        "{code: PX3, topic: Angka, indicators: [M01, M02], statements: "
        "[{text: Satu, source: SU}, {text: Dua, date: LATER, source: SX}]}",
    ),
    "side of a dispute by date": (
        "disputes.statements",
        "{text: Lain lagi, date: LATER, source: S1}",
    ),
    "side of a dispute by source": ("disputes.statements", "{text: Lain, source: SX}"),
    "entry of a dispute": ("disputes.history", "{known: LATER, resolution: Sudah selesai}"),
    "stage by known": ("stages", "{year: 2024, focus: Apa saja, known: LATER}"),
    "stage by source": ("stages", "{year: 2023, focus: Apa saja, source: SX}"),
    "action by known": (
        "actions",
        "{code: AX1, name: Kegiatan baru, opd: DLH, known: LATER, start: '2017', finish: '2019', "
        "indicators: [{code: M01, adds: 50}], needs: [A01], place: {site: Sini}}",
    ),
    "action by announced": (
        "actions",
        "{code: AX2, name: Kegiatan baru, opd: DLH, announced: LATER, finish: '2019', "
        "indicators: [{code: M01, adds: 50}]}",
    ),
    "move": ("actions.moves", "{to: 2029-TW4, known: LATER, opd: DLH, reason: Nanti saja}"),
    "entry of an action, done": ("actions.history", "{known: LATER, status: selesai, evidence: [SX]}"),
    "entry of an action, done before": (
        "actions.history",
        "{known: LATER, status: selesai, done: '2017'}",
    ),
    "entry of an action, put off": ("actions.history", "{known: LATER, finish: '2029', reason: Nanti}"),
    "entry of an action, by others": ("actions.history", "{known: LATER, opd: DLH, start: '2017'}"),
    "entry of an action, cancelled": ("actions.history", "{known: LATER, status: batal}"),
    "entry of an action, its way": (
        "actions.history",
        "{known: LATER, progress: 30, spent: 7, obstacle: Lahan, next: Lelang, source: SX}",
    ),
    "evidence of an action": ("actions.evidence", "SX"),
    "source of an action": ("actions.sources", "SX"),
    "source of an OPD": ("opd.sources", "SX"),
    "meeting by date": (
        "rakor",
        "{code: RX, date: NEXT, invited: semua, agenda: [Apa saja], source: SX, "
        "decisions: [{code: RX-1, text: Ambang ditetapkan, lead: semua, due: '2017-12-31'}]}",
    ),
    "meeting by known": ("rakor", "{code: RY, date: 2099-12-31, known: LATER, agenda: [Nanti]}"),
    "meeting heard of only later": ("rakor", "{date: '2017-06-01', known: LATER, agenda: [Dulu]}"),
    "report of a decision": (
        "rakor.decisions.history",
        "{known: LATER, by: DLH, status: selesai, evidence: Berita acara, note: Beres}",
    ),
    "report of one OPD": ("rakor.decisions.history", "{known: LATER, opd: DLH, status: selesai}"),
    "another due date": (
        "rakor.decisions.history",
        "{known: LATER, by: DLH, due: 2031-12-31, reason: Lama}",
    ),
    "decision verified": ("rakor.decisions.history", "{known: LATER, by: BAPPEDA, verified: sesuai}"),
    "decision superseded": ("rakor.decisions.history", "{known: LATER, superseded_by: R1-1}"),
    "minutes closed": ("rakor.closed", "{date: NEXT, fingerprint: 'v1:x'}"),
    "source": ("sources", "{code: SY, title: Baru, kind: berita, published: LATER}"),
}
"""What is added to every record that a path names: to a list another entry, of a field what it holds."""
SINGLE = ("withdrawn", "declared", "closed")
SOURCE = "{code: SX, title: Kabar, publisher: Koran, kind: resmi, published: LATER}"
THERE = (
    ("sources", "{code: SU, title: Tanpa tanggal, kind: resmi}"),
    ("indicators.targets", "{year: 2029, value: 7, basis: renstra}"),
    ("opd.names", "{name: Nama sejak lama, from: '2001'}"),
    (
        "criteria",
        "{code: LX0, name: Daftar, by: Kajian, scope: kota, complete: true, date: '2015', "
        "items: [{code: LX0-1, name: Butir, indicators: [M01]}]}",
    ),
)
"""What each plan is given first, so that there is something of every kind."""


@cache
def plan_document(name: str) -> Document:
    """Return a plan as one document, with something of every kind."""
    document: Document = {}
    for file in sorted(PLANS[name].glob("*.yaml")):
        for section, content in yaml.safe_load(file.read_text("utf-8")).items():
            document[section] = [*document[section], *content] if section in document else content
    for path, typed in THERE:
        _add(document, path.split("."), yaml.safe_load(typed))
    return document


def files_of(document: Document) -> dict[str, str]:
    """Return a file for each section, a record on each line: what is added moves no other record's place."""
    return {f"{section}.yaml": f"{section}:{_lines(content)}\n" for section, content in document.items()}


def _lines(content: object) -> str:
    if not isinstance(content, list):
        return f" {_flow(content)}"
    return "".join(f"\n  - {_flow(record)}" for record in content)


def _flow(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, default=str)


def added_to(name: str, kinds: Iterable[str], day: date, later: str) -> Document:
    """Return a plan in which such records were added, each known only after a day."""
    document = deepcopy(plan_document(name))
    after = (day + timedelta(days=1)).isoformat()
    for path, typed in (("sources", SOURCE), *(ADDED[kind] for kind in kinds)):
        record = yaml.safe_load(typed.replace("LATER", f"'{later}'").replace("NEXT", f"'{after}'"))
        _add(document, path.split("."), record)
    return document


def _add(node: Any, path: list[str], record: object) -> None:
    """Put it where a path leads, in every entry of every list on the way."""
    if isinstance(node, list):
        for entry in node:
            _add(entry, path, record)
    elif len(path) > 1:
        _add(node.get(path[0], []), path[1:], record)
    elif path[0] in SINGLE:
        node.setdefault(path[0], record)
    else:
        node[path[0]] = [*node.get(path[0], ()), record]


def times_after(day: date) -> Iterator[str]:
    """Give times that are surely past only after a day: the next day, and the month and year that hold it."""
    yield (day + timedelta(days=1)).isoformat()
    if day != month_end(day.year, day.month):
        yield f"{day:%Y-%m}"
    if (day.month, day.day) != (12, 31):
        yield str(day.year)


def plan_of(document: Document, day: date) -> Plan:
    reading = read_texts(iter(files_of(document).items()), day)
    assert not reading.findings, [finding.message.en for finding in reading.findings]
    return reading.plan


# -- what was known ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ADDED)
@pytest.mark.parametrize("name", PLANS)
def test_a_record_that_is_added_is_told_of_once_it_is_known(name: str, kind: str) -> None:
    """Or the law below would hold of nothing."""
    before, after = (
        known_plan(plan_of(document, LAST_DAY)).records
        for document in (plan_document(name), added_to(name, [kind], DAYS[-1], "2026-11-25"))
    )

    del before["sources"], after["sources"]
    assert (before != after) or kind == "source"


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("name", PLANS)
def test_what_became_known_later_is_no_part_of_what_was_known(name: str, day: date) -> None:
    before = known_plan(plan_of(plan_document(name), day)).records

    for later in times_after(day):
        after = known_plan(plan_of(added_to(name, ADDED, day, later), day)).records
        assert {section: after[section] for section in before if before[section] != after[section]} == {}
        assert all(not records for section, records in after.items() if section not in before)


# -- what is told ----------------------------------------------------------------------------

READERS = ("walikota", "sekda", "bappeda", "opd:DLH")
REPORTS = {
    **{name: typed for name, typed in TYPED.items() if not typed.startswith("diff")},
    **{f"briefing {reader}": f"briefing --for {reader}" for reader in READERS},
    "briefing for a rakor": "briefing --for walikota --rakor 2026-03-12",
    "checklist of all": "checklist --all",
    "diff of days": "diff --since known:2017-01-01",
    "diff of folders": "diff before data",
}


@pytest.fixture(name="place", scope="module")
def place_fixture(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with contextlib.chdir(place := tmp_path_factory.mktemp("rencana")):
        yield place


def placed(place: Path, document: Document, folder: str = "data") -> Path:
    """Write a plan into a folder."""
    shutil.rmtree(place / folder, ignore_errors=True)
    (place / folder).mkdir()
    for file, text in files_of(document).items():
        (place / folder / file).write_text(text, "utf-8")
    return place


def told(place: Path, typed: str, day: date, format: str = "markdown") -> bytes:
    """Return the file that a command writes of a plan, or why it writes none."""
    (out := place / "laporan").unlink(missing_ok=True)
    words = [*typed.split(), "--as-of", day.isoformat(), "--format", format, "-o", str(out)]
    with contextlib.redirect_stderr(io.StringIO()) as problem:
        code = run(words)
    return out.read_bytes() if code == 0 else problem.getvalue().encode()


def all_told(place: Path, document: Document, day: date, formats: Iterable[str]) -> dict[str, bytes]:
    """Return every report in some formats; in which column of its line a thing is typed does not count."""
    placed(place, document)
    return {
        f"{name} as {format}": re.sub(rb'"column": \d+', b"", told(place, typed, day, format))
        for name, typed in REPORTS.items()
        for format in formats
    }


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("name", PLANS)
def test_what_becomes_known_later_changes_no_byte_of_any_report(name: str, day: date, place: Path) -> None:
    *_, longest = times_after(day)
    placed(place, plan_document(name), "before")

    before = all_told(place, plan_document(name), day, ["markdown"])
    after = all_told(place, added_to(name, ADDED, day, longest), day, ["markdown"])

    assert [name for name in before if before[name] != after[name]] == []


def test_nor_of_any_format(place: Path) -> None:
    day = date(2025, 1, 1)
    placed(place, plan_document("contoh"), "before")

    before = all_told(place, plan_document("contoh"), day, PAGE_FORMATS)
    after = all_told(place, added_to("contoh", ADDED, day, "2025"), day, PAGE_FORMATS)

    assert [name for name in before if before[name] != after[name]] == []


def test_an_opd_that_does_not_exist_yet_and_is_named_nowhere_is_in_no_report(place: Path) -> None:
    day, document = date(2025, 1, 1), deepcopy(plan_document("contoh"))
    placed(place, document, "before")
    before = all_told(place, document, day, ["markdown"])

    document["opd"].append({"code": "BARU", "name": "Dinas Baru", "from": "2025-01-02"})
    after = all_told(place, document, day, ["markdown"])

    listed_in = [name for name in before if before[name] != after[name]]
    assert listed_in == ["diff of folders as markdown"]  # which tells of the list itself


@pytest.mark.parametrize("name", PLANS)
def test_no_report_of_a_day_asks_what_day_it_is(name: str, place: Path) -> None:
    day = date(2025, 12, 31)
    placed(place, plan_document(name), "before")

    early, late = (
        _on(today, place, plan_document(name), day) for today in (date(2017, 5, 5), date(2031, 5, 5))
    )

    assert early == late


def _on(today: date, place: Path, document: Document, day: date) -> dict[str, bytes]:
    with (
        patch("serang_plan.cli.arguments.options.today", lambda: today),
        patch("serang_plan.cli.commands.briefing.today", lambda: today),
    ):
        return all_told(place, document, day, ["markdown", "json"])
