"""Laws of `validate --fix --sort`: the plan is the same, no line is lost, and doing it again changes nothing."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from serang_plan.analysis.changes.comparison import compare
from serang_plan.operations.checking.sorting import in_order
from serang_plan.reading.folder import Reading, read_texts
from tests.conftest import AS_OF


class Written(NamedTuple):
    """A record as somebody typed it, with what stands around it."""

    code: str
    above: str
    record: str
    below: str


NUMBERS = st.integers(0, 12).map(str)
WORDS = st.sampled_from(["S", "R", "S0", "36.73.", "K1-", ""])
COMMENTS = st.sampled_from(
    [
        *("\n", "\n\n", "  # di atas\n", "  # satu\n  # dua\n", "\n  # di atas\n"),
        *("  # di atas\n\n", "    # dalam\n", "    # dalam\n\n", "# tepi\n", "\n  # -- Kelompok --\n\n"),
        *("  # -- Kepala --\n", "  # serang-plan: abaikan C303 — {code} masih dibahas\n", "   \n", "  #\n"),
    ]
)
MOSTLY_NOTHING = st.integers(0, 7).flatmap(lambda chance: COMMENTS if chance == 0 else st.just(""))
FORMS = st.sampled_from(
    [
        '  - code: "{code}"\n    name: Dinas {code}\n',
        '  - {{code: "{code}", name: Dinas {code}}}\n',
        '  - {{code: "{code}",\n     name: "Dinas\n# {code}"}}  # samping\n',
        '  - name: |\n      Dinas {code}\n      # isi\n    code: "{code}"\n',
        '  - code: "{code}"  # samping {code}\n    name: >-\n      Dinas {code}\n      # isi\n\n',
        "  -  name: Dinas {code}\n     # tengah\n     code: '{code}'\n     aliases:\n       - Nama {code}\n",
        '  - code: "{code}"\n    aliases: [\n      A{code}, # dalam\n      B{code}\n    ]\n    name: X {code}\n',
    ]
)


@st.composite
def written(draw: st.DrawFn, words: set[str]) -> Written:
    code = draw(st.sampled_from(sorted(words))) + draw(NUMBERS)
    above, below = (draw(MOSTLY_NOTHING).format(code=code) for _ in range(2))
    return Written(code, above, draw(FORMS).format(code=code), below)


def text_of(records: list[Written], ends: str = "\n") -> str:
    body = "".join(one.above + one.record + one.below for one in records)
    text = f"# atas\nopd:\n{body}\nstages: []\n"
    return text.replace("\n", ends)


TEXTS = st.builds(
    text_of,
    st.sets(WORDS, min_size=1, max_size=2).flatmap(
        lambda words: st.lists(written(words), min_size=2, max_size=6)
    ),
    st.sampled_from(["\n", "\n", "\r\n"]),
)


def read(text: str) -> Reading:
    return read_texts(iter([("a.yaml", text)]), AS_OF)


def sort(text: str) -> str:
    return in_order(read(text)).texts.get("a.yaml", text)


@given(TEXTS)
def test_doing_it_again_changes_nothing(text: str) -> None:
    once = sort(text)

    assert sort(once) == once


@given(TEXTS)
def test_no_line_is_lost_and_none_is_added(text: str) -> None:
    assert Counter(text.split("\n")) == Counter(sort(text).split("\n"))


@given(TEXTS)
def test_the_plan_says_the_same(text: str) -> None:
    before, after = read(text), read(sort(text))

    assert compare(before.plan, after.plan).nothing
    assert Counter(before.plan.opd) == Counter(after.plan.opd)
    assert Counter(one.text for one in before.comments) == Counter(one.text for one in after.comments)


@given(TEXTS)
def test_a_list_is_put_in_order_or_it_is_said_why_not(text: str) -> None:
    done = in_order(read(text))

    again = in_order(done.reading)
    assert [one.because.why for one in again.left] == [one.because.why for one in done.left]
    assert not (done.texts and done.left)


OWN = st.sampled_from(["", "  # tentang {code}\n", "\n  # tentang {code}\n  # juga {code}\n", "\n"])


@st.composite
def distinct(draw: st.DrawFn) -> list[Written]:
    numbers = draw(st.lists(st.integers(1, 40), min_size=2, max_size=8, unique=True))
    return [
        Written(code, draw(OWN).format(code=code), draw(FORMS).format(code=code), "")
        for code in (f"A{number}" for number in numbers)
    ]


@given(distinct(), st.randoms(use_true_random=False))
def test_whatever_the_order_was_the_plan_and_its_order_are_the_same(records: list[Written], chance) -> None:  # type: ignore[no-untyped-def]
    first = Written("A0", "", "  - {code: A0, name: Nol}\n", "")
    shuffled = chance.sample(records, len(records))

    one, other = (sort(text_of([first, *these])) for these in (records, shuffled))

    codes = [opd.code for opd in read(one).plan.opd]
    assert codes == sorted(codes, key=lambda code: int(code[1:]))
    assert read(one).plan.opd == read(other).plan.opd
    lines = [line for line in one.split("\n") if line.strip()]
    assert lines == [line for line in other.split("\n") if line.strip()]


@given(distinct())
def test_a_comment_above_a_record_stays_above_it(records: list[Written]) -> None:
    first = Written("A0", "", "  - {code: A0, name: Nol}\n", "")
    text = sort(text_of([first, *records]))

    for one in records:
        assert one.above.lstrip("\n") + one.record.rstrip("\n") in text
