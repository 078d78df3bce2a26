"""Fingerprint: what may not change of minutes that are closed; histories, notes and layout may."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from serang_plan.model.rakor import Rakor

VERSION = "v1:"
_FIELD, _LIST = "\x1f", "\x1e"


def fingerprint(rakor: Rakor) -> str:
    """Return the fingerprint of date, attendance and agenda, and of what each decision asks of whom."""
    text = "\n".join(_FIELD.join(parts) for parts in _parts(rakor))
    return f"{VERSION}{sha256(text.encode()).hexdigest()[:32]}"


def has_changed(rakor: Rakor) -> bool:
    """Whether closed minutes are no longer what was closed, as far as this version can tell."""
    closed = rakor.closed
    return (
        closed is not None
        and closed.fingerprint.startswith(VERSION)
        and closed.fingerprint != fingerprint(rakor)
    )


def _parts(rakor: Rakor) -> Iterator[tuple[str, ...]]:
    yield "rakor", rakor.date.isoformat()
    for attendance in rakor.attendance:
        yield "attendance", attendance.opd, _plain(attendance.by), str(attendance.present)
    for item in rakor.agenda:
        yield "agenda", _plain(item.text), str(item.minutes), item.decision or ""
    for decision in rakor.decisions:
        due = decision.due.isoformat() if decision.due else ""
        support = _LIST.join(decision.support)
        lead = decision.lead or ""
        yield (
            "decision",
            decision.code or "",
            _plain(decision.text),
            _plain(decision.done_when),
            lead,
            support,
            due,
        )


def _plain(text: str | None) -> str:
    """Return a text without the line breaks and spaces that only lay it out."""
    return " ".join((text or "").split())
