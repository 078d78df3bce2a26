"""The reference pages and the manual page, from what the program says of itself.

`SERANG_PLAN_ACCEPT=1 pytest tests/docs/test_reference.py` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from serang_plan import __version__
from serang_plan.cli import help
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.registry import COMMANDS
from serang_plan.cli.typer_bridge import _command
from serang_plan.model.plan import SECTIONS
from serang_plan.rendering.text import markdown
from serang_plan.reports.reference import page as reference
from serang_plan.wording import LANGS, Lang, Text

FILES = Text("id/rujukan-berkas.md", "en/file-reference.md")
COMMAND_PAGES = Text("id/rujukan-perintah.md", "en/command-reference.md")
MANUAL = Text("man/id/serang-plan.1", "man/en/serang-plan.1")
_FILES_HEAD = Text(
    "# Rujukan berkas rencana\n\n*English: [Reference of a plan's files](../en/file-reference.md)*\n\n"
    "Setiap bagian dan setiap kunci, dibuat dari program. `serang-plan help files BAGIAN` menampilkan satu bagian. Semua bagian "
    "boleh dalam satu berkas atau dibagi ke beberapa berkas `.yaml` dalam satu folder. Contoh-contohnya bersama satu rencana "
    "rekaan yang dibaca pengujian; di dalamnya setiap kunci ada.\n",
    "# Reference of a plan's files\n\n*Bahasa Indonesia: [Rujukan berkas rencana](../id/rujukan-berkas.md)*\n\n"
    "Every section and every key, made from the program. `serang-plan help files SECTION --lang en` shows one section. All sections "
    "may stand in one file or be divided among several `.yaml` files of one folder. Together the examples are one fictional "
    "plan that tests read; every key stands in it.\n",
)
_COMMANDS_HEAD = Text(
    "# Rujukan perintah\n\n*English: [Reference of commands](../en/command-reference.md)*\n\n"
    "Inilah yang dikatakan `serang-plan PERINTAH --help`. Halaman manualnya, `man serang-plan`, ikut terpasang.\n",
    "# Reference of commands\n\n*Bahasa Indonesia: [Rujukan perintah](../id/rujukan-perintah.md)*\n\n"
    "This is what `serang-plan COMMAND --help --lang en` says. The manual page, `man serang-plan`, is installed with it.\n",
)


def written() -> dict[str, str]:
    """Return every page below `docs/` that is made from the program."""
    return {
        **{FILES.for_lang(lang): files_page(lang) for lang in LANGS},
        **{COMMAND_PAGES.for_lang(lang): commands_page(lang) for lang in LANGS},
        **{MANUAL.for_lang(lang): manual(lang) for lang in LANGS},
    }


def files_page(lang: Lang) -> str:
    """Return the reference of all sections; what is set as code in a cell is code here too."""
    pages = (markdown.render(reference.page(section, lang)) for section in SECTIONS)
    parts = (re.sub(r"^# ", "## ", page, flags=re.MULTILINE) for page in pages)
    return "\n".join([_FILES_HEAD.for_lang(lang), *map(_with_code, parts)])


def _with_code(text: str) -> str:
    """Take back, outside of blocks, the backslashes that keep code from being code."""
    blocks = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(
        block if block.startswith("```") else re.sub(r"\\`(.*?)\\`", _unescaped, block) for block in blocks
    )


def _unescaped(code: re.Match[str]) -> str:
    return f"`{code[1].replace(chr(92), '')}`"


def commands_page(lang: Lang) -> str:
    """Return the help of every command, as it is shown."""
    parts = [f"## {name}\n\n```text\n{_help_of(name, lang)}```\n" for name in COMMANDS]
    return "\n".join([_COMMANDS_HEAD.for_lang(lang), *parts])


def _help_of(name: str, lang: Lang) -> str:
    return help.command_help(name, _command(name, RunContext(lang=lang)), lang)


def manual(lang: Lang) -> str:
    """Return the manual page: the help of the program, then of every command, in the language of `man`."""
    title = Text("Panduan serang-plan", "serang-plan manual").for_lang(lang)
    name, _, summary = help.PROGRAM.for_lang(lang).partition(" — ")
    lines = [
        f'.TH SERANG-PLAN 1 "" "serang-plan {__version__}" "{title}"',
        f".SH {Text('NAMA', 'NAME').for_lang(lang)}",
        f"{_roff(name)} \\- {_roff(summary)}",
        f".SH {Text('RINGKASAN', 'SYNOPSIS').for_lang(lang)}",
        *_verbatim(help.overview(lang).partition("\n\n")[2].splitlines()),
        f".SH {Text('PERINTAH', 'COMMANDS').for_lang(lang)}",
    ]
    for command in COMMANDS:
        lines += [f".SS {_roff(command)}", *_verbatim(_help_of(command, lang).splitlines())]
    lines += [f".SH {Text('BERKAS', 'FILES').for_lang(lang)}", *_verbatim(_sections(lang))]
    return "\n".join(lines) + "\n"


def _sections(lang: Lang) -> Iterator[str]:
    return (item.text.replace("`", "") for item in reference.overview(lang).blocks[0].items)


def _verbatim(lines: Iterable[str]) -> list[str]:
    return [".nf", *map(_roff, lines), ".fi"]


def _roff(line: str) -> str:
    """Return a line that `man` shows as it is; a dot or an apostrophe in front would be an order to it."""
    safe = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
