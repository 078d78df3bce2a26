"""Holding: what happens at a rakor and after it becomes changes of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from serang_plan.analysis.actions.overlaps import nearly_same, telling_words
from serang_plan.analysis.duties.decision_life import (
    DecisionLife,
    DecisionState,
    decision_lives,
    is_by_itself,
)
from serang_plan.editing.changes import AppendItem, Change, SetField, Value
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, Decision, DecisionEntry, Rakor
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Lang, Text, backquoted, short_date

LONG_PAST = timedelta(days=31)
"""After how many days nobody means the minutes of a rakor without naming it."""


def is_long_past(plan: Plan, rakor: Rakor) -> bool:
    """Whether the minutes of a rakor have been written for long."""
    return plan.as_of - rakor.date > LONG_PAST


def open_rakor(plan: Plan, rakor: Rakor) -> Rakor:
    """Return a rakor whose day has come, with open minutes. Raises ProblemError for any other."""
    day = Text(short_date(rakor.date, "id"), short_date(rakor.date, "en"))
    if rakor.date > plan.as_of:
        raise ProblemError(
            Text(f"rakor {day.id} belum diadakan", f"the rakor of {day.en} has not been held yet"),
            Text("catat mulai hari itu", "record it from that day on"),
        )
    if rakor.closed is None:
        return rakor
    raise ProblemError(
        Text(f"notulen rakor {day.id} sudah ditutup", f"the minutes of the rakor of {day.en} are closed"),
        Text(
            "yang diputuskan sekarang masuk rakor berikutnya: `rakor prepare`; laporan tetap dapat "
            "dicatat: `rakor report`",
            "what is decided now belongs to the next rakor: `rakor prepare`; reports can still be "
            "recorded: `rakor report`",
        ),
    )


def begun(plan: Plan, rakor: Rakor) -> Iterator[Change]:
    """Say that a planned rakor is being held, once its day has come."""
    if rakor.state == "rencana" and rakor.date <= plan.as_of:
        yield SetField(rakor.at("state"), "berlangsung")


def decided(
    plan: Plan,
    rakor: Rakor,
    fields: Mapping[str, Value],
    superseded: Sequence[DecisionLife] = (),
    *,
    again: bool,
) -> list[Change]:
    """Return what adds a decision to a rakor, and ends those whose place it takes.

    Raises ProblemError if another like it is still open, or one that it would end is not.
    """
    for life in superseded:
        _refuse_settled(life)
    if not again and (like := _like(plan, str(fields["text"]), superseded)):
        raise ProblemError(
            Text(
                f"keputusan {backquoted(like.code)} hampir sama dan belum selesai: {like.decision.text}",
                f"decision {backquoted(like.code)} says nearly the same, still open: {like.decision.text}",
            ),
            Text(
                f"laporkan yang lama: `rakor report {like.code}`; bila menggantikannya, tambahkan "
                f"`--supersedes {like.code}`; bila memang baru, `--again`",
                f"report on the old one: `rakor report {like.code}`; if this takes its place, add "
                f"`--supersedes {like.code}`; if it is a new one, `--again`",
            ),
        )
    decision: dict[str, Value] = {"code": _free_code(plan, rakor), **fields, "status": "menunggu"}
    entry: dict[str, Value] = {"known": rakor.date, "superseded_by": decision["code"]}
    ends = [change for life in superseded for change in _appended(life.decision, entry)]
    return [*begun(plan, rakor), AppendItem(rakor.at("decisions"), decision), *ends]


def _like(plan: Plan, text: str, superseded: Sequence[DecisionLife]) -> DecisionLife | None:
    words = telling_words(text)
    lives = (life for life in decision_lives(plan) if life.is_open and life not in superseded)
    return next((life for life in lives if nearly_same(words, telling_words(life.decision.text))), None)


def _free_code(plan: Plan, rakor: Rakor) -> str:
    """Return the next code of a rakor's decisions, such as `R4-2`."""
    used = {decision.code for meeting in plan.rakor for decision in meeting.decisions}
    meeting = rakor.code or f"R{plan.rakor.index(rakor) + 1}"
    nth = len(rakor.decisions) + 1
    while f"{meeting}-{nth}" in used:
        nth += 1
    return f"{meeting}-{nth}"


def attended(plan: Plan, rakor: Rakor, opd: Sequence[str], by: str, *, present: bool) -> list[Change]:
    """Return what notes who came, or did not; what was noted before is put right."""
    changes: list[Change] = [*begun(plan, rakor)]
    noted = {attendance.opd: nth for nth, attendance in enumerate(rakor.attendance)}
    for code in opd:
        if code in noted:
            was = rakor.attendance[noted[code]]
            changes += [SetField(was.at("present"), present)] if was.present != present else []
            changes += [SetField(was.at("by"), by)] if by else []
        else:
            who: dict[str, Value] = {"opd": code, **({"by": by} if by else {})}
            absent: dict[str, Value] = {} if present else {"present": False}
            changes.append(AppendItem(rakor.at("attendance"), {**who, **absent}))
    return changes


# -- what becomes of a decision -----------------------------------------------------------


def decision_called(plan: Plan, code: str) -> DecisionLife:
    """Return a decision by its code. Raises KeyError if there is none."""
    return next(life for life in decision_lives(plan) if life.decision.code == code)


def new_standings(before: Plan, after: Plan, lang: Lang) -> Iterator[str]:
    """Say of each decision that stands otherwise than before, or is due on another day, how."""
    was = {line: None for life in decision_lives(before) for line in _standing(life)}
    for life in decision_lives(after):
        known = {code for code, *_ in was}
        for code, opd, state, due in _standing(life):
            if code in known and (code, opd, state, due) not in was:
                who = f" ({opd})" if opd else ""
                day = (
                    Text(f", tenggat {short_date(due, 'id')}", f", due {short_date(due, 'en')}")
                    if due
                    else None
                )
                yield f"{code}{who}: {state.word.for_lang(lang)}{day.for_lang(lang) if day else ''}"


def _standing(life: DecisionLife) -> Iterator[tuple[str, str | None, DecisionState, date | None]]:
    return ((life.code, line.opd, line.state, line.due) for line in life.lines)


def reported(life: DecisionLife, entry: Mapping[str, Value | When]) -> list[Change]:
    """Return what adds a report to a decision. Raises ProblemError for one that says too little."""
    opd = _part(life, entry)
    _refuse_settled(opd)
    if entry.get("status") == "selesai" and "evidence" not in entry:
        raise ProblemError(
            Text("yang dilaporkan selesai memerlukan bukti", "what is reported done needs evidence"),
            Text('sebut buktinya: `--evidence "Berita acara …"`', 'say what proves it: `--evidence "…"`'),
        )
    if "due" in entry and "reason" not in entry:
        raise ProblemError(
            Text("batas waktu tidak digeser tanpa alasan", "a due date is not moved without a reason"),
            Text('sebut alasannya: `--reason "…"`', 'say why: `--reason "…"`'),
        )
    return _appended(life.decision, {"by": opd.opd or life.decision.lead or "", **entry})


def accepted(life: DecisionLife, entry: Mapping[str, Value | When]) -> list[Change]:
    """Return what adds a verdict to a decision. Raises ProblemError for a bad one."""
    if entry.get("opd") == EVERYBODY:
        part, entry = life, {name: value for name, value in entry.items() if name != "opd"}
    else:
        part = _part(life, entry)
    _refuse_settled(part)
    by = str(entry.get("by", ""))
    judged = DecisionEntry.model_construct(by=by or None, opd=part.opd if life.parts else None)
    if is_by_itself(life.decision, judged, part.opd):
        raise ProblemError(
            Text(
                f"{by or life.decision.lead} tidak memeriksa laporannya sendiri",
                f"{by or life.decision.lead} does not check its own report",
            ),
            Text(
                "sebut OPD lain yang memeriksanya dengan `--by`",
                "name another OPD that checks it with `--by`",
            ),
        )
    if entry.get("verified") == "tidak-dapat-ditindaklanjuti" and "reason" not in entry:
        raise ProblemError(
            Text(
                "tanpa alasan yang sah keputusan tetap ditagih",
                "without a valid reason it is still asked for",
            ),
            Text('sebut alasannya: `--reason "…"`', 'say why: `--reason "…"`'),
        )
    return _appended(life.decision, entry)


def _part(life: DecisionLife, entry: Mapping[str, Value | When]) -> DecisionLife:
    """Return whose part an entry is about.

    Raises ProblemError if it is for all, and nobody is named, or if it is for another OPD.
    """
    if not life.parts:
        _refuse_other(life, entry.get("opd"))
        return life
    part = next((part for part in life.parts if part.opd == entry.get("opd")), None)
    if part is not None:
        return part
    raise ProblemError(
        Text(
            f"keputusan {life.code} untuk semua OPD: OPD mana?",
            f"decision {life.code} is for all OPD: which one?",
        ),
        Text("sebut OPD-nya: `--opd DLH`", "name the OPD: `--opd DLH`"),
    )


def _refuse_other(life: DecisionLife, opd: object) -> None:
    lead = life.decision.lead
    if opd in (None, life.opd, lead):
        return
    raise ProblemError(
        Text(
            f"keputusan {life.code} ditangani {lead or 'siapa belum disebut'}, bukan {opd}",
            f"{lead or 'nobody'} answers for decision {life.code}, not {opd}",
        ),
        Text("hapus `--opd`", "leave `--opd` out"),
    )


def _refuse_settled(part: DecisionLife) -> None:
    if part.is_open:
        return
    word, successor = part.state.word, part.superseded_by
    if successor is not None:
        advice = Text(
            f"penggantinya: `rakor report {successor}`", f"in its place: `rakor report {successor}`"
        )
    else:
        advice = Text(
            "bila baru saja salah catat: `serang-plan undo`; bila perlu lagi, putuskan yang baru: "
            "`rakor decide`",
            "if that was recorded by mistake just now: `serang-plan undo`; if it is needed again, decide "
            "anew: `rakor decide`",
        )
    raise ProblemError(
        Text(
            f"keputusan {part.code} sudah selesai: {word.id}", f"decision {part.code} is settled: {word.en}"
        ),
        advice,
    )


def _appended(decision: Decision, entry: Mapping[str, Value | When]) -> list[Change]:
    """Return a further entry of the history; one that says the same again changes nothing."""
    said = {name: value for name, value in entry.items() if value not in (None, "")}
    for there in decision.history:
        if there.opd == said.get("opd") and all(
            getattr(there, name) == value for name, value in said.items()
        ):
            return []
    return [AppendItem(decision.at("history"), said)]
