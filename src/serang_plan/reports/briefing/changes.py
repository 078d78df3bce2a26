"""What has changed since the last rakor, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.meetings.since_last_rakor import ChangesSince
from serang_plan.page import Paragraph
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.phrases import MOST_NAMED, indicator, indicators, sources_of, value
from serang_plan.reports.briefing.value import Briefing
from serang_plan.wording import Lang, Text, full_date, listed

MOST_VALUES = 2
"""So many new values are written out with their date and source; of more only the names."""


def changed(briefing: Briefing, cited: Citations, lang: Lang) -> Paragraph:
    """Say what has changed, or that there is nothing to compare with."""
    since = briefing.since
    if since is None:
        return Paragraph((_FIRST if is_read_in_full(briefing.plan, "rakor") else _NOT_READ).for_lang(lang))
    day = since.rakor.date
    parts = [*_parts(briefing, since, lang)] or [_QUIET.for_lang(lang)]
    opening = Text(f"Sejak rakor {full_date(day, 'id')}", f"Since the rakor of {full_date(day, 'en')}")
    marks = cited.marks(*(code for change in _shown_values(since) for code in sources_of(change.after)))
    return Paragraph(f"{opening.for_lang(lang)}: {'; '.join(parts)}.", marks=marks)


_FIRST = Text(
    "Belum ada rakor sebelumnya, jadi perubahan belum dapat dibandingkan.",
    "There was no rakor before this date to compare with.",
)
_NOT_READ = Text(
    "Catatan rakor tidak terbaca seluruhnya, jadi perubahan belum dapat dibandingkan.",
    "The records of rakor could not all be read, so there is nothing to compare with.",
)
_QUIET = Text(
    "tidak ada perubahan nilai, tugas atau kegiatan yang tercatat",
    "no change of a value, a duty or an action was recorded",
)
_OF_INDICATORS = {
    What.NO_LONGER_MET: Text("{names} tidak lagi terpenuhi", "{names} fell back behind the threshold"),
    What.DECLINED: Text("{names} memburuk", "{names} got worse"),
    What.NOW_MET: Text("{names} kini terpenuhi", "{names} reached the threshold"),
    What.IMPROVED: Text("{names} membaik", "{names} improved"),
    What.NOW_JUDGED: Text("{names} kini dapat dinilai", "{names} can now be assessed"),
    What.NOW_MEASURED: Text("{names} kini memiliki nilai", "{names} got a first value"),
    What.MEASURED_ANEW: Text(
        "{names} memiliki nilai baru yang tidak sebanding dengan yang lama",
        "{names} got a value that cannot be compared with the one before",
    ),
}
_NOT_JUDGED = (What.VALUE_LOST, What.THRESHOLD_LOST, What.SOURCE_LOST)
_OF_ACTIONS = {
    What.DONE: Text("{names} selesai", "{names} finished"),
    What.SLIPPED: Text("{names} digeser", "{names} slipped"),
    What.TIME_LOST: Text("{names} kini tanpa waktu selesai", "{names} lost the date to finish"),
    What.CANCELLED: Text("{names} dibatalkan", "{names} will not go ahead"),
    What.NEW: Text("kegiatan baru: {names}", "new: {names}"),
}


def _parts(briefing: Briefing, since: ChangesSince, lang: Lang) -> Iterator[str]:
    values = _shown_values(since)
    for what, words in _OF_INDICATORS.items():
        if changes := since.of(what):
            names = _named(briefing, changes, lang, with_values=changes[0] in values)
            yield words.for_lang(lang).format(names=names)
    if lost := [change.code for what in _NOT_JUDGED for change in since.of(what)]:
        yield _no_longer_judged(indicators(briefing.plan, lost, lang)).for_lang(lang)
    for handed in since.of(What.LEAD):
        if leads := [duty.code for duty in handed.after]:
            yield _handed_on(indicator(briefing.plan, handed.code, lang), listed(leads, lang)).for_lang(lang)
    for what, words in _OF_ACTIONS.items():
        if changes := since.of(what):
            if what is What.NEW and len(changes) > MOST_NAMED:
                yield _many_new(len(changes)).for_lang(lang)
            else:
                names = listed([_action(briefing, change.code) for change in changes], lang)
                yield words.for_lang(lang).format(names=names)


def _shown_values(since: ChangesSince) -> tuple[Change, ...]:
    """Return the new values that are shown: what is met now, and the others if there is room for them."""
    judged = tuple(
        change for what in _OF_INDICATORS for change in since.of(what) if isinstance(change.after, Verdict)
    )
    return judged if len(judged) <= MOST_VALUES else since.of(What.NOW_MET)


def _named(briefing: Briefing, changes: Sequence[Change], lang: Lang, *, with_values: bool) -> str:
    """Name the indicators, with their values where these are shown."""
    if not with_values:
        return indicators(briefing.plan, [change.code for change in changes], lang)
    names = [
        f"{indicator(briefing.plan, change.code, lang)} {value(change.after, lang)}" for change in changes
    ]
    return listed(names, lang)


def _no_longer_judged(names: str) -> Text:
    return Text(f"{names} kini tidak dapat dinilai", f"{names} can no longer be assessed")


def _many_new(count: int) -> Text:
    return Text(f"{count} kegiatan baru", f"{count} new actions")


def _handed_on(name: str, leads: str) -> Text:
    return Text(f"{name} kini diampu {leads}", f"{name} is now led by {leads}")


def _action(briefing: Briefing, code: str) -> str:
    known = briefing.plan.action_by_code.get(code)
    return f"{code} {known.name}" if known else code
