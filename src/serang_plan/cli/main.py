"""The roof's ridge: arguments in, one command run, an exit code out."""

from __future__ import annotations

import gc
import os
import shlex

from serang_plan.cli.arguments.argv_checks import refuse_odd_words
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, choose_language, take_flag, take_option
from serang_plan.cli.exit_codes import FAILED, FINE, INTERRUPTED
from serang_plan.cli.output.streams import (
    clean_environment,
    end_working,
    prepare_streams,
    say_problem,
    say_working,
    screen,
    write,
)
from serang_plan.cli.registry import COMMANDS, GROUPS, INDONESIAN
from serang_plan.operations.problem import ProblemError, RefusedChangeError
from serang_plan.wording import Text, backquoted, did_you_mean, quoted

COMPLETION = "_SERANG_PLAN_COMPLETE"
_ASKING = ("-h", "--help", "help")


def run(arguments: list[str]) -> int:
    """Run one command and return the exit code: 0 fine, 1 findings, 2 could not, 130 interrupted."""
    gc.disable()  # a run is short and what it reads is kept to the end
    clean_environment()
    prepare_streams()
    context = RunContext(lang="id")
    try:
        debug, arguments = take_flag(arguments, "--debug")
        context = context._replace(debug=debug)
        lang, arguments = choose_language(arguments)
        context = context._replace(lang=lang)
        colour, arguments = take_option(arguments, "--color")
        context = context._replace(colour=colour or "auto")
        refuse_odd_words(arguments)
        return _answer(arguments, context)
    except RefusedChangeError as refused:
        from serang_plan.cli.mistakes.typed_keys import as_typed

        say_problem(as_typed(refused, arguments), context.lang)
        return FAILED
    except ProblemError as problem:
        say_problem(problem, context.lang)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # Typer's own words, which nobody reads
        return FINE
    except OSError as error:
        if context.debug:
            raise
        from serang_plan.operations.files.write_problem import output_lost

        say_problem(output_lost(error), context.lang)
        return FAILED
    except Exception as fault:
        if context.debug:
            raise
        say_problem(_our_fault(fault), context.lang)
        return FAILED
    finally:
        end_working()


def _our_fault(fault: Exception) -> ProblemError:
    at = fault.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f"{os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else ""
    mark = f"{type(fault).__name__}@{where}"
    return ProblemError(
        Text(
            f"program ini keliru ({mark}); data Anda tidak diubah",
            f"this program is at fault ({mark}); your data is unchanged",
        ),
        Text(
            "laporkan kode itu; `--debug` menampilkan rinciannya",
            "report that code; `--debug` shows the details",
        ),
    )


# -- which command -----------------------------------------------------------------


def _answer(arguments: list[str], context: RunContext) -> int:
    if COMPLETION in os.environ:
        from serang_plan.cli.typer_bridge import complete

        return complete(context)
    if arguments[:1] in (["--install-completion"], ["--show-completion"]):
        from serang_plan.cli.shell_completion import tell

        return tell(arguments, context)
    if not arguments:
        from serang_plan.cli.help import first_steps

        write(first_steps(context.lang, screen(context.colour).width))
        return FINE
    if arguments[0] in _ASKING:
        return _help(arguments[1:], context)
    if arguments[0] == "--version":
        from serang_plan import __version__

        write(f"serang-plan {__version__}\n")
        return FINE
    return _run_command(arguments[0], arguments[1:], context)


def _help(arguments: list[str], context: RunContext) -> int:
    if arguments:
        return _help_on(arguments, context)
    from serang_plan.cli.help import overview

    write(overview(context.lang, screen(context.colour).width))
    return FINE


def _help_on(arguments: list[str], context: RunContext) -> int:
    """Explain a command, or what else `help` knows; of what is neither, say that it is no command."""
    for name in (" ".join(arguments[:2]), arguments[0]):  # `rakor prepare` is two words
        if name in COMMANDS:
            return _run_command(name, ["--help"], context)
    from serang_plan.cli.commands.help import topic_of

    if not arguments[0].startswith("-") and topic_of(arguments[0]) is None:
        raise _unknown(arguments[0])
    return _run_command("help", arguments, context)


def _run_command(name: str, arguments: list[str], context: RunContext) -> int:
    if name in GROUPS and arguments[:1] and arguments[0] in _ASKING:
        from serang_plan.cli.help import group_help

        write(group_help(name, context.lang, screen(context.colour).width))
        return FINE
    if name in GROUPS:
        name, arguments = _of_group(name, arguments)
    if name not in COMMANDS:
        raise _too_early(name, arguments) or _unknown(name)
    say_working(context.lang)
    from serang_plan.cli.typer_bridge import run_one

    return run_one(name, arguments, context)


def _of_group(group: str, arguments: list[str]) -> tuple[str, list[str]]:
    """Return a command of two words and what follows it. Raises UsageProblemError if there is none."""
    second, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if f"{group} {second}" in COMMANDS:
        return f"{group} {second}", rest
    seconds = [name.partition(" ")[2] for name in COMMANDS if name.startswith(f"{group} ")]
    there = Text(f"yang ada: {quoted(seconds)}", f"available: {quoted(seconds)}")
    if not second or second.startswith("-"):
        raise UsageProblemError(Text(f"`{group}` yang mana?", f"which `{group}`?"), there)
    raise UsageProblemError(
        Text(f"tidak ada `{group}` {backquoted(second)}", f"there is no `{group}` {backquoted(second)}"),
        _also_called(second) or did_you_mean(second, seconds) or there,
    )


def _too_early(name: str, arguments: list[str]) -> UsageProblemError | None:
    """Return what to type where a command's option stands before the command."""
    command = next((word for word in arguments if word in COMMANDS), None)
    if not name.startswith("-") or command is None:
        return None
    at = arguments.index(command)
    meant = backquoted(shlex.join(["serang-plan", command, name, *arguments[:at], *arguments[at + 1 :]]), 200)
    return UsageProblemError(
        Text(
            f"opsi {backquoted(name)} ditulis sesudah perintah",
            f"the option {backquoted(name)} comes after the command",
        ),
        Text(f"ketik {meant}", f"type {meant}"),
    )


def _unknown(name: str) -> UsageProblemError:
    kind = Text("opsi", "option") if name.startswith("-") else Text("perintah", "command")
    names = (
        ("--help", "--version", "--lang", "--color", "--debug") if name.startswith("-") else tuple(COMMANDS)
    )
    return UsageProblemError(
        Text(f"tidak ada {kind.id} {backquoted(name)}", f"there is no {kind.en} {backquoted(name)}"),
        _also_called(name)
        or _as_rule(name)
        or did_you_mean(name, names)
        or Text(f"yang ada: {quoted(names, 40)}", f"available: {quoted(names, 40)}"),
    )


def _as_rule(name: str) -> Text | None:
    command = f"`serang-plan explain {name.upper()}`"
    is_code = len(name) == 4 and name[0].isalpha() and name[1:].isdecimal()
    return (
        Text(f"bila itu aturan, ketik {command}", f"if that is a rule, type {command}") if is_code else None
    )


def _also_called(name: str) -> Text | None:
    command = INDONESIAN.get(name.casefold())
    return Text(f"maksud Anda `{command}`?", f"did you mean `{command}`?") if command else None
