"""Change: one thing that means something else than before, and the words by which it is known."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from serang_plan.model.record import Record
from serang_plan.places import Pointer
from serang_plan.wording import Number


class Kind(Enum):
    """What a change is for the reader, in the order in which it is told."""

    GOALPOSTS = "goalposts"
    """What counts as reached is another: a target, a threshold, the end of the plan."""
    WORSE = "worse"
    LOST = "lost"
    """It can no longer be judged."""
    BETTER = "better"
    SEEN = "seen"
    """It can be judged, or is measured, for the first time."""
    DECLARED = "declared"
    OWNER = "owner"
    SLIPPED = "slipped"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    DONE = "done"
    FORWARD = "brought-forward"
    DECISION = "decision"
    EVIDENCE_GONE = "evidence-gone"
    REVISED = "revised"
    """A figure that was written already is another now."""
    EVIDENCE_NEW = "evidence-new"
    NEW = "new"
    REMOVED = "removed"
    RENAMED = "renamed"
    DETAIL = "detail"


class What(Enum):
    """What happened, exactly; the second value says what kind of change that is."""

    TARGET_LOWERED = "target-lowered", Kind.GOALPOSTS
    TARGET_PUSHED_BACK = "target-pushed-back", Kind.GOALPOSTS
    TARGET_REMOVED = "target-removed", Kind.GOALPOSTS
    TARGET_RAISED = "target-raised", Kind.GOALPOSTS
    TARGET_BROUGHT_FORWARD = "target-brought-forward", Kind.GOALPOSTS
    TARGET_ADDED = "target-added", Kind.GOALPOSTS
    THRESHOLD_EASED = "threshold-eased", Kind.GOALPOSTS
    THRESHOLD_REMOVED = "threshold-removed", Kind.GOALPOSTS
    THRESHOLD_TIGHTENED = "threshold-tightened", Kind.GOALPOSTS
    THRESHOLD_ADDED = "threshold-added", Kind.GOALPOSTS
    DIRECTION = "direction", Kind.GOALPOSTS
    UNIT = "unit", Kind.GOALPOSTS
    SCOPE = "scope", Kind.GOALPOSTS
    LAST_YEAR_LATER = "last-year-later", Kind.GOALPOSTS
    LAST_YEAR_SOONER = "last-year-sooner", Kind.GOALPOSTS
    FEWER_EXPECTED = "fewer-expected", Kind.GOALPOSTS
    MORE_EXPECTED = "more-expected", Kind.GOALPOSTS
    ORIGIN = "origin", Kind.GOALPOSTS
    SETTING = "setting", Kind.GOALPOSTS
    MET_BY_GOALPOSTS = "met-by-goalposts", Kind.GOALPOSTS
    """Counted as met only because the threshold moved."""
    UNMET_BY_GOALPOSTS = "unmet-by-goalposts", Kind.GOALPOSTS

    NO_LONGER_MET = "no-longer-met", Kind.WORSE
    DECLINED = "declined", Kind.WORSE
    VALUE_LOST = "value-lost", Kind.LOST
    THRESHOLD_LOST = "threshold-lost", Kind.LOST
    SOURCE_LOST = "source-lost", Kind.LOST
    NOW_MET = "now-met", Kind.BETTER
    IMPROVED = "improved", Kind.BETTER
    NOW_JUDGED = "now-judged", Kind.SEEN
    NOW_MEASURED = "now-measured", Kind.SEEN
    DECLARED = "declared", Kind.DECLARED

    LEAD = "lead", Kind.OWNER
    SUPPORT = "support", Kind.OWNER
    PARTNERS = "partners", Kind.OWNER
    DUTY_BASIS = "duty-basis", Kind.OWNER
    CARRIER = "carrier", Kind.OWNER
    PROVIDER = "provider", Kind.OWNER
    """Who produces the figures of an indicator."""
    DECISION_LEAD = "decision-lead", Kind.OWNER

    SLIPPED = "slipped", Kind.SLIPPED
    TIME_LOST = "time-lost", Kind.SLIPPED
    FOCUS_LATER = "focus-later", Kind.SLIPPED
    DECISION_POSTPONED = "decision-postponed", Kind.SLIPPED
    CANCELLED = "cancelled", Kind.CANCELLED
    REVIVED = "revived", Kind.REOPENED
    REOPENED = "reopened", Kind.REOPENED
    DONE = "done", Kind.DONE
    BROUGHT_FORWARD = "brought-forward", Kind.FORWARD
    TIME_SET = "time-set", Kind.FORWARD
    FOCUS_SOONER = "focus-sooner", Kind.FORWARD
    DECISION_SOONER = "decision-sooner", Kind.FORWARD

    DECISION_OPENED = "decision-opened", Kind.DECISION
    DECISION_CLOSED = "decision-closed", Kind.DECISION
    DECISION_REOPENED = "decision-reopened", Kind.DECISION
    DECISION_VANISHED = "decision-vanished", Kind.DECISION
    """It was open, and is no longer written anywhere."""
    DECISION_REMOVED = "decision-removed", Kind.DECISION
    """It was closed, and is no longer written anywhere."""
    DECISION_STATUS = "decision-status", Kind.DECISION

    EVIDENCE_GONE = "evidence-gone", Kind.EVIDENCE_GONE
    MEASUREMENT_GONE = "measurement-gone", Kind.EVIDENCE_GONE
    MEASUREMENT_SOURCE_GONE = "measurement-source-gone", Kind.EVIDENCE_GONE
    LESS_VERIFIED = "less-verified", Kind.EVIDENCE_GONE
    MEASUREMENT_REVISED = "measurement-revised", Kind.REVISED
    MEASUREMENT_SOURCE_CHANGED = "measurement-source-changed", Kind.REVISED
    EVIDENCE_NEW = "evidence-new", Kind.EVIDENCE_NEW
    MEASUREMENT_NEW = "measurement-new", Kind.EVIDENCE_NEW
    MEASUREMENT_SOURCE_NEW = "measurement-source-new", Kind.EVIDENCE_NEW
    BETTER_VERIFIED = "better-verified", Kind.EVIDENCE_NEW

    NEW = "new", Kind.NEW
    REMOVED = "removed", Kind.REMOVED
    RENAMED = "renamed", Kind.RENAMED
    RECODED = "recoded", Kind.RENAMED
    RAKOR_MOVED = "rakor-moved", Kind.RENAMED
    """It is written under another date: put right, or held on another day."""
    DETAIL = "detail", Kind.DETAIL

    def __init__(self, slug: str, kind: Kind) -> None:
        self.slug = slug
        self.kind = kind

    @property
    def eases(self) -> bool:
        """Whether it makes the same state of the city count for more: what needs a reason."""
        return self in _EASES


_EASES = frozenset(
    (
        *(What.TARGET_LOWERED, What.TARGET_PUSHED_BACK, What.TARGET_REMOVED),
        *(What.THRESHOLD_EASED, What.THRESHOLD_REMOVED, What.LAST_YEAR_LATER, What.FEWER_EXPECTED),
    )
)


class Field(NamedTuple):
    """A field that counts and has another content."""

    name: str
    before: Any
    after: Any


class Aim(NamedTuple):
    """A target: what is to be reached in which year."""

    year: int
    value: Number


class Duty(NamedTuple):
    """An OPD or partner that answers for an indicator, and during which time; texts as typed in YAML."""

    code: str
    since: str | None
    until: str | None


class Change(NamedTuple):
    """One change; what `before` and `after` hold depends on what happened."""

    what: What
    section: str
    code: str
    """The code of the record that a reader would name; for stages the year, for a rakor the day."""
    record: Record
    """That record as it is now, or as it was if it is gone."""
    at: Pointer
    in_before: bool = False
    """Whether `at` points into the files of the state before."""
    before: Any = None
    after: Any = None
    year: int | None = None
    """The year of the target that is meant, where one is."""
    reason: str | None = None
    """Why, if the data says so anew; a reason that was there before explains an earlier change."""
    who: tuple[str, ...] = ()
    """The OPD concerned."""

    @property
    def kind(self) -> Kind:
        """What the change is for the reader."""
        return self.what.kind
