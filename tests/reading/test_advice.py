"""Advice leads on: what people type most wrongly is answered with what they can type instead."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.model.header import Header
from serang_plan.reading.folder import Reading, read_texts
from serang_plan.rules import check
from serang_plan.wording import LANGS

AS_OF = date(2026, 6, 30)
INDICATOR = (
    "indicators:\n  - code: M01\n    name: RTH\n    aspect: sosial\n    unit: ha\n    direction: naik\n    "
)
PLAN = "plan:\n  title: Rencana\n  city: Kota\n  first_year: 2026\n  last_year: 2030\n  "
ACTION = "actions:\n  - code: A01\n    name: Taman\n    "
RAKOR = "rakor:\n  - date: 2026-01-05\n    decisions:\n      - "
OPD = "opd:\n  - "
ADVICE = {
    "a comma in braces": (
        RAKOR + "{code: R1-1, text: Sampah, air dan jalan, lead: DLH, due: 2026-02-01}",
        'koma di dalam kurung memisahkan kunci; beri tanda kutip: `text: "Sampah, air dan jalan"`',
        'inside braces a comma parts keys; quote the text: `text: "Sampah, air dan jalan"`',
    ),
    "two commas in braces": (
        OPD + "{code: DPU, name: Dinas Air, Sungai, dan Jalan, head: Kepala}",
        'koma di dalam kurung memisahkan kunci; beri tanda kutip: `name: "Dinas Air, Sungai, dan Jalan"`',
        'inside braces a comma parts keys; quote the text: `name: "Dinas Air, Sungai, dan Jalan"`',
    ),
    "an unknown key in lines is no comma": (
        OPD + "code: DPU\n    name: Dinas Air\n    zzzz:",
        "ketik salah satu: `code`, `name`, `aliases`, `names`, `head`, `from`, `until`, `successor`, "
        "`sources`, `public`, `note`",
        "type one of `code`, `name`, `aliases`, `names`, `head`, `from`, `until`, `successor`, "
        "`sources`, `public`, `note`",
    ),
    "a threshold that is a number": (
        INDICATOR + "threshold: 80",
        "ketik seperti `{value: 80, kind: …, basis: …}`",
        "type it like `{value: 80, kind: …, basis: …}`",
    ),
    "thresholds that are a number": (
        INDICATOR + "thresholds: 80",
        "ketik seperti `[{value: 80, kind: …, basis: …}]`",
        "type it like `[{value: 80, kind: …, basis: …}]`",
    ),
    "measurements that are numbers": (
        INDICATOR + "measurements: [80]",
        "ketik seperti `{as_of: 80, value: …}`",
        "type it like `{as_of: 80, value: …}`",
    ),
    "targets that are words with a comma": (
        INDICATOR + 'targets: "naik, turun"',
        "ketik seperti `[{year: …, value: …}]`",
        "type it like `[{year: …, value: …}]`",
    ),
    "a number behind a comma and a word": (
        OPD + "{code: RT, name: RT,63}",
        'koma di dalam kurung memisahkan kunci; beri tanda kutip: `name: "RT, 63"`',
        'inside braces a comma parts keys; quote the text: `name: "RT, 63"`',
    ),
    "a list of words in a letter": (
        PLAN + "settings:\n    letter:\n      letterhead: Kota",
        "ketik `[Kota]`",
        "type `[Kota]`",
    ),
    "a list of words stays one": (
        INDICATOR + "pillars: ramah",
        "ketik `[ramah]`",
        "type `[ramah]`",
    ),
    "a header that is a number": (
        "plan: 5",
        "ketik nama kunci dan nilainya, seperti `{year: 2020, value: 13}`",
        "type keys with their values, as in `{year: 2020, value: 13}`",
    ),
    "where an action moved": (ACTION + "moved_to: 2027-TW1", "maksud Anda `moves`?", "did you mean `moves`?"),
    "moves that are a time": (
        ACTION + "moves: 2027-TW1",
        "ketik seperti `[{to: 2027-TW1}]`",
        "type it like `[{to: 2027-TW1}]`",
    ),
}


def read(text: str) -> Reading:
    return read_texts(iter([("plan.yaml", text + "\n")]), AS_OF)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "id", "en"), ADVICE.values(), ids=ADVICE)
def test_a_slip_is_one_finding_and_its_advice_can_be_typed(text: str, id: str, en: str, lang: str) -> None:
    (finding,) = read(text).findings

    assert finding.help is not None
    assert finding.help.for_lang(lang) == (en if lang == "en" else id)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("indicators", "advice"),
    [
        ("  - {code: M01, name: x}", "mend the errors in `indicators` first"),
        ("", "add it to `indicators`, which is still empty"),
    ],
)
def test_a_list_that_cannot_be_read_is_not_called_empty(indicators: str, advice: str) -> None:
    plan = read(f"assignments:\n  - {{indicator: M99, lead: X}}\nindicators:\n{indicators}").plan
    (finding,) = (finding for finding in check(plan) if finding.rule.code == "L203")

    assert finding.help is not None
    assert finding.help.en == advice


HEADER = """plan:
  title: Rencana Kota
  city: Kota Contoh
  first_year: 2026
  last_year: 2030
  {}
  pillars:
    - {{code: ramah, name: Ramah{}}}
    - {{code: besar, name: Besar}}
  settings:
    {}
    letter:
      letterhead: [PEMERINTAH KOTA CONTOH]
      signatory: Kepala Bappeda
      {}
"""


@pytest.mark.parametrize("nth", range(4))
@pytest.mark.parametrize("slip", ["origin: resmii", "zzz: 1", "region: Serang"])
def test_one_wrong_word_in_the_header_loses_that_word_alone(nth: int, slip: str) -> None:
    slips = ["# -", "", "# -", "# -"]
    slips[nth] = ", zzz: 1" if nth == 1 else slip
    reading = read(HEADER.format(*slips))
    header = reading.plan.header

    assert len(reading.findings) == 1
    assert isinstance(header, Header)
    assert header.title == "Rencana Kota"
    assert header.settings is not None
    assert header.settings.letter is not None
    assert header.settings.letter.signatory == "Kepala Bappeda"
    assert header.settings.letter.letterhead == ("PEMERINTAH KOTA CONTOH",)
    assert [pillar.code for pillar in header.pillars] == ["ramah", "besar"]
    assert reading.plan.unread.about("plan")


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("first_year: 2026", "first_yaer: 2026"),
        ("last_year: 2030", "last_year: duaribu"),
        ("city: Kota Contoh", "city: [Kota]"),
        ("title: Rencana Kota", "title:"),
        ("first_year: 2026", "first_year: [2026]\n  origin: resmii"),
    ],
)
def test_what_a_header_needs_and_lacks_takes_neither_title_nor_letter_with_it(right: str, slip: str) -> None:
    text = HEADER.format("# -", "", "# -", "# -")
    plan = read(text.replace(right, slip)).plan
    key = right.partition(":")[0]

    assert plan.header is None
    assert plan.heading.title == ("" if key == "title" else "Rencana Kota")
    assert plan.heading.city == ("" if key == "city" else "Kota Contoh")
    assert plan.settings.letter is not None
    assert plan.settings.letter.signatory == "Kepala Bappeda"
    assert plan.on(plan.as_of).heading == plan.heading


def test_a_pillar_that_cannot_be_read_goes_alone_and_is_not_called_unknown() -> None:
    text = HEADER.format("# -", "}\n    - {code: kecil", "# -", "# -").replace(
        "}\n    - {code: kecil}", "}\n    - {code: kecil}"
    )
    plan = read(text + INDICATOR + "pillars: [kecil]").plan

    assert plan.header is not None
    assert [pillar.code for pillar in plan.header.pillars] == ["ramah", "besar"]
    assert [finding for finding in check(plan) if finding.rule.code == "L207"] == []


def test_a_header_that_lacks_what_it_needs_is_none() -> None:
    assert read("plan:\n  title: Rencana Kota\n  last_year: dua\n").plan.header is None


@pytest.mark.parametrize("aspect", ["ekonomii", "Ekonomii"])
def test_a_letter_too_many_in_an_aspect_is_told(aspect: str) -> None:
    other = "  - {code: M02, name: X, aspect: %s, unit: ha, direction: naik}\n"
    plan = read(
        "indicators:\n"
        + other % "ekonomi"
        + other.replace("M02", "M03") % "ekonomi"
        + other.replace("M02", "M04") % aspect
    ).plan
    (finding,) = (finding for finding in check(plan) if finding.rule.code == "L215")

    assert finding.help is not None
    assert finding.help.en == "did you mean `ekonomi`?"
