"""Method results: what a method says of a trajectory, with its workings, or why it refuses."""

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.workings import Step
from serang_plan.wording import Text, untranslated


class Method(Enum):
    """The published methods; the name of each member is its code."""

    D1 = Text("Bagian jarak yang tertutup (Kausal)", "Share of the gap closed (Kausal)")
    D2 = Text("Pertumbuhan majemuk (Eurostat)", "Compound growth (Eurostat)")
    D3 = untranslated("Statistics Canada / Open SDG")
    D4 = Text("Bagan kemajuan (UNSD)", "Progress chart (UNSD)")
    D5 = Text("Simbol cuaca (Destatis)", "Weather symbols (Destatis)")
    D6 = Text("Status dan perkiraan (ESCAP)", "Status and outlook (ESCAP)")
    D7 = Text("Panah SDG Index (SDSN)", "SDG Index arrow (SDSN)")
    D8 = Text("Capaian kinerja (PermenPANRB)", "Performance of the year (PermenPANRB)")


SOURCES = {
    Method.D1: Text("Kausal Watch, kode sumbernya", "Kausal Watch, its source code"),
    Method.D2: Text(
        "Eurostat, laporan pemantauan SDG; batasnya dari Open SDG, progress methodology",
        "Eurostat, SDG monitoring reports; the limits from Open SDG, progress methodology",
    ),
    Method.D3: untranslated("Statistics Canada; Open SDG, progress methodology"),
    Method.D4: Text(
        "UNSD, Progress Chart Technical Note 2022/2023, menurut Eustat",
        "UNSD, Progress Chart Technical Note 2022/2023, as told by Eustat",
    ),
    Method.D5: untranslated("Destatis, Indicator status of the German sustainability strategy"),
    Method.D6: untranslated("UN ESCAP, SDG progress assessment methodology; UNECE, technical notes"),
    Method.D7: untranslated("SDSN, SDG Index methods summary"),
    Method.D8: Text(
        "PermenPANRB tentang Sistem Manajemen Kinerja, halaman 91–100",
        "PermenPANRB on Sistem Manajemen Kinerja, pages 91–100",
    ),
}


class Side(Enum):
    """Where a verdict leans, so that methods with words of their own can be compared."""

    REACHED = "reached"
    ENOUGH = "enough"
    SLOW = "slow"
    AWAY = "away"
    OPEN = "open"
    """The method answers another question, or gives no class."""


class Grade(NamedTuple):
    """One class of a method's own scale."""

    key: str
    word: Text
    side: Side


class RefusalReason(Enum):
    """Why a method refuses."""

    NO_VALUE = Text("belum ada nilai yang dapat dipakai", "no value that can be used yet")
    NO_TARGET = Text(
        "belum ada target, atau ambang yang dapat dituju", "no target yet, nor a threshold to aim at"
    )
    THRESHOLD_ONLY = Text("hanya ada ambang, bukan target tahunan", "only a threshold, no yearly target")
    NO_TARGET_THAT_YEAR = Text(
        "tidak ada target untuk tahun nilai itu", "no target for the year of the value"
    )
    UNCONFIRMED = Text(
        "tidak ada target, dan pita tanpa target belum dikonfirmasi",
        "no target, and the bands without one are not confirmed",
    )
    BINARY = Text(
        "indikator ya/tidak, tidak ada nilai di antaranya", "a yes/no indicator, nothing lies between"
    )
    SINGLE_VALUE = Text("baru satu nilai", "one value only")
    TOO_OLD = Text("nilai terbarunya sudah usang", "the newest value is out of date")
    FEW_YEARS = Text("kurang dari 4 tahun berurutan", "fewer than 4 consecutive years")
    TOO_CLOSE = Text("nilainya berjarak kurang dari setahun", "the values lie less than a year apart")
    ZERO_BASE = Text(
        "nilai awal nol, pertumbuhannya tidak terdefinisi", "the base is zero, its growth is undefined"
    )
    ZERO_TARGET = Text("target nol, rasionya tidak terdefinisi", "the target is zero, the ratio is undefined")
    SIGN_CHANGE = Text("nilai dan target berlainan tanda", "values and target differ in sign")
    NEGATIVE = Text("nilainya negatif", "the values are negative")
    NEGATIVE_TARGET = Text("targetnya negatif", "the target is negative")
    TARGET_IS_BASE = Text("target sama dengan nilai awal", "the target equals the base")
    BASE_GOOD = Text("nilai awal sudah memenuhi target", "the base already meets the target")
    TARGET_PAST = Text("tahun target sudah tiba atau lewat", "the target year has come or passed")


class MethodVerdict(NamedTuple):
    """A method's verdict, with its workings."""

    method: Method
    grade: Grade
    steps: tuple[Step, ...] = ()
    remarks: tuple[Text, ...] = ()


class Refused(NamedTuple):
    """Why a method gives no verdict, and the numbers that can be shown all the same."""

    method: Method
    reason: RefusalReason
    steps: tuple[Step, ...] = ()
    remarks: tuple[Text, ...] = ()


MethodResult = MethodVerdict | Refused


def graded(
    method: Method, steps: tuple[Step, ...], scale: tuple[tuple[Fraction, Grade], ...], below: Grade
) -> MethodVerdict:
    """Return the verdict of a method whose last figure is judged by a scale."""
    *before, last = steps
    grade = grade_by_limits(last.result, scale, below)
    return MethodVerdict(method, grade, (*before, last.beside(*(limit for limit, _ in scale))))


def grade_by_limits(value: Fraction, scale: Iterable[tuple[Fraction, Grade]], below: Grade) -> Grade:
    """Return the first class, the best one first, whose limit a value reaches; `below` if it reaches none."""
    return next((grade for limit, grade in scale if value >= limit), below)
