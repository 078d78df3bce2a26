"""Laws of editing: what is read again is exactly what was meant, and no other line moves by a byte."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from serang_plan.editing.changes import AddRecord, AppendItem, Change, Remove, RenameField, SetField
from serang_plan.editing.scalars import scalar
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.decoding import has_unseen
from serang_plan.reading.folder import Reading, read_texts
from serang_plan.reading.node_tree import node_at, plain_value
from tests.conftest import AS_OF

# -- one scalar ----------------------------------------------------------------------------------

ODD = st.text(
    st.sampled_from("ab 0123.,:#-'\"[]{}&*!%@`|>?~=<\\_+eExXTW\n\t\u00a0éß\u2028\ufeff"), min_size=1
)
LIKELY = st.sampled_from(
    [
        "no",
        "Yes",
        "~",
        "null",
        "1e3",
        "0x1F",
        "12:30",
        "1_000",
        "010",
        ".5",
        "1.",
        "+1",
        "-3",
        ".inf",
        "=",
        "<<",
        "---",
        "...",
    ]
)
TEXTS = st.one_of(
    ODD, LIKELY, st.text(min_size=1, max_size=40), st.from_regex(r"[0-9.,:_eExXobTW-]{1,12}", fullmatch=True)
)
NUMBERS = st.one_of(st.integers(-(10**17), 10**17), st.decimals(-(10**6), 10**6, places=3))


@given(st.one_of(TEXTS, NUMBERS, st.booleans()), st.sampled_from(["", "'", '"']), st.sampled_from(["'", '"']))
def test_a_scalar_is_read_as_what_was_written(value: str | int | Decimal, quotes: str, needed: str) -> None:
    for form in ("a: {}\n", "a:\n  - {}  # akhir\n", "{{a: {}}}", "a: [{}, 1]\n", "- a: {}"):
        in_braces = not form.startswith(("a: {", "a:\n", "-"))
        text = form.format(scalar(value, quotes, needed, in_braces=in_braces))
        node = node_at(text)
        assert node is not None, text
        read = plain_value(node)
        while isinstance(read, list | dict):
            (read, *_) = read if isinstance(read, list) else read.values()
        assert (read, type(read)) == (value, type(value)), text


# -- one plan ------------------------------------------------------------------------------------


class Typed(NamedTuple):
    """A file, record by record as it is typed."""

    head: str
    records: list[str]
    tail: str
    crlf: bool
    mark: bool
    ended: bool

    @property
    def text(self) -> str:
        text = self.head + "".join(self.records) + self.tail
        text = text if self.ended else text.rstrip("\n")
        return ("\ufeff" if self.mark else "") + (text.replace("\n", "\r\n") if self.crlf else text)


WORDS = st.sampled_from(["Dinas", '"Dinas: A"', "'B'", "A#bukan", "Badan Perencanaan"])
COMMENTS = st.sampled_from(["", "", "  # satu"])
LINES = st.sampled_from(["", "", "", "# sendiri\n", "\n"])


@st.composite
def opd(draw: st.DrawFn, nth: int, dash: int, inner: int) -> str:
    """Draw an OPD with some fields, in braces or in lines, with comments wherever they can stand."""
    fields = [f"code: X{nth}", f"name: {draw(WORDS)}"]
    aliases = draw(st.lists(WORDS, max_size=3))
    note = draw(st.sampled_from(["", "Catatan", ">-"]))
    pad = " " * dash
    if draw(st.booleans()):
        more = [f"aliases: [{', '.join(aliases)}]"] if aliases or draw(st.booleans()) else []
        more += ["note: Catatan"] if note else []
        part = draw(st.sampled_from([", ", f",\n{pad}   "]))
        return f"{pad}- {{{part.join(draw(st.permutations([*fields, *more])))}}}{draw(COMMENTS)}\n"
    at = pad + "  "
    blocks = [f"{field}{draw(COMMENTS)}\n" for field in fields]
    if aliases and draw(st.booleans()):
        items = "".join(f"{at}{' ' * inner}- {alias}{draw(COMMENTS)}\n" for alias in aliases)
        blocks.append(f"aliases:{draw(COMMENTS)}\n{items}")
    elif aliases or draw(st.booleans()):
        blocks.append(f"aliases: [{', '.join(aliases)}]{draw(COMMENTS)}\n")
    if note:
        blocks.append(
            f"note: >-\n{at}  kata\n{at}  kata\n" if note == ">-" else f"note: {note}{draw(COMMENTS)}\n"
        )
    return f"{pad}- " + at.join(draw(st.permutations(blocks)))


@st.composite
def typed(draw: st.DrawFn) -> Typed:
    dash, inner = draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from([0, 2]))
    records = []
    for nth in range(draw(st.integers(1, 3))):
        before = draw(LINES)
        records.append((" " * dash if before.startswith("#") else "") + before + draw(opd(nth, dash, inner)))
    head = draw(st.sampled_from(["opd:\n", "# kepala\n\nopd:  # daftar\n", "claims: []\n\nopd:\n\n"]))
    tail = draw(
        st.sampled_from(
            ["", "\n# akhir\n", "sources: []\n", "\n\nsources:\n  - {code: S1, title: X, kind: berita}\n"]
        )
    )
    return Typed(head, records, tail, draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))


SHORT_TEXTS = TEXTS.filter(lambda text: not text.isspace())


@st.composite
def change(draw: st.DrawFn, reading: Reading, nth: int) -> Change:
    record = reading.plan.opd[nth]
    match draw(st.integers(0, 6)):
        case 0:
            return SetField(record.at(draw(st.sampled_from(["name", "note"]))), draw(SHORT_TEXTS))
        case 1:
            return SetField(record.at("aliases"), draw(st.lists(SHORT_TEXTS, min_size=1, max_size=3)))
        case 2:
            return AppendItem(record.at("aliases"), draw(SHORT_TEXTS))
        case 3:
            return Remove(record.at(draw(st.sampled_from(["note", "aliases"]))), draw(st.booleans()))
        case 4:
            return Remove(record.at("aliases", draw(st.integers(0, 2))), draw(st.booleans()))
        case 5:
            return Remove(record.at(), draw(st.booleans()))
    return RenameField(record.at("note"), "name")


REFUSED = (
    "there is no `", "there is a comment in it", "a field of that name is there already", "an error would follow",
)  # fmt: skip


@given(st.data(), typed())
def test_a_change_touches_its_record_alone_and_what_is_read_is_what_was_meant(
    data: st.DataObject, typed: Typed
) -> None:
    reading = read_texts(iter([("a.yaml", typed.text)]), AS_OF)
    assert len(reading.plan.opd) == len(typed.records), reading.findings
    nth = data.draw(st.integers(0, len(typed.records) - 1))
    meant = data.draw(change(reading, nth))

    try:
        edit = edited(reading, [meant])
    except ProblemError as problem:
        if not problem.message.en.startswith(REFUSED):
            raise
        return

    before, after = reading.sources.source("a.yaml").text, edit.after.sources.source("a.yaml").text
    above = typed._replace(records=typed.records[:nth], tail="", ended=True, mark=False).text
    below = typed._replace(head="", records=typed.records[nth + 1 :], mark=False).text
    if not edit.after.plan.opd:
        above = above.replace("opd:", "opd: []")
    assert after.startswith(above.rstrip())
    assert after.endswith(below.lstrip())
    if isinstance(meant, Remove) and meant.with_comments:
        return
    assert before.count("# s") <= after.count("# s")
    assert ("\r\n" in after) <= typed.crlf
    assert not typed.crlf or after.count("\n") == after.count("\r\n")


@given(typed(), SHORT_TEXTS.filter(lambda text: not has_unseen(text)), st.sampled_from(["opd", "sources"]))
def test_a_new_record_is_only_put_in(typed: Typed, name: str, section: str) -> None:
    reading = read_texts(iter([("a.yaml", typed.text)]), AS_OF)
    value = {"code": "B", "title" if section == "sources" else "name": name}
    value |= {"kind": "berita"} if section == "sources" else {}

    edit = edited(reading, [AddRecord(section, value)])

    before, after = reading.sources.source("a.yaml").text, edit.after.sources.source("a.yaml").text
    if "sources: []" not in before:
        assert any(
            after.startswith(before[:nth]) and after.endswith(before[nth:]) for nth in range(len(before) + 1)
        )
    assert edit.records[0].after == edit.after.plan.section(section)[-1]
