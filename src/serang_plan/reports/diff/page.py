"""Diff: what happened between two states of the plan, the count first, then what moved the goalposts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serang_plan.analysis.changes.change import Change, ChangeKind, What
from serang_plan.analysis.changes.comparison import Changes
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Tone,
)
from serang_plan.places import SourceFiles, Span
from serang_plan.reports.diff.loads import loads_and_years
from serang_plan.reports.diff.sentences import NOUNS, happened, standing_word, subject
from serang_plan.reports.parts.phrases import report_page
from serang_plan.wording import Lang, Text, capitalised, count_of, escape_invisible, listed, room_for


class StateLabel(NamedTuple):
    """One of the two states: what to call it, and the files in which it is written."""

    called: Text
    sources: SourceFiles
    revision: str | None = None


class Diff(NamedTuple):
    """Two states, and what is different."""

    changes: Changes
    before: StateLabel
    after: StateLabel

    @property
    def plan(self) -> Plan:
        """The state after."""
        return self.changes.after

    def span(self, change: Change) -> Span:
        """Return where a change is written."""
        return (self.before if change.in_before else self.after).sources.span(change.at)


class ChangeSection(NamedTuple):
    """Kinds of changes that are told under one heading."""

    title: Text
    kinds: tuple[ChangeKind, ...]
    tone: Tone = "plain"


PARTS = (
    ChangeSection(Text("Patokan yang bergeser", "Goalposts that moved"), (ChangeKind.GOALPOSTS,), "warn"),
    ChangeSection(Text("Memburuk", "Worse"), (ChangeKind.WORSE,), "bad"),
    ChangeSection(Text("Tidak lagi dapat dinilai", "Lost sight of"), (ChangeKind.LOST,), "unknown"),
    ChangeSection(Text("Membaik", "Better"), (ChangeKind.BETTER,), "good"),
    ChangeSection(
        Text("Kini terukur atau dapat dinilai", "Measured or judged for the first time"), (ChangeKind.SEEN,)
    ),
    ChangeSection(Text("Pernyataan", "Declarations"), (ChangeKind.DECLARED,), "claimed"),
    ChangeSection(Text("Berganti penanggung jawab", "Another owner"), (ChangeKind.OWNER,)),
    ChangeSection(Text("Mundur", "Slipped"), (ChangeKind.SLIPPED,), "warn"),
    ChangeSection(
        Text("Batal atau dibuka kembali", "Cancelled or taken up again"),
        (ChangeKind.CANCELLED, ChangeKind.REOPENED),
        "warn",
    ),
    ChangeSection(
        Text("Selesai atau maju", "Done or brought forward"), (ChangeKind.DONE, ChangeKind.FORWARD), "good"
    ),
    ChangeSection(Text("Keputusan rakor", "Decisions of the rakor"), (ChangeKind.DECISION,)),
    ChangeSection(Text("Bukti yang hilang", "Evidence that is gone"), (ChangeKind.EVIDENCE_GONE,), "warn"),
    ChangeSection(
        Text("Angka yang ditulis ulang", "Figures that were rewritten"), (ChangeKind.REVISED,), "warn"
    ),
    ChangeSection(Text("Bukti dan nilai baru", "New evidence and values"), (ChangeKind.EVIDENCE_NEW,)),
    ChangeSection(
        Text("Baru, dihapus, berganti nama", "New, removed, renamed"),
        (ChangeKind.NEW, ChangeKind.REMOVED, ChangeKind.RENAMED),
    ),
    ChangeSection(Text("Rincian lain", "Other details"), (ChangeKind.DETAIL,), "muted"),
)
_NAMES_WHO = (What.LEAD, What.SUPPORT, What.CARRIER, What.DECISION_LEAD)
"""What names the OPD in its sentence already."""
_TOGETHER = ("sources", "regions")
"""Sections whose new and removed records are told in one line."""


# -- the page ------------------------------------------------------------------------------


def page(diff: Diff, lang: Lang) -> Page:
    """Lay the report out."""
    return report_page(diff.plan, Text("yang berubah", "what changed"), _blocks(diff, lang), lang)


def _blocks(diff: Diff, lang: Lang) -> Iterator[Block]:
    yield Paragraph(compared(diff, lang), "muted")
    yield from consequences(diff, lang)
    for part in PARTS:
        if items := tuple(_items(diff, part, lang)):
            yield Heading(f"{part.title.for_lang(lang)} ({len(items)})")
            yield Items(items)
    yield from loads_and_years(diff.changes, lang)


def compared(diff: Diff, lang: Lang) -> str:
    """Say which two states are compared."""
    before, after = diff.before.called, diff.after.called
    dating = (
        Text(", masing-masing dinilai per tanggalnya sendiri", ", each judged on its own date")
        if len({side.as_of for side in (diff.changes.before, diff.plan)}) > 1
        else Text("", "")
    )
    return Text(
        f"Dari {before.id} ke {after.id}{dating.id}.", f"From {before.en} to {after.en}{dating.en}."
    ).for_lang(lang)


def consequences(diff: Diff, lang: Lang) -> Iterator[Block]:
    """Say what happened to the count, and what must not be missed."""
    changes = diff.changes
    if changes.nothing and changes.counts_before == changes.counts_after:
        yield Paragraph((_NOTHING if changes.all_read else _NOTHING_READABLE).for_lang(lang))
    else:
        yield Paragraph(" ".join(count_sentences(changes, lang)), _tone(changes))
    by_goalposts = [change.code for change in changes.changes if change.what is What.MET_BY_GOALPOSTS]
    if by_goalposts:
        codes = listed(by_goalposts, lang, most=8)
        yield Callout(
            Text(
                f"Dihitung terpenuhi hanya karena ambangnya berubah: {codes}.",
                f"Counted as met only because the threshold changed: {codes}.",
            ).for_lang(lang)
        )
    if eased := unexplained(changes):
        yield Callout(_without_reason(eased, lang))
    if changes.unread:
        codes = listed([_unread(*unread).for_lang(lang) for unread in changes.unread], lang, most=8)
        yield Callout(
            Text(
                f"Tidak terbaca di salah satu keadaan, jadi tidak dibandingkan: {codes}.",
                f"Not readable in one of the states, so not compared: {codes}.",
            ).for_lang(lang)
        )
    elif not changes.all_read:
        yield Callout(_SOME_UNREAD.for_lang(lang))


def _unread(section: str, code: str) -> Text:
    return Text(f"tugas {code}", f"duties of {code}") if section == "assignments" else Text(code, code)


_NOTHING = Text(
    "Tidak ada yang berubah artinya: kode dan nilainya sama.",
    "Nothing changed in meaning: codes and values are the same.",
)
_NOTHING_READABLE = Text(
    "Tidak ada yang berubah artinya dalam isian yang terbaca.",
    "Nothing changed in meaning in what can be read.",
)
_SOME_UNREAD = Text(
    "Sebagian data tidak terbaca karena galat, jadi tidak dibandingkan.",
    "Some of the data cannot be read because of errors, so it is not compared.",
)
_READABLE = Text(" yang terbaca", " readable")


def count_sentences(changes: Changes, lang: Lang) -> Iterator[str]:
    """Say how many are met, and how the other counts moved."""
    old, new = changes.counts_before, changes.counts_after
    wholes = sum(old.values()), sum(new.values())
    met = old[Standing.MET], new[Standing.MET]
    after = count_of(met[1], wholes[1], lang)
    read = _READABLE if any(section == "indicators" for section, _ in changes.unread) else Text("", "")
    if met[0] == met[1] and wholes[0] == wholes[1]:
        yield Text(f"Yang terpenuhi tetap {after} indikator.", f"Still {after} indicators are met.").for_lang(
            lang
        )
    else:
        before = str(met[0]) if wholes[0] == wholes[1] else count_of(met[0], wholes[0], lang)
        yield Text(
            f"Yang terpenuhi {before} → {after} indikator{read.id}.",
            f"Met: {before} → {after}{read.en} indicators.",
        ).for_lang(lang)
    rest = [
        f"{standing_word(standing).for_lang(lang)} {old[standing]} → {new[standing]}"
        for standing in Standing
        if standing is not Standing.MET and old[standing] != new[standing]
    ]
    if rest:
        yield f"{capitalised(', '.join(rest))}."


def _tone(changes: Changes) -> Tone:
    change = changes.counts_after[Standing.MET] - changes.counts_before[Standing.MET]
    return "good" if change > 0 else "bad" if change < 0 else "plain"


def unexplained(changes: Changes) -> list[Change]:
    """Return the goalposts that were eased without a reason."""
    return [change for change in changes.changes if change.what.eases and change.reason is None]


def _without_reason(eased: Sequence[Change], lang: Lang) -> str:
    codes = listed(tuple(dict.fromkeys(_thing(change, lang) for change in eased)), lang, most=8)
    return Text(
        f"Patokan dilonggarkan tanpa alasan tertulis: {codes}.",
        f"Goalposts eased without a written reason: {codes}.",
    ).for_lang(lang)


def _thing(change: Change, lang: Lang) -> str:
    return Text("rencana", "the plan").for_lang(lang) if change.section == "plan" else change.code


MOST_ITEMS = 30
"""How many changes of one part a check names; `diff` names them all."""


def merging(diff: Diff, lang: Lang) -> Iterator[Block]:
    """Give what accepting the edits does to the count, to what is told, to the OPD and to the stages."""
    yield Heading(Text("Akibat perubahan", "What the edits do").for_lang(lang))
    yield Paragraph(compared(diff, lang), "muted")
    yield from consequences(diff, lang)
    for part in PARTS:
        items = tuple(_items(diff, part, lang))
        if not items:
            continue
        yield Heading(f"{part.title.for_lang(lang)} ({len(items)})", 3)
        most = room_for(len(items), MOST_ITEMS)
        more = len(items) - most
        rest = Text(f"dan {more} lainnya", f"and {more} more").for_lang(lang)
        yield Items((*items[:most], Item(rest)) if more > 0 else items)
    yield from loads_and_years(diff.changes, lang, 3)


# -- what happened ---------------------------------------------------------------------------


def _items(diff: Diff, part: ChangeSection, lang: Lang) -> Iterator[Item]:
    together: dict[tuple[What, str], list[Change]] = {}
    for change in changes_to_tell(diff.changes):
        if change.kind not in part.kinds:
            continue
        if change.section in _TOGETHER and change.what in (What.NEW, What.REMOVED):
            together.setdefault((change.what, change.section), []).append(change)
        else:
            yield _item(diff, change, part.tone, lang)
    for (what, section), alike in together.items():
        noun, codes = NOUNS[section], listed([change.code for change in alike], lang, most=12)
        words = (
            Text(f"{noun.id} baru: {codes}", f"new {noun.en}: {codes}")
            if what is What.NEW
            else Text(f"{noun.id} dihapus: {codes}", f"{noun.en} removed: {codes}")
        )
        yield Item(capitalised(words.for_lang(lang)), tone=part.tone)


def changes_to_tell(changes: Changes) -> Iterator[Change]:
    """Give the changes without new values that are told as what they did to their indicator."""
    newest = {
        (change.code, change.after.value.measurement)
        for change in changes.changes
        if isinstance(change.after, Verdict)
        and change.after.value is not None
        and change.what is not What.DECLARED
    }
    for change in changes.changes:
        if change.what is not What.MEASUREMENT_NEW or (change.code, change.after) not in newest:
            yield change


def _item(diff: Diff, change: Change, tone: Tone, lang: Lang) -> Item:
    who = "" if change.what in _NAMES_WHO else f" · {'/'.join(change.who)}" if change.who else ""
    words = f"{subject(change, lang)}: {happened(change, lang)}{who}"
    formerly = Text("dulu di", "formerly").for_lang(lang) if change.in_before else ""
    return Item(words, _where(diff, change), tone, ahead=formerly)


def _where(diff: Diff, change: Change) -> str:
    """Write the place as editors open it; a name cannot end the quotation that it stands in."""
    at = diff.span(change)
    if not at.path:
        return ""
    return f"{escape_invisible(at.path).replace('`', chr(39))}:{at.line}"
