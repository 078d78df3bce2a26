"""Checking: what reading and the rules find becomes the list that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from serang_plan import policy, rules
from serang_plan.findings import (
    Faults,
    Finding,
    Located,
    Rule,
    RuleModule,
    Severity,
    in_reading_order,
    reading_order,
)
from serang_plan.reading import faults
from serang_plan.reading.folder import Reading


class Checked(NamedTuple):
    """The findings of a reading, in reading order."""

    shown: list[Located]
    suppressed: list[Located]
    """Those that a comment with a reason keeps out of the list; each knows its `suppressed`."""

    def about(self, path: str | None) -> Checked:
        """Return the findings of one file; without a path, all."""
        if path is None:
            return self
        return Checked(*([located for located in listed if located.at.path == path] for listed in self))


def checked(reading: Reading, more: Iterable[Finding] = ()) -> Checked:
    """Return everything that reading and the rules find, and `more`, as bad as the plan calls it."""
    findings = [*reading.findings, *rules.check(reading.plan), *more]
    if not (reading.comments or _settings_matter(reading)):
        return Checked(in_reading_order(findings, reading.sources), [])
    return _judged(reading, findings)


def errors(reading: Reading, more: Iterable[Finding] = ()) -> list[Located]:
    """Return the errors, of `more` too, in reading order; nothing is looked up for other findings."""
    if reading.comments or _settings_matter(reading):
        shown = checked(reading, more).shown
        return [fault for fault in shown if fault.finding.rule.severity is Severity.ERROR]
    findings = (*reading.findings, *rules.check(reading.plan), *more)
    faults = (finding for finding in findings if finding.rule.severity is Severity.ERROR)
    return in_reading_order(faults, reading.sources)


def faults_of_changes(before: Reading, after: Reading, *, whole: bool = True) -> Iterator[Finding]:
    """Give what is wrong only beside an earlier state: what is easier without a reason, and what is gone.

    In files that are not the whole plan nothing is gone.
    """
    from serang_plan.analysis.changes.comparison import compare
    from serang_plan.policy import p907_eased_without_reason, p908_section_gone

    yield from p907_eased_without_reason.check(compare(before.plan, after.plan))
    yield from faults_of_rakor(before, after)
    if whole:
        yield from p908_section_gone.check(
            before.plan,
            after.plan,
            was_in=lambda record: before.sources.span(record.at()).path,
            now_at=after.sources.first_word,
        )


def faults_of_rakor(before: Reading, after: Reading) -> Iterator[Finding]:
    """Give what is wrong with decisions beside an earlier state: what is gone, and what is dated back."""
    from serang_plan.policy import p909_decision_gone, p910_backdated_entry

    yield from p909_decision_gone.check(before.plan, after.plan)
    yield from p910_backdated_entry.check(before.plan, after.plan)


def fault_counts(reading: Reading) -> Faults:
    """Count the findings; places are looked up only where one of them may hide another."""
    if reading.findings or reading.comments or _settings_matter(reading):
        return Faults.counted(located.finding.rule.severity for located in checked(reading).shown)
    severities = Counter(_severities(rules.check_faults(reading.plan)))
    return Faults(
        severities[Severity.ERROR],
        severities[Severity.WARNING],
        lambda: severities[Severity.NOTE] + len(_severities(rules.check_notes(reading.plan))),
    )


def _severities(findings: Iterable[Finding]) -> Collection[Severity]:
    """Return the severity of each finding; the same fault at one place counts once."""
    return {
        (finding.rule.code, finding.at, finding.message): finding.rule.severity for finding in findings
    }.values()


def _settings_matter(reading: Reading) -> bool:
    return bool(reading.plan.settings.severity or reading.plan.settings.required)


def _judged(reading: Reading, findings: list[Finding]) -> Checked:
    """Let the plan's settings and comments speak."""
    from serang_plan.policy.severities import Catalogue, faults_of_settings, severities, with_severity
    from serang_plan.policy.suppression import judge

    plan, sources = reading.plan, reading.sources
    catalogue = Catalogue(tuple(_rules_by_code()), known_rule)
    wanted = severities(plan.settings, catalogue)
    findings += faults_of_settings(plan, catalogue)
    located = in_reading_order((with_severity(finding, wanted) for finding in findings), sources)
    judged = judge(located, reading.comments, plan.as_of, catalogue, all_read=plan.unread.nothing)
    about = in_reading_order((with_severity(finding, wanted) for finding in judged.about_comments), sources)
    return Checked(sorted([*judged.shown, *about], key=reading_order), judged.suppressed)


@cache
def _rules_by_code() -> dict[str, Rule | Callable[[], RuleModule]]:
    """Return each rule, or what loads its file: of reading and policy hardly any is asked for."""
    files = {
        file[:4].upper(): partial(package.module_of, file)
        for package in (faults, policy)
        for file in package.FILES
    }
    return {**files, **{rule.code: rule for rule in rules.rules()}}


def known_rule(code: str) -> Rule:
    """Return the rule with a code that is known."""
    found = _rules_by_code()[code]
    return found if isinstance(found, Rule) else found().RULE
