"""Laws of `validate --fix`: what was mistyped comes back, and nothing else moves by a byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from serang_plan.findings import Located
from serang_plan.operations.checking.check import checked
from serang_plan.operations.checking.safe_fixes import fixed
from serang_plan.reading.decoding import read_text
from serang_plan.reading.folder import find_files, read_texts
from tests.conftest import AS_OF, ROOT


class Slip(NamedTuple):
    """A stretch of a sound file, and what somebody typed instead."""

    path: str
    start: int
    end: int
    typed: str


@cache
def sound() -> dict[str, str]:
    folder = str(ROOT / "src" / "serang_plan" / "example")
    return {path.rpartition("/")[2]: read_text(path)[0] for path in find_files(folder)}


_KEYS = r"measurements|direction|verification|threshold|indicators|assignments|support|invited|decisions|published|status|needs|targets|aspect|unit"
_KEY = re.compile(rf"(?<=[ {{])({_KEYS})(?=: )")
_DECIMAL = re.compile(r"(?<=value: )\d+\.(?:\d{1,2}|\d{4,})(?![\d.])")
_CODE = re.compile(r'(?<=: )"\d+(?:\.\d+)?"')
_WORD = re.compile(
    r"(?<=: )(naik|turun|terverifikasi|sekunder|selesai|berjalan|rencana|tahunan|nasional)(?=[,}\n])"
)


@cache
def slips() -> list[Slip]:
    """Return every slip of the pen that can be planted into the sound files."""
    return [slip for path, text in sound().items() for slip in _slips(path, text)]


def _slips(path: str, text: str) -> Iterator[Slip]:
    for found in _DECIMAL.finditer(text):
        yield Slip(path, *found.span(), found.group().replace(".", ","))
    for found in _CODE.finditer(text):
        yield Slip(path, *found.span(), found.group().strip('"'))
    for form in (_KEY, _WORD):
        for found in form.finditer(text):
            word = found.group()
            yield Slip(path, *found.span(), word[0] + word[2] + word[1] + word[3:])
            yield Slip(path, *found.span(), word.capitalize())


def test_there_is_enough_to_mistype() -> None:
    assert len(slips()) > 300


def planted(chosen: list[Slip]) -> dict[str, str]:
    texts = dict(sound())
    below = ("", 0)
    for slip in sorted(set(chosen), reverse=True):
        if slip.path != below[0] or slip.end <= below[1]:
            text = texts[slip.path]
            texts[slip.path] = text[: slip.start] + slip.typed + text[slip.end :]
            below = slip.path, slip.start
    return texts


class Typed(NamedTuple):
    """Slips in the sound files, in some form in which editors save them."""

    slips: list[Slip]
    crlf: bool
    ended: bool

    def before(self) -> dict[str, str]:
        texts = planted(self.slips)
        return self._saved(texts if self.ended else {path: text.rstrip("\n") for path, text in texts.items()})

    def right(self) -> dict[str, str]:
        return self._saved(sound())

    def _saved(self, texts: dict[str, str]) -> dict[str, str]:
        return {path: text.replace("\n", "\r\n") if self.crlf else text for path, text in texts.items()}


SLIPS = st.integers(0, 10_000).map(lambda nth: slips()[nth % len(slips())])
TYPED = st.builds(Typed, st.lists(SLIPS, min_size=1, max_size=12), st.booleans(), st.booleans())


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(TYPED)
def test_what_was_mistyped_comes_back_and_nothing_else_moves(typed: Typed) -> None:
    before = typed.before()

    done = fixed(read_texts(iter(before.items()), AS_OF))

    assert [path for path, text in {**before, **done.texts}.items() if text != typed.right()[path]] == []


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(TYPED)
def test_there_are_fewer_faults_and_no_new_finding(typed: Typed) -> None:
    reading = read_texts(iter(typed.before().items()), AS_OF)
    before = {(one.finding.rule.code, one.finding.message) for one in checked(reading).shown}
    hidden = {(one.finding.rule.code, one.finding.message) for one in checked_sound()}

    after = {(one.finding.rule.code, one.finding.message) for one in checked(fixed(reading).reading).shown}

    assert after <= before | hidden
    assert not [code for code, _ in after if code[0] in "SF"]
    assert [code for code, _ in before if code[0] in "SF"]


@cache
def checked_sound() -> list[Located]:
    return checked(read_texts(iter(sound().items()), AS_OF)).shown


PARTS = [
    *(
        "plan:",
        "opd:",
        "indicator:",
        "  - ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "\n",
        "\n  ",
        "\r\n",
        "# x",
        " # serang-plan: abaikan F111 — x",
    ),
    *(
        "code: ",
        "Code: ",
        "cod: ",
        "name: ",
        "value: ",
        "valeu: ",
        "direction: ",
        "region: ",
        "aliases: ",
        "title: ",
    ),
    *(
        "36.73",
        "010",
        "98,63",
        "1.234,5",
        "12,345",
        "no",
        "yes",
        "2",
        "naik",
        "niak",
        "'x",
        '"x"',
        "|",
        ">-",
        "&a ",
        "*a",
        "\t",
        "\u200b",
        "é",
        "",
    ),
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_any_text_is_fixed_once_and_for_all(text: str) -> None:
    reading = read_texts(iter([("a.yaml", text)]), AS_OF)
    once = fixed(reading)
    right = once.texts.get("a.yaml", text)

    twice = fixed(read_texts(iter([("a.yaml", right)]), AS_OF))

    assert twice.texts == {}
    assert len(right.split("\n")) - len(text.split("\n")) in (0, once.ended)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_lines_without_a_finding_stay_as_they_are(text: str) -> None:
    done = fixed(read_texts(iter([("a.yaml", text)]), AS_OF))
    touched = {one.at.line for one in done.findings}

    before, after = (one.rstrip("\r\n").split("\n") for one in (text, done.texts.get("a.yaml", text)))

    assert [
        nth
        for nth, (was, now) in enumerate(zip(before, after, strict=True), 1)
        if was != now and nth not in touched
    ] == []
