"""Matters between OPD in words: who hands over what, who clashes with whom, and what would solve it."""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence_conflicts import OrderClash, Shift
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.coordination.opd_pairs import Topic, TopicKind
from serang_plan.analysis.duties.coverage import CoverageStatus, CoveringAction, Shortcoming
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.page import Tone
from serang_plan.reports.parts.phrases import NOTHING
from serang_plan.wording import Lang, Text, listed, room_for

TIMINGS: dict[Timing, tuple[Text, Tone]] = {
    Timing.CANCELLED: (Text("batal", "cancelled"), "bad"),
    Timing.LATE: (Text("terlambat", "too late"), "bad"),
    Timing.OVERDUE: (Text("lewat waktu", "overdue"), "warn"),
    Timing.UNKNOWN: (Text("waktu belum jelas", "time unclear"), "unknown"),
    Timing.IN_TIME: (Text("cukup waktu", "in time"), "good"),
}
MOST = 12
"""More of one kind is not read before a meeting; `--opd` restricts it, and the JSON has all."""
NOBODY = Text("tanpa OPD", "no OPD")


def shortened(text: str, most: int) -> str:
    """Return a text that is no longer than `most`, if it may be cut, between words where that is possible."""
    if len(text) <= room_for(len(text), most):
        return text
    cut = text[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def action_name(action: Scheduled, most: int = 44) -> str:
    """Write an action by code and name."""
    return f"{action.code} {shortened(action.action.name, most)}"


def carried(action: Scheduled, lang: Lang) -> str:
    """Write an action by code and OPD: `A15 (DPUPR)`."""
    return f"{action.code} ({action.opd or NOBODY.for_lang(lang)})"


def arrows(codes: Sequence[str], lang: Lang, most: int = MOST) -> str:
    """Write what follows on what: `A1 → A2 → A3`; of a very long chain the middle is left out."""
    left_out = len(codes) - room_for(len(codes), most)
    if left_out > 0:
        words = Text(f"… ({left_out} lagi)", f"… ({left_out} more)").for_lang(lang)
        codes = [*codes[: most - 2], words, *codes[-2:]]
    return " → ".join(codes)


def time(when: When | None, lang: Lang) -> str:
    """Write a time, or that it is not known."""
    return when.text(lang) if when else NOTHING


# -- clashes of order --------------------------------------------------------------------


def broken(need: Need, lang: Lang) -> str:
    """Say that something does not come in time: `A16 (DISHUB) mulai …, padahal A15 baru selesai …`."""
    taker, giver = carried(need.taker, lang), carried(need.giver, lang)
    starts = need.taker.start is not None and not need.taker.moves
    wanted, ready = time(need.wanted, lang), time(need.ready, lang)
    if need.giver.late:
        due = time(need.giver.finish, lang)
        return Text(
            f"{taker} {'mulai' if starts else 'selesai'} {wanted}, padahal {giver} lewat waktu sejak {due}",
            f"{taker} {'starts' if starts else 'finishes'} {wanted}, "
            f"but {giver} has been overdue since {due}",
        ).for_lang(lang)
    return Text(
        f"{taker} {'mulai' if starts else 'selesai'} {wanted}, padahal {giver} baru selesai {ready}",
        f"{taker} {'starts' if starts else 'finishes'} {wanted}, but {giver} only finishes {ready}",
    ).for_lang(lang)


def way_out(shifts: Sequence[Shift], lang: Lang, most: int = 4) -> str:
    """Say what is moved to when."""
    most = room_for(len(shifts), most)
    steps = [_shifted(shift, lang) for shift in shifts[:most]]
    if len(shifts) > most:
        steps.append(
            Text(f"dan {len(shifts) - most} lainnya", f"and {len(shifts) - most} more").for_lang(lang)
        )
    return "; ".join(steps)


def _shifted(shift: Shift, lang: Lang) -> str:
    action = carried(shift.scheduled, lang)
    if shift.is_earlier:
        by = shift.to.text(lang)
        return Text(f"{action} selesai paling lambat {by}", f"{action} finishes by {by}").for_lang(lang)
    if shift.finish is None:
        return Text(
            f"{action} mulai {shift.to.text(lang)}", f"{action} starts {shift.to.text(lang)}"
        ).for_lang(lang)
    begin, end = shift.start, shift.finish.text(lang)
    if begin is None:
        return Text(f"{action} selesai {end}", f"{action} finishes {end}").for_lang(lang)
    return Text(
        f"{action} ke {begin.text(lang)} s.d. {end}", f"{action} to {begin.text(lang)} – {end}"
    ).for_lang(lang)


def solution(clash: OrderClash, lang: Lang) -> str:
    """Say the smallest move, and on what it rests where something is overdue already."""
    overdue = dict.fromkeys(need.giver.code for need in clash.late if need.giver.late)
    if not overdue:
        return way_out(clash.smallest, lang)
    codes = listed(list(overdue), lang, most=4)
    are = "is" if len(overdue) == 1 else "are"
    condition = Text(f", asal {codes} selesai sekarang", f", provided {codes} {are} finished now")
    return f"{way_out(clash.smallest, lang)}{condition.for_lang(lang)}"


# -- places and names --------------------------------------------------------------------


def place_of(plan: Plan, clash: Clash) -> str:
    """Name the place that two actions share."""
    first, second = clash.first.action.place, clash.second.action.place
    if first is None or second is None:
        return NOTHING
    if first.kelurahan is not None and first.kelurahan == second.kelurahan:
        region = plan.region_by_code.get(first.kelurahan)
        return f"Kelurahan {region.name}" if region else f"Kelurahan {first.kelurahan}"
    return second.site or NOTHING


# -- coverage ----------------------------------------------------------------------------

_LOOKS: dict[CoverageStatus, tuple[Text, str, Tone]] = {
    CoverageStatus.COVERED: (Text("tercakup", "covered"), "✓", "good"),
    CoverageStatus.MISSING: (Text("tanpa pengampu", "without a lead"), "✗", "bad"),
    CoverageStatus.AMBIGUOUS: (Text("pengampu ganda", "with two leads"), "!", "contradicted"),
    CoverageStatus.OUTDATED: (
        Text("pengampu tak berlaku", "with a lead that does not exist"),
        "~",
        "claimed",
    ),
    CoverageStatus.UNSERVED: (Text("tanpa kegiatan", "without an action"), "○", "warn"),
    CoverageStatus.HOLLOW: (Text("kegiatan belum lengkap", "with incomplete actions"), "?", "unknown"),
}
COVERS = {status: words for status, (words, _, _) in _LOOKS.items()}
COVER_SIGNS = {status: sign for status, (_, sign, _) in _LOOKS.items()}
COVER_TONES = {status: tone for status, (_, _, tone) in _LOOKS.items()}
LACKS = {
    Shortcoming.OWNER: Text("pelaksana", "owner"),
    Shortcoming.DATE: Text("waktu selesai", "finish"),
    Shortcoming.EFFECT: Text("dampak", "effect"),
}


def lacking(actions: Sequence[CoveringAction], lang: Lang) -> str:
    """Say which actions lack what: `A01, A04 tanpa dampak; A05 tanpa pelaksana dan dampak`."""
    by_lacks = grouped(
        (action.shortcomings, action.scheduled.code) for action in actions if action.shortcomings
    )
    without = Text("tanpa", "without").for_lang(lang)
    missing = {lacks: listed([LACKS[lack].for_lang(lang) for lack in lacks], lang) for lacks in by_lacks}
    return "; ".join(
        f"{listed(codes, lang, most=4)} {without} {missing[lacks]}" for lacks, codes in by_lacks.items()
    )


# -- what a pair must settle ---------------------------------------------------------------

_GROUNDS = {
    TopicKind.LOOP: Text("saling menunggu: {codes}", "wait for each other: {codes}"),
    TopicKind.CANCELLED: Text("{last} menunggu {first} yang batal", "{last} waits for {first}, cancelled"),
    TopicKind.LATE: Text("{first} terlambat bagi {last}", "{first} is too late for {last}"),
    TopicKind.OVERDUE: Text("{first} lewat waktu, ditunggu {last}", "{first} is overdue, {last} waits"),
    TopicKind.DUPLICATE: Text("{first} dan {last} mirip", "{first} and {last} look alike"),
    TopicKind.PLACE: Text("{first} dan {last} di tempat yang sama", "{first} and {last} in one place"),
    TopicKind.LEADS: Text("sama-sama mengampu {first}", "both lead {first}"),
    TopicKind.HANDOVER: Text("serah terima tugas {first}", "handover of {first}"),
    TopicKind.NEED: Text("{first} ditunggu {last}", "{last} waits for {first}"),
    TopicKind.DECISION: Text("keputusan {codes}", "decision {codes}"),
    TopicKind.INDICATOR: Text("indikator {codes}", "indicator {codes}"),
}
_PLURAL = {
    TopicKind.DECISION: Text("keputusan {codes}", "decisions {codes}"),
    TopicKind.INDICATOR: Text("indikator {codes}", "indicators {codes}"),
}


def reasons(topics: Sequence[Topic], lang: Lang, most: int = 4) -> str:
    """Write what two OPD must settle, the most urgent first."""
    words = [_worded(reason, lang) for reason in topics if reason.kind not in _PLURAL]
    for ground, many in _PLURAL.items():
        codes = [shortened(reason.codes[0], 30) for reason in topics if reason.kind is ground]
        sentence = (many if len(codes) > 1 else _GROUNDS[ground]).for_lang(lang)
        words += [sentence.format(codes=listed(codes, lang, most=6))] if codes else []
    most = room_for(len(words), most)
    more = len(words) - most
    rest = [Text(f"{more} lainnya", f"{more} more").for_lang(lang)] if more > 0 else []
    return "; ".join([*words[:most], *rest])


def _worded(reason: Topic, lang: Lang) -> str:
    codes = reason.codes
    sentence = _GROUNDS[reason.kind].for_lang(lang)
    return sentence.format(first=codes[0], last=codes[-1], codes=listed(codes, lang, most=6))
