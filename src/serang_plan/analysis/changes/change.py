"""Change: one thing that means something else than before, and the words by which it is known."""

from enum import Enum
from typing import Any, NamedTuple

from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.places import Pointer
from serang_plan.wording import Number


class ChangeKind(Enum):
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

    TARGET_LOWERED = "target-lowered", ChangeKind.GOALPOSTS
    TARGET_PUSHED_BACK = "target-pushed-back", ChangeKind.GOALPOSTS
    TARGET_REMOVED = "target-removed", ChangeKind.GOALPOSTS
    TARGET_RAISED = "target-raised", ChangeKind.GOALPOSTS
    TARGET_BROUGHT_FORWARD = "target-brought-forward", ChangeKind.GOALPOSTS
    TARGET_ADDED = "target-added", ChangeKind.GOALPOSTS
    THRESHOLD_EASED = "threshold-eased", ChangeKind.GOALPOSTS
    THRESHOLD_REMOVED = "threshold-removed", ChangeKind.GOALPOSTS
    THRESHOLD_TIGHTENED = "threshold-tightened", ChangeKind.GOALPOSTS
    THRESHOLD_ADDED = "threshold-added", ChangeKind.GOALPOSTS
    DIRECTION = "direction", ChangeKind.GOALPOSTS
    UNIT = "unit", ChangeKind.GOALPOSTS
    SCOPE = "scope", ChangeKind.GOALPOSTS
    LAST_YEAR_LATER = "last-year-later", ChangeKind.GOALPOSTS
    LAST_YEAR_SOONER = "last-year-sooner", ChangeKind.GOALPOSTS
    FEWER_EXPECTED = "fewer-expected", ChangeKind.GOALPOSTS
    MORE_EXPECTED = "more-expected", ChangeKind.GOALPOSTS
    ORIGIN = "origin", ChangeKind.GOALPOSTS
    SETTING = "setting", ChangeKind.GOALPOSTS
    MET_BY_GOALPOSTS = "met-by-goalposts", ChangeKind.GOALPOSTS
    """Counted as met only because the threshold moved."""
    UNMET_BY_GOALPOSTS = "unmet-by-goalposts", ChangeKind.GOALPOSTS

    NO_LONGER_MET = "no-longer-met", ChangeKind.WORSE
    DECLINED = "declined", ChangeKind.WORSE
    VALUE_LOST = "value-lost", ChangeKind.LOST
    THRESHOLD_LOST = "threshold-lost", ChangeKind.LOST
    SOURCE_LOST = "source-lost", ChangeKind.LOST
    NOW_MET = "now-met", ChangeKind.BETTER
    IMPROVED = "improved", ChangeKind.BETTER
    NOW_JUDGED = "now-judged", ChangeKind.SEEN
    NOW_MEASURED = "now-measured", ChangeKind.SEEN
    MEASURED_ANEW = "measured-anew", ChangeKind.SEEN
    """It has another value, which may not be compared with the one before."""
    DECLARED = "declared", ChangeKind.DECLARED

    LEAD = "lead", ChangeKind.OWNER
    SUPPORT = "support", ChangeKind.OWNER
    PARTNERS = "partners", ChangeKind.OWNER
    DUTY_BASIS = "duty-basis", ChangeKind.OWNER
    CARRIER = "carrier", ChangeKind.OWNER
    PROVIDER = "provider", ChangeKind.OWNER
    """Who produces the figures of an indicator."""
    DECISION_LEAD = "decision-lead", ChangeKind.OWNER

    SLIPPED = "slipped", ChangeKind.SLIPPED
    TIME_LOST = "time-lost", ChangeKind.SLIPPED
    FOCUS_LATER = "focus-later", ChangeKind.SLIPPED
    DECISION_POSTPONED = "decision-postponed", ChangeKind.SLIPPED
    CANCELLED = "cancelled", ChangeKind.CANCELLED
    REVIVED = "revived", ChangeKind.REOPENED
    REOPENED = "reopened", ChangeKind.REOPENED
    DONE = "done", ChangeKind.DONE
    BROUGHT_FORWARD = "brought-forward", ChangeKind.FORWARD
    TIME_SET = "time-set", ChangeKind.FORWARD
    FOCUS_SOONER = "focus-sooner", ChangeKind.FORWARD
    DECISION_SOONER = "decision-sooner", ChangeKind.FORWARD

    DECISION_OPENED = "decision-opened", ChangeKind.DECISION
    DECISION_CLOSED = "decision-closed", ChangeKind.DECISION
    DECISION_REOPENED = "decision-reopened", ChangeKind.DECISION
    DECISION_VANISHED = "decision-vanished", ChangeKind.DECISION
    """It was open, and is no longer written anywhere."""
    DECISION_REMOVED = "decision-removed", ChangeKind.DECISION
    """It was closed, and is no longer written anywhere."""
    DECISION_STATUS = "decision-status", ChangeKind.DECISION
    DECISION_STANDING = "decision-standing", ChangeKind.DECISION
    """Somebody else has looked, another took its place, or there is news of the part of one OPD in it."""

    EVIDENCE_GONE = "evidence-gone", ChangeKind.EVIDENCE_GONE
    MEASUREMENT_GONE = "measurement-gone", ChangeKind.EVIDENCE_GONE
    MEASUREMENT_SOURCE_GONE = "measurement-source-gone", ChangeKind.EVIDENCE_GONE
    LESS_VERIFIED = "less-verified", ChangeKind.EVIDENCE_GONE
    MEASUREMENT_REVISED = "measurement-revised", ChangeKind.REVISED
    MEASUREMENT_SOURCE_CHANGED = "measurement-source-changed", ChangeKind.REVISED
    EVIDENCE_NEW = "evidence-new", ChangeKind.EVIDENCE_NEW
    MEASUREMENT_NEW = "measurement-new", ChangeKind.EVIDENCE_NEW
    MEASUREMENT_SOURCE_NEW = "measurement-source-new", ChangeKind.EVIDENCE_NEW
    BETTER_VERIFIED = "better-verified", ChangeKind.EVIDENCE_NEW

    NEW = "new", ChangeKind.NEW
    REMOVED = "removed", ChangeKind.REMOVED
    RENAMED = "renamed", ChangeKind.RENAMED
    RECODED = "recoded", ChangeKind.RENAMED
    RAKOR_MOVED = "rakor-moved", ChangeKind.RENAMED
    """It is written under another date: put right, or held on another day."""
    DETAIL = "detail", ChangeKind.DETAIL

    def __init__(self, slug: str, kind: ChangeKind) -> None:
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


class FieldChange(NamedTuple):
    """A field that counts and has another content."""

    name: str
    before: Any
    after: Any


class StatedTarget(NamedTuple):
    """A target: what is to be reached in which year."""

    year: int
    value: Number


class HeldDuty(NamedTuple):
    """An OPD or partner that answers for an indicator, and during which time."""

    code: str
    since: When | None
    until: When | None


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
    def kind(self) -> ChangeKind:
        """What the change is for the reader."""
        return self.what.kind
