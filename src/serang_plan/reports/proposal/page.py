"""Proposal: yearly targets as YAML to paste, and which indicators are left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import is_stale
from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.indicators.target_proposal import (
    NoProposal,
    OmissionReason,
    ProposedStep,
    TargetProposal,
    proposals,
)
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Code, Item, Page, Paragraph
from serang_plan.reports.parts.phrases import (
    latest_value,
    next_steps,
    report_page,
    short_name,
    unit_of,
)
from serang_plan.reports.parts.verdict_words import basis_in_short, threshold_in_full
from serang_plan.wording import Lang, Text, escape_invisible

WHY = {
    OmissionReason.HAS_TARGETS: Text("sudah punya target", "has targets"),
    OmissionReason.MET: Text("sudah terpenuhi", "is met"),
    OmissionReason.NO_VALUE: Text("belum ada nilai untuk memulai garis", "no value to start the line from"),
    OmissionReason.NO_THRESHOLD: Text("belum ada ambang yang dituju", "no threshold to reach"),
    OmissionReason.NO_SOURCE: Text("nilainya tanpa sumber", "its value has no source"),
    OmissionReason.OTHER_SCOPE: Text("ambangnya untuk cakupan lain", "its threshold is for another scope"),
    OmissionReason.NO_COMPARISON: Text(
        "ambangnya pembanding untuk satu waktu saja", "its threshold compares for one time only"
    ),
    OmissionReason.CONTRADICTED: Text(
        "pernyataan dan data bertentangan; selesaikan dulu", "statement and data disagree; settle that first"
    ),
    OmissionReason.NO_YEARS: Text("tidak ada tahun tersisa dalam rencana", "no years are left in the plan"),
}


class Proposal(NamedTuple):
    """The targets that could be agreed on, and the indicators that get none."""

    plan: Plan
    proposed: tuple[TargetProposal, ...]
    left_out: tuple[NoProposal, ...]


def build(plan: Plan) -> Proposal:
    """Propose targets for every indicator that has none and can have some."""
    answers = tuple(proposals(plan))
    proposed = tuple(answer for answer in answers if isinstance(answer, TargetProposal))
    return Proposal(plan, proposed, tuple(answer for answer in answers if isinstance(answer, NoProposal)))


def yaml(proposal: Proposal, lang: Lang) -> str:
    """Return the proposed targets as YAML, each under its indicator, the reasons as comments."""
    lines = [*_head(proposal, lang), *_targets(proposal, lang), *_left_out(proposal, lang)]
    return "\n".join(lines) + "\n"


def _head(proposal: Proposal, lang: Lang) -> Iterator[str]:
    plan = proposal.plan
    last = plan.header.last_year if plan.header else plan.as_of.year
    if not proposal.proposed:
        yield _comment(
            Text("Tidak ada target yang dapat diusulkan.", "There are no targets to propose."), lang
        )
        return
    yield _comment(
        Text(
            f"USULAN: garis lurus dari nilai terakhir ke ambang, {plan.as_of.year + 1} sampai {last}, atau "
            "sampai batas waktu ambangnya.",
            f"PROPOSAL: straight from the newest value to the threshold, {plan.as_of.year + 1} to {last}, or "
            "until the threshold is due.",
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


def _targets(proposal: Proposal, lang: Lang) -> Iterator[str]:
    for proposed in proposal.proposed:
        yield ""
        yield f"  # {escape_invisible(_way(proposal.plan, proposed, lang))}"
        yield f"  - code: {_code(proposed.indicator.code)}"
        yield "    targets:"
        yield from map(_line, proposed.steps)


def _way(plan: Plan, proposed: TargetProposal, lang: Lang) -> str:
    indicator = proposed.indicator
    now = latest_value(proposed.value, unit_of(indicator, lang), lang, stale=False)
    stale = is_stale(plan, indicator, proposed.value.measurement)
    old = f", {_STALE.for_lang(lang)}" if stale else ""
    goal = threshold_in_full(plan, indicator, proposed.threshold, lang)
    return f"{short_name(indicator, lang)}: {now}{old} → {goal}"


_STALE = Text("nilainya usang", "a stale value")


def _code(code: str) -> str:
    """Write a code so that it is read as text."""
    return code if re.fullmatch(r"[A-Z]+\d+", code) else f'"{code}"'


def _line(step: ProposedStep) -> str:
    digits = f"{step.value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"      - {{year: {step.year}, value: {digits}, basis: usulan}}"


def _left_out(proposal: Proposal, lang: Lang) -> Iterator[str]:
    if proposal.left_out:
        yield ""
        yield _comment(Text("Tidak diusulkan:", "Left out:"), lang)
    for left_out in proposal.left_out:
        indicator = left_out.indicator
        words = (
            f"{indicator.code} {short_name(indicator, lang)}: {why_left_out(proposal.plan, left_out, lang)}"
        )
        yield f"# - {escape_invisible(words)}"


def why_left_out(plan: Plan, left_out: NoProposal, lang: Lang) -> str:
    """Say why nothing is proposed; of what is met, on what that rests."""
    met = left_out.why is OmissionReason.MET
    basis = basis_in_short(verdict_of(plan, left_out.indicator), lang) if met else ""
    return f"{WHY[left_out.why].for_lang(lang)}{basis}"


# -- as a page -----------------------------------------------------------


def page(proposal: Proposal, lang: Lang) -> Page:
    """Lay the proposal out as a page, its YAML as it is."""
    name = Text("usulan target", "proposed targets")
    return report_page(proposal.plan, name, _blocks(proposal, lang), lang, compact=False)


def _blocks(proposal: Proposal, lang: Lang) -> Iterator[Block]:
    if proposal.proposed:
        yield Paragraph(Text("Belum disepakati siapa pun.", "Nobody has agreed to these yet.").for_lang(lang))
    yield Code(yaml(proposal, lang), "yaml")
    check = Text("Periksa sesudah ditempel", "Check after pasting")
    yield from next_steps([Item(check.for_lang(lang), "serang-plan validate")], lang)
