"""Proposal: yearly targets as YAML to paste, and which indicators are left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from serang_plan.analysis.indicators.target_proposal import (
    NoProposal,
    OmissionReason,
    ProposedStep,
    TargetProposal,
    proposals,
)
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Code, Heading, Item, Items, Page, Paragraph
from serang_plan.reports.parts.phrases import (
    NEXT,
    as_of_line,
    banners,
    exact,
    fine,
    full_name,
    is_percent,
    latest_value,
    plan_title,
    short_name,
    unit_of,
)
from serang_plan.wording import Lang, Text, escape_invisible

SCHEMA_VERSION = 1

WHY = {
    OmissionReason.HAS_TARGETS: Text("sudah punya target", "has targets"),
    OmissionReason.MET: Text("sudah terpenuhi", "is met"),
    OmissionReason.NO_VALUE: Text("belum ada nilai untuk memulai garis", "no value to start the line from"),
    OmissionReason.NO_THRESHOLD: Text("belum ada ambang yang dituju", "no threshold to reach"),
    OmissionReason.NO_SOURCE: Text("nilainya tanpa sumber", "its value has no source"),
    OmissionReason.CONTRADICTED: Text(
        "pernyataan dan data bertentangan; selesaikan dulu", "statement and data disagree; settle that first"
    ),
    OmissionReason.NO_YEARS: Text("tidak ada tahun tersisa dalam rencana", "no years are left in the plan"),
}


def yaml(plan: Plan, lang: Lang) -> str:
    """Return the proposed targets as YAML, each under its indicator, the reasons as comments."""
    found = tuple(proposals(plan))
    lines = [*_head(plan, found, lang), *_targets(found, lang), *_left_out(found, lang)]
    return "\n".join(lines) + "\n"


Found = Sequence[TargetProposal | NoProposal]


def _head(plan: Plan, found: Found, lang: Lang) -> Iterator[str]:
    last = plan.header.last_year if plan.header else plan.as_of.year
    if not any(isinstance(one, TargetProposal) for one in found):
        yield _comment(
            Text("Tidak ada target yang dapat diusulkan.", "There are no targets to propose."), lang
        )
        return
    yield _comment(
        Text(
            f"USULAN: garis lurus dari nilai terakhir ke ambang, {plan.as_of.year + 1} sampai {last}.",
            f"PROPOSAL: straight from the newest value to the threshold, {plan.as_of.year + 1} to {last}.",
        ),
        lang,
    )
    yield _comment(
        Text(
            "Tempel tiap `targets` di bawah indikatornya, lalu `serang-plan validate`.",
            "Paste each `targets` below its indicator, then `serang-plan validate`.",
        ),
        lang,
    )
    yield ""
    yield "indicators:"


def _comment(text: Text, lang: Lang) -> str:
    return f"# {escape_invisible(text.for_lang(lang))}"


def _targets(found: Found, lang: Lang) -> Iterator[str]:
    for one in found:
        if isinstance(one, TargetProposal):
            yield ""
            yield f"  # {escape_invisible(_way(one, lang))}"
            yield f"  - code: {_code(one.indicator.code)}"
            yield "    targets:"
            yield from (_line(step) for step in one.steps)


def _way(one: TargetProposal, lang: Lang) -> str:
    unit = unit_of(one.indicator, lang)
    sign = "≥" if one.indicator.direction == "naik" else "≤"
    goal = f"{sign} {fine(one.threshold.value, lang)}{'%' if is_percent(unit) else ''}"
    return f"{short_name(one.indicator, lang)}: {latest_value(one.value, unit, lang, stale=False)} → {goal}"


def _code(code: str) -> str:
    """Write a code so that it is read as text."""
    return code if re.fullmatch(r"[A-Z]+\d+", code) else f'"{code}"'


def _line(step: ProposedStep) -> str:
    digits = f"{step.value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"      - {{year: {step.year}, value: {digits}, basis: usulan}}"


def _left_out(found: Found, lang: Lang) -> Iterator[str]:
    left = [one for one in found if isinstance(one, NoProposal)]
    if left:
        yield ""
        yield _comment(Text("Tidak diusulkan:", "Left out:"), lang)
    for one in left:
        words = f"{one.indicator.code} {short_name(one.indicator, lang)}: {WHY[one.why].for_lang(lang)}"
        yield f"# - {escape_invisible(words)}"


# -- as a page, and for programs -----------------------------------------------------------


def page(plan: Plan, lang: Lang) -> Page:
    """Lay the proposal out as a page, its YAML as it is."""
    title = f"{plan_title(plan, lang)}: {Text('usulan target', 'proposed targets').for_lang(lang)}"
    return Page(title, as_of_line(plan.as_of, lang), tuple(_blocks(plan, lang)))


def _blocks(plan: Plan, lang: Lang) -> Iterator[Block]:
    yield from banners(plan, lang)
    if any(isinstance(one, TargetProposal) for one in proposals(plan)):
        yield Paragraph(Text("Belum disepakati siapa pun.", "Nobody has agreed to these yet.").for_lang(lang))
    yield Code(yaml(plan, lang), "yaml")
    yield Heading(NEXT.for_lang(lang))
    yield Items(
        (
            Item(
                Text("Periksa sesudah ditempel", "Check after pasting").for_lang(lang), "serang-plan validate"
            ),
        ),
        hints=True,
    )


def data(plan: Plan, lang: Lang) -> dict[str, Any]:
    """Return the proposal for programs."""
    found = tuple(proposals(plan))
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "proposed-targets",
        "title": plan_title(plan, lang),
        "as_of": plan.as_of.isoformat(),
        "proposed": [_proposed_data(one, lang) for one in found if isinstance(one, TargetProposal)],
        "left_out": [
            {"indicator": one.indicator.code, "why": one.why.value}
            for one in found
            if isinstance(one, NoProposal)
        ],
    }


def _proposed_data(one: TargetProposal, lang: Lang) -> dict[str, Any]:
    return {
        "indicator": one.indicator.code,
        "name": full_name(one.indicator, lang),
        "value": exact(one.value.amount),
        "threshold": exact(one.threshold.value),
        "targets": [{"year": step.year, "value": exact(step.value), "basis": "usulan"} for step in one.steps],
    }
