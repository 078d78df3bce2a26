"""Leftover words: what to type instead of a word, or of an option, that a command has no place for."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import pairwise, product
from typing import TYPE_CHECKING

from serang_plan.cli.arguments.argv_checks import arguments_of, options_of, value_before
from serang_plan.wording import Text, backquoted

if TYPE_CHECKING:
    from typer.core import TyperCommand

_TIME = r"(19|20|21)\d\d(-\S+)?"
_CODE = re.compile(r"[A-Z]+\d+(-\d+)?")
_SOURCE = r"S\d+"
_OPD, _ROLE = r"[A-Z][A-Z-]+", r"(?i:wali ?kota|sekda|bappeda)"
_DAYS = ("date", "day", "on", "at", "tanggal", "hari")
_TAKEN = {
    "YYYY": r"\d{4}",
    "YYYY-MM-DD": r"\d{4}-\d\d?-\d\d?",
    "WHEN": _TIME,
    "OPD": _OPD,
    "READER": rf"{_ROLE}|opd:.+|{_OPD}",
    "PERCENT": r"\d{1,3} ?%?",
    "CODE:+N": r".+:\+\d.*",
    "CODE=N@YYYY": r".+=.+@\d{4}",
    "TEXT": r".* .*",
    "FILE": r".+\.(pdf|docx|xlsx|html|md|csv|json|txt|ics)",
    "DIR": r"\S+",
    "FOLDER": r"\S+",
    "--source": _SOURCE,
    "--evidence": _SOURCE,
    "FORMAT": r"pdf|docx|xlsx|html|markdown|csv|json|plain|whatsapp",
}
"""What is typed for an option, by its name or by how its help calls it."""


def instead_of_word(command: TyperCommand, words: Sequence[str], extra: str) -> Text | None:
    """Return what to type where words are left over: a value of several, the plan's folder, an option."""
    rest = next((word for word in words if extra == word), extra.partition(" ")[0])
    before = value_before(command, words, rest)
    if before is not None and not re.fullmatch(_SOURCE, extra):
        whole = backquoted(f'{before[0]} "{before[1]} {extra}"')
        return Text(f"bila itu satu nilai, ketik {whole}", f"if that is one value, type {whole}")
    if os.path.exists(extra) and any("--data" in option.opts for option in options_of(command)):
        folder = backquoted(f"--data {extra}")
        return Text(f"untuk rencana di sana, ketik {folder}", f"for the plan there, type {folder}")
    arguments = arguments_of(command)
    if any("," in (argument.metavar or "") for argument in arguments):
        listed = backquoted(",".join([*words[: words.index(rest)][-1:], *extra.split()]))
        return Text(f"pisahkan dengan koma: {listed}", f"separate them by commas: {listed}")
    times = [word for before, word in pairwise(words) if before[:1] != "-" and re.fullmatch(_TIME, word)]
    meant = _as_options(command, extra.split()) or _as_option(command, [extra, rest, *times])
    if meant:
        return Text(f"maksud Anda {backquoted(meant)}?", f"did you mean {backquoted(meant)}?")
    if _CODE.fullmatch(extra) and any("CODE" in (argument.metavar or "") for argument in arguments):
        return Text(
            f"satu kode tiap kali; {backquoted(extra)} dengan perintah berikutnya",
            f"one code at a time; {backquoted(extra)} with the next command",
        )
    return None


def instead_of_option(command: TyperCommand, words: Sequence[str], name: str) -> Text | None:
    """Return what to type for a day or `--data` that is no option, and where a number passes for one."""
    if re.fullmatch(r"-\d.*", name):
        return Text(
            f"angka di bawah nol ditulis paling akhir, sesudah `--`: `-- {name}`",
            f"a number below zero is written last, behind `--`: `-- {name}`",
        )
    if name.lstrip("-") in _DAYS and any(argument.metavar == "DATE" for argument in arguments_of(command)):
        line = _alone(command, words, name, "2026-12-10")
        return Text(f"tanggalnya ditulis saja: {line}", f"the day is typed alone: {line}")
    if name not in ("-d", "--data"):
        return None
    if not any(re.search("PATH|FOLDER", argument.metavar or "") for argument in arguments_of(command)):
        return Text(
            f"perintah ini tidak membaca rencana; hapus `{name}`",
            f"this command reads no plan; leave `{name}` out",
        )
    line = _alone(command, words, name, "data")
    return Text(f"foldernya ditulis saja: {line}", f"the folder is typed alone: {line}")


def _alone(command: TyperCommand, words: Sequence[str], name: str, otherwise: str) -> str:
    """Return a command with the value of an option that it does not have, without the option."""
    at = next(nth for nth, word in enumerate(words) if word.partition("=")[0] == name)
    value = words[at].partition("=")[2] or " ".join(words[at + 1 : at + 2]) or otherwise
    return backquoted(f"serang-plan {command.name} {value}")


def _as_options(command: TyperCommand, words: Sequence[str]) -> str:
    """Return another option for each of several words, if there are."""
    meant = [_as_option(command, [word]) for word in words]
    names = {typed.partition(" ")[0] for typed in meant}
    return " ".join(meant) if "" not in names and len(names) == len(words) > 1 else ""


def _as_option(command: TyperCommand, words: Sequence[str]) -> str:
    """Return the first option that takes one of the words, with that word behind it."""
    options = [option for option in options_of(command) if "--data" not in option.opts]
    for word, option in product(words, options):
        metavar = option.metavar or ""
        taken = _TAKEN.get(option.opts[0]) or _TAKEN.get(metavar, metavar if "|" in metavar else "(?!)")
        if re.fullmatch(taken, word):
            if metavar == "READER" and re.fullmatch(_OPD, word) and not re.fullmatch(_ROLE, word):
                word = f"opd:{word}"
            return f'{option.opts[0]} "{word}"' if " " in word else f"{option.opts[0]} {word}"
    return ""
