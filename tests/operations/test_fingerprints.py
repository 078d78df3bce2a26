"""A finding is the same finding after edits elsewhere, and another one after an edit that made it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from serang_plan.fingerprints import fingerprints
from serang_plan.operations.checking.check import checked
from serang_plan.reading.folder import read_folder, read_texts
from tests.conftest import AS_OF, ROOT

ACTIONS = """actions:
  - {code: A01, name: Taman, opd: DLHH, start: 2026}
  - code: A02
    name: Kebun
    opd: DLHH
    indicators:
      - {code: M09, adds: 1,5}
opd:
  - {code: DLH, name: Dinas Lingkungan Hidup}
"""


def marks(text: str, path: str = "plan.yaml", as_of: date = AS_OF) -> dict[str, str]:
    """Return rule and sentence by fingerprint."""
    reading = read_texts(iter([(path, text)]), as_of)
    found = checked(reading).shown
    made = fingerprints(found, reading.sources)
    assert len(set(made)) == len(found)
    return {
        mark: f"{one.finding.rule.code} {one.finding.message.id}"
        for mark, one in zip(made, found, strict=True)
    }


def test_lines_above_change_nothing() -> None:
    assert set(marks("# catatan\n\n" + ACTIONS)) == set(marks(ACTIONS))


def test_moving_a_record_within_its_file_or_to_another_changes_nothing() -> None:
    first, second = ACTIONS.index("  - {code: A01"), ACTIONS.index("  - code: A02")
    end = ACTIONS.index("opd:\n")
    turned = ACTIONS[:first] + ACTIONS[second:end] + ACTIONS[first:second] + ACTIONS[end:]

    assert set(marks(turned, "opd/dlh.yaml")) == set(marks(ACTIONS))


def test_the_other_newline_changes_nothing() -> None:
    assert set(marks(ACTIONS.replace("\n", "\r\n"))) == set(marks(ACTIONS))


def test_a_day_later_the_same_findings_are_the_same() -> None:
    late = ACTIONS + (
        "rakor:\n  - date: 2026-01-05\n    decisions:\n"
        "      - {code: R1, text: Bahas, lead: DLH, due: 2026-02-01, status: menunggu}\n"
    )

    today, tomorrow = marks(late), marks(late, as_of=date(2026, 7, 1))

    assert set(today) == set(tomorrow)
    assert set(today.values()) != set(tomorrow.values())  # one day more overdue


def test_the_same_fault_once_more_is_one_new_finding() -> None:
    more = ACTIONS.replace("{code: A01,", "{code: A03, name: Lain, opd: DLHH, start: 2026}\n  - {code: A01,")

    new = [said for mark, said in marks(more).items() if mark not in marks(ACTIONS)]

    assert [said for said in new if said.startswith("L201")] == [
        next(said for said in marks(ACTIONS).values() if said.startswith("L201"))
    ]


def test_another_name_makes_no_finding_new() -> None:
    assert set(marks(ACTIONS.replace("name: Taman", "name: Taman kota"))) == set(marks(ACTIONS))


def test_a_fault_in_an_indicator_makes_no_other_finding_new() -> None:
    text = (ROOT / "data" / "indicators.yaml").read_text(encoding="utf-8")
    duties = (ROOT / "data" / "opd_assignments.yaml").read_text(encoding="utf-8")

    before, after = marks(text + duties), marks(text.replace("value: 9.44", "value: 9,44") + duties)

    assert [said[:4] for mark, said in after.items() if mark not in before] == ["F105"]


def test_a_mended_fault_goes_and_nothing_else_becomes_new() -> None:
    mended = ACTIONS.replace("opd: DLHH, start", "opd: DLH, start")

    gone = [said for mark, said in marks(ACTIONS).items() if mark not in marks(mended)]

    assert any(said.startswith("L201") for said in gone)


def test_broken_files_have_fingerprints_too() -> None:
    for text in ("", "\t", "- 1\n", "x: [\n", "plan: {title: é\n", "actions:\n- {code: A01", "\udcff"):
        marks(text)


def test_the_real_plan_has_one_fingerprint_for_each_finding(tmp_path: Path) -> None:
    reading = read_folder(str(ROOT / "data"), AS_OF)
    found = checked(reading).shown

    assert len(set(fingerprints(found, reading.sources))) == len(found) > 0
