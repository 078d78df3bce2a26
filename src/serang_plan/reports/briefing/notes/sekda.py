"""The Sekda's note: who must agree with whom, what is overdue, and what must be taken further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.analysis.actions.schedule import Scheduled, indicators_served
from serang_plan.analysis.coordination.opd_pairs import Topic
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.meetings.pending_decisions import DecisionKind
from serang_plan.page import Block, Heading, Item, Items, Page, Paragraph
from serang_plan.reports.briefing.changes import changed
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.current_standing import claimed, how_many, of_lists, weakened
from serang_plan.reports.briefing.decisions import owners, what
from serang_plan.reports.briefing.letter import (
    asking_for_direction,
    in_charge,
    laid_out,
    mayor,
    opening,
    secretary,
)
from serang_plan.reports.briefing.meeting import agenda, due, table
from serang_plan.reports.briefing.message import message
from serang_plan.reports.briefing.phrases import decision, indicator, indicators, legend
from serang_plan.reports.briefing.settled import became
from serang_plan.reports.briefing.unmet import unmet
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.coordination.sections import joined, who_with_whom
from serang_plan.reports.parts.conflict_wording import broken, solution
from serang_plan.reports.parts.phrases import proposed_duties
from serang_plan.wording import Lang, Text, code_order, lasting, listed, many, short_date


def page(briefing: Briefing, lang: Lang) -> Page:
    """Lay the note out."""
    cited = Citations(briefing.plan)
    body, details = tuple(_body(briefing, cited, lang)), tuple(_details(briefing, cited, lang))
    to = secretary(briefing.plan, lang)
    in_short = message(briefing, to, lang)
    return laid_out(briefing, to, body, cited, lang, details=details, is_short=True, message=in_short)


def _body(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield Paragraph(opening(briefing, lang))
    yield Heading(Text("Keadaan", "Where we stand").for_lang(lang))
    yield Paragraph(how_many(briefing, lang))
    yield from weakened(briefing, lang)
    yield from unmet(briefing, cited, lang)


def _details(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield from claimed(briefing, cited, lang)
    yield from of_lists(briefing, cited, lang)
    yield changed(briefing, cited, lang)
    yield from agenda(briefing, lang)
    yield from coordination(briefing, lang)
    yield from follow_up(briefing, lang)
    yield from escalations(briefing, lang)
    yield asking_for_direction(lang)


# -- who must agree with whom --------------------------------------------------------------


def coordination(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give who must agree with whom, what clashes first."""
    yield Heading(Text("OPD yang perlu bersepakat", "Who must agree with whom").for_lang(lang))
    clashes = [clash for clash in briefing.facts.order_clashes if len(clash.opd) > 1]
    if clashes:
        words = Text("geser terkecil", "smallest move").for_lang(lang)
        sentences = (f"{broken(clash.late[0], lang)}; {words}: {solution(clash, lang)}." for clash in clashes)
        yield Items(tuple(Item(sentence, tone="bad") for sentence in sentences))
    rows = tuple(joined(briefing.facts.pairs))
    if not rows:
        none = Text("Tidak ada OPD yang perlu bersepakat.", "No OPD have anything to agree on.")
        yield Paragraph(none.for_lang(lang))
        return
    yield who_with_whom(rows, lang)
    yield from proposed_duties(briefing.plan, tuple(briefing.plan.indicator_by_code), lang)
    yield from _what_the_codes_are((reason for *_, why in rows for reason in why), briefing, lang)


def _what_the_codes_are(reasons: Iterable[Topic], briefing: Briefing, lang: Lang) -> Iterator[Paragraph]:
    """Name every indicator, and the actions and decisions that the table calls by their codes."""
    names = {code: indicator(briefing.plan, code, lang) for code in briefing.plan.indicator_by_code}
    names |= {action.code: f"{action.code} {action.action.name}" for action in briefing.facts.actions}
    names |= {
        followed.decision.code: decision(followed)
        for followed in briefing.facts.decisions
        if followed.decision.code
    }
    named = {code for reason in reasons for code in reason.codes} | set(briefing.plan.indicator_by_code)
    codes = sorted(named, key=code_order)
    yield from legend([names[code] for code in codes if code in names], lang)


# -- decisions of earlier rakor --------------------------------------------------------------


def follow_up(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give the decisions that are overdue or due by the day of the rakor, and how many others are open."""
    yield Heading(Text("Tindak lanjut rakor", "Follow-up of earlier rakor").for_lang(lang))
    unknown = [followed for followed in briefing.decisions if followed.is_unknown]
    known = [followed for followed in briefing.decisions if not followed.is_unknown]
    late = sorted(
        (followed for followed in known if followed.days_late), key=lambda followed: -followed.days_late
    )
    if briefing.rakor is not None:
        yield from due(briefing, lang)
    elif late:
        caption = Text("Keputusan yang lewat batas waktu", "Decisions that are overdue")
        yield table(caption.for_lang(lang), late, lang)
    if is_read_in_full(briefing.plan, "rakor"):
        yield from became(briefing.plan, lang)
    else:
        yield Paragraph(_NOT_READ.for_lang(lang))
    undated = [followed for followed in known if followed.decision.due is None]
    for words, decisions in ((_UNDATED, undated), (_UNKNOWN, unknown)):
        if decisions:
            yield Paragraph(f"{words.for_lang(lang)}: {_by_name(decisions, lang)}.")


_NOT_READ = Text(
    "Catatan rakor tidak terbaca seluruhnya, jadi keputusan yang masih terbuka belum diketahui.",
    "The records of rakor could not all be read, so it is not known which decisions are open.",
)


_UNDATED = Text("Batas waktunya tidak disebut", "Without a due date")
_UNKNOWN = Text("Belum diketahui keadaannya", "State not known")


def _by_name(decisions: Iterable[FollowedDecision], lang: Lang) -> str:
    named = [
        f"{decision(followed)} ({in_charge(followed, lang)}, {_held(followed, lang)})"
        for followed in decisions
    ]
    return listed(named, lang)


def _held(followed: FollowedDecision, lang: Lang) -> str:
    day, due = followed.rakor.date, followed.decision.due
    held = Text(f"rakor {short_date(day, 'id')}", f"rakor of {short_date(day, 'en')}")
    if not followed.is_unknown:
        return held.for_lang(lang)
    if due is None:
        when = Text("batas waktu tidak disebut", "no due date stated")
    else:
        when = Text(f"batas waktu {short_date(due, 'id')}", f"due {short_date(due, 'en')}")
    return f"{held.for_lang(lang)}, {when.for_lang(lang)}"


# -- what must be taken further ----------------------------------------------------------------

_OWN = (
    DecisionKind.NO_LEAD,
    DecisionKind.TWO_LEADS,
    DecisionKind.LEAD_GONE,
    DecisionKind.NO_RUNNER,
    DecisionKind.ORDER,
)
_HIGHER = (DecisionKind.CONTRADICTED, DecisionKind.NO_THRESHOLD)


def escalations(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give what the Sekda settles, what goes to the Wali Kota, and what lies outside the city."""
    items = (
        *_own(briefing, lang),
        *_by_the_rule(briefing, lang),
        *_to_the_mayor(briefing, lang),
        *_outside(briefing, lang),
    )
    yield Heading(Text("Eskalasi", "Escalations").for_lang(lang))
    nothing = Text(
        "Tidak ada yang perlu diteruskan ke tingkat yang lebih tinggi.", "Nothing needs to be taken further."
    )
    yield Items(items) if items else Paragraph(nothing.for_lang(lang))


def _own(briefing: Briefing, lang: Lang) -> Iterator[Item]:
    settle = Text("Untuk diselesaikan Sekretaris Daerah", "For the Regional Secretary to settle").for_lang(
        lang
    )
    for pending in briefing.needed:
        if pending.kind in _OWN:
            who = f" ({owners(pending, lang)})" if pending.owners else ""
            yield Item(f"{settle}: {_lower(what(briefing.plan, pending, lang))}{who}.")


def _by_the_rule(briefing: Briefing, lang: Lang) -> Iterator[Item]:
    """Give the decisions that are so late that the city's rule brings them to somebody, the highest first."""
    for level in sorted(briefing.plan.settings.escalate, key=lambda level: -level.late_days):
        late = [followed for followed in briefing.decisions if followed.life.escalation == level]
        if late:
            named = listed([_so_late(followed, lang) for followed in late], lang, most=8)
            to = Text(
                f"Untuk dibawa ke {level.to} (terlambat {level.late_days} hari atau lebih)",
                f"To be brought to {level.to} ({many(level.late_days, 'day')} late or more)",
            )
            yield Item(f"{to.for_lang(lang)}: {named}.")


def _so_late(followed: FollowedDecision, lang: Lang) -> str:
    named = followed.decision.code or decision(followed)
    return f"{named} ({in_charge(followed, lang)}, {lasting(followed.life.days_late, lang)})"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _to_the_mayor(briefing: Briefing, lang: Lang) -> Iterator[Item]:
    """Give what only the Wali Kota decides, and overdue decisions of which nobody has spoken for long."""
    who = Text(mayor(briefing.plan, "id"), mayor(briefing.plan, "en"))
    to = Text(f"Untuk diteruskan kepada {who.id}", f"For the {who.en} to decide").for_lang(lang)
    for pending in briefing.needed:
        if pending.kind in _HIGHER:
            yield Item(f"{to}: {_lower(what(briefing.plan, pending, lang))} ({owners(pending, lang)}).")
    most = max(1, briefing.plan.settings.silent_rakor)
    silent = [
        followed
        for followed in briefing.decisions
        if followed.days_late and followed.silent_rakor >= most and followed.life.escalation is None
    ]
    for late in silent:
        held = late.silent_rakor
        words = Text(
            f"{decision(late)} ({in_charge(late, 'id')}), lewat batas waktu dan {held} rakor tanpa kabar",
            f"{decision(late)} ({in_charge(late, 'en')}), past its due date and {held} rakor without news",
        )
        yield Item(f"{to}: {words.for_lang(lang)}.")


_LEVELS = {
    "provinsi": Text("Untuk dibicarakan dengan Pemerintah Provinsi", "To take up with the province"),
    "pusat": Text("Untuk dibicarakan dengan Pemerintah Pusat", "To take up with the national government"),
}


def _outside(briefing: Briefing, lang: Lang) -> Iterator[Item]:
    for level, to in _LEVELS.items():
        actions = [
            action for action in briefing.facts.actions if action.is_open and action.action.authority == level
        ]
        if actions:
            names = listed([_with_opd(action) for action in actions], lang)
            touched = indicators(briefing.plan, indicators_served(actions), lang)
            words = Text(f"{names}, untuk {touched}", f"{names}, for {touched}").for_lang(lang)
            yield Item(f"{to.for_lang(lang)}: {words}.")


def _with_opd(action: Scheduled) -> str:
    name = f"{action.code} {action.action.name}"
    return f"{name} ({action.opd})" if action.opd else name
