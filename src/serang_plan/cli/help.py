"""Help: what the program can do, and what one command takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from serang_plan.cli.registry import COMMANDS
from serang_plan.wording import Lang, Text

if TYPE_CHECKING:
    from typer.core import TyperArgument, TyperCommand, TyperOption

GENERAL = (
    (
        "--lang id|en",
        Text("Bahasa keluaran; juga SERANG_PLAN_LANG.", "Language of the output; also SERANG_PLAN_LANG."),
    ),
    ("--color auto|always|never", Text("Warna; NO_COLOR dihormati.", "Colour; NO_COLOR is honoured.")),
    ("--debug", Text("Tampilkan rincian bila program keliru.", "Show details when the program is at fault.")),
    ("--version", Text("Versi program.", "Version of the program.")),
    ("--install-completion", Text("Pasang pelengkapan dengan tombol Tab.", "Install completion by Tab.")),
    ("--show-completion", Text("Cetak pelengkapan untuk shell ini.", "Print the completion for this shell.")),
    ("-h, --help", Text("Bantuan ini.", "This help.")),
)
"""The options that every command takes."""


def overview(lang: Lang) -> str:
    """Return the help of the whole program."""
    commands = [(name, command.summary) for name, command in COMMANDS.items()]
    return _page(
        lang,
        Text(
            "serang-plan — rencana Kota Serang menuju kota metropolis: dibaca, diperiksa, ditunjukkan.",
            "serang-plan — the plan of Kota Serang on its way to a kota metropolis: read, checked, shown.",
        ),
        Text("serang-plan PERINTAH [OPSI]", "serang-plan COMMAND [OPTIONS]"),
        (_EXAMPLES, ("  serang-plan status", "  serang-plan validate")),
        (Text("Perintah:", "Commands:"), _in_lines(commands, lang)),
        (_GENERAL_OPTIONS, _in_lines(GENERAL, lang)),
        (
            Text(
                "`serang-plan PERINTAH --help` menjelaskan satu perintah.",
                "`serang-plan COMMAND --help` explains one command.",
            ),
            (),
        ),
    )


def command_help(name: str, command: TyperCommand, lang: Lang) -> str:
    """Return the help of one command."""
    from typer.core import TyperArgument, TyperOption

    arguments = [parameter for parameter in command.params if isinstance(parameter, TyperArgument)]
    options = [parameter for parameter in command.params if isinstance(parameter, TyperOption)]
    placeholders = [argument.metavar or argument.name.upper() for argument in arguments]
    usage = " ".join(["serang-plan", name, *(f"[{placeholder}]" for placeholder in placeholders)])
    helps = [_with_default(argument, lang) for argument in arguments]
    rows = list(zip(placeholders, helps, strict=True))
    rows += [(_names(option), _with_default(option, lang)) for option in options]
    general = [(name, help.for_lang(lang)) for name, help in GENERAL]
    entry = COMMANDS[name]
    return _page(
        lang,
        entry.summary,
        Text(f"{usage} [OPSI]", f"{usage} [OPTIONS]"),
        (_EXAMPLES, [f"  serang-plan {example}" for example in entry.examples]),
        *([(Text("Opsi:", "Options:"), _wrapped(rows))] if rows else []),
        (_GENERAL_OPTIONS, _wrapped(general)),
    )


_EXAMPLES = Text("Contoh:", "Examples:")
_GENERAL_OPTIONS = Text("Opsi umum:", "General options:")


def _page(lang: Lang, summary: Text, usage: Text, *sections: tuple[Text, Iterable[str]]) -> str:
    lines = [
        summary.for_lang(lang),
        "",
        f"{Text('Pemakaian', 'Usage').for_lang(lang)}: {usage.for_lang(lang)}",
    ]
    for title, rows in sections:
        lines += ["", title.for_lang(lang), *rows]
    return "\n".join(lines) + "\n"


def _in_lines(rows: Iterable[tuple[str, Text]], lang: Lang) -> Iterator[str]:
    rows = tuple(rows)
    width = max(len(name) for name, _ in rows)
    yield from (f"  {name.ljust(width)}  {help.for_lang(lang)}" for name, help in rows)


def _names(option: TyperOption) -> str:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'TEXT'}"


def _with_default(parameter: TyperArgument | TyperOption, lang: Lang) -> str:
    default = parameter.default
    if not default or isinstance(default, bool):
        return str(parameter.help)
    return f"{parameter.help} [{Text('baku', 'default').for_lang(lang)}: {default}]"


def _wrapped(rows: list[tuple[str, str]]) -> Iterator[str]:
    import textwrap

    width = min(max(len(names) for names, _ in rows), 28)
    for names, help in rows:
        first, *rest = textwrap.wrap(help, 78 - width - 4) or [""]
        if len(names) > width:
            yield f"  {names}"
            names = ""
        yield f"  {names.ljust(width)}  {first}"
        yield from (f"  {' ' * width}  {line}" for line in rest)
