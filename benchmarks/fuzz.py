"""Fuzzing: every command, on damaged plans, with odd options; whatever happens must be an answer.

    python benchmarks/fuzz.py --runs 2000 --seed 1     # bounded, and the same each time
    python benchmarks/fuzz.py --seconds 1200           # as long as that, from a seed that it prints
    python benchmarks/fuzz.py --seed 7 --replay 341    # one run again, with what it printed

A run is wrong if it ends in another code than 0, 1 or 2, shows a traceback or owns up to a fault of the
program, lasts longer than a minute, holds more than a gibibyte, touches the plan without being asked to or
though it says that it could not, leaves a file behind that nobody named, says what lies outside the plan,
prints a character that steers a terminal, passes a plan in which there is nothing, writes JSON that is none,
or if `undo` does not take back, byte for byte, what it wrote into the plan.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_SHIPPED = ROOT / "src" / "serang_plan"
PLANS = (_SHIPPED / "example", ROOT / "data")
LONGEST, LARGEST = 60, 1 << 30
FAILED = 2
ENTRY = re.compile(r"^  (?:-\w, )?(--[\w-]+)(?: (\S+))?", re.MULTILINE)
FAULT = re.compile(r"Traceback|program ini keliru|this program is at fault")
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NAMED = re.compile(r"(\b(?:title|name|city|text|note): )[^{}\n,\"']+$", re.MULTILINE)
SECRET = "rahasia-di-luar-rencana"
AS_JSON = ("json", "sarif", "gitlab")
LEFT_OUT = (
    "--watch",
    "--show-completion",
    "--install-completion",
    "--debug",
    "--color",
    "--version",
    "--help",
)
SENSIBLE = {
    "--as-of": ("2020-03-10", "2024-12-31", "2026-11-26", "2027-03-01", "2100-01-01"),
    "--year": ("2020", "2025", "2027"),
    "--opd": ("DLH", "DPUPR", "BAPPEDA"),
    "--for": ("walikota", "sekda", "bappeda", "opd:DLH"),
    "--rakor": ("2020-03-10", "2026-12-10"),
    "--format": (
        "terminal",
        "markdown",
        "html",
        "json",
        "csv",
        "whatsapp",
        "text",
        "concise",
        "sarif",
        "gitlab",
        "junit",
        *("json",) * 6,
    ),
    "--output": ("hasil.json", "hasil.md", "hasil.html", "hasil.csv", "hasil.wa.txt", "hasil.sarif", "-"),
    "--since": ("known:2021-01-01", "data", "rakor:2020-03-10"),
    "--delay": ("A02:+1", "A01:+3"),
    "--drop": ("A01", "A05"),
    "--without-opd": ("DLH", "DPUPR"),
    "--value": ("M01=15@2027", "M03=0@2026"),
    "--lang": ("id", "en"),
    "--data": ("data", "data/indicators.yaml"),
    "--fail-on": ("error", "warning", "note", "never"),
}

WORDS = (
    *(
        "",
        " ",
        "-",
        "--",
        "M01",
        "m1",
        "M03",
        "A02",
        "DLH",
        "dlh",
        "opd:DLH",
        "walikota",
        "sekda",
        "bappeda",
        "K1",
    ),
    *(
        "2020",
        "2027",
        "1899",
        "9999",
        "2020-03-10",
        "10-03-2020",
        "2020-02-30",
        "besok",
        "rakor:2020-03-10",
        "HEAD",
    ),
    *(
        "known:2021-01-01",
        "rakor:",
        "A02:+1",
        "A02:+99999999999999999999",
        "M01=15@2027",
        "M01=1,5",
        "M01=@",
        "x=y",
    ),
    *(
        "json",
        "markdown",
        "csv",
        "html",
        "whatsapp",
        "sarif",
        "junit",
        "github",
        "text",
        "terminal",
        "galat",
        "note",
    ),
    *(
        "\u202eabc",
        "\x1b[31m",
        "a\x00b",
        "ａ",
        "😀",
        "'; rm -rf x",
        "$(id)",
        "../..",
        "/dev/null",
        "x" * 5000,
        "%s%n",
    ),
)
DAMAGE = (
    *(
        "",
        ":",
        "-",
        "'",
        '"',
        "\t",
        "\n",
        "{",
        "]",
        "#",
        "&a",
        "*a",
        "!!x ",
        "---\n",
        "\x00",
        "\x85",
        "\ufeff",
        "- - ",
    ),
    *(
        "? ",
        "NO",
        "12,5",
        "1.000",
        "010",
        "2020-02-30",
        "Rp 5",
        "[" * 200,
        "\r",
        "\u202e",
        "x" * 3000,
        "9" * 40,
        "null",
    ),
    *("M01", "DLH", "S1", "semua", "geser", "0", "-1", "1e400", "2199-12-31", "1900"),
)


class Run(NamedTuple):
    """One run: its arguments, and how it ended."""

    arguments: list[str]
    code: int
    text: str
    seconds: float
    piped: bytes = b""


@cache
def options_of(command: str) -> tuple[tuple[str, str | None], ...]:
    """Return the options that a command's help names, with what stands for their value."""
    from serang_plan.cli.main import run

    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        run([*command.split(), "--help", "--lang", "en"])
        out.seek(0)
        found = ENTRY.findall(out.read())
    return tuple((name, value or None) for name, value in found if name not in LEFT_OUT)


def damaged(text: str, chance: random.Random) -> str:
    """Return a text with a few stretches lost, doubled or replaced."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 3, 10, 40, 400)))
        piece = chance.choice(
            (chance.choice(DAMAGE), text[start:end] * 2, chance.choice(DAMAGE) + text[start:end])
        )
        text = text[:start] + piece + text[end:]
    return text


def make_plan(folder: Path, chance: random.Random) -> None:
    """Write a copy of a plan that we ship, damaged or whole; now and then nothing of it is left."""
    blank, whole = chance.random() < 0.05, chance.random() < 0.4
    for source in sorted(chance.choice(PLANS).glob("*.yaml")):
        text = source.read_text(encoding="utf-8")
        if not whole and chance.random() < 0.5:
            text = damaged(text, chance)
        if chance.random() < 0.2:
            text = NAMED.sub(r'\1"Kota \\x9b31m \\u202e"', text, count=chance.choice((1, 3, 50)))
        text = "" if blank else text
        if whole or chance.random() < 0.95:
            (folder / source.name).write_bytes(text.encode("utf-8", errors="surrogatepass"))


def make_hostile(folder: Path, chance: random.Random) -> None:
    """Put what no planner would into a plan's folder, and perhaps keep it all in git."""
    (folder.parent / "rahasia.yaml").write_text(f"opd: [{{code: X, name: {SECRET}}}]\n", encoding="utf-8")
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        path = folder / f"{chance.choice('abz')}.yaml"
        if not os.path.lexists(path):
            chance.choice(HOSTILE)(path)
    if chance.random() < 0.2:
        for call in (["init"], ["add", "-A"], ["commit", "-m", "awal"]):
            who = ("-c", "user.name=x", "-c", "user.email=x@x")
            subprocess.run(["git", *who, *call], cwd=folder.parent, capture_output=True, check=False)
        for path in chance.sample(sorted(folder.glob("*.yaml")), k=chance.choice((0, 1))):
            if path.is_file() and not path.is_symlink():
                path.write_text(chance.choice(("", "# nanti\n", "rakor:\n", "opd: [")), encoding="utf-8")


HOSTILE: tuple[Callable[[Path], object], ...] = (
    lambda path: path.touch(),
    lambda path: path.write_text("# kosong\n\n", encoding="utf-8"),
    lambda path: path.write_bytes(bytes(range(256))),
    lambda path: path.symlink_to("../rahasia.yaml"),
    lambda path: path.symlink_to("indicators.yaml"),
    lambda path: path.symlink_to(path.name),
    lambda path: path.symlink_to("/dev/zero"),
    lambda path: path.mkdir(),
    os.mkfifo,
)


def arguments_of(chance: random.Random) -> list[str]:
    """Return a command as an example has it, perhaps with another word in it, and some of its options."""
    from serang_plan.cli.registry import COMMANDS

    command = chance.choice(list(COMMANDS))
    if command == "init":
        return [command, "baru", *chance.choice(([], ["--example"]))]
    arguments = shlex.split(chance.choice(COMMANDS[command].examples))
    words = range(len(command.split()), len(arguments))
    if words and chance.random() < 0.3:
        arguments[chance.choice(words)] = chance.choice(WORDS)
    if command == "validate" and chance.random() < 0.3:
        arguments += chance.choice((["-"], ["-", "--stdin-filename", "data/rakor.yaml"], ["data", "data"]))
    elif chance.random() < 0.05:
        arguments.append(chance.choice(WORDS))
    known = options_of(command)
    for name, value in chance.sample(known, k=min(len(known), chance.choice((0, 1, 2, 4)))):
        arguments += [name] if value is None else [name, _value_of(name, chance)]
    if ("--yes", None) in known and chance.random() < 0.7:
        arguments.append("--yes")
    return [word.replace("\x00", "") for word in arguments]


def _value_of(option: str, chance: random.Random) -> str:
    return chance.choice(SENSIBLE[option] if option in SENSIBLE and chance.random() < 0.85 else WORDS)


def state_of(folder: Path) -> dict[str, str]:
    """Return what every file below a folder holds; nobody knows what a pipe or a loop of links does."""
    files = sorted(path for path in folder.rglob("*") if not path.is_dir() and ".git" not in path.parts)
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else ""
        for path in files
    }


def run_in(folder: Path, arguments: Sequence[str], piped: bytes = b"") -> Run:
    """Run the program in a process of its own, in a folder, with something piped into it."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as given:
        given.write(piped)
        given.seek(0)
        child = os.fork()
        if child == 0:
            _become(folder, arguments, given.fileno(), out.fileno())
        code = _waited_for(child, start + LONGEST)
        out.seek(0)
        text = out.read().decode("utf-8", errors="replace")
    return Run(list(arguments), code, text, time.monotonic() - start, piped)


def _become(folder: Path, arguments: Sequence[str], given: int, out: int) -> None:
    from serang_plan.cli.main import run

    os.setpgid(0, 0)
    os.chdir(folder)
    os.environ["XDG_STATE_HOME"] = str(folder / STATE)
    os.dup2(given, 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    most = _size_so_far() + LARGEST
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    code = 99
    try:
        code = run(list(arguments))
        sys.stdout.flush()
    except BaseException as error:
        print(f"Traceback: {error!r}")
    finally:
        os._exit(code)


def _size_so_far() -> int:
    """Return the bytes of address space that this process has from the one that it is a copy of, on Linux."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _waited_for(child: int, until: float) -> int:
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGKILL


_NOTHING = hashlib.sha256(b"").hexdigest()
_WITHOUT_PLAN = ("init", "explain", "schema", "help")
STATE = "keadaan"
_OWN_FOLDERS = {STATE, "arsip", "formulir", "dikembalikan"}
"""What `undo` needs, and what closing a rakor and sending forms out write where no other place is named."""


_NEW_PLAN = {
    f"baru/data/{path.name}" for plan in ("example", "template") for path in _SHIPPED.joinpath(plan).iterdir()
}
_NEW_PLAN |= {"baru/schema/serang-plan.schema.json"}


def complaint(run: Run, before: dict[str, str], after: dict[str, str]) -> str:
    """Return what is wrong with a run, or nothing."""
    if run.code not in (0, 1, 2):
        return f"ended with {run.code} after {run.seconds:.1f} s"
    if FAULT.search(run.text):
        return "a fault of the program"
    changed = [name for name, mark in before.items() if after.get(name) != mark]
    if changed and (run.code == FAILED or not _was_asked_to_write(run)):
        return f"changed {', '.join(changed)}"
    named = {os.path.normpath(name) for word in run.arguments for name in (word, word.rpartition("=")[2])}
    folders = (named | _OWN_FOLDERS) - {"data"}
    fine = before.keys() | named | _NEW_PLAN
    left = [name for name in after if name not in fine and name.split("/")[0] not in folders]
    held = {mark for name, mark in before.items() if name.startswith("data/")}
    if held == {_NOTHING} and not run.code and run.arguments[0] not in _WITHOUT_PLAN:
        return "passed an empty plan"
    return f"left {', '.join(left)}" if left else complaint_of_words(run)


def _was_asked_to_write(run: Run) -> bool:
    """Whether a run may change the plan: without `--yes` nobody is there to agree to it."""
    return bool({"--fix", "--yes", "-y"} & {*run.arguments}) and "--dry-run" not in run.arguments


def complaint_of_undoing(folder: Path, run: Run, before: dict[str, str]) -> str:
    """Return whether what a run wrote into the plan stays although it is taken back."""
    at = run.arguments.index("--data") if "--data" in run.arguments else len(run.arguments)
    undone = run_in(folder, ["undo", "--yes", *run.arguments[at : at + 2]])
    left = [name for name, mark in state_of(folder).items() if before.get(name, mark) != mark]
    return f"not undone: {', '.join(left)}: {undone.text}" if left else ""


def complaint_of_words(run: Run) -> str:
    """Return what is wrong with what a run printed, or nothing."""
    if SECRET in run.text:
        return "said what lies outside the plan"
    if steering := STEERING.search(run.text):
        return f"printed {steering.group()!r}"
    alone = run.arguments[:2] == ["validate", "-"] and "--stdin-filename" not in run.arguments
    if alone and not run.piped.strip() and run.code != 2:
        return "passed nothing"
    options = {*run.arguments}
    shows_json = (
        run.arguments[0] != "help" and "--format" in options and not {"--output", "--diff", "--fix"} & options
    )
    if shows_json and run.code != 2 and run.arguments[run.arguments.index("--format") + 1] in AS_JSON:
        return _complaint_of_json(run.text)
    return ""


def _complaint_of_json(text: str) -> str:
    """Say whether there is no JSON; on standard error something may be said beside it."""
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    try:
        json.JSONDecoder().raw_decode(text, max(start, 0))
    except ValueError as error:
        return f"no JSON: {error}"
    return ""


def one(seed: int, number: int) -> tuple[Run, str]:
    """Return the run of that number, and what is wrong with it."""
    chance = random.Random(f"{seed}/{number}")
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        (folder / "data").mkdir()
        make_plan(folder / "data", chance)
        make_hostile(folder / "data", chance)
        piped = chance.choice(
            (b"", b" \n", b"\xff\x00", b"opd: [{code: DLH, name: x}]\n", b"rakor:\n  - [" * 300)
        )
        before = state_of(folder)
        run = run_in(folder, arguments_of(chance), piped)
        after = state_of(folder)
        wrong = complaint(run, before, after)
        if not wrong and "--yes" in run.arguments and any(after.get(name) != before[name] for name in before):
            wrong = complaint_of_undoing(folder, run, before)
        return run, wrong
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Run, count, and print each run that was wrong."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=1000)
    options.add_argument("--seconds", type=float, default=float("inf"))
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--replay", type=int)
    given = options.parse_args()
    seed = given.seed if given.seed is not None else random.randrange(10**6)
    if given.replay is not None:
        run, wrong = one(seed, given.replay)
        print(shlex.join(run.arguments), run.text, f"exit {run.code}", wrong or "fine", sep="\n")
        return bool(wrong)
    until, done, faults = time.monotonic() + given.seconds, 0, 0
    while done < (given.runs if given.seconds == float("inf") else sys.maxsize) and time.monotonic() < until:
        run, wrong = one(seed, done)
        if wrong:
            faults += 1
            print(f"--seed {seed} --replay {done}: {wrong}: {shlex.join(run.arguments)[:300]}", flush=True)
        done += 1
    print(f"seed {seed}: {done} runs, {faults} wrong")
    return bool(faults)


if __name__ == "__main__":
    raise SystemExit(main())
