"""Usage: what the user can be told when a command cannot be carried out as typed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from serang_plan.operations.problem import NoChoiceError, ProblemError
from serang_plan.wording import LANGS, Lang, Text, ask_back, backquoted, nearest

SEPARATOR = "\x1f"
_LANGUAGES = {"indonesia": "id", "inggris": "en", "english": "en"}


class UsageProblemError(ProblemError):
    """The command cannot be carried out as it was typed. Ends in exit 2."""


def usage_problem(id: str, en: str, help: Text | None = None) -> UsageProblemError:
    """Return in both languages why a command cannot be carried out, and what to type instead."""
    return UsageProblemError(Text(id, en), help)


def both(id: str, en: str) -> str:
    """Return a help text in both languages, as one string that Typer can carry."""
    return f"{id}{SEPARATOR}{en}"


def pick(help: str | None, lang: Lang) -> str:
    """Return one language of a help text made by `both`."""
    parts = (help or "").split(SEPARATOR)
    return parts[-1 if lang == "en" else 0]


def one_of(value: str, known: Iterable[str], option: str, *, also: Mapping[str, str] | None = None) -> str:
    """Return a value that is on a list; `also` is what else people call those on it.

    Raises NoChoiceError, with the nearest, if it is not there.
    """
    known = tuple(known)
    if value in known:
        return value
    meant = {**(also or {}), **{word: word for word in known}}
    near = meant.get(value.casefold()) or meant.get(nearest(value, meant) or "")
    raise NoChoiceError(value, option, known, lambda value, _: ask_back(value, near) if near else None)


def choose_language(arguments: list[str]) -> tuple[Lang, list[str]]:
    """Return the language to speak, and the arguments without `--lang`.

    Raises UsageProblemError for a language that is not known.
    """
    value, rest = take_option(arguments, "--lang")
    wanted = value or os.environ.get("SERANG_PLAN_LANG", "") or "id"
    named = "--lang" if value else "SERANG_PLAN_LANG"
    folded = wanted.casefold()
    start = folded.replace("-", "_").partition("_")[0]  # as in `id_ID` and `en-GB`
    meant = _LANGUAGES.get(start, start)
    also = {folded: meant} if meant in LANGS else {}
    return ("en" if one_of(wanted, LANGS, named, also=also) == "en" else "id"), rest


def take_option(arguments: list[str], name: str) -> tuple[str | None, list[str]]:
    """Take `NAME VALUE` or `NAME=VALUE` out of the arguments; what follows `--` is left alone.

    Raises UsageProblemError if there is no value, or more than one.
    """
    rest: list[str] = []
    values: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == name:
            values.append(next(words, ""))
        elif word.startswith(f"{name}="):
            values.append(word[len(name) + 1 :])
        else:
            rest.append(word)
    if "" in values:
        raise no_value(name)
    if len(values) > 1:
        raise given_twice(name)
    return (values[0] if values else None), rest


def take_flag(arguments: list[str], name: str) -> tuple[bool, list[str]]:
    """Take a flag out of the arguments."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    rest = [word for word in arguments[:end] if word != name]
    return len(rest) < end, rest + arguments[end:]


def no_value(name: str) -> UsageProblemError:
    """Return that an option lacks its value."""
    return usage_problem(
        f"{backquoted(name)} belum diberi nilai",
        f"{backquoted(name)} needs a value",
        Text("tulis nilainya, atau hapus opsi itu", "write its value, or leave the option out"),
    )


def given_twice(name: str) -> UsageProblemError:
    """Return that an option is there twice."""
    return usage_problem(
        f"{backquoted(name)} disebut dua kali",
        f"{backquoted(name)} is given twice",
        Text("hapus salah satunya", "remove one of them"),
    )
