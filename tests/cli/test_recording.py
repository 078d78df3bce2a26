"""Recording from the command line: asked at a terminal, never in a pipe, written whole or not at all."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from serang_plan.cli.output.asking import Asking, Question
from serang_plan.wording import Text
from tests.conftest import ROOT
from tests.readers.begun import program
from tests.readers.terminal_session import at_a_terminal

DAY = "2026-11-26"
Typed = Callable[..., CompletedProcess[str]]


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "src" / "serang_plan" / "example", tmp_path / "data", ignore=shutil.ignore_patterns("__*")
    )
    return tmp_path


@pytest.fixture(name="type_")
def type_fixture(folder: Path) -> Typed:
    def typed(*arguments: str, lang: str = "id") -> CompletedProcess[str]:
        return program(
            *arguments, "--as-of", DAY, "--lang", lang, cwd=folder, XDG_STATE_HOME=str(folder / "state")
        )

    return typed


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((folder / "data").iterdir())}


def added(before: dict[str, str], after: dict[str, str]) -> str:
    """Return the lines that are there now, in all files."""
    return "\n".join(
        line for name in after for line in after[name].splitlines() if line not in before[name].splitlines()
    )


VALUE = ("record", "M02", "67,5 %", "--at", "2026-03", "--source", "S29")
CASES = {
    "a value": (VALUE, "as_of: 2026-03, value: 67.5", "M02 Sampah tertangani: "),
    "a start": (("start", "A06", "--at", "2026-TW4"), "start: 2026-TW4", "A06 "),
    "an end": (("finish", "A03", "--evidence", "S25", "--on", "2026-11-01"), "status: selesai", "A03 "),
    "how it goes on": (
        (
            "update",
            "A05",
            "--progress",
            "60 %",
            "--spent",
            "1,25 miliar",
            "--obstacle",
            "Hujan",
            "--next",
            "Sewa alat",
        ),
        "spent: 1250000000",
        "A05 TPS 3R di dua belas kelurahan: ",
    ),
    "an effect and a cost": (
        ("update", "A20", "--indicator", "M11=5", "--cost", "2027=Rp2.500.000.000 APBD kota"),
        "{source: APBD kota, year: 2027, amount: 2500000000, known: 2026-11-26}",
        "A20 ",
    ),
    "another effect": (
        ("update", "A05", "--indicator", "M02=7", "--reason", "Survei"),
        "note: dampak M02 semula 6",
        "A05 ",
    ),
    "a move": (("move", "A04", "2029-TW2", "--reason", "Lahan"), "finish: 2029-TW2", "A04 "),
    "a cancelling": (("cancel", "A06", "--reason", "Tidak dianggarkan"), "status: batal", "A06 "),
    "a target": (
        ("target", "M02", "2029", "97"),
        "{year: 2029, value: 97, basis: rpjmd, known: 2026-11-26}",
        "M02 ",
    ),
    "a duty": (("assign", "M03", "DLH", "--from", "2027"), "from: 2027", "M03 "),
    "an end of a duty": (("assign", "M14", "--until", "2026"), "until: 2026", "M14 "),
    "a threshold": (
        ("threshold", "M02", "75", "--of", "tafsiran", "--basis", "Bacaan kota", "--due", "2030"),
        "basis: Bacaan kota",
        "M02 ",
    ),
    "a claim": (
        (
            "claim",
            "--by",
            "Wali Kota",
            "--at",
            "2026-05-01",
            "--indicators",
            "16",
            "--met",
            "9",
            "--source",
            "S30",
        ),
        "met: 9",
        "Pernyataan K",
    ),
    "an action": (
        ("add", "Taman kota", "--opd", "DLH", "--indicator", "M01=0,4", "--start", "2027", "--source", "S30"),
        "name: Taman kota",
        "Taman kota: ",
    ),
    "a name": (("opd", "DLH", "--name", "Dinas Hijau", "--from", "2026-05"), "name: Dinas Hijau", "DLH "),
    "an end of an OPD": (
        ("opd", "DISPARBUD", "--until", "2035", "--successor", "DISKOMINFO"),
        "successor: DISKOMINFO",
        "DISPARBUD ",
    ),
    "an end that is withdrawn": (
        ("withdraw", "A01", "--reason", "Belum diserahterimakan"),
        "- {known: 2026-11-26, status: berjalan, reason: Belum diserahterimakan}",
        "Ditarik: A01, selesai 10 Des 2024\nA01 Taman Kali Wening tahap 1: tidak lagi tertulis selesai",
    ),
    "a withdrawal": (
        ("withdraw", "M02", "nilai", "2024", "--reason", "Salah kutip"),
        "withdrawn",
        "Ditarik: M02, nilai ",
    ),
}


@pytest.mark.parametrize(("typed", "written", "told"), CASES.values(), ids=CASES)
def test_what_is_recorded_is_written_told_found_again_and_taken_back(
    typed: tuple[str, ...], written: str, told: str, folder: Path, type_: Typed
) -> None:
    before = texts(folder)

    shown = type_(*typed, "--dry-run")
    assert (shown.returncode, texts(folder)) == (0, before), shown.stderr
    assert written in shown.stdout
    assert told in shown.stderr

    done = type_(*typed, "--yes")
    assert done.returncode == 0, done.stderr
    assert written in added(before, texts(folder))
    assert told in done.stdout
    assert type_("validate", "data").returncode == 0

    after = texts(folder)
    again = type_(*typed, "--yes")
    if typed[0] != "withdraw":
        assert (again.returncode, again.stdout) == (0, ""), again.stderr
        assert again.stderr == "Sudah tertulis begitu; tidak ada yang berubah.\n"
    assert texts(folder) == after

    assert type_("undo", "--yes").returncode == 0
    assert texts(folder) == before
    assert type_("undo", "--yes").returncode == 2


@pytest.mark.parametrize("typed", [case[0] for case in CASES.values()], ids=CASES)
def test_both_languages_say_it(typed: tuple[str, ...], folder: Path, type_: Typed) -> None:
    said = {lang: type_(*typed, "--dry-run", lang=lang) for lang in ("id", "en")}

    assert said["id"].stdout == said["en"].stdout
    assert said["id"].stderr != said["en"].stderr


# -- in a pipe nobody is asked -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "problem", "advice"),
    [
        (VALUE, "tidak ada yang dapat ditanyai", "tambahkan `--yes`"),
        (("record",), "indikator belum disebut", "sebut di perintahnya: `M02`"),
        (("finish",), "kegiatan belum disebut", "`A03`"),
        (("finish", "A99"), "`A99` bukan pilihan", "pilih salah satu: `A03`, `A04`"),
        (("finish", "A1"), "`A1` bukan pilihan", "maksud Anda `A01`?"),
        (("finish", "wening tahap 1"), "kegiatan `A01` sudah selesai 10 Des 2024", "`serang-plan undo`"),
        (("cancel", "A01", "--reason", "x"), "kegiatan `A01` sudah selesai 10 Des 2024", "`serang-plan withdraw A01`"),
        (("rakor", "report"), "keputusan belum disebut", "sebut di perintahnya: `R1-1`"),
        (("record", "M02"), "nilai belum disebut", "`73,5`"),
        (("record", "M02", "1"), "waktu yang digambarkan nilai itu belum disebut", "`--at 2025-12`"),
        (("record", "M02", "1", "--at", "2026"), "sumber (kodenya, atau `baru`) belum disebut", "`--source S1`"),
        (("record", "M99", "1"), "`M99` bukan pilihan", "M09"),
        (("record", "M02", "1 ha", "--at", "2026"), "`1 ha` tidak terbaca sebagai angka", "`73,5`"),
        (("record", "M02", "1", "--at", "1/6/2026"), "bukan waktu untuk `--at`", "`2026-06-01`"),
        ((*VALUE[:-1], "S999"), "`S999` bukan pilihan untuk `--source`", "`S"),
        (("move", "A04", "2028", "--yes"), "alasan bergeser belum disebut", "--reason"),
        (("move", "A01", "2028", "--reason", "x", "--yes"), "kegiatan `A01` sudah selesai 10 Des 2024", "`serang-plan undo`"),
        (("withdraw", "M02", "--reason", "x", "--yes"), "yang dapat ditarik", "sebut yang mana: `nilai`, `target`"),
        (("withdraw", "M02", "1999", "--reason", "x"), "tidak ada pernyataan `1999` tentang `M02`", "nilai "),
        (("assign", "M03", "DLH", "--yes"), "`M03` sudah diampu `DPERKIM`", "`--from 2027`"),
        (("assign", "M01", "DPUPR", "--until", "2026"), "`M01` tidak diampu `DPUPR` pada 2026", "`--from`"),
        (("target", "M02", "27", "80"), "`27` bukan tahun", "`2027`"),
        (("opd", "DLH"), "belum disebut apa yang berubah pada `DLH`", "--name"),
        (("claim", "--by", "X", "--met", "sembilan", "--source", "S30"), "`sembilan` bukan bilangan", "`16`"),
        (("update", "A05"), "kemajuan fisik, dalam persen belum disebut", "`--progress 60`"),
        (
            ("finish", "A05", "--evidence", "Berita acara"),
            "`Berita acara` bukan pilihan",
            '`--title "Berita acara" --kind …`',
        ),
        (("update", "A05", "--progress", "120"), "`120` bukan persen bulat dari 0 sampai 100", "`60`"),
        (("update", "A05", "--spent", "0,5"), "`0,5` bukan rupiah bulat", "`1,25 miliar`"),
        (("update", "A05", "--spent", "Rp1,25 M"), "`Rp1,25 M` bukan rupiah bulat", "`Rp1,25 miliar`?"),
        (("update", "A05", "--cost", "2027"), "`2027` bukan dana satu tahun", "`--cost "),
        (("update", "A05", "--cost", "2027=2 M APBD"), "`2 M` bukan rupiah bulat", "`2 miliar`?"),
        (("update", "A05", "--cost", "2027=950jt"), "`950jt` bukan rupiah bulat", "`950 juta`?"),
        (("update", "A05", "--cost", "2027=2 milliar APBD"), "`2 milliar` bukan rupiah", "`2 miliar`?"),
        (("update", "A05", "--indicator", "M02=7"), "alasan angkanya berubah belum disebut", "--reason"),
        (
            ("withdraw", "M13", "5,2", "--reason", "x", "--yes"),
            "`5,2` bukan nilai `M13`, melainkan: target 2027: 5,2 (rpjmd)",
            "`serang-plan withdraw M13 target 5,2`",
        ),
        (("withdraw", "a05"), "kabar kegiatan `A05` tidak ditarik", "`serang-plan update A05`"),
        (("undo", "--yes"), "tidak ada catatan yang dapat diurungkan", "`serang-plan withdraw`"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_told_with_what_to_type(
    typed: tuple[str, ...], problem: str, advice: str, folder: Path, type_: Typed
) -> None:
    before = texts(folder)

    ended = type_(*typed)

    assert ended.returncode == 2
    message, help = ended.stderr.splitlines()
    assert problem in message
    assert advice in help
    assert texts(folder) == before


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("away", ["stdin", "stdout", "stderr"])
def test_who_does_not_see_the_change_is_not_asked(away: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Screen())
    assert Asking("id").somebody_is_there

    monkeypatch.setattr(sys, away, io.StringIO())
    assert not Asking("id").somebody_is_there


def test_a_rival_value_is_told_and_stands_beside_the_other_if_that_is_meant(
    folder: Path, type_: Typed
) -> None:
    type_(*VALUE, "--yes")
    other = ("record", "M02", "79", "--at", "2026-03", "--source", "S29", "--yes")

    told = type_(*other)
    assert told.returncode == 2
    assert "sudah ada nilai lain: `67,5%`" in told.stderr
    assert "`serang-plan withdraw M02 2026-03`" in told.stderr
    assert type_(*other, "--rival").returncode == 0


def test_a_new_source_is_written_in_the_same_breath(folder: Path, type_: Typed) -> None:
    before = texts(folder)

    done = type_(
        "record", "M02", "81,5", "--at", "2026-06", "--title", "Sampah: laporan", "--published", "2026-07-01",
        "--kind", "laporan", "--yes",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    lines = added(before, texts(folder))
    assert "code: S41" in lines
    assert "source: S41" in lines


def test_an_opd_that_ends_hands_on_its_duties_and_what_it_still_carries(folder: Path, type_: Typed) -> None:
    before = texts(folder)

    done = type_("opd", "DLH", "--until", "2026-10", "--successor", "DPUPR", "--source", "S33", "--yes")

    assert done.returncode == 0, done.stderr
    lines = added(before, texts(folder))
    assert (
        "{indicator: M02, lead: DPUPR, partners: [PEMPROV, KAB-SELA], from: 2026-11-01, source: S33}" in lines
    )
    assert "{indicator: M07, lead: DPUPR, partners: [PEMPROV], from: 2026-11-01, source: S33}" in lines
    assert lines.count("{known: 2026-11-26, opd: DPUPR, source: S33}") == 3
    assert "A04 Sabuk hijau Bukit Sela: pelaksana DLH → DPUPR" in done.stdout
    assert type_("validate", "data").returncode == 0


def test_an_opd_that_ends_keeps_what_is_over_by_then(folder: Path, type_: Typed) -> None:
    before = texts(folder)

    done = type_("opd", "DLH", "--until", "2028", "--successor", "DPUPR", "--yes")

    assert done.returncode == 0, done.stderr
    assert "opd: DPUPR" not in added(before, texts(folder))
    assert "lead: DPUPR, partners: [PEMPROV, KAB-SELA], from: 2029" in added(before, texts(folder))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            (
                "threshold",
                "M04",
                "100",
                "--of",
                "nasional",
                "--basis",
                "RPJMN",
                "--due",
                "2029",
                "--on",
                "2027",
            ),
            "Tercatat; keadaan per Kamis, 26 November 2026 tidak berubah\n",
        ),
        (
            (
                "threshold",
                "M13",
                "9",
                "--of",
                "nasional",
                "--basis",
                "RPJMN",
                "--due",
                "2023",
                "--since",
                "2020",
                "--until",
                "2023",
            ),
            "M13 Pengangguran: ambang baru 9 (target nasional, sampai akhir 2023, berlaku mulai 2020)\n",
        ),
        (
            ("opd", "DLH", "--name", "Dinas Hijau", "--from", "2026-05"),
            "DLH Dinas Hijau: kini bernama “Dinas Hijau”, sebelumnya “Dinas Lingkungan Hidup”\n",
        ),
        (
            ("withdraw", "M02", "ambang", "--reason", "Salah kutip"),
            "Ditarik: M02, ambang 80 (Rencana nasional contoh tentang sampah)\n"
            "M02 Sampah tertangani: ambangnya hilang; sebelumnya belum terpenuhi, 66,8% (TW I 2026)\n",
        ),
    ],
)
def test_what_it_means_is_said_once_and_in_the_words_of_the_plan(
    typed: tuple[str, ...], told: str, type_: Typed
) -> None:
    assert type_(*typed, "--dry-run").stderr == told


@pytest.mark.parametrize(
    ("typed", "lang", "told"),
    [
        (("assign", "M03", "DLH", "--from", "2027-03-05"), "id", "DPERKIM (sampai 4 Mar 2027) dan DLH (mulai 5 Mar 2027)"),
        (("assign", "M03", "DLH", "--from", "2027-08-05"), "en", "DPERKIM (until 4 Aug 2027) and DLH (from 5 Aug 2027)"),
        (("assign", "M02", "--until", "2026"), "id", "pengampu DLH (mulai 2025) → DLH (2025–2026)"),
        (("assign", "M02", "--until", "2026-10"), "id", "pengampu DLH (mulai 2025) → DLH (2025 sampai Okt 2026)"),
        (("assign", "M02", "--until", "2026-10"), "en", "lead DLH (from 2025) → DLH (2025 to Oct 2026)"),
    ],
)  # fmt: skip
def test_a_time_of_duty_is_told_in_the_language_of_the_reader(
    typed: tuple[str, ...], lang: str, told: str, type_: Typed
) -> None:
    assert told in type_(*typed, "--dry-run", lang=lang).stderr


def test_what_can_be_withdrawn_is_told_newest_first_with_how_many_more(type_: Typed) -> None:
    told = type_("withdraw", "M02", "--reason", "x").stderr

    assert "ada 17 yang dapat ditarik: nilai 66,8 (TW I 2026, S29), nilai 66,3 (2025, S16), nilai " in told
    assert ", dan 11 lainnya\n" in told


@pytest.mark.parametrize("typed", ["--spent=1,25 milyar", "--cost=2027=1,25 Milyar APBD"])
def test_a_billion_in_its_older_spelling_is_one(typed: str, type_: Typed) -> None:
    assert "1250000000" in type_("update", "A05", typed, "--dry-run").stdout


def test_an_indicator_is_called_as_reports_call_it(type_: Typed) -> None:
    assert (
        "M05 " in type_("record", "jalan mantap", "82", "--at", "2026", "--source", "S30", "--dry-run").stderr
    )


@pytest.mark.parametrize("typed", ["57,2", "57.2", "57,2%", "s11", "2020"])
def test_what_is_withdrawn_is_named_as_it_is_told(typed: str, type_: Typed) -> None:
    assert (
        "Ditarik: M02, nilai 57,2 (2020, S11)"
        in type_("withdraw", "M02", typed, "--reason", "x", "--dry-run").stderr
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("M02", "value", "57.2"), "value 57.2 (2020, S11)"),
        (("M12", "value", "431,700"), "value 431,700 (2025, S16)"),
        (("M12", "threshold", "1,000,000"), "threshold 1,000,000"),
        (("M02", "duty", "DLH"), "duty of DLH, 2025"),
    ],
)
def test_what_is_withdrawn_is_named_as_it_is_told_in_english(
    typed: tuple[str, ...], told: str, type_: Typed
) -> None:
    assert (
        f"Withdrawn: {typed[0]}, {told}"
        in type_("withdraw", *typed, "--reason", "x", "--dry-run", lang="en").stderr
    )


@pytest.mark.parametrize("typed", [("target", "5,2"), ("5,2", "TARGET")])
def test_a_target_is_withdrawn_where_it_is_called_one(typed: tuple[str, ...], type_: Typed) -> None:
    done = type_("withdraw", "M13", *typed, "--reason", "x", "--yes")

    assert "Ditarik: M13, target 2027: 5,2 (rpjmd)" in done.stdout, done.stderr


def test_duties_to_choose_from_are_told_in_the_language_of_the_reader(folder: Path, type_: Typed) -> None:
    type_("assign", "M03", "DLH", "--from", "2027-08-05", "--yes")

    assert "tugas DLH, 5 Agu 2027 dan tugas DPERKIM" in type_("withdraw", "M03", "tugas").stderr
    assert (
        "duty of DLH, 5 Aug 2027 and duty of DPERKIM" in type_("withdraw", "M03", "tugas", lang="en").stderr
    )


def test_what_is_published_with_the_end_of_an_action_proves_it(folder: Path, type_: Typed) -> None:
    before = texts(folder)

    done = type_(
        "finish", "A15", "--title", "Berita acara halte", "--kind", "resmi", "--progress", "100", "--yes"
    )

    assert done.returncode == 0, done.stderr
    lines = added(before, texts(folder))
    assert "evidence: [S41]" in lines
    assert "source: S41" not in lines
    assert "progress: 100" in lines


def test_progress_is_news_of_an_action_that_is_under_way_already(folder: Path, type_: Typed) -> None:
    before = texts(folder)

    done = type_("start", "A05", "--progress", "60", "--yes")

    assert "A05 TPS 3R di dua belas kelurahan: kemajuan fisik 60%" in done.stdout
    assert "progress: 60" in added(before, texts(folder))
    assert "tidak ada yang berubah" in type_("update", "A05", "--progress", "60", "--yes").stderr


def test_a_target_is_made_easier_only_with_a_reason(folder: Path, type_: Typed) -> None:
    type_("target", "M02", "2029", "97", "--yes")

    assert "menjadi lebih mudah" in type_("target", "M02", "2029", "90", "--yes").stderr
    done = type_("target", "M02", "2029", "90", "--reason", "Armada kurang", "--yes")
    assert "dilonggarkan dari 97% ke 90%, alasan: “Armada kurang”" in done.stdout
    assert (
        "value: 90, basis: rpjmd, known: 2026-11-26, reason: Armada kurang}"
        in texts(folder)["indicators.yaml"]
    )


# -- at a terminal ---------------------------------------------------------------------------


def test_at_a_terminal_everything_is_asked_for_one_after_the_other(folder: Path) -> None:
    before = texts(folder)
    with at_a_terminal("record", "--as-of", DAY, cwd=folder, XDG_STATE_HOME=str(folder / "state")) as session:
        session.answer("Indikator: ", "")
        session.answer("belum ada yang dipilih", "sampah")
        session.answer("Nilai: ", "delapan puluh")
        session.answer("tidak terbaca sebagai angka", "81,5%")
        session.answer("Waktu yang digambarkan nilai itu: ", "2026-06")
        session.answer("Sumber (kodenya, atau `baru`): ", "DLH")
        session.answer("`DLH` bukan pilihan untuk `--source`", "baru")
        session.answer("Judul: ", "Laporan sampah")
        session.answer("Penerbit: ", "DLH")
        session.answer("Kapan terbit: ", "1 Juli 2026")
        session.answer("maksud Anda `2026-07-01`?", "2026-07-01")
        session.answer("Jenis sumber: ", "laporan")
        session.answer("Tulis? [y/T]: ", "y")
        assert session.ends() == 0
        assert "Ditulis ke data/" in session.said

    lines = added(before, texts(folder))
    assert "81.5" in lines
    assert "Laporan sampah" in lines


def test_only_what_is_not_over_is_offered_and_what_else_is_typed_is_told_why_not(folder: Path) -> None:
    with at_a_terminal("cancel", "--as-of", DAY, cwd=folder) as session:
        session.answer("Kegiatan: ", "A1")
        assert "A04  Sabuk hijau Bukit Sela" in session.heard
        assert "A01  " not in session.heard
        session.answer("maksud Anda `A01`?", "a01")
        session.answer("Alasan batal: ", "Tidak jadi")
        assert session.ends() == 2
        assert "kegiatan `A01` sudah selesai 10 Des 2024" in session.said


def test_of_a_long_list_it_is_told_how_many_are_not_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Asking, "somebody_is_there", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("S43\n"))
    names = {f"S{nth}": f"Naskah {nth}" for nth in range(1, 44)}

    assert Asking("id").choice("", Question(Text("sumber", "source"), ""), names) == "S43"
    assert "  S40  Naskah 40\n  … dan 3 lainnya\n" in capsys.readouterr().err


def test_how_an_action_goes_on_is_asked_for_and_may_be_left_open(folder: Path) -> None:
    before = texts(folder)
    with at_a_terminal(
        "update", "A05", "--as-of", DAY, cwd=folder, XDG_STATE_HOME=str(folder / "s")
    ) as session:
        session.answer("Kosongkan yang tidak ada kabarnya.", "60 %")
        session.answer("Rupiah yang sudah dibelanjakan: ", "banyak")
        session.answer("bukan rupiah bulat", "1,25 miliar")
        session.answer("Kendala: ", "")
        session.answer("Langkah berikutnya: ", "Sewa alat")
        session.answer("Tulis? [y/T]: ", "y")
        assert session.ends() == 0

    lines = added(before, texts(folder))
    assert "{known: 2026-11-26, progress: 60, spent: 1250000000, next: Sewa alat}" in lines


ASKED = {
    ("claim",): (
        ("Jabatan yang menyatakan: ", "Sekretaris Daerah"),
        ("Kapan diucapkan: ", "2026-10-01"),
        ("Banyaknya indikator: ", "16"),
        ("Banyaknya yang terpenuhi: ", ""),
        ("Sumber (kodenya, atau `baru`): ", "S30"),
    ),
    ("add",): (
        ("Nama kegiatan: ", "Taman kota"),
        ("OPD: ", "DLH"),
        ("Mulai: ", "2027"),
        ("Rencana selesai: ", "2028"),
    ),
    ("opd", "DLH"): (("Nama barunya: ", "Dinas Hijau"), ("Nama itu berlaku mulai: ", "2026-05")),
    ("finish",): (("Kegiatan: ", "A15"), ("Kode sumber yang membuktikannya, bila ada: ", "S30")),
}


@pytest.mark.parametrize("typed", ASKED)
def test_what_makes_a_record_whole_is_asked_for(typed: tuple[str, ...], folder: Path) -> None:
    before = texts(folder)
    with at_a_terminal(*typed, cwd=folder, XDG_STATE_HOME=str(folder / "s")) as session:
        for question, answer in ASKED[typed]:
            session.answer(question, answer)
        session.answer("Tulis? [y/T]: ", "y")
        assert session.ends() == 0

    old, new = "".join(before.values()), "".join(texts(folder).values())
    answers = [answer for question, answer in ASKED[typed] if answer and question != "Kegiatan: "]
    assert [answer for answer in answers if new.count(answer) == old.count(answer)] == []


@pytest.mark.parametrize(
    ("typed", "question", "answer", "written"),
    [
        (
            ("target", "M02", "2027", "70"),
            "Target menjadi lebih mudah; alasannya: ",
            "Armada",
            "reason: Armada",
        ),
        (("assign", "M03", "DPUPR"), "Sejak kapan mengampu: ", "2027", "lead: DPUPR, from: 2027"),
        (("update", "A05", "--indicator", "M02=7"), "Alasan angkanya berubah: ", "Survei", "reason: Survei"),
    ],
)
def test_what_follows_from_what_stands_is_asked_for(
    typed: tuple[str, ...], question: str, answer: str, written: str, folder: Path
) -> None:
    before = texts(folder)
    with at_a_terminal(*typed, cwd=folder, XDG_STATE_HOME=str(folder / "s")) as session:
        session.answer(question, answer)
        session.answer("Tulis? [y/T]: ", "y")
        assert session.ends() == 0

    assert written in added(before, texts(folder))


@pytest.mark.parametrize("answer", ["", "t", "tidak"])
def test_only_a_yes_is_one(folder: Path, answer: str) -> None:
    before = texts(folder)
    with at_a_terminal(*VALUE, cwd=folder) as session:
        session.answer("Tulis? [y/T]: ", answer)
        assert session.ends() == 0
        assert "Tidak ada yang ditulis." in session.said

    assert texts(folder) == before


def test_the_end_of_the_input_is_no_answer(folder: Path) -> None:
    before = texts(folder)
    with at_a_terminal(*VALUE, cwd=folder) as session:
        session.leave("Tulis? [y/T]: ")
        assert session.ends() == 130

    assert texts(folder) == before


def test_what_somebody_saves_during_the_question_stays(folder: Path) -> None:
    path = folder / "data" / "indicators.yaml"
    with at_a_terminal(*VALUE, cwd=folder) as session:
        session._until(lambda: "Tulis? [y/T]: " in session.said)
        path.write_text(saved := path.read_text("utf-8") + "# disimpan orang lain\n", "utf-8")
        session.answer("Tulis? [y/T]: ", "y")
        assert session.ends() == 2
        assert "berubah sejak dibaca" in session.said

    assert path.read_text("utf-8") == saved


def test_who_sees_that_a_number_is_of_a_target_is_asked_no_more_than_that(folder: Path) -> None:
    with at_a_terminal("withdraw", "M13", "5,2", "--reason", "x", cwd=folder) as session:
        session.answer("Tulis? [y/T]: ", "t")
        assert "Ditarik: M13, target 2027: 5,2 (rpjmd)" in session.heard


def test_which_statement_is_meant_is_chosen_by_its_number(folder: Path) -> None:
    with at_a_terminal(
        "withdraw", "M02", "target", cwd=folder, XDG_STATE_HOME=str(folder / "state")
    ) as session:
        session.answer("Yang mana: ", "1")
        session.answer("Alasan ditarik: ", "Salah ketik")
        session.answer("Tulis? [y/T]: ", "ya")
        assert session.ends() == 0

    assert "withdrawn: {known: " in texts(folder)["indicators.yaml"]


# -- plans that are not as they should be -------------------------------------------------------


def test_nothing_is_recorded_where_two_people_are_still_at_odds(folder: Path, type_: Typed) -> None:
    path = folder / "data" / "indicators.yaml"
    path.write_text(path.read_text("utf-8") + "<<<<<<< HEAD\n# a\n=======\n# b\n>>>>>>> cabang\n", "utf-8")
    before = texts(folder)

    ended = type_(*VALUE, "--yes")

    assert (ended.returncode, texts(folder)) == (2, before)
    assert "tidak ada indikator yang terbaca" in ended.stderr


@pytest.mark.parametrize("typed", [VALUE, ("migrate",)], ids=["record", "migrate"])
def test_nothing_is_written_beside_a_file_that_cannot_be_opened(
    typed: tuple[str, ...], folder: Path, type_: Typed
) -> None:
    (folder / "data" / "zz.yaml").symlink_to("tidak-ada.yaml")

    ended = type_(*typed, "--yes")

    assert ended.returncode == 2
    assert ended.stderr.startswith("galat: `data/zz.yaml` tidak ada\n")


def test_an_error_elsewhere_stands_in_nobodys_way(folder: Path, type_: Typed) -> None:
    path = folder / "data" / "rakor.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: DLH", "lead: DLHH", 1), "utf-8")

    assert type_("validate", "data").returncode == 1
    assert type_(*VALUE, "--yes").returncode == 0


def test_what_was_changed_by_hand_since_is_not_undone(folder: Path, type_: Typed) -> None:
    type_(*VALUE, "--yes")
    path = folder / "data" / "indicators.yaml"
    path.write_text(changed := path.read_text("utf-8") + "# disunting\n", "utf-8")

    undone = type_("undo", "--yes")

    assert undone.returncode == 2
    assert "sudah berubah sejak catatan terakhir" in undone.stderr
    assert path.read_text("utf-8") == changed


# -- migrate ------------------------------------------------------------------------------------


def test_migrate_shows_and_only_writes_when_told_to(folder: Path, type_: Typed) -> None:
    before = texts(folder)

    shown = type_("migrate")
    assert (shown.returncode, texts(folder)) == (0, before)
    assert "+    thresholds:" in shown.stdout
    assert "15 ambang ditulis di `thresholds`.\n" in shown.stderr
    assert "Tetap seperti semula: 2 penyelesaian pertentangan tanpa tanggal" in shown.stderr

    assert type_("migrate", "--yes").returncode == 0
    assert texts(folder) != before
    assert type_("migrate").stdout == ""
    assert type_("undo", "--yes").returncode == 0
    assert texts(folder) == before
