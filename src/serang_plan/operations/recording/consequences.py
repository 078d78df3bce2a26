"""Consequences: what an edit means for the plan, in the words in which two states are compared."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.changes.change import What
from serang_plan.analysis.changes.comparison import compare
from serang_plan.model.action import Action, ActionEntry
from serang_plan.model.plan import Plan
from serang_plan.reports.diff.sentences import happened, subject
from serang_plan.wording import LANGS, Lang, Text, long_date, money, short_date

_GONE = (What.MEASUREMENT_GONE, What.REMOVED, What.TARGET_REMOVED, What.THRESHOLD_REMOVED)
"""What is told otherwise, with the reason that was given, where a statement is withdrawn."""


def consequences(before: Plan, after: Plan, lang: Lang, withdrawn: Text | None = None) -> Iterator[str]:
    """Give what is different on the plan's date; what is withdrawn is said first."""
    changes, progress = compare(before, after).changes, [*_progress(before, after)]
    if withdrawn is not None:
        yield Text(f"Ditarik: {withdrawn.id}", f"Withdrawn: {withdrawn.en}").for_lang(lang)
    elif not changes and not progress:
        day = Text(long_date(after.as_of, "id"), long_date(after.as_of, "en"))
        yield Text(
            f"Tercatat; keadaan per {day.id} tidak berubah",
            f"Recorded; the state as of {day.en} stays as it is",
        ).for_lang(lang)
    for change in changes:
        if withdrawn is None or change.what not in _GONE:
            yield f"{subject(change, lang)}: {happened(change, lang)}"
    yield from (sentence.for_lang(lang) for sentence in progress)


def _progress(before: Plan, after: Plan) -> Iterator[Text]:
    """Give what is told of how actions go on, which no comparison of states asks about."""
    for action in after.actions:
        there, name = before.action_by_code.get(action.code), f"{action.code} {action.name}"
        if there is not None and action.history != there.history:
            yield from _lost(name, there, action)
            for entry in action.history[len(there.history) :]:
                if words := [*_words(entry)]:
                    yield Text(
                        f"{name}: {', '.join(word.id for word in words)}",
                        f"{name}: {', '.join(word.en for word in words)}",
                    )


def _lost(name: str, before: Action, after: Action) -> Iterator[Text]:
    """Give which money is known no more for the days before: one place holds one amount."""
    for old, new in zip(before.funding, after.funding, strict=False):
        if old.amount is not None and old.amount != new.amount and new.known is not None:
            id, en = (short_date(new.known.last, lang) for lang in LANGS)
            yield Text(
                f"{name}: sebelum {id} dana {new.year} menjadi tidak diketahui; "
                f"{money(old.amount, 'id')} hanya tinggal di catatan riwayatnya",
                f"{name}: before {en} the money of {new.year} is not known any more; "
                f"{money(old.amount, 'en')} stays only in a note of its history",
            )


def _words(entry: ActionEntry) -> Iterator[Text]:
    if entry.progress is not None:
        yield Text(f"kemajuan fisik {entry.progress}%", f"physical progress {entry.progress}%")
    if entry.spent is not None:
        yield Text(f"realisasi {money(entry.spent, 'id')}", f"{money(entry.spent, 'en')} spent")
    if entry.obstacle:
        yield Text(f"kendala “{entry.obstacle}”", f"in the way “{entry.obstacle}”")
    if entry.next:
        yield Text(f"langkah berikutnya “{entry.next}”", f"next step “{entry.next}”")
