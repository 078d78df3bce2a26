"""Follow-up as a calendar: the rakor that are known, and when the open decisions are due."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.model.rakor import Rakor
from serang_plan.page import Event
from serang_plan.reports.follow_up.page import FollowUp
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.wording import Lang, Text


def events(follow_up: FollowUp, lang: Lang) -> tuple[Event, ...]:
    """Return the days, of all or of one OPD."""
    rakor = (_rakor(follow_up, rakor) for rakor in follow_up.plan.rakor)
    return tuple(sorted((*rakor, *_due_dates(follow_up, lang)), key=lambda event: (event.day, event.name)))


def _due_dates(follow_up: FollowUp, lang: Lang) -> Iterator[Event]:
    for life in follow_up.pending:
        lines = life.lines if follow_up.opd else (life,)
        for line in lines:
            if line.due is not None and line.is_open and follow_up.opd in ("", line.opd):
                yield _due(follow_up, line, lang)


def _name(follow_up: FollowUp, *parts: str) -> str:
    header = follow_up.plan.header
    city = (header.region or header.city) if header else ""
    return "-".join("".join(part.split()) for part in (*parts, city) if part) + "@serang-plan"


def _rakor(follow_up: FollowUp, rakor: Rakor) -> Event:
    return Event(
        _name(follow_up, "rakor", rakor.code or rakor.date.isoformat()),
        rakor.date,
        f"Rakor {follow_up.plan.heading.city}".rstrip(),
        "\n".join(item.text for item in rakor.agenda),
        rakor.place or "",
    )


def _due(follow_up: FollowUp, line: DecisionLife, lang: Lang) -> Event:
    assert line.due is not None
    who = words_of.in_charge(line, lang)
    code = line.decision.code or line.decision.text[:40]
    title = Text(f"Tenggat {code} ({who})", f"{code} is due ({who})").for_lang(lang)
    proof = Text("Bukti selesai", "Proof of completion").for_lang(lang)
    details = [
        line.decision.text,
        *([f"{proof}: {line.decision.done_when}"] if line.decision.done_when else []),
    ]
    return Event(_name(follow_up, "keputusan", code, line.opd or ""), line.due, title, "\n".join(details))
