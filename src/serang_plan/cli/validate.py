"""validate: is the data sound?"""

from __future__ import annotations

from serang_plan.cli.asked_files import STANDARD_INPUT, Paths, Piped, read_asked
from serang_plan.cli.checking import checked
from serang_plan.cli.finding_output import FindingOutput, outcome_of, write_findings
from serang_plan.cli.fixing import Fixing, put_right, refuse_to_fix
from serang_plan.cli.options import AsOf, as_of_date
from serang_plan.cli.settled import Settled
from serang_plan.cli.verdict import Verdict
from serang_plan.cli.watching import Watching, check_on_every_save


def command(
    settled: Settled,
    paths: Paths = None,
    as_of: AsOf = "",
    *,
    piped: Piped,
    verdict: Verdict,
    to: FindingOutput,
    watching: Watching,
    fixing: Fixing,
) -> int:
    """Check the files and say everything that is wrong with them."""
    if watching.watch and fixing.asked:
        raise refuse_to_fix("--watch")
    if watching.watch:
        return check_on_every_save(
            paths,
            lambda again: command(
                settled,
                paths,
                as_of,
                piped=piped,
                verdict=verdict,
                to=to._replace(force=to.force or again),
                watching=Watching(),
                fixing=fixing,
            ),
            settled,
        )
    if fixing.fix and STANDARD_INPUT in (paths or ()):
        raise refuse_to_fix(STANDARD_INPUT)
    targets, _ = to.targets(), verdict.least()
    reading, about = read_asked(paths, piped, as_of_date(as_of))
    verdict = verdict.of_plan(reading.plan.settings)
    if fixing.asked:
        reading = put_right(reading, fixing, settled, on_screen=targets[-1].form == "text")
    if fixing.diff:
        return verdict.code(checked(reading).shown)
    found = checked(reading).about(about)
    write_findings(outcome_of(found, reading, verdict, settled), targets, settled, force=to.force)
    return verdict.code(found.shown)
