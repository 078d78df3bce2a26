"""Placing: the exact bytes of a text after a change, one case beside the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from serang_plan.editing.changes import (
    AddRecord,
    AppendItem,
    Remove,
    RenameField,
    SetField,
    Value,
)
from serang_plan.editing.edits import spliced
from serang_plan.editing.placing import Placing
from serang_plan.editing.writing import Hand
from serang_plan.model.when import parse_when
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.problem import ProblemError
from serang_plan.places import Keys
from serang_plan.reading.folder import read_texts
from serang_plan.reading.node_tree import node_at
from tests.conftest import AS_OF
from tests.editing.bench import Make, after, edit, reading_of, refused

IND = "- {code: M01, name: RTH, aspect: fisik, unit: ha, direction: naik"


def put(*keys: str | int, value: Value) -> Make:
    return lambda record: SetField(record.at(*keys), value)


def append(*keys: str | int, value: Value) -> Make:
    return lambda record: AppendItem(record.at(*keys), value)


def without(*keys: str | int, with_comments: bool = False) -> Make:
    return lambda record: Remove(record.at(*keys), with_comments)


def renamed(*keys: str | int, name: str, into_list: bool = False) -> Make:
    return lambda record: RenameField(record.at(*keys), name, into_list)


def added(section: str, **value: Value) -> Make:
    return lambda _: AddRecord(section, value)


PLAIN = "indicators:\n  - code: M01\n    name: X\n    aspect: f\n    unit: ha\n    direction: naik\n"
NEXT = "  - code: M02\n" + PLAIN.partition("M01\n")[2]
RULE: Value = {
    "basis": "UU", "since": parse_when("2026") or 0, "kind": "hukum", "value": Decimal("20.000"),
}  # fmt: skip
OPD = "opd:\n  - code: DLH\n    name: Dinas\n"


@pytest.mark.parametrize(
    ("before", "make", "expected"),
    [
        # -- a value in the place of another
        (OPD, put("name", value="Dinas LH"), "opd:\n  - code: DLH\n    name: Dinas LH\n"),
        (OPD, put("name", value="Dinas: LH"), 'opd:\n  - code: DLH\n    name: "Dinas: LH"\n'),
        (OPD, put("name", value="no"), 'opd:\n  - code: DLH\n    name: "no"\n'),
        (OPD, put("name", value="1e3"), 'opd:\n  - code: DLH\n    name: "1e3"\n'),
        (OPD, put("name", value="36.73"), 'opd:\n  - code: DLH\n    name: "36.73"\n'),
        (OPD, put("name", value="1.000"), 'opd:\n  - code: DLH\n    name: "1.000"\n'),
        (OPD, put("name", value="12:30"), 'opd:\n  - code: DLH\n    name: "12:30"\n'),
        (OPD, put("name", value="Dinas #1"), 'opd:\n  - code: DLH\n    name: "Dinas #1"\n'),
        (OPD, put("name", value="*bintang"), 'opd:\n  - code: DLH\n    name: "*bintang"\n'),
        (OPD, put("name", value='Dinas "LH"'), 'opd:\n  - code: DLH\n    name: Dinas "LH"\n'),
        (OPD, put("name", value='"LH" \\'), 'opd:\n  - code: DLH\n    name: "\\"LH\\" \\\\"\n'),
        (OPD, put("name", value="Dua\nbaris"), 'opd:\n  - code: DLH\n    name: "Dua\\nbaris"\n'),
        (OPD, put("name", value="Dinas 😀"), "opd:\n  - code: DLH\n    name: Dinas 😀\n"),
        (OPD, put("name", value="Dinas,\u00a0LH"), 'opd:\n  - code: DLH\n    name: "Dinas,\u00a0LH"\n'),
        (
            "opd:\n  - code: DLH\n    name: 'Dinas'  # nama\n",
            put("name", value="Badan"),
            "opd:\n  - code: DLH\n    name: 'Badan'  # nama\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: 'Dinas: X'\n",
            put("name", value="O'X: Y"),
            "opd:\n  - code: DLH\n    name: 'O''X: Y'\n",
        ),
        (
            "opd:\n  - {code: DLH, name: Dinas}",
            put("name", value="A, B"),
            'opd:\n  - {code: DLH, name: "A, B"}',
        ),
        ("opd: [{code: DLH, name: Dinas}]\n", put("name", value="[A]"), 'opd: [{code: DLH, name: "[A]"}]\n'),
        (
            '{opd: [{"code": DLH, "name":"Dinas"}]}',
            put("name", value="B"),
            '{opd: [{"code": DLH, "name":"B"}]}',
        ),
        (
            "opd:\n  - code: DLH\n    name:   Dinas\n",
            put("name", value="Badan"),
            "opd:\n  - code: DLH\n    name:   Badan\n",
        ),
        (
            "opd:\n  - code: DLH\n    name:\n      Dinas\n      Lingkungan\n    note: X\n",
            put("name", value="Badan"),
            "opd:\n  - code: DLH\n    name: Badan\n    note: X\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: >-\n      Dinas\n      Lingkungan\n\n    note: X\n",
            put("name", value="Badan"),
            "opd:\n  - code: DLH\n    name: Badan\n\n    note: X\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: >-\n      Dinas\n",
            put("name", value="kata " * 30 + "akhir"),
            "opd:\n  - code: DLH\n    name: >-\n" + f"      {'kata ' * 18}kata\n      {'kata ' * 11}akhir\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: >-\n      Dinas\n",
            put("name", value="kata  " * 30 + "akhir"),
            f"opd:\n  - code: DLH\n    name: {'kata  ' * 30}akhir\n",
        ),
        (
            'opd:\n  - code: "A"\n    name: \'A: B\'\n    note: "C: D"\n',
            put("name", value="X: Y"),
            'opd:\n  - code: "A"\n    name: \'X: Y\'\n    note: "C: D"\n',
        ),
        (
            f"opd:\n  - code: DLH\n    name: {'kata ' * 30}akhir\n",
            put("name", value="kita " * 30 + "akhir"),
            f"opd:\n  - code: DLH\n    name: {'kita ' * 30}akhir\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: Dinas\n    aliases: [A, B]  # lama\n",
            put("aliases", 1, value="C"),
            "opd:\n  - code: DLH\n    name: Dinas\n    aliases: [A, C]  # lama\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: Dinas\n    aliases: [A, B]  # lama\n",
            put("aliases", value=["C"]),
            "opd:\n  - code: DLH\n    name: Dinas\n    aliases: [C]  # lama\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: Dinas\n    aliases:\n    - A\n    - B\n    note: X\n",
            put("aliases", value=["C", "D"]),
            "opd:\n  - code: DLH\n    name: Dinas\n    aliases:\n    - C\n    - D\n    note: X\n",
        ),
        (f'{OPD}    aliases: ["A #1", B]\n', put("aliases", value=["C"]), f"{OPD}    aliases: [C]\n"),
        # -- a field that is not there yet
        (OPD, put("note", value="X"), f"{OPD}    note: X\n"),
        (
            PLAIN,
            put("threshold", value=RULE),
            f"{PLAIN}    threshold: {{value: 20, kind: hukum, basis: UU, since: 2026}}\n",
        ),
        (
            PLAIN,
            put("threshold", value={**RULE, "basis": f"{'kata ' * 18}akhir"}),
            f"{PLAIN}    threshold:\n      value: 20\n      kind: hukum\n      basis: {'kata ' * 18}akhir\n      since: 2026\n",
        ),
        (
            PLAIN,
            put("targets", value=[{"year": 2026, "value": 2, "reason": "kata " * 20}]),
            f'{PLAIN}    targets:\n      - year: 2026\n        value: 2\n        reason: "{"kata " * 20}"\n',
        ),
        (
            f"{PLAIN}{NEXT}    threshold:\n        value: 1\n        kind: hukum\n        basis: UU\n",
            put("threshold", value=RULE),
            f"{PLAIN}    threshold:\n        value: 20\n        kind: hukum\n        basis: UU\n        since: 2026\n"
            f"{NEXT}    threshold:\n        value: 1\n        kind: hukum\n        basis: UU\n",
        ),
        (
            f"{PLAIN}    pillars:\n      - x\n{NEXT}    targets:\n        - {{year: 2026, value: 1}}\n",
            put("targets", value=[{"year": 2027, "value": 1}]),
            f"{PLAIN}    pillars:\n      - x\n    targets:\n        - {{year: 2027, value: 1}}\n"
            f"{NEXT}    targets:\n        - {{year: 2026, value: 1}}\n",
        ),
        (
            f"{PLAIN}    measurements:\n    - {{as_of: 2020, value: 1, source: S1}}\n",
            put("targets", value=[{"year": 2026, "value": 1}]),
            f"{PLAIN}    measurements:\n    - {{as_of: 2020, value: 1, source: S1}}\n    targets:\n    - {{year: 2026, value: 1}}\n",
        ),
        (OPD, put("aliases", value=["A", "B"]), f"{OPD}    aliases: [A, B]\n"),
        (OPD.rstrip("\n"), put("note", value="X"), f"{OPD}    note: X"),
        (OPD.replace("\n", "\r\n"), put("note", value="X"), f"{OPD}    note: X\n".replace("\n", "\r\n")),
        ("\ufeff" + OPD, put("note", value="X"), f"{OPD}    note: X\n"),
        (
            "opd:\n  - name: Dinas\n    code: DLH  # kode\n    note: X\n",
            put("aliases", value=["A"]),
            "opd:\n  - name: Dinas\n    code: DLH  # kode\n    aliases: [A]\n    note: X\n",
        ),
        (
            "rakor:\n  - place: Aula\n    date: 2020-01-02\n",
            put("chair", value="Sekda"),
            "rakor:\n  - place: Aula\n    date: 2020-01-02\n    chair: Sekda\n",
        ),
        (
            "claims:\n- indicators: 2\n  met: 1\n  by: Wali Kota\n  code: K1\n",
            put("date", value=date(2020, 1, 2)),
            "claims:\n- indicators: 2\n  met: 1\n  by: Wali Kota\n  code: K1\n  date: 2020-01-02\n",
        ),
        (
            "sources:\n  -   title: X\n      kind: berita\n      code: S1\n",
            put("publisher", value="Pers"),
            "sources:\n  -   title: X\n      kind: berita\n      code: S1\n      publisher: Pers\n",
        ),
        (
            "opd:\n  - {code: DLH,\n     name: Dinas}\n",
            put("note", value="X"),
            "opd:\n  - {code: DLH,\n     name: Dinas,\n     note: X}\n",
        ),
        (
            "opd:\n  - {name: Dinas, code: DLH}\n",
            put("note", value="X"),
            "opd:\n  - {name: Dinas, code: DLH, note: X}\n",
        ),
        (
            "actions:\n  - {code: A1, name: X, place: {}}\n",
            put("place", "site", value="Alun-alun"),
            "actions:\n  - {code: A1, name: X, place: {site: Alun-alun}}\n",
        ),
        (
            'actions:\n  - {code: A1, name: X, place: {kelurahan: "36.73.01.1003", site: Y}}\n',
            put("place", "kecamatan", value="36.73.01"),
            'actions:\n  - {code: A1, name: X, place: {kecamatan: "36.73.01", kelurahan: "36.73.01.1003", site: Y}}\n',
        ),
        (
            "opd:\n  - {code: DLH, name: Dinas,}\n",
            put("note", value="X"),
            "opd:\n  - {code: DLH, name: Dinas, note: X,}\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: Dinas\n    # note: nanti\n      # lagi\n  # akhir\n",
            put("note", value="X"),
            "opd:\n  - code: DLH\n    name: Dinas\n    note: X\n    # note: nanti\n      # lagi\n  # akhir\n",
        ),
        (
            "opd:\n  - code: DLH\n    name: Dinas  # a\n      # tentang nama\n    note: |+\n      X\n\n  - {code: B, name: B}\n",
            put("aliases", value=["A"]),
            "opd:\n  - code: DLH\n    name: Dinas  # a\n      # tentang nama\n    aliases: [A]\n    note: |+\n      X\n\n  - {code: B, name: B}\n",
        ),
        (
            "rakor:\n  - date: 2020-01-02\n    place: |+\n      X\n\n",
            put("chair", value="Sekda"),
            "rakor:\n  - date: 2020-01-02\n    place: |+\n      X\n\n    chair: Sekda\n",
        ),
        (OPD, put("note", value="Jalan, air"), f"{OPD}    note: Jalan, air\n"),
        (
            f"{PLAIN}    measurements:\n      - as_of: 2021\n        value: 2\n",
            put("measurements", 0, "breakdown", value={"total": 2, "parts": [{"name": "A", "value": 2}]}),
            f"{PLAIN}    measurements:\n      - as_of: 2021\n        value: 2\n        breakdown:\n"
            "          total: 2\n          parts:\n            - {name: A, value: 2}\n",
        ),
    ],
)
def test_a_field_is_set(before: str, make: Make, expected: str) -> None:
    assert after(before, make) == expected


NEW: Value = {"value": Decimal("2.50"), "as_of": 2021, "source": "S1"}
SOURCE = "sources:\n  - {code: S1, title: X, kind: berita}\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            f"{PLAIN}    measurements:\n      - as_of: 2020\n        value: 1\n        source: S1\n",
            f"{PLAIN}    measurements:\n      - as_of: 2020\n        value: 1\n        source: S1\n"
            "      - as_of: 2021\n        value: 2.50\n        source: S1\n",
        ),
        (
            f"{PLAIN}    measurements:\n    - {{as_of: 2020, value: 1, source: S1}}  # satu\n      # dua\n    # tiga\n",
            f"{PLAIN}    measurements:\n    - {{as_of: 2020, value: 1, source: S1}}  # satu\n      # dua\n"
            "    - {as_of: 2021, value: 2.50, source: S1}\n    # tiga\n",
        ),
        (
            f"{PLAIN}    measurements: [{{as_of: 2020, value: 1, source: S1}}]\n",
            f"{PLAIN}    measurements: [{{as_of: 2020, value: 1, source: S1}}, {{as_of: 2021, value: 2.50, source: S1}}]\n",
        ),
        (
            f"{PLAIN}    measurements: [\n      {{as_of: 2020, value: 1, source: S1}},\n      {{as_of: 2019, value: 1, source: S1}}\n    ]\n",
            f"{PLAIN}    measurements: [\n      {{as_of: 2020, value: 1, source: S1}},\n      {{as_of: 2019, value: 1, source: S1}},\n"
            "      {as_of: 2021, value: 2.50, source: S1}\n    ]\n",
        ),
        (
            f"{PLAIN}    measurements:\n      -\n        as_of: 2020\n        value: 1\n        source: S1",
            f"{PLAIN}    measurements:\n      -\n        as_of: 2020\n        value: 1\n        source: S1\n"
            "      - as_of: 2021\n        value: 2.50\n        source: S1",
        ),
        (
            f"{PLAIN}    measurements:\n      -   as_of: 2020\n          value: 1\n          source: S1\n\n"
            "      -   as_of: 2019\n          value: 1\n          source: S1\n",
            f"{PLAIN}    measurements:\n      -   as_of: 2020\n          value: 1\n          source: S1\n\n"
            "      -   as_of: 2019\n          value: 1\n          source: S1\n\n"
            "      -   as_of: 2021\n          value: 2.50\n          source: S1\n",
        ),
        # -- a list that is empty, or not there
        (PLAIN, f"{PLAIN}    measurements:\n      - {{as_of: 2021, value: 2.50, source: S1}}\n"),
        (
            f"{PLAIN}    measurements: []  # belum\n    note: X\n",
            f"{PLAIN}    measurements:  # belum\n      - {{as_of: 2021, value: 2.50, source: S1}}\n    note: X\n",
        ),
        (
            f"{PLAIN}    measurements: []  # belum\n      # - as_of: 2020\n    note: X\n",
            f"{PLAIN}    measurements:  # belum\n      # - as_of: 2020\n      - {{as_of: 2021, value: 2.50, source: S1}}\n    note: X\n",
        ),
        (
            f"{PLAIN}    measurements: []\n{PLAIN.partition(chr(10))[2].replace('M01', 'M02')}"
            "    measurements:\n    - as_of: 2020\n      value: 1\n      source: S1\n",
            f"{PLAIN}    measurements:\n    - as_of: 2021\n      value: 2.50\n      source: S1\n{PLAIN.partition(chr(10))[2].replace('M01', 'M02')}"
            "    measurements:\n    - as_of: 2020\n      value: 1\n      source: S1\n",
        ),
        (
            f"indicators:\n  {IND}}}\n",
            f"indicators:\n  {IND}, measurements: [{{as_of: 2021, value: 2.50, source: S1}}]}}\n",
        ),
        (
            f"indicators:\n  {IND}, measurements: []}}\n",
            f"indicators:\n  {IND}, measurements: [{{as_of: 2021, value: 2.50, source: S1}}]}}\n",
        ),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_item_is_appended(before: str, expected: str, ends: str) -> None:
    reading = reading_of(before.replace("\n", ends), SOURCE)
    change = AppendItem(reading.plan.indicators[0].at("measurements"), NEW)

    (file,) = edited(reading, [change]).files

    assert file.after == expected.replace("\n", ends)


ALIASES = "opd:\n  - code: DLH\n    name: Dinas\n    aliases:\n      - A\n      - B  # dua\n      # tiga\n    note: X\n"
TWO = "opd:\n  # kepala\n  - code: DLH\n    name: Dinas\n\n  # ekor\n  - code: B\n    name: B\n"


@pytest.mark.parametrize(
    ("before", "make", "expected"),
    [
        (f"{OPD}    note: X  \n", without("note"), OPD),
        (f"{OPD}    note: X", without("note"), OPD.rstrip("\n")),
        (
            f"{OPD}    note: >-\n      X\n      Y\n\n    aliases: [A]\n",
            without("note"),
            f"{OPD}\n    aliases: [A]\n",
        ),
        (
            "opd:\n  - note: X\n    code: B\n    name: B\n",
            without("note"),
            "opd:\n  - code: B\n    name: B\n",
        ),
        ("opd:\n  - {note: X, code: B, name: B}\n", without("note"), "opd:\n  - {code: B, name: B}\n"),
        ("opd:\n  - {code: B, name: B, note: X}\n", without("note"), "opd:\n  - {code: B, name: B}\n"),
        (ALIASES, without("aliases", 0), ALIASES.replace("      - A\n", "")),
        (
            ALIASES,
            without("aliases", 1, with_comments=True),
            ALIASES.replace("      - B  # dua\n", ""),
        ),
        (ALIASES, without("aliases", with_comments=True), f"{OPD}    note: X\n"),
        (f"{OPD}    aliases: [A, B]\n", without("aliases", 1), f"{OPD}    aliases: [A]\n"),
        (f"{OPD}    aliases: [A, B]\n", without("aliases", 0), f"{OPD}    aliases: [B]\n"),
        (f"{OPD}    aliases: [A]\n", without("aliases", 0), f"{OPD}    aliases: []\n"),
        (
            f"{OPD}    aliases:\n    - A\n    note: X\n",
            without("aliases", 0),
            f"{OPD}    aliases: []\n    note: X\n",
        ),
        (
            f"{OPD}    aliases:  # satu\n      # dua\n      - A\n    note: X\n",
            without("aliases", 0),
            f"{OPD}    aliases: []  # satu\n      # dua\n    note: X\n",
        ),
        (TWO, without(), "opd:\n  # kepala\n\n  # ekor\n  - code: B\n    name: B\n"),
        (OPD, without(), "opd: []\n"),
        (
            "opd:\n  -\n    code: DLH\n    name: Dinas\n  - code: B\n    name: B\n",
            without(),
            "opd:\n  - code: B\n    name: B\n",
        ),
        ("opd: [{code: B, name: B}, {code: C, name: C}]\n", without(), "opd: [{code: C, name: C}]\n"),
    ],
)
def test_something_is_removed(before: str, make: Make, expected: str) -> None:
    assert after(before, make) == expected


def test_of_two_records_the_last_is_removed_with_the_empty_line_above_it() -> None:
    reading = reading_of(TWO.replace("  # ekor\n", ""))

    (file,) = edited(reading, [Remove(reading.plan.opd[1].at())]).files

    assert file.after == "opd:\n  # kepala\n  - code: DLH\n    name: Dinas\n"


SHORT = {"code": "B", "name": "Badan"}


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (OPD, f"{OPD}  - code: B\n    name: Badan\n"),
        (OPD.rstrip("\n"), f"{OPD}  - code: B\n    name: Badan"),
        (
            f"{OPD}  # akhir\n\n# sumber\nsources: []\n",
            f"{OPD}  - code: B\n    name: Badan\n  # akhir\n\n# sumber\nsources: []\n",
        ),
        (TWO.replace("B", "C"), f"{TWO.replace('B', 'C')}\n  - code: B\n    name: Badan\n"),
        ("opd:\n- {code: C, name: C}\n", "opd:\n- {code: C, name: C}\n- {code: B, name: Badan}\n"),
        ("opd: [{code: C, name: C}]", "opd: [{code: C, name: C}, {code: B, name: Badan}]"),
        ("opd: []\nsources: []\n", "opd:\n  - {code: B, name: Badan}\nsources: []\n"),
        ("\r\nopd: []", "\r\nopd:\r\n  - {code: B, name: Badan}"),
        (
            "opd:  # daftar\n  # - code: X\nsources: []\n",
            "opd:  # daftar\n  # - code: X\n  - {code: B, name: Badan}\nsources: []\n",
        ),
        ("sources: []\n", "sources: []\n\nopd:\n  - {code: B, name: Badan}\n"),
        ("sources: []\nclaims: []", "sources: []\nclaims: []\nopd:\n  - {code: B, name: Badan}"),
        ("{sources: []}\n", "{sources: [], opd: [{code: B, name: Badan}]}\n"),
    ],
)
def test_a_record_is_added(before: str, expected: str) -> None:
    assert after_adding(before) == expected


def test_a_record_is_added_in_the_hand_of_the_nearest_in_which_something_is_written() -> None:
    opd = f"{OPD}    aliases:\n        - LH\n  - code: C\n    name: C\n    aliases: []\n"
    actions = (
        "actions:\n  - code: A1\n    name: X\n    place:\n        site: Alun-alun\n"
        "  - code: A2\n    name: X\n    place: {}\n"
    )

    assert after(opd, added("opd", **SHORT, aliases=["BB"])) == (
        f"{opd}  - code: B\n    name: Badan\n    aliases:\n        - BB\n"
    )
    assert after(actions, added("actions", code="A3", name="Taman", place={"site": "Pasar"})) == (
        f"{actions}  - code: A3\n    name: Taman\n    place:\n        site: Pasar\n"
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", ""])
def test_a_record_is_added_to_a_file_of_comments_that_is_called_like_its_section(ends: str) -> None:
    files = [
        ("a.yaml", "plan: {title: X, city: X, first_year: 2020, last_year: 2020}\n"),
        ("x/opd.yaml", f"# kosong{ends}"),
    ]

    (file,) = edited(read_texts(iter(files), AS_OF), [AddRecord("opd", SHORT)]).files

    assert (file.path, file.after) == (
        "x/opd.yaml",
        "# kosong\nopd:\n  - {code: B, name: Badan}\n".replace("\n", ends or "\n"),
    )


def after_adding(before: str) -> str:
    (file,) = edited(reading_of(before), [AddRecord("opd", SHORT)]).files
    return file.after


@pytest.mark.parametrize(
    ("before", "keys", "into_list", "expected"),
    [
        ("a: 1  # satu\nb: 2\n", ("a",), False, "c: 1  # satu\nb: 2\n"),
        ("a: M02  # satu\n", ("a",), True, "c: [M02]  # satu\n"),
        ("a: 4.85\n", ("a",), True, "c: [4.85]\n"),
        ("a: 'x, y'\n", ("a",), True, "c: ['x, y']\n"),
        ("a: x, y\n", ("a",), True, 'c: ["x, y"]\n'),
        ("x: {a: M02, b: 1}\n", ("x", "a"), True, "x: {c: [M02], b: 1}\n"),
        ("a: {x: 1}  # satu\n", ("a",), True, "c: [{x: 1}]  # satu\n"),
        ("a: {x: 1,\n    y: 2}\n", ("a",), True, "c: [{x: 1,\n    y: 2}]\n"),
        ("a: >-\n  x\n  y\nb: 1\n", ("a",), True, "c:\n  - >-\n    x\n    y\nb: 1\n"),
        ("l:\n- 1\na: |\n  x\n\n  y\nb: 1\n", ("a",), True, "l:\n- 1\nc:\n- |\n  x\n\n  y\nb: 1\n"),
        (
            "- a:  # satu\n    # dua\n    x: 1  # tiga\n    # empat\n\n    y:\n      - 1\n    z: >-\n      kata\n\n      kata\n    # lima\n  b: 1\n",
            (0, "a"),
            True,
            "- c:  # satu\n    # dua\n    - x: 1  # tiga\n      # empat\n\n      y:\n        - 1\n      z: >-\n        kata\n\n        kata\n      # lima\n  b: 1\n",
        ),
        ("l:\n- 1\na:\n  x: 1\n  y: 2\n", ("a",), True, "l:\n- 1\nc:\n- x: 1\n  y: 2\n"),
        ("l:\n- 1\na:\n    x: 1\n    y: 2", ("a",), True, "l:\n- 1\nc:\n  - x: 1\n    y: 2"),
        ("l:\n- 1\na:\n x: 1\n y: 2", ("a",), True, "l:\n- 1\nc:\n - x: 1\n   y: 2"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_field_is_renamed(before: str, keys: Keys, into_list: bool, expected: str, ends: str) -> None:
    text = before.replace("\n", ends)

    edits = placing(text).rename(keys, "c", into_list=into_list)

    assert spliced(text, sorted(edits)) == expected.replace("\n", ends)


def placing(text: str) -> Placing:
    root = node_at(text)
    assert root is not None
    return Placing(text, root, Hand.of(text))


def test_a_field_is_renamed_in_a_plan_and_its_value_is_read_as_before() -> None:
    before = "opd:\n  - code: DLH\n    note: Dinas  # dulu\n    name: X\n"

    assert after(before, without("name"), renamed("note", name="name")) == (
        "opd:\n  - code: DLH\n    name: Dinas  # dulu\n"
    )


def test_each_change_sees_what_those_before_it_left() -> None:
    text = f"{OPD}  - code: B\n    name: B\n"
    reading = reading_of(text)
    first, second = reading.plan.opd

    edit = edited(
        reading,
        [
            SetField(first.at("note"), "X"),
            SetField(second.at("aliases"), ["Y"]),
            AppendItem(second.at("aliases"), "Z"),
            Remove(first.at()),
            SetField(second.at("aliases", 0), "W"),
            AddRecord("opd", SHORT | {"code": "C"}),
        ],
    )

    assert (
        edit.files[0].after
        == "opd:\n  - code: B\n    name: B\n    aliases: [W, Z]\n  - code: C\n    name: Badan\n"
    )


def test_a_record_is_still_found_when_something_is_put_before_its_first_field() -> None:
    reading = reading_of("rakor:\n  - date: 2020-01-02\n    decisions:\n      - text: X\n        lead: DLH\n")
    (decision,) = reading.plan.rakor[0].decisions

    (file,) = edited(
        reading,
        [
            SetField(decision.at("code"), "R1-1"),
            SetField(decision.at("text"), "W"),
            SetField(decision.at("note"), "Z"),
        ],
    ).files

    assert file.after.partition("decisions:\n")[2] == (
        "      - code: R1-1\n        text: W\n        lead: DLH\n        note: Z\n"
    )


def test_what_is_removed_is_not_there_for_what_comes_next() -> None:
    with pytest.raises(ProblemError, match="there is no `note` there"):
        edit("opd: [{code: A, name: A}, {code: B, name: B}]\n", without(), put("note", value="X"))


def test_a_file_of_which_a_letter_is_lost_is_not_edited() -> None:
    reading = reading_of(OPD.encode() + b"    note: \xff\n")

    with pytest.raises(ProblemError, match=UNREAD):
        edited(reading, [SetField(reading.plan.opd[0].at("name"), "X")])


def test_a_record_within_a_record_is_found_by_its_own_place() -> None:
    text = f"{PLAIN}    measurements:\n      - {{as_of: 2020, value: 1, source: S1}}\n      - as_of: 2021\n        value: 2\n        source: S1\n"
    reading = reading_of(text, SOURCE)
    one, other = reading.plan.indicators[0].measurements

    (file,) = edited(
        reading, [SetField(one.at("value"), 10), SetField(other.at("note"), "X"), Remove(one.at())]
    ).files

    assert (
        file.after
        == f"{PLAIN}    measurements:\n      - as_of: 2021\n        value: 2\n        source: S1\n        note: X\n"
    )


# -- what is refused ---------------------------------------------------------------------------


MARKED = "there is an anchor, an alias or a tag of YAML there; write out what it stands for first"
LOST = "there is a comment in it that would be lost; move it first"
UNREAD = "its file cannot be read as a whole yet; mend it first"
NOTHING = "there is no `{}` there"


@pytest.mark.parametrize(
    ("text", "make", "why"),
    [
        ("opd:\n  - code: DLH\n    name: &n Dinas\n    note: X\n", put("note", value="Y"), MARKED),
        ("opd:\n  - code: DLH\n    name: !!str Dinas\n    note: X\n", put("note", value="Y"), MARKED),
        (f"{OPD}    ? [a]\n    : b\n", put("note", value="Y"), MARKED),
        (f"{OPD}    *a : b\n", put("note", value="Y"), MARKED),
        (f"<<: {{a: b}}\n{OPD}", added("opd", **SHORT), MARKED),
        (f"{OPD}    aliases:\n      - A  # satu\n      - B\n", put("aliases", value=["C"]), LOST),
        (f"{OPD}    aliases: [A,  # satu\n      B]\n", put("aliases", value=["C"]), LOST),
        (f"{OPD}    note: >-  # satu\n      X\n", put("note", value="Y"), LOST),
        (f"{OPD}    note: X  # satu\n", without("note"), LOST),
        (f"{OPD}    note: X\n      # satu\n", without("note"), LOST),
        (f"{OPD}    aliases:\n      - A  # satu\n", without("aliases", 0), LOST),
        ("opd:\n  - {code: DLH,  # satu\n     note: X, name: Dinas}\n", without("note"), LOST),
        (
            f"{OPD}  - code: B\n    name: B  # satu\n",
            lambda record: Remove(record.at("name")),
            "the key `name` is missing",
        ),
        (
            "rakor:\n  - date: 2020-01-02\n    decisions:\n      - text: X\n",
            without("decisions", 0, "text"),
            "nothing else is written there; remove all of it",
        ),
        (OPD, without("note"), NOTHING.format("note")),
        (OPD, put("aliases", 0, value="X"), NOTHING.format("aliases.0")),
        (f"{OPD}    aliases: [A, B]\n", without("aliases", 2), NOTHING.format("aliases.2")),
        (OPD, put("a", "b", value="X"), NOTHING.format("a.b")),
        (OPD, renamed("note", name="name"), NOTHING.format("note")),
        (f"{OPD}    note: X\n", renamed("note", name="name"), "a field of that name is there already"),
        (OPD, append("name", value="X"), "what is there cannot be a list"),
        (
            f"{OPD}    aliases: [A]\n",
            renamed("aliases", name="note", into_list=True),
            "what is there cannot be a list",
        ),
        (
            "opd:\n  - code: DLH\n    ? name\n    : Dinas\n",
            put("name", value="X"),
            "it is written in an unusual way there; change it by hand",
        ),
        (
            f"{OPD}    ? note\n    : X\n",
            without("note"),
            "it is written in an unusual way there; change it by hand",
        ),
        (OPD, put("name", value=5), "`5` without quotes is not text"),
        (OPD, put("nama", value="X"), "the key `nama` is not known here"),
        (OPD, put("note", value="X\u200bY"), "an error would follow"),
        (OPD, put("name", value="\ud800"), "the plan would change otherwise than is meant"),
        (f"{OPD}    name: X\n", put("note", value="Y"), "what is to be changed is not read as it is written"),
        (
            "opd:\n  - {code: DLH, name: Rp2,5 juta}\n",
            put("note", value="Y"),
            "what is to be changed is not read as it is written",
        ),
        (f"{OPD}{OPD}", added("opd", **SHORT), "the plan would change otherwise than is meant"),
        (OPD, added("opd", code="DLH", name="Lagi"), "an error would follow at 0.yaml:4: "),
        (f"{OPD}\tnote: X\n", put("name", value="Y"), NOTHING.format("name")),
        (OPD.replace("Dinas", "Dinas\u200b"), put("name", value="Y"), UNREAD),
        (f"{OPD}<<<<<<< a\n=======\n>>>>>>> b\n", added("opd", **SHORT), UNREAD),
        (f"--- {{}}\n---\n{OPD}", added("opd", **SHORT), "the plan would change otherwise than is meant"),
        (f"{OPD}---\nsources: []\n", added("opd", **SHORT), "an error would follow"),
        ("- 1\n", added("opd", **SHORT), UNREAD),
        ("sources: [\n", added("opd", **SHORT), UNREAD),
        ("opd: &a\n  - {code: C, name: C}\n", added("opd", **SHORT), MARKED),
        ("opd: &a\n  - {code: C, name: C}\n", without(), MARKED),
        ("opd: X\n", added("opd", **SHORT), "what is there cannot be a list"),
    ],
)
def test_what_cannot_be_done_exactly_is_not_done(text: str, make: Make, why: str) -> None:
    assert refused(text, make).startswith(why)
