"""Undated: what bears no date and so counts on every day, said once in a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from serang_plan.analysis.known.known_since import known_since
from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.page import Paragraph
from serang_plan.wording import Lang, Text, listed

_NOUNS = {
    "assignments": (Text("tugas", "duty"), "duties"),
    "targets": (Text("target", "target"), "targets"),
    "stages": (Text("tahapan", "stage"), "stages"),
    "actions": (Text("kegiatan", "action"), "actions"),
    "moves": (Text("pergeseran", "move"), "moves"),
    "statuses": (Text("status keputusan", "standing of a decision"), "standings of decisions"),
}


def undated_matters(plan: Plan, lang: Lang) -> Iterator[Paragraph]:
    """Count them by kind: `Tanpa tanggal, jadi terhitung setiap hari: 17 tugas dan 2 target.`"""
    counts = [_counted(*_NOUNS[name], count).for_lang(lang) for name, count in _counts(plan).items() if count]
    if counts:
        words = Text("Tanpa tanggal, jadi terhitung setiap hari", "Without a date, so counted on every day")
        yield Paragraph(f"{words.for_lang(lang)}: {listed(counts, lang)}.", "muted")


def _counted(noun: Text, plural: str, count: int) -> Text:
    return Text(f"{count} {noun.id}", f"{count} {noun.en if count == 1 else plural}")


def _counts(plan: Plan) -> Mapping[str, int]:
    records: Mapping[str, Iterable[Record]] = {
        "assignments": plan.assignments,
        "targets": (target for indicator in plan.indicators for target in indicator.targets),
        "stages": plan.stages,
        "actions": plan.actions,
        "moves": (move for action in plan.actions for move in action.moves),
    }
    decisions = (decision for rakor in plan.rakor for decision in rakor.decisions)
    return {
        **{name: sum(known_since(plan, record) is None for record in kind) for name, kind in records.items()},
        "statuses": sum(decision.status is not None and decision.updated is None for decision in decisions),
    }
