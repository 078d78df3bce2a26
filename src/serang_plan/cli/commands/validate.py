"""validate: is the data sound?"""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.cli.arguments.options import AsOf, as_of_date
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.verdict import FailureOptions
from serang_plan.cli.output.finding_output import FindingOutput, outcome_of, write_findings
from serang_plan.findings import Located
from serang_plan.operations.checking.check import checked, eased_without_reason
from serang_plan.operations.checking.comparison import Comparing, compared, only_failing
from serang_plan.operations.checking.fixing import Fixing, put_right
from serang_plan.operations.checking.inputs import Paths, Piped, asked_paths, part_of_plan, read_asked
from serang_plan.operations.checking.watching import Watching, check_on_every_save


def command(
    settled: RunContext,
    paths: Paths = None,
    as_of: AsOf = "",
    *,
    piped: Piped,
    verdict: FailureOptions,
    comparing: Comparing,
    to: FindingOutput,
    watching: Watching,
    fixing: Fixing,
) -> int:
    """Check the files and say everything that is wrong with them."""
    fixing.checked_options(paths, watch=watching.watch)
    if watching.watch:
        return check_on_every_save(
            paths,
            lambda again: command(
                settled,
                paths,
                as_of,
                piped=piped,
                verdict=verdict,
                comparing=comparing,
                to=to._replace(force=to.force or again),
                watching=Watching(),
                fixing=fixing,
            ),
            settled,
        )
    comparing.checked_options()
    targets, _ = to.targets(comparing.lists), verdict.least()
    day = as_of_date(as_of)
    reading, about = read_asked(paths, piped, day)
    before = comparing.before(asked_paths(paths), day)
    verdict = verdict.of_plan(reading.plan.settings)
    if fixing.asked:
        reading = put_right(reading, fixing, settled, on_screen=targets[-1].form == "text")
    if fixing.diff:
        return verdict.code(checked(reading).shown)
    eased = eased_without_reason(before.reading, reading) if before else ()
    found = checked(reading, eased).about(about)
    beside = compared(comparing, found, reading, before, force=to.force)
    if verdict.failing_only:
        beside = only_failing(beside, reading, verdict.fails)
    if about is None and _something_lacks(found.shown) and (part := part_of_plan(asked_paths(paths))):
        beside = beside._replace(remarks=(*beside.remarks, part))
    outcome = beside.told(outcome_of(beside.found, reading, verdict, settled))
    write_findings(outcome, targets, settled, force=to.force)
    return verdict.code(beside.found.shown)


def _something_lacks(shown: Sequence[Located]) -> bool:
    """Whether a code is on no list, or there is no header: both may be in a file that was not read."""
    return any(one.finding.rule.code[0] == "L" or one.finding.rule.name == "no-header" for one in shown)
