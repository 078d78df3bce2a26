"""Safe fixes: those that leave no fault where they stand, and change nothing in any other place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from serang_plan.editing.edits import Edit, Moves, spliced, without_overlaps
from serang_plan.editing.fixes import UNREAD, editable, final_newline, proposed
from serang_plan.findings import Finding, Located
from serang_plan.operations.checking.check import checked
from serang_plan.places import Pointer, SourceFile, SourceFiles, Span
from serang_plan.reading.equivalence import said_without, says_the_same
from serang_plan.reading.folder import Reading, read_texts
from serang_plan.rendering.findings.outcome import Replacement

MOST_ROUNDS = 50
"""A fix can bring a further fault to light, which is fixed in the next round."""
_MOST_TRIES = 4


class FixResult(NamedTuple):
    """A plan after all that is safe was put right."""

    reading: Reading
    findings: tuple[Located, ...]
    """What was put right, each where it stood in its round."""
    ended: int
    """How many files were given the end of their last line."""
    texts: Mapping[str, str]
    """The new text of every file that has one."""


class _Round(NamedTuple):
    """Edits by file, each with its finding."""

    sources: Mapping[str, SourceFile]
    edits: Mapping[str, Mapping[Edit, Located]]

    @property
    def moves(self) -> dict[str, Moves]:
        return {path: Moves(tuple(edits)) for path, edits in self.edits.items()}

    def texts(self) -> dict[str, str]:
        return {path: spliced(self.sources[path].text, tuple(edits)) for path, edits in self.edits.items()}

    def without(self, refused: set[tuple[str, Edit]]) -> _Round:
        kept = {
            path: {edit: located for edit, located in edits.items() if (path, edit) not in refused}
            for path, edits in self.edits.items()
        }
        return self._replace(edits={path: edits for path, edits in kept.items() if edits})


def fixed(reading: Reading) -> FixResult:
    """Return the plan with everything put right that is safe, whatever it takes; files are not written."""
    done: list[Located] = []
    texts: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        findings = checked(reading).shown
        this, reading = _verified(_round(reading, findings), findings, reading)
        done += (located for edits in this.edits.values() for located in edits.values())
        texts |= this.texts()
        if not this.edits:
            break
    ended = _with_final_newlines(reading, checked(reading).shown)
    return FixResult(read_again(reading, ended) if ended else reading, tuple(done), len(ended), texts | ended)


def fixes_of(reading: Reading) -> Callable[[Located], Sequence[Replacement]]:
    """Return what gives the replacement of a finding, if it is safe; worked out when it is asked for."""

    @cache
    def edits() -> Mapping[Finding, Edit]:
        findings = checked(reading).shown
        this, _ = _verified(_round(reading, findings), findings, reading)
        return {located.finding: edit for edits in this.edits.values() for edit, located in edits.items()}

    def replacements(located: Located) -> Sequence[Replacement]:
        edit = edits().get(located.finding)
        if edit is None:
            return ()
        at = located.at
        return (Replacement(at.path, at.line, at.column, at.line, at.column + at.length, edit.text),)

    return replacements


# -- one round -----------------------------------------------------------------------


def _round(reading: Reading, findings: Sequence[Located]) -> _Round:
    """Return the edits that findings propose, where each is one whole value and changes no other."""
    sources = editable(findings, reading.sources)
    edits = {}
    for path, of_file in proposed(findings, sources).items():
        if kept := _alone(sources[path].text, without_overlaps(of_file)):
            edits[path] = {edit: of_file[edit] for edit in kept}
    return _Round(sources, edits)


def _alone(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits that change one whole key or value each; none if together they change more."""
    before = said_without(text, Moves(edits).before)
    whole = set(before.left_out) if before else set()
    kept = tuple(edit for edit in edits if (edit.start, edit.end) in whole)
    after = said_without(spliced(text, kept), Moves(kept).after)
    return kept if says_the_same(before, after) else ()


def _verified(this: _Round, findings: Sequence[Located], reading: Reading) -> tuple[_Round, Reading]:
    """Leave out what would leave its place at fault; return what is read then."""
    for _ in range(_MOST_TRIES):
        if not this.edits:
            return this, reading
        again = read_again(reading, this.texts())
        refused = set(_still_at_fault(this, findings, again))
        if not refused:
            return this, again
        this = this.without(refused)
    return this._replace(edits={}), reading


def _still_at_fault(this: _Round, findings: Sequence[Located], again: Reading) -> Iterator[tuple[str, Edit]]:
    """Give the edits at which something new is wrong with YAML or fields, unless that can be fixed too."""
    moves = this.moves
    known = {
        (_sentence(located.finding), located.at.path, _before_at(this, moves, located.at))
        for located in findings
    }
    for finding in again.findings:
        if finding.instead is not None:
            continue
        for span in _touched(finding, again.sources):
            edit = moves[span.path].after_at(_index(span, again.sources)) if span.path in moves else None
            if edit is not None and (_sentence(finding), span.path, edit) not in known:
                yield span.path, edit


def _before_at(this: _Round, moves: Mapping[str, Moves], span: Span) -> Edit | None:
    if span.path not in moves:
        return None
    return moves[span.path].before_at(this.sources[span.path].starts[span.line - 1] + span.column - 1)


def _sentence(finding: Finding) -> tuple[object, ...]:
    return finding.rule.code, finding.message


def _touched(finding: Finding, sources: SourceFiles) -> Iterator[Span]:
    """Give the places that a finding is about: its own, those of its labels, and the name of its key."""
    yield sources.span(finding.at)
    for label in finding.labels:
        yield sources.span(label.at)
    if isinstance(finding.at, Pointer):
        yield sources.span(finding.at.name)


def _index(span: Span, sources: SourceFiles) -> int:
    return sources.source(span.path).starts[span.line - 1] + span.column - 1


def read_again(reading: Reading, texts: Mapping[str, str]) -> Reading:
    """Read the plan again with other texts; what could not be read is looked for again."""
    sources, plan, unread = reading.sources, reading.plan, unread_files(reading)
    known = {path: sources.source(path).text for path in sources.paths if path not in unread}
    known.update(texts)
    return read_texts(((path, known.get(path)) for path in sources.paths), plan.as_of)


def unread_files(reading: Reading) -> set[str]:
    """Return the files that could not be read."""
    return {
        finding.at.path
        for finding in reading.findings
        if finding.rule.name in UNREAD and isinstance(finding.at, Span)
    }


def _with_final_newlines(reading: Reading, findings: Sequence[Located]) -> dict[str, str]:
    ended = {}
    for path, source in editable(findings, reading.sources).items():
        newline = final_newline(source.text)
        if newline is not None:
            text = spliced(source.text, (newline,))
            if says_the_same(said_without(source.text, ()), said_without(text, ())):
                ended[path] = text
    return ended
