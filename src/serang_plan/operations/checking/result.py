"""Result: what a check found and shows, what it leaves out, and whether it has failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.findings import Located, Rule
from serang_plan.operations.checking.check import Checked
from serang_plan.reading.folder import Reading
from serang_plan.rendering.findings.outcome import CheckOutcome, Explained, Replacement
from serang_plan.wording import Lang, Text

if TYPE_CHECKING:
    from serang_plan.reports.diff.page import Diff


class CheckResult(NamedTuple):
    """A check, without what is left out, and what is to be said beside it."""

    reading: Reading
    findings: Checked
    fails_from: int
    """The severity from which on a finding fails the check."""
    marks: Callable[[], Mapping[int, str]]
    """The fingerprints in the whole check, by the identity of the finding."""
    kinds: tuple[Text, ...] = ()
    """Which findings alone are shown, where others are left out."""
    remarks: tuple[Text, ...] = ()
    changes: Diff | None = None
    """What the edit does to the plan, where it is compared with another state."""

    def fails(self, located: Located) -> bool:
        """Whether a finding is one that a check fails by."""
        return located.finding.rule.severity >= self.fails_from

    @property
    def failed(self) -> bool:
        """Whether one of the findings fails the check."""
        return any(map(self.fails, self.findings.shown))

    @property
    def city(self) -> str | None:
        """Whose plan it is."""
        return self.reading.plan.heading.city or None

    def fingerprints(self) -> list[str]:
        """Return the mark of each finding that is shown, the one that it has among all."""
        marks = self.marks()
        return [marks[id(located)] for located in self.findings.shown]

    def without(self, marks: frozenset[str], kind: Text, remark: Callable[[int], Text]) -> CheckResult:
        """Leave out the findings that bear one of these marks, and say how many."""
        known = self.marks()
        return self.only(lambda located: known[id(located)] not in marks, kind, remark)

    def only(self, kept: Callable[[Located], bool], kind: Text, remark: Callable[[int], Text]) -> CheckResult:
        """Leave out the other findings, and say how many; `kind` says which are shown."""
        findings = list(filter(kept, self.findings.shown))
        count = len(self.findings.shown) - len(findings)
        if not count:
            return self
        shown = self.findings._replace(shown=findings)
        return self.saying(remark(count))._replace(findings=shown, kinds=(*self.kinds, kind))

    def saying(self, *remarks: Text) -> CheckResult:
        """Return the same with further remarks."""
        return self._replace(remarks=(*self.remarks, *remarks))

    def outcome(self, lang: Lang) -> CheckOutcome:
        """Return what the formats take, in one language, with paths as they were typed."""
        from serang_plan import __version__

        sources = self.reading.sources
        outcome = CheckOutcome(
            findings=self.findings.shown,
            suppressed=self.findings.suppressed,
            fix=_fixes(self.reading),
            files=sources.paths,
            lang=lang,
            as_of=self.reading.plan.as_of,
            version=__version__,
            line_of=sources.line,
            fails=self.fails,
            fingerprints=cache(self.fingerprints),
            explained=lambda rule: _explained(rule, lang),
            kinds=tuple(kind.for_lang(lang) for kind in self.kinds),
            remarks=tuple(remark.for_lang(lang) for remark in self.remarks),
        )
        return _with_changes(outcome, self.changes) if self.changes else outcome


def from_root(outcome: CheckOutcome) -> CheckOutcome:
    """Return the same with paths as a forge writes them, from the root of the repository."""
    from serang_plan.operations.files.repository import rooted

    path_of = rooted(outcome.files)
    typed = {path_of(path): path for path in outcome.files}

    def moved(located: Located) -> Located:
        labels = tuple((text, span._replace(path=path_of(span.path))) for text, span in located.labels)
        return located._replace(at=located.at._replace(path=path_of(located.at.path)), labels=labels)

    return outcome._replace(
        findings=list(map(moved, outcome.findings)),
        suppressed=list(map(moved, outcome.suppressed)),
        files=list(map(path_of, outcome.files)),
        line_of=lambda path, number: outcome.line_of(typed.get(path, path), number),
    )


def result_of(reading: Reading, findings: Checked, fails_from: int) -> CheckResult:
    """Return a check of which nothing is left out yet."""

    @cache
    def marks() -> Mapping[int, str]:
        from serang_plan.fingerprints import fingerprints

        located = findings.shown
        return dict(zip(map(id, located), fingerprints(located, reading.sources), strict=True))

    return CheckResult(reading, findings, fails_from, marks)


def _with_changes(outcome: CheckOutcome, changes: Diff) -> CheckOutcome:
    from serang_plan.reports.diff import data, page

    return outcome._replace(
        consequences=tuple(page.merging(changes, outcome.lang)),
        changes=data.differences(changes, outcome.lang),
    )


def _fixes(reading: Reading) -> Callable[[Located], Sequence[Replacement]]:
    """Return what gives a finding's safe replacement; nothing is worked out for a format that never asks."""

    @cache
    def replacements() -> Callable[[Located], Sequence[Replacement]]:
        from serang_plan.operations.checking.safe_fixes import fixes_of

        return fixes_of(reading)

    return lambda located: replacements()(located)


def _explained(rule: Rule, lang: Lang) -> Explained:
    from serang_plan.reports.explain import page as rule_page

    page = rule_page.parts(rule)
    return Explained(page.title.for_lang(lang), page.why.for_lang(lang), page.wrong, page.right)
