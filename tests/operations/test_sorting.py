"""Sorting: records stand in the order of their codes, each with the comments that are its own."""

from __future__ import annotations

import pytest

from serang_plan.editing.ordering import sequence
from serang_plan.operations.checking.sorting import in_order
from serang_plan.reading.folder import read_texts
from tests.conftest import AS_OF, ROOT


def put_in_order(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a file's text with its lists in order, and the lines and reasons of those that were left."""
    done = in_order(read_texts(iter([("a.yaml", text)]), AS_OF))
    return done.texts.get("a.yaml", text), [(one.because.line, one.because.why.id) for one in done.left]


def after(text: str) -> str:
    new, left = put_in_order(text)
    assert left == []
    return new


def left(text: str) -> list[tuple[int, str]]:
    new, reasons = put_in_order(text)
    assert new == text
    return reasons


def opd(code: str) -> str:
    return f"  - code: {code}\n    name: Dinas {code}\n"


# -- the order ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codes", "right"),
    [
        ("S10 S2 S1", "S1 S2 S10"),
        ("S3 R7 S1 R2", "S1 S3 R2 R7"),
        ("SETDA BAPPEDA DLH", "SETDA BAPPEDA DLH"),
        ("36.73.02 36.73.01.1002 36.73.01 36.73.01.1001", "36.73.01 36.73.01.1001 36.73.01.1002 36.73.02"),
        ("A1-10 A1-9 A1", "A1 A1-9 A1-10"),
        ("S02 S2 S1 S2", "S1 S02 S2 S2"),
    ],
)
def test_numbers_go_up_and_words_keep_their_order(codes: str, right: str) -> None:
    typed = codes.split()

    assert " ".join(typed[nth] for nth in sequence(typed)) == right


@pytest.mark.parametrize("folder", ["data", "src/serang_plan/example", "src/serang_plan/template"])
def test_what_is_shipped_is_in_order(folder: str) -> None:
    paths = sorted((ROOT / folder).glob("*.yaml"))

    done = in_order(read_texts(((path.name, path.read_text()) for path in paths), AS_OF))

    assert (done.texts, done.left) == ({}, ())


# -- what moves along ----------------------------------------------------------------------


def test_a_record_moves_with_the_comments_above_and_beside_and_below_it() -> None:
    assert after(
        "opd:  # daftar\n"
        "  - code: S10  # sepuluh\n"
        "    name: X\n"
        "    # masih sepuluh\n"
        "\n"
        "  # dua\n"
        "  # tetap dua\n"
        "  - {code: S2, name: Z}  # sebaris\n"
        "\n"
        "  - code: S1\n"
        "    name: |\n"
        "      # bukan komentar\n"
        "      isi\n"
        "# bagian berikut\n"
        "stages: []\n"
    ) == (
        "opd:  # daftar\n"
        "  - code: S1\n"
        "    name: |\n"
        "      # bukan komentar\n"
        "      isi\n"
        "\n"
        "  # dua\n"
        "  # tetap dua\n"
        "  - {code: S2, name: Z}  # sebaris\n"
        "\n"
        "  - code: S10  # sepuluh\n"
        "    name: X\n"
        "    # masih sepuluh\n"
        "# bagian berikut\n"
        "stages: []\n"
    )


def test_crlf_and_lists_at_the_margin_stay_as_they_are() -> None:
    assert (
        after("opd:\r\n- {code: S2, name: X}\r\n- {code: S1, name: Z}\r\n")
        == "opd:\r\n- {code: S1, name: Z}\r\n- {code: S2, name: X}\r\n"
    )


def test_what_stands_apart_stays_where_nothing_passes_it() -> None:
    text = f"opd:\n\n  # -- Berita ----\n{opd('S1')}\n  # -- Lama --\n\n{opd('S3')}{opd('S2')}\n  # habis\n"

    assert after(text) == text.replace(opd("S3") + opd("S2"), opd("S2") + opd("S3"))


def test_a_comment_that_ignores_a_finding_moves_with_it() -> None:
    text = (
        "opd:\n  - {code: D, name: X}\n"
        "actions:\n"
        "  - {code: A2, name: Z}\n"
        "  # serang-plan: abaikan C314 — belum dihitung\n"
        "  - {code: A1, name: Z}\n"
    )

    assert "belum dihitung\n  - {code: A1" in after(text)


@pytest.mark.parametrize(
    "text",
    [
        "stages:\n  - {year: 2021, focus: X}\n  - {year: 2020, focus: Z}\n",
        "rakor:\n  - date: 2021-01-01\n    decisions:\n      - {code: R2, text: X}\n      - {code: R1, text: Z}\n",
        "opd:\n  - {code: SETDA, name: X}\n  - {code: BAPPEDA, name: Z}\n",
        "opd:\n  - {code: S1, name: X}\n  - {code: S1, name: Z}\n",
    ],
    ids=["years", "decisions", "names", "a code twice"],
)
def test_an_order_that_says_something_stays(text: str) -> None:
    assert after(text) == text


# -- what is left alone --------------------------------------------------------------------

WHOSE = "tidak pasti komentar ini milik butir yang mana"
HEADING = "komentar ini mengepalai sekelompok butir"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (f"opd:\n{opd('S2')}\n  # berita\n\n{opd('S1')}", 5, WHOSE),
        (f"opd:\n{opd('S2')}  # -- Berita --\n{opd('S1')}", 4, HEADING),
        (f"opd:\n{opd('S2')}  # Berita ====\n{opd('S1')}", 4, HEADING),
        (f"opd:\n{opd('S2')}  # Berita ---\n{opd('S1')}", 4, HEADING),
        (f"opd:\n  # berita\n{opd('S2')}{opd('S1')}", 2, WHOSE),
        (f"opd:\n  # -- Berita --\n{opd('S2')}{opd('S1')}", 2, HEADING),
        (f"opd:\n{opd('S2')}    # masih S2?\n{opd('S1')}", 4, WHOSE),
        (f"opd:\n{opd('S2')}    # masih S2\n  # dan ini?\n\n{opd('S1')}", 4, WHOSE),
        (f"opd:\n{opd('S2')}  # S2 atau S1?\n\n{opd('S1')}", 4, WHOSE),
        (f"opd:\n{opd('S2')}{opd('S1')}  # - code: S3\n", 6, WHOSE),
        (f"opd:\n{opd('S2')}# di tepi\n{opd('S1')}", 4, WHOSE),
        (
            "opd: [{code: S2, name: X}, {code: S1, name: Z}]\n",
            1,
            "daftarnya ditulis di dalam kurung siku",
        ),
        (
            "opd: [\n  {code: S2, name: X},\n  {code: S1, name: Z},\n]\n",
            2,
            "daftarnya ditulis di dalam kurung siku",
        ),
        (
            f"opd:\n{opd('S2')}  -\n    code: S1\n    name: X\n",
            5,
            "butir ini tidak mulai tepat di belakang tanda `-`",
        ),
        (
            f"opd:\n{opd('S2')}{opd('S1')}    knid: x\n",
            6,
            "di berkas ini masih ada yang salah tulis; perbaiki dulu baris ini",
        ),
        (
            f"opd:\r\n{opd('S2')}{opd('S1')}",
            1,
            "akhir baris di berkas ini bercampur, CRLF dan LF",
        ),
    ],
)
def test_a_list_is_left_and_it_is_said_why(text: str, line: int, why: str) -> None:
    assert left(text) == [(line, why)]


# -- below the last record -----------------------------------------------------------------

SORTED, TURNED = opd("S1") + opd("S2"), opd("S2") + opd("S1")


@pytest.mark.parametrize("end", ["partners: []\n", "\npartners: []\n", "# tentang mitra\npartners: []\n"])
def test_what_follows_the_last_record_stays_where_it_is(end: str) -> None:
    assert after(f"opd:\n{TURNED}{end}") == f"opd:\n{SORTED}{end}"


@pytest.mark.parametrize("end", ["", "partners: []\n"])
def test_a_comment_deeper_than_the_last_record_moves_with_it_and_nothing_below_does(end: str) -> None:
    assert (
        after(f"opd:\n{TURNED}    # lahir 2017\n{end}")
        == f"opd:\n{opd('S1')}    # lahir 2017\n{opd('S2')}{end}"
    )


@pytest.mark.parametrize(
    "end", ["  # milik siapa?\npartners: []\n", "# di akhir berkas\n", "# sejajar\n  # masuk\npartners: []\n"]
)
def test_a_comment_below_the_last_record_that_may_be_its_own_leaves_the_list(end: str) -> None:
    assert [line for line, _ in left(f"opd:\n{TURNED}{end}")] == [6]


def test_a_record_without_a_code_leaves_the_list() -> None:
    assert [line for line, _ in left(f"opd:\n{TURNED}  - name: Dinas tanpa kode\n")] == [6]
