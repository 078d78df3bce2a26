"""Typing: a command's function becomes a Typer command that speaks the user's language."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import typer
from typer import exceptions as typer_exceptions
from typer._click import exceptions as click_exceptions
from typer.core import TyperCommand

from serang_plan.cli.arguments.argv_checks import refuse_doubtful_options, value_before
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, pick
from serang_plan.cli.main import FINE, GENERAL, load
from serang_plan.cli.output.streams import write
from serang_plan.cli.registry import COMMANDS
from serang_plan.wording import Lang, Text, backquoted, did_you_mean, nearest

CONTEXT = {"help_option_names": ["-h", "--help"]}


def run_one(name: str, arguments: list[str], settled: RunContext) -> int:
    """Run one command. Raises UsageProblemError for what it cannot take."""
    if any(word in ("-h", "--help") for word in _before_dashes(arguments)):
        write(_command_help(name, _command(name, settled), settled.lang))
        return FINE
    command = _command(name, settled)
    refuse_doubtful_options(command, arguments)
    try:
        result = command.main(arguments, prog_name=f"serang-plan {name}", standalone_mode=False)
    except click_exceptions.UsageError as error:
        raise _translated(error, command, arguments) from None
    except typer_exceptions.Exit as leave:
        return leave.exit_code
    except typer_exceptions.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else FINE


def run_all(arguments: list[str], settled: RunContext) -> int:
    """Run Typer on all commands at once, for shell completion."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=CONTEXT)
    for name, entry in COMMANDS.items():
        app.command(name, help=entry.summary.for_lang(settled.lang))(_bound(load(name).command, settled))
    group = typer.main.get_command(app)
    for command in group.commands.values():  # type: ignore[attr-defined]
        _speak(command, settled.lang)
    result = group.main(arguments, prog_name="serang-plan", standalone_mode=False)
    return result if isinstance(result, int) else FINE


def _before_dashes(arguments: list[str]) -> list[str]:
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _command(name: str, settled: RunContext) -> TyperCommand:
    app = typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, context_settings=CONTEXT
    )
    app.command(name, add_help_option=False)(_bound(load(name).command, settled))
    command: Any = typer.main.get_command(app)
    _speak(command, settled.lang)
    return command  # type: ignore[no-any-return]


def _bound(function: Callable[..., int], settled: RunContext) -> Callable[..., int]:
    """Return the command as Typer takes it.

    Its first parameter is settled before Typer looks; a bundle of options becomes the options it is made of.
    """
    import inspect

    signature = inspect.signature(function, eval_str=True)
    _settled, *parameters = signature.parameters.values()
    bundles = {one.name: one.annotation for one in parameters if hasattr(one.annotation, "_fields")}
    shown = [option for one in parameters for option in _options(one, one.name in bundles)]

    def bound(**given: Any) -> int:
        for name, bundle in bundles.items():
            given[name] = bundle(**{field: given.pop(field) for field in bundle._fields})
        return function(settled, **given)

    bound.__doc__ = function.__doc__
    bound.__signature__ = signature.replace(parameters=shown)  # type: ignore[attr-defined]
    bound.__annotations__ = {one.name: one.annotation for one in shown}
    return bound


def _options(parameter: Any, is_bundle: bool) -> Iterator[Any]:
    """Give the parameter, or the fields of the bundle that it takes, all by name."""
    from inspect import Parameter
    from typing import get_type_hints

    if not is_bundle:
        yield parameter.replace(kind=Parameter.KEYWORD_ONLY)
        return
    bundle = parameter.annotation
    for name, annotation in get_type_hints(bundle, include_extras=True).items():
        yield Parameter(
            name, Parameter.KEYWORD_ONLY, default=bundle._field_defaults[name], annotation=annotation
        )


def _speak(command: Any, lang: Lang) -> None:
    for parameter in command.params:
        parameter.help = pick(getattr(parameter, "help", ""), lang)


# -- help ------------------------------------------------------------------------


def _command_help(name: str, command: Any, lang: Lang) -> str:
    entry = COMMANDS[name]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    usage = " ".join(["serang-plan", name, *(f"[{one.metavar or one.name.upper()}]" for one in arguments)])
    lines = [
        entry.summary.for_lang(lang),
        "",
        f"{Text('Pemakaian', 'Usage').for_lang(lang)}: {usage} [{Text('OPSI', 'OPTIONS').for_lang(lang)}]",
        "",
        Text("Contoh:", "Examples:").for_lang(lang),
        *(f"  {example}" for example in entry.examples),
    ]
    rows = [(one.metavar or one.name.upper(), _with_default(one, lang)) for one in arguments]
    rows += [(_names(one), _with_default(one, lang)) for one in options]
    if rows:
        lines += ["", Text("Opsi:", "Options:").for_lang(lang), *_rows(rows)]
    lines += ["", Text("Opsi umum:", "General options:").for_lang(lang)]
    lines += _rows([(names, help.for_lang(lang)) for names, help in GENERAL])
    return "\n".join(lines) + "\n"


def _names(option: Any) -> str:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'TEXT'}"


def _with_default(parameter: Any, lang: Lang) -> str:
    default = parameter.default
    if not default or isinstance(default, bool):
        return str(parameter.help)
    return f"{parameter.help} [{Text('baku', 'default').for_lang(lang)}: {default}]"


def _rows(rows: list[tuple[str, str]]) -> Iterator[str]:
    import textwrap

    width = min(max(len(names) for names, _ in rows), 28)
    for names, help in rows:
        first, *rest = textwrap.wrap(help, 78 - width - 4) or [""]
        if len(names) > width:
            yield f"  {names}"
            names = ""
        yield f"  {names.ljust(width)}  {first}"
        yield from (f"  {' ' * width}  {line}" for line in rest)


# -- what Typer complains of --------------------------------------------------------


def _translated(error: click_exceptions.UsageError, command: Any, arguments: list[str]) -> UsageProblemError:
    name = os.path.basename(str(command.name))
    see = Text(f"lihat `serang-plan {name} --help`", f"see `serang-plan {name} --help`")
    if isinstance(error, click_exceptions.NoSuchOption):
        return _no_such_option(error.option_name, command, arguments, see)
    if isinstance(error, click_exceptions.BadOptionUsage):
        option = error.option_name
        if "does not take a value" in error.message:
            return UsageProblemError(
                Text(f"`{option}` tidak memakai nilai", f"`{option}` takes no value"),
                Text(f"ketik `{option}` saja", f"type just `{option}`"),
            )
        return UsageProblemError(Text(f"`{option}` belum diberi nilai", f"`{option}` needs a value"), see)
    if "unexpected extra argument" in error.message:
        return _not_expected(error.message.partition(" (")[2].rpartition(")")[0], command, arguments, see)
    return UsageProblemError(
        Text(
            f"perintah `{name}` tidak dapat dibaca: {error.message}",
            f"`{name}` cannot be read: {error.message}",
        ),
        see,
    )


def _no_such_option(option: str, command: Any, arguments: list[str], see: Text) -> UsageProblemError:
    """Return which option was meant; one dash too few, as in `-format`, is read letter by letter."""
    word = next((one.partition("=")[0] for one in arguments if one.startswith(option)), option)
    known = [name for one in command.params for name in one.opts if name.startswith("--")]
    near = nearest(f"--{word.lstrip('-')}", [*known, "--help", "--lang", "--color"])
    name = os.path.basename(str(command.name))
    return UsageProblemError(
        Text(
            f"tidak ada opsi {backquoted(word)} untuk `{name}`",
            f"there is no option {backquoted(word)} for `{name}`",
        ),
        did_you_mean(near, [near]) if near else see,
    )


def _not_expected(extra: str, command: Any, arguments: list[str], see: Text) -> UsageProblemError:
    """Return what to type where a word is left over: a value of several words, or the plan's folder."""
    before = value_before(command, arguments, extra.partition(" ")[0])
    help = see
    if before is not None:
        whole = backquoted(f'{before[0]} "{before[1]} {extra}"')
        help = Text(f"bila itu satu nilai, ketik {whole}", f"if that is one value, type {whole}")
    elif os.path.exists(extra) and any("--data" in one.opts for one in command.params):
        folder = backquoted(f"--data {extra}")
        help = Text(f"untuk rencana di sana, ketik {folder}", f"for the plan there, type {folder}")
    return UsageProblemError(
        Text(f"{backquoted(extra)} tidak dikenal di sini", f"{backquoted(extra)} is not expected here"), help
    )
