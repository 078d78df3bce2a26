"""One report, one answer: verdicts and figures are read back out of every format and compared with the JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import pytest

from serang_plan.analysis.indicators.standing import Standing
from serang_plan.model.when import parse_when
from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.reports.parts.conflict_wording import COVERS
from serang_plan.reports.parts.outlook_labels import OUTCOMES, SCENARIOS
from serang_plan.reports.parts.phrases import SIGNS
from serang_plan.wording import LANGS, Lang, number
from tests.readers.paper import squeezed
from tests.readers.reading_back import TABLES, WORDS, Row, words
from tests.readers.reports import PLANS, data, written
from tests.sampling import sample

OF_SIGN = {sign: standing.value for standing, sign in SIGNS.items()}
OF_WORD = {lang: {one.word.for_lang(lang): one.value for one in Standing} for lang in LANGS}
PAGES = [format for format in PAGE_FORMATS if format in WORDS and format != "plain"]
"""Those with a sign for the standing of each indicator, by which it is found here; listening has none."""

every_page = pytest.mark.parametrize("format", PAGES)
pages_of_plans = pytest.mark.parametrize(
    ("plan", "lang", "format"), sample([*product(PLANS, LANGS, PAGES)], 16)
)
every_table = pytest.mark.parametrize("reader", TABLES)
every_plan = pytest.mark.parametrize("plan", PLANS)
both_languages = pytest.mark.parametrize("lang", LANGS)


@cache
def text(report: str, plan: str, lang: Lang, format: str) -> str:
    return words(format, written(report, plan, lang, format))


def tables(report: str, plan: str, lang: Lang, reader: str) -> list[list[Row]]:
    format, read = TABLES[reader]
    return read(written(report, plan, lang, format), lang)


def test_every_format_is_read_back() -> None:
    assert set(PAGE_FORMATS) == {
        "json",
        "ics",
        *WORDS.keys() & PAGE_FORMATS.keys(),
        *(format for format, _ in TABLES.values()),
    }


# -- indicators ------------------------------------------------------------------------


class Shown(NamedTuple):
    """What a format says of one indicator; a gap is a number, `reached`, or nothing."""

    code: str
    standing: str
    value: str | None
    threshold: str | None
    gap: str | None


ROW = re.compile(r"([✓✗?~!])(M\d\d)(?!\d)")
VALUE = re.compile(r"(?<![≥≤\d.,])(\d[\d.,]*)(?:%|[a-z]{1,9})?\(\d{4}\)")
THRESHOLD = re.compile(r"[≥≤](\d[\d.,]*)")
GAP = re.compile(r"(?:kurang|kelebihan|shortby|overby)(\d[\d.,]*)|(tercapai|reached)")


def shown(found: str) -> list[Shown]:
    """Read the indicators out of the words of a page; a row ends where the next one begins."""
    starts = list(ROW.finditer(found))
    ends = [*(one.start() for one in starts[1:]), len(found)]
    return [
        _shown(one.group(2), OF_SIGN[one.group(1)], found[one.end() : min(end, one.end() + 260)])
        for one, end in zip(starts, ends, strict=True)
    ]


def _shown(code: str, standing: str, row: str) -> Shown:
    value, threshold, gap = VALUE.search(row), THRESHOLD.search(row), GAP.search(row)
    return Shown(
        code,
        standing,
        value and value.group(1),
        threshold and threshold.group(1),
        gap and (gap.group(1) or "reached"),
    )


def goal_of(row: dict[str, Any]) -> float | None:
    """Return what an indicator is measured by."""
    goal: float | None = row["threshold"] and row["threshold"]["value"]
    return goal


def value_of(row: dict[str, Any]) -> float | None:
    """Return the value of an indicator, or what stands in for it."""
    value: float | None = row["substitute"]["value"] if row["substitute"] else row["value"]
    return value


def sources_of(row: dict[str, Any]) -> str | None:
    """Return its sources as a cell holds them."""
    return ", ".join((row["substitute"] or row)["sources"]) or None


def agrees(written: str | None, exact: float | None, lang: Lang) -> bool:
    """Whether a number that is shown is the exact one, rounded to the places that are shown."""
    if written is None or exact is None:
        return written is exact
    plain = written.rstrip(".,").replace("." if lang == "id" else ",", "").replace(",", ".")
    places = len(plain.partition(".")[2])
    return abs(Decimal(plain) - Decimal(str(exact))) * 2 <= Decimal(1).scaleb(-max(places, 2))


def gap_agrees(one: Shown, row: dict[str, Any], lang: Lang) -> bool:
    if row["missing"] is not None or row["gap"] is None:
        return one.gap is None
    return one.gap == "reached" if row["gap"] <= 0 else agrees(one.gap, row["gap"], lang)


@pages_of_plans
def test_status_says_the_same_of_every_indicator(plan: str, lang: Lang, format: str) -> None:
    rows = data("status", plan, lang)["indicators"]

    found = shown(text("status", plan, lang, format))
    assert [(one.code, one.standing) for one in found] == [(row["code"], row["standing"]) for row in rows]
    for one, row in zip(found, rows, strict=True):
        assert agrees(one.value, value_of(row), lang), (one, row)
        assert agrees(one.threshold, goal_of(row), lang), (one, row)
        assert gap_agrees(one, row, lang), (one, row)


@pages_of_plans
@pytest.mark.parametrize("report", ["status", "gaps"])
def test_the_counts_are_the_same(report: str, plan: str, lang: Lang, format: str) -> None:
    counts = data(report, plan, lang)["counts"]

    found = text(report, plan, lang, format)
    for standing in SIGNS:
        assert is_counted(found, counts[standing.value], standing.word.for_lang(lang))


def is_counted(found: str, count: int, word: str) -> bool:
    """Whether a count stands before its word, or before the sign of its word."""
    return re.search(rf"(?:(?<!\d)|(?<=20\d\d)){count}\W?{squeezed(word)}", found) is not None


@pages_of_plans
def test_gaps_are_the_same_and_in_the_same_order(plan: str, lang: Lang, format: str) -> None:
    rows = data("gaps", plan, lang)["gaps"]
    values = {row["code"]: row for row in data("status", plan, lang)["indicators"]}

    found = shown(text("gaps", plan, lang, format))
    assert [(one.code, one.standing) for one in found] == [(row["code"], row["standing"]) for row in rows]
    for one, row in zip(found, rows, strict=True):
        assert gap_agrees(one, row, lang), (one, row)
        if format != "whatsapp":
            assert agrees(one.value, value_of(values[one.code]), lang)
            row = values[one.code]
            goal = goal_of(row if row["threshold"] or not row["other_scope"] else row["other_scope"])
            assert agrees(one.threshold, goal, lang)


@every_table
@both_languages
@every_plan
@pytest.mark.parametrize("report", ["status", "gaps"])
def test_the_cells_of_indicators_are_the_same(report: str, plan: str, lang: Lang, reader: str) -> None:
    known = {row["code"]: row for row in data("status", plan, lang)["indicators"]}
    rows = data(report, plan, lang)["indicators" if report == "status" else "gaps"]
    titles = ("Kode", "Status", "Nilai", "Ambang", "Selisih ke ambang", "Satuan", "Sumber", "Pengampu")
    english = ("Code", "Standing", "Value", "Threshold", "Distance to threshold", "Unit", "Source", "Lead")

    first, *_ = tables(report, plan, lang, reader)
    cells = [tuple(row[title] for title in (titles if lang == "id" else english)) for row in first]
    assert [cell[0] for cell in cells] == [row["code"] for row in rows]
    for code, word, value, threshold, gap, unit, source, leads in cells:
        row = known[code]
        assert OF_WORD[lang][word] == row["standing"]
        assert (value, threshold, gap) == (value_of(row), goal_of(row), row["gap"])
        assert unit == row["unit"] or lang == "en"
        assert source == sources_of(row)
        assert (leads or "") == ", ".join(row["leads"])


# -- forecast --------------------------------------------------------------------------


@pages_of_plans
def test_the_forecast_counts_the_same_in_every_year(plan: str, lang: Lang, format: str) -> None:
    report = data("forecast", plan, lang)
    met, unmet, unknown = (squeezed(word.for_lang(lang)) for word, _ in OUTCOMES.values())
    year = re.compile(rf"(20\d\d)[^\d,]*?(\d+){met},(\d+){unmet},(\d+){unknown}")

    found = [tuple(map(int, one.groups())) for one in year.finditer(text("forecast", plan, lang, format))]

    assert found == [
        (one["year"], one["met"], one["unmet"], one["unknown"])
        for scenario in ("trend", "plan", "target")
        for one in report["counts"][scenario]
    ]


@every_table
@both_languages
@every_plan
def test_the_cells_of_the_forecast_are_the_same(plan: str, lang: Lang, reader: str) -> None:
    counts = data("forecast", plan, lang)["counts"]

    first, *_ = tables("forecast", plan, lang, reader)

    named = {one.value: words.for_lang(lang) for one, words in SCENARIOS.items()}
    assert [tuple(row.values()) for row in first] == [
        (named[scenario], one["year"], one["met"], one["unmet"], one["unknown"])
        for scenario in ("trend", "plan", "target")
        for one in counts[scenario]
    ]


@pages_of_plans
def test_each_indicator_is_met_from_the_same_year(plan: str, lang: Lang, format: str) -> None:
    report = data("forecast", plan, lang)

    found = text("forecast", plan, lang, format)
    table = found[
        found.lower().rindex(squeezed("mulai akhir tahun" if lang == "id" else "from the end of the year")) :
    ]
    for row in report["indicators"]:
        cells = [since(row[scenario], report["years"]) for scenario in ("trend", "plan", "target")]
        assert re.search(rf"{row['code']}[^?]*?{cells[0]}\D*?{cells[1]}\D*?{cells[2]}", table), (
            row["code"],
            cells,
        )


def since(answers: list[dict[str, Any]], years: list[int]) -> str:
    """Return what a cell says: the year from which on an indicator stays met, or why there is none."""
    first = None
    for year, answer in zip(reversed(years), reversed(answers), strict=True):
        if answer["outcome"] != "met":
            break
        first = year
    if first is not None:
        return f"(?:{first}|sudah|already)" if first == years[0] else str(first)
    return r"\?" if answers[-1]["outcome"] == "unknown" else "(?:tidak|no)"


# -- progress, stages, coordination ------------------------------------------------------


def in_figures(figure: float, lang: Lang) -> str:
    """Return a number as it is shown, as a pattern."""
    return re.escape(number(Decimal(str(figure)), lang))


def time(iso: str, lang: Lang) -> str:
    when = parse_when(iso)
    assert when is not None
    return squeezed(when.text(lang))


@pages_of_plans
def test_progress_has_the_same_values_and_the_same_verdicts(plan: str, lang: Lang, format: str) -> None:
    report = data("progress M03", plan, lang)

    found = text("progress M03", plan, lang, format)
    series = [f"{time(one['as_of'], lang)}:?{in_figures(one['value'], lang)}" for one in report["values"]]
    assert in_order(found, series)
    methods = [re.escape(f"{one['method']}{squeezed(one['name'])}") for one in report["methods"]]
    verdicts = [re.escape(squeezed(one["words"])) for one in report["methods"]]
    assert in_order(found, [part for pair in zip(methods, verdicts, strict=True) for part in pair])


def in_order(found: str, patterns: Iterable[str]) -> bool:
    return re.search(".*?".join(patterns), found, re.DOTALL) is not None


@every_table
@both_languages
@every_plan
def test_the_cells_of_progress_are_the_same(plan: str, lang: Lang, reader: str) -> None:
    report = data("progress M03", plan, lang)

    first, *_ = tables("progress M03", plan, lang, reader)

    value, source = ("Nilai", "Sumber") if lang == "id" else ("Value", "Source")
    assert [(row[value], row[source]) for row in first] == [
        (one["value"], ", ".join(one["sources"]) or None) for one in report["values"]
    ]


@every_page
@both_languages
def test_a_year_has_the_same_targets_and_actions(lang: Lang, format: str) -> None:
    report = data("stages --year 2027", "contoh", lang)

    found = text("stages --year 2027", "contoh", lang, format)
    (year,) = report["years"]
    targets = [rf"{one['indicator']}[^≥≤]*?[≥≤]{in_figures(one['target'], lang)}" for one in year["targets"]]
    assert targets
    assert in_order(found, targets)
    for action in report["actions"]:
        row = rf"{action['code']}{re.escape(squeezed(action['name']))}\W*(?:OPD)?{action['opd']}"
        assert re.search(row, found), action


@both_languages
@pytest.mark.parametrize("reader", [name for name in TABLES if name not in ("csv", "tsv")])
def test_the_cells_of_the_stages_are_the_same(lang: Lang, reader: str) -> None:
    report = data("stages", "contoh", lang)

    years, targets, actions, *_ = tables("stages", "contoh", lang, reader)

    target, value = ("Target", "Nilai") if lang == "id" else ("Target", "Value")
    assert [row["Tahun" if lang == "id" else "Year"] for row in years] == [
        one["year"] for one in report["years"]
    ]
    assert [(row[target], row[value]) for row in targets] == [
        (one["target"], one["value"]) for year in report["years"] for one in year["targets"]
    ]
    assert [row["Kode" if lang == "id" else "Code"] for row in actions] == [
        one["code"] for one in report["actions"]
    ]


@pages_of_plans
def test_coordination_counts_the_same_and_names_the_same_leads(plan: str, lang: Lang, format: str) -> None:
    report = data("coordination", plan, lang)

    found = text("coordination", plan, lang, format)
    for cover, word in COVERS.items():
        assert is_counted(found, report["counts"][cover.value], word.for_lang(lang))
    uncovered = [one for one in report["indicators"] if one["cover"] != "covered"]
    named = [
        one for one in uncovered if re.search(rf"{one['code']}\D{{3,40}}?{'/'.join(one['leads'])}", found)
    ]
    assert len(named) >= min(len(uncovered), 12), "a page names a dozen, and how many more there are"


@every_table
@both_languages
@every_plan
def test_the_cells_of_coordination_are_the_same(plan: str, lang: Lang, reader: str) -> None:
    report = data("coordination", plan, lang)

    first, *_ = tables("coordination", plan, lang, reader)

    pairs = [(*one["opd"], ", ".join(why["codes"])) for one in report["pairs"] for why in one["about"]]
    assert [(a, b, codes) for a, b, _, codes in (row.values() for row in first)] == pairs


# -- checklist and briefing --------------------------------------------------------------

SECTIONS = ("put_right", "settle", "hand_over", "wait_for", "decisions")


@pages_of_plans
@pytest.mark.parametrize("opd", ["DLH", "DPUPR"])
def test_a_checklist_asks_for_the_same(opd: str, plan: str, lang: Lang, format: str) -> None:
    (asked,) = data(f"checklist --opd {opd}", plan, lang)["opd"]
    todos = [squeezed(todo["text"]) for section in SECTIONS for todo in asked[section]]

    found = text(f"checklist --opd {opd}", plan, lang, format)
    first = text(f"checklist --opd {opd}", plan, lang, PAGES[0])
    assert [todo in found for todo in todos] == [todo in first for todo in todos]
    assert any(todo in found for todo in todos)


@every_table
@both_languages
@every_plan
def test_the_cells_of_a_checklist_are_the_same(plan: str, lang: Lang, reader: str) -> None:
    (asked,) = data("checklist --opd DPUPR", plan, lang)["opd"]

    first, *_ = tables("checklist --opd DPUPR", plan, lang, reader)

    todos = [todo["text"] for section in SECTIONS for todo in asked[section]]
    assert [row["Yang harus dilakukan" if lang == "id" else "What to do"] for row in first] == todos


@pages_of_plans
def test_the_note_for_the_mayor_says_the_same(plan: str, lang: Lang, format: str) -> None:
    note = data("briefing --for walikota", plan, lang)
    counts, whole = note["counts"], sum(note["counts"].values())

    in_full = " --all" if format == "whatsapp" else ""
    found = text(f"briefing --for walikota{in_full}", plan, lang, format)
    of = "dari" if lang == "id" else "of"
    assert f"{counts['terpenuhi']}{of}{whole}" in found
    asked = [squeezed(one["text"]) for one in note["decisions_needed"]]
    first = text("briefing --for walikota", plan, lang, PAGES[0])
    assert [one in found for one in asked] == [one in first for one in asked]
    for source in note["sources"]:
        assert squeezed(source["mark"] + source["text"]) in found


@pages_of_plans
def test_the_note_for_bappeda_says_the_same_of_every_indicator(plan: str, lang: Lang, format: str) -> None:
    rows = data("status", plan, lang)["indicators"]

    found = shown(text("briefing --for bappeda", plan, lang, format))
    table = found[: len(rows)]
    assert [(one.code, one.standing) for one in table] == [(row["code"], row["standing"]) for row in rows]
    for one, row in zip(table, rows, strict=True):
        assert agrees(one.value, value_of(row), lang), (one, row)
        assert agrees(one.threshold, goal_of(row), lang), (one, row)
        assert gap_agrees(one, row, lang), (one, row)


@both_languages
@every_plan
def test_the_json_of_a_note_counts_as_the_status_does(plan: str, lang: Lang) -> None:
    counts = data("status", plan, lang)["counts"]

    for report in ("gaps", "briefing --for walikota", "briefing --for sekda", "briefing --for bappeda"):
        assert data(report, plan, lang)["counts"] == counts
