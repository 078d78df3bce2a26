"""Shell completion: a shell is told how to ask, in the user's language, and answered with codes and names."""

from __future__ import annotations

import os

from typer import _completion_shared as typer_shells
from typer._click.shell_completion import CompletionItem
from typer._completion_classes import BashComplete, ZshComplete

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import write
from serang_plan.wording import Text, escape_invisible

PROGRAM, VARIABLE = "serang-plan", "_SERANG_PLAN_COMPLETE"
INSTALL, SHOW = "--install-completion", "--show-completion"
_MENUS = ("37", "42")
"""How bash says that it puts what it is offered right into the line."""
_LONGEST_NAME = 60
_BASH = """
%(complete_func)s() {
    local typed="${COMP_LINE:0:COMP_POINT}"
    local word="${typed##* }"
    mapfile -t COMPREPLY < <(env COMP_TYPE="$COMP_TYPE" _TYPER_COMPLETE_ARGS="$typed" \\
                             %(autocomplete_var)s=complete_bash "$1")
    if [[ $word == *:* && $COMP_WORDBREAKS == *:* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${word%%:*}:"}")
    fi
}

complete -o default -F %(complete_func)s %(prog_name)s
"""
"""As Typer's own, but words with a colon are completed, and lines with names stay lines."""


class BashWithNames(BashComplete):
    """Bash is offered names behind the codes, unless it would write them into the line."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        if "_TYPER_COMPLETE_ARGS" in os.environ:
            return ZshComplete.get_completion_args(self)  # type: ignore[arg-type]
        return super().get_completion_args()  # of a script that was installed earlier

    def complete(self) -> str:
        """Return what is offered, a line each."""
        items = self.get_completions(*self.get_completion_args())
        alone = len(items) == 1 or os.environ.get("COMP_TYPE") in _MENUS
        return "\n".join(str(item.value) if alone else _with_name(item) for item in items)


def tell(arguments: list[str], context: RunContext) -> int:
    """Show the script for a shell, or install it. Raises UsageProblemError for a shell that is not known."""
    option, shell = arguments[0], _shell(*arguments[:2])
    typer_shells._completion_scripts["bash"] = _BASH
    if option == SHOW:
        script = typer_shells.get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)
        write(f"{script}\n")
        return FINE
    shell, path = typer_shells.install(shell, PROGRAM, VARIABLE)
    installed = Text(
        f"Pelengkapan untuk {shell} dipasang di {path}.\nBerlaku di terminal yang baru dibuka.",
        f"Completion for {shell} is installed in {path}.\nIt works in terminals that are opened from now on.",
    )
    write(f"{installed.for_lang(context.lang)}\n")
    return FINE


def _shell(option: str, named: str = "") -> str:
    """Return the shell that was named, or the one that we were started from."""
    shells = [shell.value for shell in typer_shells.Shells]
    return one_of(named or typer_shells._get_shell_name() or "", shells, option)


def _with_name(item: CompletionItem) -> str:
    name = escape_invisible(item.help or "")
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return f"{item.value}  ({short})" if short else str(item.value)
