"""Asking: what was not typed is asked for on a terminal, and never in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.cli.arguments.code_lookup import called, code_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.output.streams import say_lines, say_problem
from serang_plan.operations.problem import NoChoiceError, ProblemError
from serang_plan.wording import Lang, Text, capitalised, escape_invisible

Read = TypeVar("Read")
_MOST_SHOWN = 40


class Question(NamedTuple):
    """What is wanted, and what to type on a command line instead of waiting for the question."""

    what: Text
    typed: str
    hint: Text = Text("", "")
    """What else to know before answering."""


class Asking(NamedTuple):
    """Somebody at a terminal, or nobody."""

    lang: Lang

    @property
    def somebody_is_there(self) -> bool:
        """Whether a question can be read and answered."""
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))

    def value(self, typed: str, question: Question, read: Callable[[str], Read]) -> Read:
        """Return what was typed, or is answered, as it is read; asked again until it can be.

        Raises UsageProblemError if it was not typed and nobody is there.
        """
        if typed:
            return read(typed)
        what, option, hint = question
        asked = f"{capitalised(what.for_lang(self.lang))}{hint.for_lang(self.lang)}"
        if not self.somebody_is_there:
            raise usage_problem(
                f"{what.id} belum disebut",
                f"{what.en} is not given",
                Text(f"sebut di perintahnya: `{option}`", f"say it in the command: `{option}`"),
            )
        while True:
            try:
                return read(self._answer(asked))
            except ProblemError as problem:
                say_problem(problem, self.lang)

    def if_any(self, typed: str, question: Question, read: Callable[[str], Read]) -> Read | None:
        """Return the same of what may be left out; None if nothing was typed or is answered."""
        if not typed and not self.somebody_is_there:
            return None
        return self.value(typed, question, lambda answer: read(answer) if answer else None)

    def choice(
        self, typed: str, question: Question, names: Mapping[str, str], others: Mapping[str, str] = {}
    ) -> str:
        """Return the code that was typed or chosen, by itself or by a part of its name.

        What is only among `others` is not offered. Raises UsageProblemError if there is nothing to choose.
        """
        if not names and not others:
            raise usage_problem(
                f"tidak ada {question.what.id} yang terbaca dalam rencana ini",
                f"no {question.what.en} can be read in this plan",
                Text("lihat `serang-plan validate`", "see `serang-plan validate`"),
            )
        if not typed and self.somebody_is_there:
            say_lines("".join(f"  {line}\n" for line in _offered(names, self.lang)))
        name = question.typed.split()[0] if question.typed.startswith("--") else "CODE"
        return self.value(typed, question, lambda answer: _chosen(answer, name, names, others))

    def lines(self, question: Text, is_all: Callable[[str], bool]) -> str:
        """Return what is typed or pasted up to an empty line, or the first line alone if that is all."""
        say_lines(f"{question.for_lang(self.lang)}:\n")
        lines: list[str] = []
        while line := sys.stdin.readline().strip("\r\n"):
            lines.append(line)
            if len(lines) == 1 and is_all(line):
                break
        return "\n".join(lines)

    def agrees(self, question: Text) -> bool:
        """Whether somebody says yes; whatever else is said, is no."""
        answer = self._answer(f"{question.for_lang(self.lang)} {Text('[y/T]', '[y/N]').for_lang(self.lang)}")
        return answer.casefold() in ("y", "ya", "yes")

    def _answer(self, question: str) -> str:
        say_lines(f"{escape_invisible(question)}: ")
        line = sys.stdin.readline()
        if not line:
            say_lines("\n")
            raise KeyboardInterrupt
        return line.strip()


def _offered(names: Mapping[str, str], lang: Lang) -> Iterator[str]:
    shown = list(names.items())[:_MOST_SHOWN]
    width = max((len(code) for code, _ in shown), default=0)
    yield from (f"{code:<{width}}  {escape_invisible(name)}" for code, name in shown)
    if rest := len(names) - len(shown):
        yield Text(f"… dan {rest} lainnya", f"… and {rest} more").for_lang(lang)


def _chosen(answer: str, name: str, names: Mapping[str, str], others: Mapping[str, str]) -> str:
    if not answer:
        raise usage_problem(
            "belum ada yang dipilih",
            "nothing is chosen yet",
            Text("ketik kodenya atau sebagian namanya", "type its code or a part of its name"),
        )
    every = {**names, **others}
    if any(answer.casefold() == code.casefold() for code in every):
        return code_of(every, answer, name)
    if code := called(answer, names) or called(answer, others):
        return code
    raise NoChoiceError(answer, name, names, lambda typed, _: code_meant(typed, every))
