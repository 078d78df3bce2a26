"""Mutants: which small faults in the heart of the program would no test notice?

    python benchmarks/mutants.py --sample 1000 --seed 1 [--only analysis,rules] [--out mutants.json]

One expression of one module is changed at a time, in memory: nothing on the disk is touched. Each mutant is
judged by the tests that cover its line, until one fails: those named for its module first, then those of its
room, the quickest first. The suite is run without a mutant before, and must be green.

The tests are collected once. A process that has them in memory is copied for each mutant, and there the code
of the mutated function is exchanged; only for what is fixed when a module is imported, all is imported anew.
"""

from __future__ import annotations

import argparse
import ast
import copy
import gc
import importlib.abc
import importlib.util
import json
import math
import os
import pickle
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate, zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "serang_plan"
HEART = ("analysis", "rules", "policy", "reading", "editing")
SUITE = (
    *("tests/analysis", "tests/reading", "tests/rules", "tests/policy", "tests/editing"),
    *("tests/model", "tests/operations", "tests/reports", "tests/properties", "tests/seeded", "tests/cli"),
    "tests/test_wording.py",
)
NOT_IN_PROCESS = "not test_house and not test_html_properties and not test_finding_format_properties"
PATIENCE = 5
"""Seconds, besides twenty times what it usually takes, after which a test that runs on counts as failed."""
MOST_MEMORY = 6 << 30
FIRST = 40
"""How many tests judge a mutant for which all must be imported anew, before the others are collected."""
NOTICED = "noticed"
"""The file in which a process leaves the name of the test that failed."""
UNCHANGED = 9
"""How a process ends in which the mutant could not be put in."""


class Mutant(NamedTuple):
    """One change: where it is, its number in the file, and how the expression reads before and after."""

    file: str
    line: int
    nth: int
    kind: str
    before: str
    after: str
    in_function: bool

    @property
    def module(self) -> str:
        """The name under which its module is imported."""
        name = Path(self.file).relative_to("src").with_suffix("").as_posix().replace("/", ".")
        return name.removesuffix(".__init__")

    @property
    def words(self) -> str:
        """Where it is and what it does, for people."""
        return f"{self.file}:{self.line} {self.kind}: {self.before} → {self.after}"


# -- how an expression can be wrong ----------------------------------------------------

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_REVERSED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


def _variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give the wrong readings of one node, each a node of its own."""
    match node:
        case ast.Compare(ops=[operator]):
            for table in (_COMPARED, _REVERSED):
                if type(operator) in table:
                    yield "comparison", _with(node, ops=[table[type(operator)]()])
        case ast.BoolOp(op=operator, values=values):
            other = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield "boolean", _with(node, op=other)
            yield "operand", values[0]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", operand
        case ast.BinOp(op=operator) if type(operator) in _COMPUTED and not _is_text(node):
            yield "arithmetic", _with(node, op=_COMPUTED[type(operator)]())
        case ast.Constant(value=bool(value)):
            yield "constant", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "constant", ast.Constant(value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in _SWAPPED:
            yield "call", _with(node, func=ast.Name(_SWAPPED[name], ast.Load()))
        case ast.Call(func=ast.Name(id="sorted"), args=[first, *_]):
            yield "order", ast.Call(ast.Name("list", ast.Load()), [first], [])
        case ast.IfExp(body=body, orelse=orelse):
            yield "choice", _with(node, body=orelse, orelse=body)
        case ast.comprehension(ifs=[_, *_]):
            yield "filter", _with(node, ifs=[])
        case ast.If(test=test):
            yield "condition", _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            yield "return", _with(node, value=ast.Constant(None))
        case ast.Continue():
            yield "jump", ast.Break()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


class _Changing(ast.NodeTransformer):
    """Count the changes that are possible in a module; make the one that is wanted."""

    def __init__(self, wanted: int | None = None) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str, str, str]] = []

    def visit(self, node: ast.AST) -> ast.AST:
        if _says_nothing(node):
            return node
        for kind, variant in _variants(node):
            number = len(self.found)
            self.found.append((_line(node), kind, _read(node), _read(variant)))
            if number == self.wanted:
                return ast.copy_location(variant, node) if hasattr(node, "lineno") else variant
        return self.generic_visit(node)


def _says_nothing(node: ast.AST) -> bool:
    """Annotations, type-checking blocks and assertions of exhaustiveness never run or never matter."""
    return (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING") or isinstance(
        node, ast.arguments
    )


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", None) or node.iter.lineno)  # type: ignore[attr-defined]


def _read(node: ast.AST) -> str:
    return ast.unparse(node).splitlines()[0][:160]


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    inside = {line for node in functions for line in range(node.body[0].lineno, (node.end_lineno or 0) + 1)}
    changing = _Changing()
    changing.visit(tree)
    file = path.relative_to(ROOT).as_posix()
    return [
        Mutant(file, line, nth, kind, before, after, line in inside)
        for nth, (line, kind, before, after) in enumerate(changing.found)
    ]


def mutated(path: Path, nth: int) -> ast.Module:
    """Return a module's tree with one change made."""
    tree = _Changing(nth).visit(ast.parse(path.read_text(encoding="utf-8")))
    assert isinstance(tree, ast.Module)
    return ast.fix_missing_locations(tree)


# -- which tests cover a line -----------------------------------------------------------


class Cover(NamedTuple):
    """The tests that run each line of each file, and how long each takes."""

    tests: Mapping[str, Mapping[int, frozenset[str]]]
    seconds: Mapping[str, float]
    most: float
    """Seconds of tests for one mutant; what they do not notice is counted as not noticed."""

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests of a mutant's line, likeliest first; of one run at import, those of its file."""
        lines = self.tests.get(mutant.file, {})
        found = lines.get(mutant.line) or frozenset().union(*lines.values()) if lines else frozenset()
        room, name = mutant.file.split("/")[2], Path(mutant.file).stem.strip("_")

        def order(test: str) -> tuple[object, ...]:
            return name not in test, not test.startswith(f"tests/{room}/"), self.seconds.get(test, 0.0), test

        tests = sorted(found, key=order)
        spent = accumulate(self.seconds.get(test, 0.0) for test in tests)
        return [test for test, seconds in zip(tests, spent, strict=True) if seconds <= self.most]


def covered(suite: Sequence[str]) -> Cover:
    """Run the suite once, without a mutant. Exits if it is not green."""
    with tempfile.TemporaryDirectory() as folder:
        data, times = Path(folder) / "coverage", Path(folder) / "times.xml"
        settings = Path(folder) / "coveragerc"
        settings.write_text(f"[run]\nsource = serang_plan\ndata_file = {data}\nparallel = true\n")
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-k", NOT_IN_PROCESS, *suite]
        command += ["--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report="]
        command += [f"--junitxml={times}", "-o", "junit_family=xunit1"]
        if subprocess.run(
            command, cwd=ROOT, env={**os.environ, "HYPOTHESIS_PROFILE": "commit"}, check=False
        ).returncode:
            raise SystemExit("the suite is not green without a mutant")
        return Cover(_contexts(data), _seconds(times), math.inf)


def _contexts(data: Path) -> dict[str, dict[int, frozenset[str]]]:
    from coverage.numbits import numbits_to_nums

    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = sqlite3.connect(data).execute(
        "select file.path, context.context, line_bits.numbits from line_bits "
        "join file on file.id = line_bits.file_id join context on context.id = line_bits.context_id"
    )
    for path, context, bits in rows:
        test = context.rpartition("|")[0]
        if test and Path(path).is_relative_to(PACKAGE):
            for line in numbits_to_nums(bits):
                found[Path(path).relative_to(ROOT).as_posix()][line].add(test)
    return {file: {line: frozenset(tests) for line, tests in lines.items()} for file, lines in found.items()}


def _seconds(report: Path) -> dict[str, float]:
    from xml.etree import ElementTree

    cases = ElementTree.parse(report).iter("testcase")
    return {f"{case.get('file')}::{case.get('name')}": float(case.get("time", 0)) for case in cases}


# -- putting one in -------------------------------------------------------------------------


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Give one module with a change in it; all others come from the disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.path, self.name, self.nth = ROOT / mutant.file, mutant.module, mutant.nth

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        if name != self.name:
            return None
        package = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            name, self.path, loader=self, submodule_search_locations=package
        )

    def exec_module(self, module: object) -> None:
        exec(compile(mutated(self.path, self.nth), str(self.path), "exec"), module.__dict__)


def _functions() -> dict[str, list[FunctionType]]:
    """Return every function that is in memory, by its file."""
    functions: dict[str, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            functions[thing.__code__.co_filename].append(thing)
    return functions


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    yield (code.co_qualname, code.co_firstlineno), code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _put_in(mutant: Mutant, functions: Mapping[str, Sequence[FunctionType]]) -> bool:
    """Change the functions in memory, or the module when it is imported; answer whether there is a change."""
    path = ROOT / mutant.file
    if mutant.module not in sys.modules:
        sys.meta_path.insert(0, _Finder(mutant))
        return True
    codes = dict(_codes(compile(mutated(path, mutant.nth), str(path), "exec")))
    changed = False
    for function in functions[str(path)]:
        old = function.__code__
        code = codes.get((old.co_qualname, old.co_firstlineno), old)
        if code != old and not code.co_freevars:
            code = code.replace(co_freevars=old.co_freevars)  # what it closes over must be as much as before
        if code != old and code.co_freevars == old.co_freevars:
            function.__code__, changed = code, True
    return changed


# -- judging ----------------------------------------------------------------------------------


class Verdict(NamedTuple):
    """What became of a mutant, and the test that noticed it."""

    word: str
    test: str = ""

    @property
    def noticed(self) -> bool:
        """Whether any test failed, or one ran on for ever."""
        return self.word in ("killed", "endless")


NOT_COVERED = Verdict("not covered")


def _apart(run: Callable[[], int]) -> Verdict:
    """Run something in a process and a temporary folder of its own, and say what its end means."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            tempfile.tempdir = os.environ["TMPDIR"] = folder
            silence = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
            end = UNCHANGED
            try:
                end = run()
            finally:
                os._exit(end)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        told = Path(folder, NOTICED)
        test = told.read_text() if told.exists() else ""
    words = {0: "survived", UNCHANGED: "not put in", -signal.SIGALRM: "endless"}
    return Verdict(words.get(code, "killed"), test)


def _side_by_side(
    mutants: Sequence[Mutant], workers: int, verdict_of: Callable[[Mutant], Verdict]
) -> dict[Mutant, Verdict]:
    """Judge mutants in as many processes as there are workers."""
    pipes = [_share(mutants[nth::workers], verdict_of) for nth in range(workers)]
    verdicts: dict[Mutant, Verdict] = {}
    for reading in pipes:
        with os.fdopen(reading, encoding="utf-8") as lines:
            for line in lines:
                fields, verdict = json.loads(line)
                verdicts[Mutant(*fields)] = Verdict(*verdict)
    return verdicts


def _share(mutants: Sequence[Mutant], verdict_of: Callable[[Mutant], Verdict]) -> int:
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        return reading
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8", buffering=1) as out:
        for mutant in mutants:
            begun = time.monotonic()
            verdict = verdict_of(mutant)
            out.write(json.dumps([mutant, verdict]) + "\n")
            print(f"{verdict.word:12}{time.monotonic() - begun:6.1f} s  {mutant.words}", file=sys.stderr)
    os._exit(0)


class _Running:
    """A plugin: run chosen tests, in their order, until one fails or does not end."""

    def __init__(self, tests: Sequence[str], seconds: Mapping[str, float]) -> None:
        self.tests, self.seconds = tests, seconds

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_name = {item.nodeid: item for item in session.items}
        items = [by_name[test] for test in self.tests if test in by_name]
        for item, following in zip_longest(items, items[1:]):
            signal.setitimer(signal.ITIMER_REAL, PATIENCE + 20 * self.seconds.get(item.nodeid, 0))
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                Path(tempfile.gettempdir(), NOTICED).write_text(item.nodeid)
                break
        return True


def _collect(paths: Sequence[str], plugin: object) -> int:
    options = [
        "-qq",
        "--capture=sys",
        "-k",
        NOT_IN_PROCESS,
        "--tb=no",
        "--assert=plain",
        "--no-header",
        "--no-summary",
    ]
    without = [option for name in ("cacheprovider", "xdist", "cov") for option in ("-p", f"no:{name}")]
    return int(pytest.main([*options, *without, *paths], plugins=[plugin]))


def _judged_cold(mutants: Sequence[Mutant], cover: Cover, workers: int) -> dict[Mutant, Verdict]:
    """Judge mutants that are there as soon as their module is imported: all that is ours is imported anew."""

    def run(mutant: Mutant | None, tests: Sequence[str]) -> int:
        if mutant is not None:
            sys.meta_path.insert(0, _Finder(mutant))
        return _collect(sorted({test.partition("::")[0] for test in tests}), _Running(tests, cover.seconds))

    def verdict(mutant: Mutant) -> Verdict:
        tests = cover.of(mutant)
        parts = [part for part in (tests[:FIRST], tests[FIRST:]) if part]
        verdicts = (_apart(partial(run, mutant, part)) for part in parts)
        noticed = next((verdict for verdict in verdicts if verdict.word != "survived"), Verdict("survived"))
        return noticed if tests else NOT_COVERED

    _is_green(lambda: run(None, sorted({test for mutant in mutants for test in cover.of(mutant)[:1]})))
    return _side_by_side(mutants, workers, verdict)


def _is_green(run: Callable[[], int]) -> None:
    verdict = _apart(run)
    if verdict.word != "survived":
        raise SystemExit(f"{verdict.test} fails where nothing was changed")


class _JudgedWarm:
    """A plugin: all tests are collected once; each mutant is put into a copy of the process that did it."""

    def __init__(self, mutants: Sequence[Mutant], cover: Cover, workers: int) -> None:
        self.mutants, self.cover, self.workers = mutants, cover, workers
        self.verdicts: dict[Mutant, Verdict] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        functions = _functions()
        gc.freeze()

        def run(mutant: Mutant | None, tests: Sequence[str]) -> int:
            if mutant is not None and not _put_in(mutant, functions):
                return UNCHANGED
            _Running(tests, self.cover.seconds).pytest_runtestloop(session)
            return int(session.testsfailed > 0)

        def verdict(mutant: Mutant) -> Verdict:
            tests = self.cover.of(mutant)
            return _apart(partial(run, mutant, tests)) if tests else NOT_COVERED

        _is_green(
            lambda: run(None, sorted({test for mutant in self.mutants for test in self.cover.of(mutant)}))
        )
        self.verdicts = _side_by_side(self.mutants, self.workers, verdict)
        return True


def judged(mutants: Sequence[Mutant], cover: Cover, workers: int) -> dict[Mutant, Verdict]:
    """Judge mutants: those in functions in a process that has everything in memory, the others anew."""
    warm = [mutant for mutant in mutants if mutant.in_function]
    judging = _JudgedWarm(warm, cover, workers)
    cold = _judged_cold([mutant for mutant in mutants if not mutant.in_function], cover, workers)
    _collect(SUITE, judging)
    return cold | judging.verdicts


# -- all of them ----------------------------------------------------------------------------


def chosen(only: Iterable[str], sample: int, seed: int) -> list[Mutant]:
    """Return a seeded sample of the mutants of some rooms, in the order of their files."""
    paths = [path for room in only for path in sorted((PACKAGE / room).rglob("*.py"))]
    everything = [mutant for path in paths for mutant in mutants_of(path)]
    picked = random.Random(seed).sample(everything, min(sample, len(everything)))
    print(f"{len(everything)} mutants are possible, {len(picked)} are judged", file=sys.stderr)
    return sorted(picked)


def report(found: Mapping[Mutant, Verdict]) -> str:
    """Return the counts by room, then each mutant that no test noticed."""
    by_room: dict[str, Counter[bool]] = defaultdict(Counter)
    for mutant, verdict in found.items():
        by_room[mutant.file.split("/")[2]][verdict.noticed] += 1
    lines = []
    for room, counts in [*sorted(by_room.items()), ("all", sum(by_room.values(), Counter()))]:
        noticed, every = counts[True], counts.total()
        lines.append(f"{room:10} {noticed} of {every} noticed ({100 * noticed / every:.1f} %)")
    lines += [f"{v.word}: {mutant.words}" for mutant, v in sorted(found.items()) if not v.noticed]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Judge a sample, print what survived."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sample", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default=",".join(HEART))
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--most", type=float, default=20, help="seconds of tests for one mutant")
    options.add_argument("--out", type=Path, help="write every verdict here, as JSON")
    options.add_argument(
        "--again", type=Path, help="judge once more what no test noticed, of what --out wrote"
    )
    options.add_argument(
        "--cover", type=Path, help="keep here which tests cover what, and use it if it is there"
    )
    given = options.parse_args()
    os.chdir(ROOT)
    known = _judged_before(given.again) if given.again else {}
    mutants = list(known) or chosen(given.only.split(","), given.sample, given.seed)
    noticed = {mutant: verdict for mutant, verdict in known.items() if verdict.noticed}
    cover = (_kept(given.cover) if given.cover else covered(SUITE))._replace(most=given.most)
    _prepare()
    found = noticed | judged([mutant for mutant in mutants if mutant not in noticed], cover, given.workers)
    if given.out:
        given.out.write_text(json.dumps([[mutant, verdict] for mutant, verdict in sorted(found.items())]))
    print(report(found), end="")
    return 0


def _judged_before(file: Path) -> dict[Mutant, Verdict]:
    return {Mutant(*fields): Verdict(*verdict) for fields, verdict in json.loads(file.read_text())}


def _kept(file: Path) -> Cover:
    """Return the cover that a file holds; it is measured if there is none."""
    if not file.exists():
        file.write_bytes(pickle.dumps(tuple(covered(SUITE))))
    return Cover(*pickle.loads(file.read_bytes()))


def _prepare() -> None:
    """Import the libraries once; let properties be tried as for a commit, but no failure be made short."""
    for name in ("pydantic", "typer", "rich.console", "yaml", "jsonschema"):
        importlib.import_module(name)
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", max_examples=100, deadline=None, derandomize=True, database=None, phases=phases
    )
    os.environ.update(PYTHONDONTWRITEBYTECODE="1", HYPOTHESIS_PROFILE="mutants")


if __name__ == "__main__":
    raise SystemExit(main())
