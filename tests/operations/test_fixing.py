"""Fixing: what is safe is put right, the rest stays as it was, byte for byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from serang_plan.operations.checking.check import checked
from serang_plan.operations.checking.fixing import safe_fixes
from serang_plan.operations.checking.safe_fixes import fixed, fixes_of
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import read_folder, read_texts
from tests.conftest import AS_OF

SOUND = '{title: X, city: X, region: "36.73", first_year: 2020, last_year: 2020}'
FAULTY = SOUND.replace('"36.73"', "36.73")
INDICATOR = "indicators:\n  - {code: M01, name: RTH, aspect: fisik, unit: ha, direction: naik"


def after(text: str, path: str = "a.yaml") -> str:
    """Return a file's text after everything that is safe was put right."""
    return fixed(read_texts(iter([(path, text)]), AS_OF)).texts.get(path, text)


# -- what is put right -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("plan: {title: X, city: X, region: 36.73, first_year: 2020, last_year: 2021}", 'region: "36.73"'),
        ("plan: {title: 2020, city: X, first_year: 2020, last_year: 2021}", 'title: "2020"'),
        ("opd:\n  - {code: 010, name: DLH}", 'code: "010"'),
        ("opd:\n  - {code: no, name: DLH}", 'code: "no"'),
        ("opd:\n  - {code: 2, name: DLH}", 'code: "2"'),
        (f"{INDICATOR}, measurements: [{{as_of: 2019, value: 98,63}}]}}", "value: 98.63}"),
        (f"{INDICATOR}, measurements: [{{as_of: 2019, value: '98,63'}}]}}", "value: 98.63}"),
        (f"{INDICATOR}, measurements: [{{value: 1.234,5, as_of: 2019}}]}}", "value: 1234.5,"),
        (f"{INDICATOR}, measurements: [{{as_of: 2019, value: 0,125}}]}}", "value: 0.125}"),
        (f"{INDICATOR}, measurements: [{{as_of: 2019, value: -3,5}}]}}", "value: -3.5}"),
        (INDICATOR.replace("naik", "niak") + "}", "direction: naik"),
        (INDICATOR.replace("naik", "'Turun'") + "}", "direction: turun"),
        (INDICATOR.replace("unit", "units") + "}", "unit: ha"),
        (INDICATOR.replace("aspect", '"Aspect"') + "}", "aspect: fisik"),
        (INDICATOR.replace("aspect", "аspect") + "}", "aspect: fisik"),
        (INDICATOR.replace("indicators:", "indicator:") + "}", "indicators:"),
        (
            "opd:\n  - {code: DLH, name: X, aliases: [Lingkungan]}\nstages:\n  - {year: 2020, focus: X, opd: [lingkungan]}",
            "opd: [DLH]",
        ),
        (
            "opd:\n  - {code: DLH, name: X, aliases: [Lingkungan]}\n  - {code: DPUPR, name: Y}\n"
            "actions:\n  - {code: A1, name: Taman, opd: DPUPR, history: [{known: 2020, opd: lingkungan}]}",
            "opd: DPUPR, history: [{known: 2020, opd: DLH}]",
        ),
    ],
)
def test_it_is_put_right(typed: str, right: str) -> None:
    assert right in after(f"{typed}\n")


@pytest.mark.parametrize(
    "text",
    [
        f"{INDICATOR}, measurements: [{{as_of: 2019, value: 12,345}}]}}\n",
        f"{INDICATOR}, measurements: [{{as_of: 2019, value: 12.345}}]}}\n".replace("12.345", "12.000"),
        f"{INDICATOR}, measurements: [{{as_of: 2019, value: 010}}]}}\n",
        f"{INDICATOR}, measurements: [{{as_of: 2019, value: 5, used: yes}}]}}\n",
        f"{INDICATOR}, measurements: [{{as_of: 2019, value: 1_000}}]}}\n",
        f"{INDICATOR}, targets: [{{year: 2020, value: 5, bases: usulan, basis: rpjmd}}]}}\n",
        f"{INDICATOR}, target: 15}}\n",
        "plan: {title: X, city: X, region: 36.7, first_year: 2020, last_year: 2021}\n",
        "opd:\n  - {code: A, name: X, aliases: [Dinas]}\n  - {code: B, name: Z, aliases: [Dinas]}\nstages:\n  - {year: 2020, focus: X, opd: [Dinas]}\n",
        "opd:\n  - {code: A, name: X}\nstages:\n  - {year: 2020, focus: X, opd: [AA]}\n",
        "plan: {title: X\n  y, city: 2020\n  , first_year: 2020, last_year: 2021, regoin: a\u200bb}\n",
        "indicators: {code: M01, direction: niak\nopd: [\n",
        "<<<<<<< a\nopd: [{code: 2, name: X}]\n=======\nopd: []\n>>>>>>> b\n",
        "opd:\n  - code: &x 2\n    name: X\n",
    ],
    ids=[
        *(
            "thousands or decimals",
            "thousands dot",
            "octal or not",
            "a flag",
            "underscore",
            "both keys are there",
        ),
        *(
            "what follows would not fit",
            "still no region",
            "alias of two",
            "unknown code",
            "unseen character",
        ),
        *("broken", "conflict", "anchor"),
    ],
)
def test_what_could_mean_two_things_stays_as_it_is(text: str) -> None:
    assert after(text) == text


def test_a_file_with_a_letter_that_is_not_utf8_stays_as_it_is() -> None:
    for data, is_fixed in (
        (b"opd:\n  - {code: 2, name: \xe9}\n", False),
        (b"opd:\n  - {code: 2, name: e}\n", True),
    ):
        assert bool(fixed(read_texts(iter([("a.yaml", data)]), AS_OF)).texts) == is_fixed


def test_what_comes_to_light_is_put_right_too() -> None:
    text = f"{INDICATOR}, measurement: [{{as_of: 2019, valeu: 98,63, sumber: x}}]}}\n"

    assert after(text) == text.replace("measurement", "measurements").replace("valeu: 98,63", "value: 98.63")


def test_an_ignored_finding_is_left_alone() -> None:
    text = (
        "opd:\n  - {code: DLH, name: X, aliases: [Hijau]}\nstages:\n"
        "  - {year: 2020, focus: X, opd: [Hijau]} # serang-plan: abaikan L202 — dikutip dari naskah\n"
    )

    assert after(text) == text


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("opd: []", "opd: []\n"),
        ("a:\r\n  - b", "a:\r\n  - b\r\n"),
        ("opd: [] # x", "opd: [] # x\n"),
        ("opd:\n  - {code: A, name: X, note: 'a'}", None),
        ("opd:\n  - code: A\n    name: |\n      X", ""),
        ("opd: 'x", ""),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_the_last_line_is_ended_unless_that_says_something_else(text: str, ended: str | None) -> None:
    assert after(text) == (f"{text}\n" if ended is None else ended or text)


# -- the files -----------------------------------------------------------------------------


def test_files_are_written_when_that_is_asked_for_and_the_plan_is_as_it_is_then(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(f"plan: {FAULTY}\n")
    fixes = safe_fixes(read_folder(str(path), AS_OF))

    assert (fixes.fixes, [change.path for change in fixes.changes]) == (1, [str(path)])
    assert path.read_text() == f"plan: {FAULTY}\n"

    fixes.write()

    assert path.read_text() == f"plan: {SOUND}\n"
    assert fixes.reading.sources.source(str(path)).text == path.read_text()


def test_what_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(f"plan: {FAULTY}\n")
    fixes = safe_fixes(read_folder(str(path), AS_OF))
    path.write_text("opd: []\n")

    with pytest.raises(ProblemError):
        fixes.write()

    assert path.read_text() == "opd: []\n"


# -- for editors and forges ------------------------------------------------------------------


def test_each_finding_knows_its_safe_replacement() -> None:
    text = f"plan: {FAULTY}\n{INDICATOR}, measurements: [{{as_of: 2019, value: 010}}]}}\n"
    reading = read_texts(iter([("a.yaml", text)]), AS_OF)
    replacement = fixes_of(reading)

    given = {one.finding.rule.code: replacement(one) for one in checked(reading).shown}

    (quotes,) = given["F111"]
    line = text.splitlines()[quotes.line - 1]
    assert line[quotes.column - 1 : quotes.end_column - 1] == "36.73"
    assert quotes.text == '"36.73"'
    assert given["S116"] == ()


def test_two_thousand_mistakes_take_no_more_than_a_moment() -> None:
    from time import process_time

    rows = "".join(
        f"  - {{code: M{n}, name: X, aspect: a, unit: ha, direction: niak, "
        f"measurements: [{{as_of: 2019, value: {n},5, sorce: S1}}]}}\n"
        for n in range(1_000)
    )
    text = f"indicators:\n{rows}"
    started = process_time()

    right = after(text)

    assert process_time() - started < 20
    assert right == re.sub(r"(\d+),5, sorce", r"\1.5, source", text).replace("niak", "naik")
