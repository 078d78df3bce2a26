"""Typer bridge: a command's function becomes a Typer command that speaks the user's language."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import typer
from typer import _coercion
from typer import exceptions as typer_exceptions
from typer._click import core as click_core
from typer._click import exceptions as click_exceptions
from typer._click import globals as click_globals
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from serang_plan.cli.arguments.argv_checks import refuse_doubtful_options
from serang_plan.cli.arguments.options import DATA, DATA_VARIABLE, plan_folder
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, pick
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import say, screen, write
from serang_plan.cli.registry import COMMANDS, GROUPS, load
from serang_plan.wording import Lang, Text, ask_back, backquoted, nearest, quoted

if TYPE_CHECKING:
    from inspect import Parameter

CONTEXT = {"help_option_names": ["-h", "--help"]}


def run_one(name: str, arguments: list[str], context: RunContext) -> int:
    """Run one command. Raises UsageProblemError for what it cannot take."""
    command = _command(name, context)
    if any(word in ("-h", "--help") for word in _before_dashes(arguments)):
        from serang_plan.cli.help import command_help

        write(command_help(name, command, context.lang, screen(context.colour).width))
        return FINE
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


def complete(context: RunContext) -> int:
    """Answer a shell that asks, by its environment, what can be typed.

    Typer is given every command by name, but loads only those that stand in the line.
    """
    from typer._click.shell_completion import add_completion_class

    from serang_plan.cli.shell_completion import BashWithNames

    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=CONTEXT)
    groups = {group: typer.Typer(rich_markup_mode=None, context_settings=CONTEXT) for group in GROUPS}
    typed = f"{os.environ.get('_TYPER_COMPLETE_ARGS', '')} {os.environ.get('COMP_WORDS', '')}".split()
    for name, entry in COMMANDS.items():
        group, _, second = name.rpartition(" ")
        within = groups.get(group, app)
        function = _bound(load(name).command, context) if second in typed else _only_named
        within.command(second, help=entry.summary.for_lang(context.lang))(function)
    for name in sorted(groups):
        app.add_typer(groups[name], name=name)
    every = typer.main.get_command(app)
    assert isinstance(every, TyperGroup)
    _translate_all(every, context.lang)
    add_completion_class(BashWithNames, "bash")
    every.main([], prog_name="serang-plan", standalone_mode=False)
    return FINE


def _only_named() -> None:
    """Stand for a command of which a shell is told no more than its name."""


def _before_dashes(arguments: list[str]) -> list[str]:
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _command(name: str, context: RunContext) -> TyperCommand:
    app = typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, context_settings=CONTEXT
    )
    app.command(name, add_help_option=False)(_bound(load(name).command, context))
    command = typer.main.get_command(app)
    assert isinstance(command, TyperCommand)
    _translate_help(command, context.lang)
    _take_texts_as_typed(command)
    return command


def _bound(function: Callable[..., int], context: RunContext) -> Callable[..., int]:
    """Return the command as Typer takes it.

    Its first parameter is settled before Typer looks; a bundle of options becomes the options it is made of.
    """
    import inspect

    signature = inspect.signature(function, eval_str=True)
    _context, *parameters = signature.parameters.values()
    bundles = {
        parameter.name: parameter.annotation
        for parameter in parameters
        if hasattr(parameter.annotation, "_fields")
    }
    options = [
        option for parameter in parameters for option in _options(parameter, parameter.name in bundles)
    ]

    def bound(**values: object) -> int:
        values |= _where_the_plan_is(values, context.lang)
        for name, bundle in bundles.items():
            values[name] = bundle(**{field: values.pop(field) for field in bundle._fields})
        return function(context, **values)

    bound.__doc__ = function.__doc__
    bound.__signature__ = signature.replace(parameters=options)  # type: ignore[attr-defined]
    bound.__annotations__ = {option.name: option.annotation for option in options}
    return bound


def _where_the_plan_is(values: Mapping[str, object], lang: Lang) -> dict[str, object]:
    """Return the plan's folder, and say it, if nobody named one and it is in a folder above, not here."""
    name = "paths" if "paths" in values else "data"
    if name not in values or os.environ.get(DATA_VARIABLE):
        return {}
    source = click_globals.get_current_context().get_parameter_source(name)
    if source is not click_core.ParameterSource.DEFAULT or (folder := plan_folder()) == DATA:
        return {}
    say(Text(f"Rencana: {folder}", f"Plan: {folder}").for_lang(lang))
    return {name: [folder] if name == "paths" else folder}


def _options(parameter: Parameter, is_bundle: bool) -> Iterator[Parameter]:
    """Give the parameter, or the fields of the bundle that it takes, all by name."""
    from typing import get_type_hints

    by_name = parameter.replace(kind=parameter.KEYWORD_ONLY)
    if not is_bundle:
        yield by_name
        return
    defaults = parameter.annotation._field_defaults
    for name, annotation in get_type_hints(parameter.annotation, include_extras=True).items():
        yield by_name.replace(name=name, default=defaults[name], annotation=annotation)


def _translate_all(group: TyperGroup, lang: Lang) -> None:
    for command in group.commands.values():
        if isinstance(command, TyperGroup):
            _translate_all(command, lang)
        else:
            _translate_help(command, lang)


def _translate_help(command: click_core.Command, lang: Lang) -> None:
    for parameter in command.params:
        if isinstance(parameter, TyperArgument | TyperOption):
            parameter.help = pick(parameter.help, lang)


class _Text(_coercion.RuntimeParam):
    """A text, or a list of texts, that stays as it was typed."""

    def _coerce_value(self, value: Any, param: object, ctx: object) -> Any:
        return value if isinstance(value, str) else [*value]


def _take_texts_as_typed(command: TyperCommand) -> None:
    """Spare Typer the check of texts by Pydantic, which first looks through every installed package."""
    for parameter in command.params:
        if isinstance(parameter, TyperArgument | TyperOption):
            wanted = parameter.type_descriptor
            if wanted.annotation in (str, list[str]):
                parameter._runtime_param = _Text(wanted.parameter_info, wanted.annotation)


# -- what Typer complains of --------------------------------------------------------


def _translated(
    error: click_exceptions.UsageError, command: TyperCommand, arguments: list[str]
) -> UsageProblemError:
    name = command.name
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
    if isinstance(error, click_exceptions.MissingParameter) and error.param is not None:
        words = quoted((error.param.metavar or "").split("|"))
        return UsageProblemError(
            Text(f"`{name}` belum lengkap", f"`{name}` is not complete"),
            Text(f"sambung dengan: {words}", f"go on with: {words}"),
        )
    if "unexpected extra argument" in error.message:
        return _not_expected(error.message.partition(" (")[2].rpartition(")")[0], command, arguments, see)
    return UsageProblemError(
        Text(
            f"perintah `{name}` tidak dapat dibaca: {error.message}",
            f"`{name}` cannot be read: {error.message}",
        ),
        see,
    )


def _no_such_option(option: str, command: TyperCommand, arguments: list[str], see: Text) -> UsageProblemError:
    """Return which option was meant; one dash too few, as in `-format`, is read letter by letter."""
    typed = next((word.partition("=")[0] for word in arguments if word.startswith(option)), option)
    known = [name for parameter in command.params for name in parameter.opts if name.startswith("--")]
    known += ["--help", "--lang", "--color"]
    from serang_plan.cli.mistakes.indonesian_options import option_called
    from serang_plan.cli.mistakes.leftover_words import instead_of_option

    near = option_called(typed, known) or nearest(f"--{typed.lstrip('-')}", known)
    return UsageProblemError(
        Text(
            f"tidak ada opsi {backquoted(typed)} untuk `{command.name}`",
            f"there is no option {backquoted(typed)} for `{command.name}`",
        ),
        instead_of_option(command, arguments, typed) or (ask_back(typed, near) if near else see),
    )


def _not_expected(extra: str, command: TyperCommand, arguments: list[str], see: Text) -> UsageProblemError:
    from serang_plan.cli.mistakes.leftover_words import instead_of_word

    return UsageProblemError(
        Text(f"{backquoted(extra)} tidak dikenal di sini", f"{backquoted(extra)} is not expected here"),
        instead_of_word(command, arguments, extra) or see,
    )
