"""What has changed since the last rakor, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.schedule import Scheduled
from serang_plan.analysis.since import Since
from serang_plan.analysis.standing import Standing
from serang_plan.page import Paragraph
from serang_plan.reports.briefing.cited import Cited
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.briefing.wording_of import indicator, indicators, source_of, value
from serang_plan.reports.matters import action_name
from serang_plan.wording import Lang, Text, code_order, full_date, listed

MOST_VALUES = 2
MOST_ACTIONS = 3


def changed(found: Briefing, cited: Cited, lang: Lang) -> Paragraph:
    """Say what has changed, or that there is nothing to compare with."""
    since = found.since
    if since is None:
        return Paragraph(
            Text(
                "Belum ada rakor sebelum tanggal ini sebagai pembanding.",
                "There was no rakor before this date to compare with.",
            ).in_(lang)
        )
    day = since.rakor.date
    parts = list(_parts(found, since, lang))
    opening = Text(f"Sejak rakor {full_date(day, 'id')}", f"Since the rakor of {full_date(day, 'en')}").in_(
        lang
    )
    shown = since.values if len(since.values) <= MOST_VALUES else ()
    marks = cited.marks(*map(source_of, shown))
    return Paragraph(f"{opening}: {'; '.join(parts)}.", marks=marks)


def _parts(found: Briefing, since: Since, lang: Lang) -> Iterator[str]:
    if since.is_quiet:
        yield _QUIET.in_(lang)
    if since.values:
        yield _values(found, since, lang)
    yield from _turned(found, since, lang)
    for actions, words in ((since.announced, _NEW), (since.done, _DONE), (since.put_off, _PUT_OFF)):
        if actions:
            yield _counted(words, actions, lang)
    if since.rakor.decisions:
        yield decided(len(since.closed), len(since.rakor.decisions)).in_(lang)


_QUIET = Text(
    "tidak ada nilai baru dan tidak ada perubahan kegiatan yang tercatat",
    "no new value and no change of an action was recorded",
)
_NEW = (Text("{n} kegiatan baru ({codes})", "{n} new action ({codes})"), "{n} new actions ({codes})")
_DONE = (Text("{n} kegiatan selesai ({codes})", "{n} action done ({codes})"), "{n} actions done ({codes})")
_PUT_OFF = (
    Text("{n} kegiatan digeser ({codes})", "{n} action put off ({codes})"),
    "{n} actions put off ({codes})",
)


def _values(found: Briefing, since: Since, lang: Lang) -> str:
    plan = found.plan
    count = len(since.values)
    if count > MOST_VALUES:
        return Text(f"nilai baru untuk {count} indikator", f"new values for {count} indicators").in_(lang)
    said = [f"{indicator(plan, one.indicator.code, lang)} {value(plan, one, lang)}" for one in since.values]
    new = Text("nilai baru", "new value for" if count == 1 else "new values for").in_(lang)
    return f"{new} {listed(said, lang)}"


def _turned(found: Briefing, since: Since, lang: Lang) -> Iterator[str]:
    """Say which indicators stand otherwise now, alike ones together."""
    alike: dict[tuple[Standing, Standing], list[str]] = {}
    for one in since.turned:
        alike.setdefault((one.before, one.after), []).append(one.code)
    for (before, after), codes in alike.items():
        names = indicators(found.plan, sorted(codes, key=code_order), lang)
        was, now = (STANDINGS[one].in_(lang) for one in (before, after))
        yield Text(f"{names} yang tadinya {was} kini {now}", f"{names}, {was} before, now {now}").in_(lang)


STANDINGS = {
    Standing.MET: Text("terpenuhi", "met"),
    Standing.UNMET: Text("belum terpenuhi", "not met"),
    Standing.UNKNOWN: Text("tidak dapat dinilai", "not assessable"),
    Standing.CLAIMED: Text("diklaim tanpa bukti", "claimed without evidence"),
    Standing.CONTRADICTED: Text("bertentangan dengan pernyataan", "contradicting what was declared"),
}


def _counted(words: tuple[Text, str], actions: Sequence[Scheduled], lang: Lang) -> str:
    singular, plural = words
    sentence = plural if lang == "en" and len(actions) > 1 else singular.in_(lang)
    codes = listed([action_name(one, 32) for one in actions], lang, most=MOST_ACTIONS)
    return sentence.format(n=len(actions), codes=codes)


def decided(closed: int, whole: int) -> Text:
    """Say how many of a rakor's decisions are closed."""
    if whole == 1:
        return Text(
            "satu-satunya keputusan rakor itu sudah selesai"
            if closed
            else "satu-satunya keputusan rakor itu belum selesai",
            f"its only decision is {'closed' if closed else 'still open'}",
        )
    if closed == 0:
        return Text(
            f"belum satu pun dari {whole} keputusan rakor itu selesai",
            f"none of its {whole} decisions is closed",
        )
    if closed == whole:
        return Text(
            f"semua {whole} keputusan rakor itu sudah selesai", f"all its {whole} decisions are closed"
        )
    is_are = "is" if closed == 1 else "are"
    return Text(
        f"{closed} dari {whole} keputusan rakor itu sudah selesai",
        f"{closed} of its {whole} decisions {is_are} closed",
    )
