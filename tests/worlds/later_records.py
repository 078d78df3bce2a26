"""A plan, and the same plan in which records of every kind were added that became known only after a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from typing import Any

import yaml

from serang_plan.model.when import month_end
from tests.conftest import ROOT

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
    "threshold withdrawn": ("indicators.thresholds.withdrawn", "{known: LATER, reason: Salah}"),
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
    "entry of an action, elsewhere": ("actions.history", "{known: LATER, place: {site: Di sana}}"),
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
    ("indicators.thresholds", "{value: 7, kind: kebijakan, basis: Sejak lama, due: 2010}"),
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
