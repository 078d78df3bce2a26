"""Help: what the program can do, and what one command takes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from serang_plan.cli.registry import COMMANDS, GROUPS
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


_COMMON: dict[str, Text] = {
    "status": Text("Posisi kota sekarang.", "Where the city stands now."),
    "gaps": Text("Apa yang kurang, dan apa yang menutupnya.", "What is missing, and what would close it."),
    "checklist": Text("Apa yang dibawa tiap OPD ke rakor.", "What each OPD brings to the rakor."),
    "coordination": Text("Siapa harus sepakat dengan siapa.", "Who must agree with whom."),
    "briefing": Text("Nota dinas untuk satu pembaca.", "The note for one reader."),
    "rakor prepare": Text("Acara rakor berikutnya.", "The agenda of the next rakor."),
    "rakor follow-up": Text("Tindak lanjut tiap keputusan rakor.", "What became of every decision."),
    "record": Text("Catat nilai terbitan sebuah indikator.", "Record a published value of an indicator."),
    "validate": Text("Periksa berkas rencana.", "Check the plan's files."),
    "init": Text("Buat rencana baru.", "Make a new plan."),
}
"""What is asked for most, in few words: that is what somebody needs who has typed no command."""


def first_steps(lang: Lang, columns: int | None = None) -> str:
    """Return what to type first; it fits on the smallest screen."""
    rows = [(name, summary.for_lang(lang)) for name, summary in _COMMON.items()]
    every = Text(
        f"`serang-plan --help` menampilkan semua {len(COMMANDS)} perintah.",
        f"`serang-plan --help` shows all {len(COMMANDS)} commands.",
    )
    return _page(
        lang,
        columns,
        PROGRAM,
        _USAGE,
        (_EXAMPLES, _STATUS_AND_CHECK),
        (Text("Yang paling sering dipakai:", "Used most:"), _wrapped(rows, columns)),
        (every, ()),
    )


def overview(lang: Lang, columns: int | None = None) -> str:
    """Return the help of the whole program."""
    commands = [(name, command.summary.for_lang(lang)) for name, command in COMMANDS.items()]
    return _page(
        lang,
        columns,
        PROGRAM,
        _USAGE,
        (_EXAMPLES, _STATUS_AND_CHECK),
        (_COMMANDS, _wrapped(commands, columns)),
        (_GENERAL_OPTIONS, _general(lang, columns)),
        (_explains(""), ()),
    )


def group_help(group: str, lang: Lang, columns: int | None = None) -> str:
    """Return the help of the commands that share their first word."""
    commands = {name: command for name, command in COMMANDS.items() if name.startswith(f"{group} ")}
    rows = [(name, command.summary.for_lang(lang)) for name, command in commands.items()]
    examples = [f"  serang-plan {command.examples[0]}" for command in commands.values()]
    return _page(
        lang,
        columns,
        GROUPS[group],
        Text(f"serang-plan {group} PERINTAH [OPSI]", f"serang-plan {group} COMMAND [OPTIONS]"),
        (_EXAMPLES, examples[:2]),
        (_COMMANDS, _wrapped(rows, columns)),
        (_explains(f"{group} "), ()),
    )


def command_help(name: str, command: TyperCommand, lang: Lang, columns: int | None = None) -> str:
    """Return the help of one command."""
    from typer.core import TyperArgument, TyperOption

    arguments = [parameter for parameter in command.params if isinstance(parameter, TyperArgument)]
    options = [parameter for parameter in command.params if isinstance(parameter, TyperOption)]
    placeholders = [argument.metavar or argument.name.upper() for argument in arguments]
    usage = " ".join(["serang-plan", name, *(f"[{_unparted(words)}]" for words in placeholders)])
    helps = [_with_default(argument, lang) for argument in arguments]
    rows = list(zip(placeholders, helps, strict=True))
    rows += [(_names(option), _with_default(option, lang)) for option in options]
    entry = COMMANDS[name]
    return _page(
        lang,
        columns,
        entry.summary,
        Text(f"{usage} [OPSI]", f"{usage} [OPTIONS]"),
        (_EXAMPLES, [f"  serang-plan {example}" for example in entry.examples]),
        *([(Text("Opsi:", "Options:"), _wrapped(rows, columns))] if rows else []),
        (_GENERAL_OPTIONS, _general(lang, columns)),
    )


PROGRAM = Text(
    "serang-plan — rencana Kota Serang menuju kota metropolis: dibaca, diperiksa, ditunjukkan.",
    "serang-plan — the plan of Kota Serang on its way to a kota metropolis: read, checked, shown.",
)
_USAGE = Text("serang-plan PERINTAH [OPSI]", "serang-plan COMMAND [OPTIONS]")
_KEPT_SPACE = "\N{NO-BREAK SPACE}"
_EXAMPLES = Text("Contoh:", "Examples:")
_STATUS_AND_CHECK = ("  serang-plan status", "  serang-plan validate")
_COMMANDS = Text("Perintah:", "Commands:")
_GENERAL_OPTIONS = Text("Opsi umum:", "General options:")


def _explains(group: str) -> Text:
    return Text(
        f"`serang-plan {group}PERINTAH --help` menjelaskan satu perintah.",
        f"`serang-plan {group}COMMAND --help` explains one command.",
    )


def _general(lang: Lang, columns: int | None) -> Iterator[str]:
    return _wrapped([(name, help.for_lang(lang)) for name, help in GENERAL], columns)


def _page(
    lang: Lang, columns: int | None, summary: Text, usage: Text, *sections: tuple[Text, Iterable[str]]
) -> str:
    used = f"{Text('Pemakaian', 'Usage').for_lang(lang)}: {usage.for_lang(lang)}"
    lines = [*_lines(summary.for_lang(lang), columns), "", *_lines(used, columns, "  ")]
    for title, rows in sections:
        lines += ["", *_lines(title.for_lang(lang), columns), *rows]
    return "\n".join(lines) + "\n"


def _names(option: TyperOption) -> str:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'TEXT'}"


def _with_default(parameter: TyperArgument | TyperOption, lang: Lang) -> str:
    default = parameter.default
    if not default or isinstance(default, bool):
        return str(parameter.help)
    return f"{parameter.help} [{Text('baku', 'default').for_lang(lang)}: {default}]"


def _lines(text: str, columns: int | None, indent: str = "") -> list[str]:
    """Return a text in lines of a screen, of 80 columns where there is none; the last two stay free."""
    lines = textwrap.wrap(text, (columns or 80) - 2, subsequent_indent=indent, break_on_hyphens=False)
    return [line.replace(_KEPT_SPACE, " ") for line in lines]


def _unparted(text: str) -> str:
    return text.replace(" ", _KEPT_SPACE)


def _wrapped(rows: list[tuple[str, str]], columns: int | None) -> Iterator[str]:
    columns = columns or 80
    width = min(max(len(names) for names, _ in rows), 28, columns // 3 + 2)
    for names, help in rows:
        first, *rest = _lines(help, columns - width - 4) or [""]
        if len(names) > width:
            yield f"  {names}"
            names = ""
        yield f"  {names.ljust(width)}  {first}"
        yield from (f"  {' ' * width}  {line}" for line in rest)
