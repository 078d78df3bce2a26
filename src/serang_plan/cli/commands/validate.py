"""validate: is the data sound?"""

from __future__ import annotations

from serang_plan.cli.arguments.check_inputs import Paths, Piped, plan_paths
from serang_plan.cli.arguments.check_options import CheckOptions, Comparing, FailureOptions, Fixing, Watching
from serang_plan.cli.arguments.finding_options import FindingOutput
from serang_plan.cli.arguments.options import AsOf
from serang_plan.cli.arguments.rule_lookup import rule_of
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE, FOUND
from serang_plan.cli.output.finding_targets import targets_of
from serang_plan.cli.output.finding_writer import write_findings
from serang_plan.operations.checking.result import CheckResult
from serang_plan.operations.checking.validation import validate
from serang_plan.wording import Text, many


def command(
    context: RunContext,
    paths: Paths = None,
    as_of: AsOf = "",
    *,
    piped: Piped,
    failing: FailureOptions,
    comparing: Comparing,
    to: FindingOutput,
    watching: Watching,
    fixing: Fixing,
) -> int:
    """Check the files and say everything that is wrong with them."""
    fixing.refuse_nonsense(paths, watch=watching.watch)
    options = CheckOptions(paths, as_of, piped, failing, comparing, fixing)
    if not watching.watch:
        return _check(options, to, context)
    from serang_plan.cli.output.watch_screen import check_on_every_save

    def check(again: bool) -> int:
        return _check(options, to._replace(force=to.force or again), context)

    return check_on_every_save(plan_paths(paths), check, context)


def _check(options: CheckOptions, to: FindingOutput, context: RunContext) -> int:
    comparing, fixing = options.comparing, options.fixing
    comparing.refuse_nonsense()
    targets = targets_of(to, (comparing.baseline, comparing.write_baseline))
    request = options.request(replace=to.force)
    if fixing.fix or fixing.diff:
        from serang_plan.cli.output.patch_writer import put_right

        on_screen = targets[-1].form == "text"
        result = put_right(request, fixing, context, on_screen=on_screen, force=to.force)
    else:
        result = validate(request)
    if not fixing.diff:
        shown = _of_rule(result, to.rule) if to.rule else result
        write_findings(shown, targets, context, force=to.force, in_full=to.in_full)
    return FOUND if result.failed and not options.failing.exit_zero else FINE


def _of_rule(result: CheckResult, code: str) -> CheckResult:
    rule = rule_of(code)
    kind = Text(f"{{}} dari aturan {rule.code}", f"{{}} of rule {rule.code}")
    return result.only(lambda located: located.finding.rule.code == rule.code, kind, _of_other_rules)


def _of_other_rules(count: int) -> Text:
    are = "is" if count == 1 else "are"
    return Text(
        f"{count} temuan aturan lain tidak ditampilkan.",
        f"{many(count, 'finding')} of other rules {are} not shown.",
    )
