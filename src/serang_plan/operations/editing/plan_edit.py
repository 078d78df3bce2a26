"""The plan edit: changes that are meant become files, if exactly they follow and nothing else goes wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from serang_plan.editing.changes import Change, Plain
from serang_plan.editing.placing import RefusedEditError
from serang_plan.findings import Finding, Located
from serang_plan.fingerprints import fingerprints
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import ANCHOR, Record
from serang_plan.operations.checking.check import errors, faults_of_rakor
from serang_plan.operations.checking.safe_fixes import read_again
from serang_plan.operations.editing.draft import Draft, DraftedRecord
from serang_plan.operations.files.archive import as_closed, last_snapshot
from serang_plan.operations.files.plan_file import write_changes
from serang_plan.operations.problem import ProblemError, RefusedChangeError
from serang_plan.places import FILE_SHIFT, Pointer, Span
from serang_plan.reading.folder import Reading
from serang_plan.reading.validation import ONE_MAPPING, shaped
from serang_plan.reading.yaml_tree import Entry, Section
from serang_plan.rendering.findings.patch import FileChange, render
from serang_plan.wording import Text

_NOWHERE = Span("", 1, 1, 1)
_OTHERWISE = Text(
    "isi rencana akan berubah lain daripada yang dimaksud", "the plan would change otherwise than is meant"
)
_NOT_AS_READ = Text(
    "yang akan diubah terbaca lain daripada yang tertulis",
    "what is to be changed is not read as it is written",
)
_BY_HAND = Text(
    "tidak ada yang ditulis; ubah bagian itu dengan tangan", "nothing is written; change that part by hand"
)


class RecordChange(NamedTuple):
    """A record before and after; None where it is not there."""

    section: str
    before: Record | None
    after: Record | None


class PlanEdit(NamedTuple):
    """What is to be written, and the plan before and after it."""

    before: Reading
    after: Reading
    files: tuple[FileChange, ...]
    records: tuple[RecordChange, ...]

    def patch(self, *, colour: bool = False) -> str:
        """Return what is to be written as a unified diff."""
        return render(self.files, colour=colour)

    def texts_after(self) -> dict[str, str]:
        """Return the text of every file of the plan, by its path, as it is after the edit."""
        sources = self.after.sources
        return {path: sources.source(path).text for path in sources.paths}

    def refuse_beside_archive(self, data: str) -> None:
        """Raise ProblemError if an error would follow beside the plan as its minutes were closed last."""
        before, after = self.before, self.after
        last = last_snapshot([data]) if before.plan.rakor != after.plan.rakor else None
        if last and (closed := as_closed(last, after.plan.as_of)):
            _refuse_errors(before, after, closed)

    def write(self, *, force: bool = False) -> tuple[Text, ...]:
        """Replace the files, as `write_changes` does."""
        return write_changes(self.files, force=force)


def edited(reading: Reading, changes: Iterable[Change]) -> PlanEdit:
    """Make changes in a plan, each seeing what those before it left; no file is written.

    Raises ProblemError if a text is not one in which that can be done, if anything else would change with
    it, or if an error would follow.
    """
    draft = Draft(reading)
    try:
        for change in changes:
            draft.make(change)
    except RefusedEditError as refused:
        raise ProblemError(refused.why, _BY_HAND) from None
    texts = draft.texts()
    after = read_again(reading, texts) if texts else reading
    records = _as_meant(draft, reading, after)
    _refuse_errors(reading, after)
    files = (
        FileChange(path, reading.sources.source(path).text, texts[path], moved=True)
        for path in reading.sources.paths
        if path in texts
    )
    return PlanEdit(reading, after, tuple(files), records)


def why_refused(reading: Reading, groups: Sequence[Iterable[Change]]) -> Mapping[int, Text]:
    """Return which groups of changes cannot be made in the text, and why; the others can, all together."""
    draft = Draft(reading)
    refused: dict[int, Text] = {}
    for nth, group in enumerate(groups):
        before = draft.copy()
        try:
            for change in group:
                draft.make(change)
        except RefusedEditError as error:
            draft, refused[nth] = before, error.why
    return refused


# -- exactly what is meant -------------------------------------------------------------------


def _as_meant(draft: Draft, before: Reading, after: Reading) -> tuple[RecordChange, ...]:
    """Return the records that change. Raises ProblemError if one says what is not meant, or others change."""
    altered = {anchor: _change(record) for anchor, record in draft.altered.items()}
    added = [(record.file, _change(record)) for record in draft.added]
    meant = Plan(
        {section: _meant(before.plan, section, altered, added) for section in SECTIONS}, before.plan.as_of
    )
    is_same = all(meant.section(section) == after.plan.section(section) for section in SECTIONS)
    if not is_same or before.plan.unread != after.plan.unread:
        raise ProblemError(_OTHERWISE, _BY_HAND)
    changes = (*altered.values(), *(change for _, change in added))
    return tuple(change for change in changes if change.before != change.after)


def _meant(
    plan: Plan, section: str, altered: Mapping[int, RecordChange], added: Sequence[tuple[int, RecordChange]]
) -> Iterator[Record]:
    """Give the records that a section must have, in the order of the files."""
    records = sorted(plan.section(section), key=attrgetter("anchor"))
    there = [
        (record.anchor >> FILE_SHIFT, altered[record.anchor].after if record.anchor in altered else record)
        for record in records
    ]
    there += [(file, change.after) for file, change in added if change.section == section]
    return (record for _, record in sorted(there, key=itemgetter(0)) if record is not None)


def _change(record: DraftedRecord) -> RecordChange:
    """Return a record before and after.

    Raises ProblemError if it is read otherwise than it is written, or the model refuses what it is to say.
    """
    if record.record is not None and _shaped(record.section, record.said) != record.record:
        raise ProblemError(_NOT_AS_READ, _BY_HAND)
    after = None if record.says is None else _shaped(record.section, record.says)
    if after is None or isinstance(after, Record):
        return RecordChange(record.section, record.record, after)
    finding = next(iter(after))
    raise RefusedChangeError(finding.message, finding.help)


def _shaped(section: str, says: Plain) -> Record | Iterable[Finding]:
    """Return the record that says something, or why the model refuses it."""
    value = {**says, ANCHOR: 0} if isinstance(says, dict) else says
    return shaped(
        section, Entry(Section(section, _NOWHERE, 0), value, _NOWHERE, in_list=section not in ONE_MAPPING)
    )


# -- no new error -----------------------------------------------------------------------------


def _refuse_errors(before: Reading, after: Reading, closed: Reading | None = None) -> None:
    """Raise ProblemError if there is an error that was not there before, also beside an earlier state."""

    def wrong_in(reading: Reading) -> list[Located]:
        return errors(reading, faults_of_rakor(closed, reading) if closed else ())

    wrong = wrong_in(after)
    was_wrong = wrong_in(before) if wrong else []
    known = set(fingerprints(was_wrong, before.sources))
    more = Counter(map(_said, wrong)) - Counter(map(_said, was_wrong))
    for mark, located in zip(fingerprints(wrong, after.sources), wrong, strict=True):
        if mark not in known and more[_said(located)]:  # what is said as often as before has only moved
            message, place = located.finding.message, f"{located.at.path}:{located.at.line}"
            raise RefusedChangeError(
                Text(
                    f"akan timbul galat di {place}: {message.id}",
                    f"an error would follow at {place}: {message.en}",
                ),
                located.finding.help,
            )


def _said(located: Located) -> tuple[str, str, int]:
    """Return what makes an error the same one though a field of its record has moved; no other may move."""
    rule, at, message = located.finding.rule, located.finding.at, located.finding.message
    return rule.code, message.id, 0 if isinstance(at, Pointer) else located.at.line
