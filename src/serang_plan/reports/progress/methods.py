"""The methods beside each other, and their workings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from serang_plan.analysis.indicators.progress.d5_weather import SLIPPING
from serang_plan.analysis.indicators.progress.d8_capaian import displayed
from serang_plan.analysis.indicators.progress.method_result import (
    SOURCES,
    Method,
    MethodResult,
    MethodVerdict,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.methods import MethodComparison
from serang_plan.analysis.indicators.progress.workings import Step, written
from serang_plan.page import (
    Block,
    Cell,
    Code,
    Column,
    Heading,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.reports.parts.phrases import NOTHING, table
from serang_plan.wording import Lang, Text, capitalised, number, rounded_beside

MAIN_FIGURES = {
    Method.D1: "P",
    Method.D2: "R",
    Method.D3: "RgS",
    Method.D4: "rg",
    Method.D5: "Mm",
    Method.D6: "IG",
    Method.D7: "r",
    Method.D8: "K",
}
"""The numbers by which each method judges, the most telling first."""


PERCENTAGES = "MGK"
"""The numbers that are per cent already."""


_METHOD_COLUMNS = (
    (Text("Metode", "Method"), Column("")),
    (Text("Angka", "Figure"), Column("", "right", bare=True)),
    (Text("Putusan, atau mengapa menolak", "Verdict, or why it refuses"), Column("", wrap=True, bare=True)),
)


_TONES: dict[Side, Tone] = {
    Side.REACHED: "good",
    Side.ENOUGH: "good",
    Side.SLOW: "warn",
    Side.AWAY: "bad",
    Side.OPEN: "plain",
}


def methods_table(comparison: MethodComparison, lang: Lang) -> Table:
    """Show what each method says, and which one decides."""
    rows = (_method_row(comparison, outcome, lang) for outcome in comparison.outcomes.values())
    return table(Text("Semua metode", "All methods"), _METHOD_COLUMNS, rows, lang)


def _method_row(comparison: MethodComparison, outcome: MethodResult, lang: Lang) -> tuple[Cell, ...]:
    decides = isinstance(outcome, MethodVerdict) and outcome is comparison.decision.outcome
    mark = f" {Text('← putusan', '← verdict').for_lang(lang)}" if decides else ""
    return (
        Cell(method_name(outcome.method, lang)),
        Cell(_main_figure(outcome, lang)),
        Cell(f"{_said(outcome, lang)}{mark}", tone_of(outcome)),
    )


def main_figure(outcome: MethodResult) -> Step | None:
    """Return the line of working by whose result a method judges; None if it refuses."""
    steps = {step.symbol: step for step in outcome.steps}
    symbol = next((name for name in MAIN_FIGURES[outcome.method] if name in steps), None)
    return None if symbol is None or isinstance(outcome, Refused) else steps[symbol]


def _main_figure(outcome: MethodResult, lang: Lang) -> str:
    step = main_figure(outcome)
    if step is None:
        return NOTHING
    percent = "%" if step.symbol in PERCENTAGES else ""
    value = displayed(step.result) if step.symbol == "K" else step.result
    return f"{step.symbol} = {number(rounded_beside(value, *step.limits), lang)}{percent}"


def _said(outcome: MethodResult, lang: Lang) -> str:
    if isinstance(outcome, MethodVerdict):
        return outcome.grade.word.for_lang(lang)
    return f"{Text('menolak', 'refuses').for_lang(lang)}: {outcome.reason.value.for_lang(lang)}"


def tone_of(outcome: MethodResult) -> Tone:
    """Return the tone of what a method says."""
    if isinstance(outcome, Refused):
        return "muted"
    return "warn" if outcome.grade is SLIPPING else _TONES[outcome.grade.side]


def method_name(method: Method, lang: Lang) -> str:
    """Write a method with its code: `D1 Bagian jarak yang tertutup`."""
    return f"{method.name} {method.value.for_lang(lang)}"


_SYMBOLS = Text(
    "b nilai awal, v nilai terakhir, T target; t0, t dan tT waktunya, dan selisihnya dihitung dalam tahun. "
    "d = 1 bila makin besar makin baik, -1 bila makin kecil makin baik. "
    "Tahunnya pecahan, sampai hari terakhir yang ditulis: akhir Juni 2019 sekitar 2018,5, dan yang hanya "
    "bertahun berada pada akhir tahunnya. D3 dan D4 yang diterbitkan menghitung tahun kalender; untuk nilai "
    "tahunan hasilnya sama.",
    "b first value, v newest value, T target; t0, t and tT their times, whose differences are in years. "
    "d = 1 if higher is better, -1 if lower is better. "
    "Years are fractions, up to the last day that is written: the end of June 2019 is about 2018.5, and what "
    "has only a year lies at its end. D3 and D4 as published count calendar years; for yearly values the "
    "result is the same.",
)


def workings(comparison: MethodComparison, lang: Lang) -> Iterator[Block]:
    """Show the inputs, the formulas and the results of each method."""
    yield Heading(Text("Perhitungan tiap metode", "Workings of each method").for_lang(lang))
    yield Paragraph(_SYMBOLS.for_lang(lang), "muted")
    for outcome in comparison.outcomes.values():
        yield Heading(method_name(outcome.method, lang), 3)
        yield Paragraph(f"{capitalised(_said(outcome, lang))}.", tone_of(outcome))
        if outcome.steps:
            yield Code("\n".join(_lines(outcome.steps, lang)))
        for remark in outcome.remarks:
            yield Paragraph(remark.for_lang(lang), "muted")
        source = SOURCES[outcome.method].for_lang(lang)
        yield Paragraph(f"{Text('Sumber', 'Source').for_lang(lang)}: {source}.", "muted")


def _lines(steps: tuple[Step, ...], lang: Lang) -> Iterator[str]:
    """Write the inputs, then each step: what it is, the formula, the numbers put in, the result."""
    if given := _inputs(steps):
        put_in = "; ".join(
            f"{symbol} = {written(symbol, value, lang, given.values())}" for symbol, value in given.items()
        )
        yield f"{Text('masukan', 'inputs').for_lang(lang)}: {put_in}"
    for step in steps:
        yield f"{step.symbol}: {step.name.for_lang(lang)}"
        result = written(step.symbol, step.result, lang, step.limits)
        lines = dict.fromkeys((step.formula_in(lang), step.substitution(lang), result))
        yield from (f"   = {line}" for line in lines if line != step.symbol)


def _inputs(steps: tuple[Step, ...]) -> dict[str, Fraction]:
    """Return what is put in from outside: not what a step before computed, nor what changes between steps."""
    computed = {step.symbol for step in steps}
    values: dict[str, set[Fraction]] = {}
    for symbol, value in (given for step in steps for given in step.inputs):
        values.setdefault(symbol, set()).add(value)
    return {
        symbol: min(amounts)
        for symbol, amounts in values.items()
        if len(amounts) == 1 and symbol not in computed
    }
