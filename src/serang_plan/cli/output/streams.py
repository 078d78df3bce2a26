"""Streams: results to standard output or a file, everything else to standard error."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.operations.problem import AlreadyThereError, ProblemError
from serang_plan.wording import Lang, Text, escape_invisible

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

    from serang_plan.cli.output.working_line import WorkingLine

STANDARD_OUTPUT = "-"
NARROWEST, WIDEST = 40, 400
LOWEST = 24
"""Lines that a screen is taken to have at least."""
_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION", "GITEA_ACTIONS", "FORGEJO_ACTIONS")
"""What build servers set that obey certain lines of a log."""


class Screen(NamedTuple):
    """What standard output can show: its width in cells and its height in lines (None: as much as needed)."""

    width: int | None
    height: int | None
    colour: bool
    unicode: bool


class _Closed(io.RawIOBase):
    """A standard output that was closed before we started: what is written is lost, and that is said."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class _Unread(io.RawIOBase):
    """A standard output whose reader has left: what is written is dropped, and the run goes on."""

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer) -> int:
        return memoryview(data).nbytes


def prepare_streams() -> None:
    """Let no character be unprintable: what the encoding lacks is written as `?`."""
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), write_through=True)
    if sys.stderr is None:  # `print` would take standard output instead
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def clean_environment() -> None:
    """Remove settings that other libraries would stumble over."""
    for name in ("TERMINAL_WIDTH", "COLUMNS", "LINES"):
        value = os.environ.get(name)
        if value is not None and not (value.isascii() and value.isdigit() and 0 < int(value) < 10_000):
            del os.environ[name]


def screen(colour: str) -> Screen:
    """Return what standard output can show. `colour` is the option: auto, always or never.

    A pipe has no width, whatever `COLUMNS` says: programs get each record on a line of its own.
    """
    is_terminal = sys.stdout.isatty()
    width, height = _size() if is_terminal else (None, None)
    return Screen(width, height, _has_colour(colour, is_terminal), _has_unicode(sys.stdout.encoding))


def _size() -> tuple[int, int]:
    """Return the width and the height of a terminal; the line below is where one types next."""
    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    columns, lines = int(os.environ.get("COLUMNS", columns)), int(os.environ.get("LINES", lines))
    return min(max(columns, NARROWEST), WIDEST), max(lines, LOWEST) - 1


def _has_colour(option: str, is_terminal: bool) -> bool:
    one_of(option, ("auto", "always", "never"), "--color")
    if option != "auto":
        return option == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = (os.environ.get("FORCE_COLOR", "0"), os.environ.get("CLICOLOR_FORCE", "0"))
    if any(value not in ("", "0", "false") for value in forced):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb" and os.environ.get("CLICOLOR") != "0"


def _has_unicode(encoding: str | None) -> bool:
    try:
        "█✗≥–".encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


_WORKING: list[WorkingLine] = []


def say_working(lang: Lang) -> None:
    """Say on a terminal, from a second on, that work still goes on; whatever is written next ends it."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        from serang_plan.cli.output.working_line import WorkingLine

        _WORKING.append(WorkingLine(lang))


def end_working() -> None:
    """Take away the line that says so."""
    while _WORKING:
        _WORKING.pop().end()


def write(text: str, *, own_commands: bool = False, utf8: bool = False) -> None:
    """Write a result to standard output, all of it.

    A runner that reads along finds no command in it, unless it is ours, made safe by who drew it.
    What programs read is UTF-8 whatever the encoding of the screen is. Raises OSError if the result is lost;
    it is not where nobody wants it.
    """
    safe = text if own_commands else _for_log(text)
    _put(safe.encode("utf-8", "replace") if utf8 and not sys.stdout.isatty() else safe)


def _put(content: str | bytes) -> None:
    end_working()
    try:
        sys.stdout.flush()
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = io.TextIOWrapper(_Unread(), encoding="utf-8", write_through=True)


def nobody_reads() -> bool:
    """Whether the reader of standard output has left."""
    return isinstance(getattr(sys.stdout, "buffer", None), _Unread)


def write_output(path: str, content: str | bytes, *, force: bool = False) -> None:
    """Write a result to a file, or to standard output for `-`.

    Raises ProblemError if the file is there already or cannot be written; what was there then stays.
    """
    if path != STANDARD_OUTPUT:
        from serang_plan.operations.files.output_file import write_file

        written = content.encode("utf-8", errors="replace") if isinstance(content, str) else content
        write_file(path, written, replace=force)
    elif isinstance(content, str):
        write(content)
    else:
        _put(content)


def _for_log(text: str) -> str:
    if not any(map(os.environ.get, _RUNNERS)):
        return text
    from serang_plan.rendering.findings.log_escaping import inert

    return inert(text)


_FORCE = Text(
    "pakai nama lain, atau `--force` untuk menggantinya", "use another name, or `--force` to replace it"
)


def say_problem(problem: ProblemError, lang: Lang) -> None:
    """Say in one line, on standard error, why nothing was done, and what to type instead."""
    end_working()
    word = Text("galat", "error").for_lang(lang)
    lines = [f"{word}: {escape_invisible(problem.message.for_lang(lang))}"]
    help = _FORCE if isinstance(problem, AlreadyThereError) else problem.help
    if help is not None:
        lines.append(f"  = {Text('saran', 'help').for_lang(lang)}: {escape_invisible(help.for_lang(lang))}")
    with suppress(OSError):  # where nobody can be told, the exit code still says it
        print(_for_log("\n".join(lines)), file=sys.stderr, flush=True)  # noqa: T201


def say(remark: str) -> None:
    """Say something about a result on standard error, where it does not get into the result."""
    say_lines(f"{escape_invisible(remark)}\n")


def say_lines(text: str) -> None:
    """Say several lines on standard error; they are to be made visible by who wrote them."""
    end_working()
    with suppress(OSError):  # a remark that nobody can hear takes nothing away from the result
        sys.stderr.write(_for_log(text))
        sys.stderr.flush()
