"""Typed words: what went wrong with a command line before anybody asked what its options mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from serang_plan.cli.arguments.usage_error import UsageProblemError, given_twice, no_value, usage_problem
from serang_plan.wording import Text, backquoted

if TYPE_CHECKING:
    from typer.core import TyperArgument, TyperCommand, TyperOption

_DASHES = "‐‑‒–—―−"
_QUOTES = "“”„‟‘’‚‛«»″′"
_END = "--"


def refuse_odd_words(words: Sequence[str]) -> None:
    """Refuse empty words, and what a word processor makes of dashes and quotes. Raises UsageProblemError."""
    before = ""
    for word in takewhile(_END.__ne__, words):
        value = word.partition("=")[2] if word.startswith("-") else word
        if word == "":
            raise no_value(before) if before.startswith("-") else _empty_word()
        if word.startswith("--") and value == "" and word.endswith("="):
            raise no_value(word[:-1])
        if word.lstrip("-")[:1] in tuple(_DASHES) and word.strip("-" + _DASHES):
            raise _long_dash(word)
        if value[:1] in tuple(_QUOTES):
            raise _curly_quote(value)
        before = word


def refuse_doubtful_options(command: TyperCommand, words: Sequence[str]) -> None:
    """Refuse an option whose value is missing or that is given twice. Raises UsageProblemError."""
    seen: set[str] = set()
    known = _by_name(command)
    for name, option, value in _options(command, words):
        if value in known:
            raise no_value(name)
        if option.name in seen and not option.multiple and not option.is_flag:
            raise given_twice(name)
        seen.add(option.name)


def value_before(command: TyperCommand, words: Sequence[str], extra: str) -> tuple[str, str] | None:
    """Return the option, and its value, that stand right before a word that nobody expected."""
    before = words[: words.index(extra)] if extra in words else ()
    valued = [(name, value) for name, option, value in _options(command, before) if not option.is_flag]
    return valued[-1] if valued and before[-1:] == [valued[-1][1]] else None


def options_of(command: TyperCommand) -> list[TyperOption]:
    """Return the options of a command, without its arguments."""
    from typer.core import TyperOption

    return [parameter for parameter in command.params if isinstance(parameter, TyperOption)]


def arguments_of(command: TyperCommand) -> list[TyperArgument]:
    """Return the arguments of a command, without its options."""
    from typer.core import TyperArgument

    return [parameter for parameter in command.params if isinstance(parameter, TyperArgument)]


def _by_name(command: TyperCommand) -> dict[str, TyperOption]:
    return {name: option for option in options_of(command) for name in option.opts}


def _options(command: TyperCommand, words: Sequence[str]) -> Iterator[tuple[str, TyperOption, str]]:
    """Give each option as it was typed, what it is, and its value if that is a word of its own."""
    known = _by_name(command)
    rest = takewhile(_END.__ne__, words)
    for word in rest:
        name, equals, _ = word.partition("=")
        option = known.get(name)
        if option is not None:
            yield name, option, "" if equals or option.is_flag else next(rest, "")


def _empty_word() -> UsageProblemError:
    return usage_problem(
        'ada kata kosong, `""`, dalam perintah',
        'there is an empty word, `""`, in the command',
        Text("hapus, atau isi", "remove it, or fill it in"),
    )


def _long_dash(word: str) -> UsageProblemError:
    name = word.lstrip("-" + _DASHES)
    plain = f"-{name}" if len(name) == 1 else f"--{name}"
    return usage_problem(
        f"{backquoted(word)} diawali garis panjang, seperti dari Word",
        f"{backquoted(word)} starts with a long dash, as Word makes it",
        Text(f"ketik {backquoted(plain)}", f"type {backquoted(plain)}"),
    )


def _curly_quote(word: str) -> UsageProblemError:
    return usage_problem(
        f"tanda kutip pada {backquoted(word)} melengkung, seperti dari Word",
        f"the quotation mark in {backquoted(word)} is curly, as Word makes it",
        Text('ketik tanda kutip lurus: `"…"`', 'type straight quotation marks: `"…"`'),
    )
