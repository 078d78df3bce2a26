"""Change words: what happened, as a sentence behind the name of the thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.duties.decision_life import DecisionState
from serang_plan.analysis.indicators.evidence import Apart, Value, judging
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.when import When
from serang_plan.reports.diff.field_labels import cut, different, shown
from serang_plan.reports.parts.phrases import short_name, threshold_of, unit_of
from serang_plan.reports.parts.verdict_words import SCOPES, remarks_of
from serang_plan.wording import Lang, Text, listed, short_date, untranslated, with_unit


def subject(change: Change, lang: Lang) -> str:
    """Name the thing that changed: its code, and what people call it."""
    record = change.record
    if isinstance(record, Indicator):
        return f"{change.code} {short_name(record, lang)}"
    called = str(_called(change.section, record))
    noun = NOUNS[change.section].for_lang(lang)
    if change.section == "decisions":
        code = getattr(record, "code", None)
        return f"{code} {cut(called)}" if code else cut(called)
    if change.section in _WITH_NOUN:
        noun = f"{noun[0].upper()}{noun[1:]}"
        return f"{noun} {_time_or_code(change, record, lang)}{f' {cut(called)}' if called else ''}"
    if change.section == "plan":
        return Text("Rencana", "The plan").for_lang(lang)
    return f"{change.code} {cut(called)}" if called else change.code


_WITH_NOUN = ("stages", "rakor", "criteria", "claims", "assertions", "disputes", "sources")


def _time_or_code(change: Change, record: Any, lang: Lang) -> str:
    return short_date(record.date, lang) if change.section == "rakor" else change.code


def _called(section: str, record: Any) -> str:
    fields = {
        "decisions": "text",
        "sources": "title",
        "disputes": "topic",
        "stages": "",
        "assertions": "",
        "claims": "by",
        "rakor": "",
    }
    return getattr(record, fields.get(section, "name"), None) or ""


NOUNS = {
    "plan": Text("rencana", "plan"),
    "indicators": Text("indikator", "indicator"),
    "actions": Text("kegiatan", "action"),
    "decisions": Text("keputusan", "decision"),
    "rakor": Text("rakor", "rakor"),
    "stages": Text("tahapan", "stage"),
    "assignments": Text("tugas", "duty"),
    "opd": Text("OPD", "OPD"),
    "partners": Text("mitra", "partner"),
    "criteria": Text("daftar kriteria", "list of criteria"),
    "claims": Text("pernyataan", "claim"),
    "assertions": Text("penegasan", "assertion"),
    "disputes": Text("pertentangan", "dispute"),
    "sources": Text("sumber", "source"),
    "regions": Text("wilayah", "region"),
}


def happened(change: Change, lang: Lang) -> str:
    """Say what happened to it, and why if that has to be said."""
    return f"{_WORDS[change.what](change, lang)}{_because(change, lang)}"


def _because(change: Change, lang: Lang) -> str:
    if change.reason is not None:
        return Text(", alasan: “{}”", ", reason: “{}”").for_lang(lang).format(cut(change.reason))
    if change.what.eases or change.what is What.SLIPPED:
        return Text(", tanpa alasan tertulis", ", no reason given").for_lang(lang)
    return ""


# -- parts of sentences -------------------------------------------------------------------


def _amount(value: Any, change: Change, lang: Lang) -> str:
    return with_unit(value, unit_of(change.record, lang), lang)  # type: ignore[arg-type]


Write = Callable[[Any, Change, Lang], str]


def _year(value: Any, _change: Change, lang: Lang) -> str:
    """Write a year or a count, without dots."""
    return str(value) if isinstance(value, int) else shown(value, lang)


def _time(value: Any, _change: Change, lang: Lang) -> str:
    return shown(value, lang)


def _from_to(id: str, en: str, write: Write = _amount) -> Callable[[Change, Lang], str]:
    """Say that something went from one value to another."""

    def words(change: Change, lang: Lang) -> str:
        old, new = (write(value, change, lang) for value in (change.before, change.after))
        return Text(f"{id} dari {old} ke {new}", f"{en} from {old} to {new}").for_lang(lang)

    return words


def _one_amount(id: str, en: str, *, gone: bool = False) -> Callable[[Change, Lang], str]:
    return lambda change, lang: (
        Text(id, en).for_lang(lang).format(_amount(change.before if gone else change.after, change, lang))
    )


def _arrow(id: str, en: str) -> Callable[[Change, Lang], str]:
    """Say what it was and what it is."""
    return lambda change, lang: (
        f"{Text(id, en).for_lang(lang)} {shown(change.before, lang)} → {shown(change.after, lang)}"
    )


def _plainly(id: str, en: str) -> Callable[[Change, Lang], str]:
    return lambda _change, lang: Text(id, en).for_lang(lang)


# -- goals --------------------------------------------------------------------------------


def _target(id: str, en: str) -> Callable[[Change, Lang], str]:
    def words(change: Change, lang: Lang) -> str:
        old, new = change.before, change.after
        amounts = {
            name: _amount(target.value, change, lang)
            for name, target in (("old", old), ("new", new))
            if target
        }
        years = {"was": old.year if old else "", "year": new.year if new else ""}
        return Text(id, en).for_lang(lang).format(**amounts, **years)

    return words


def _setting(change: Change, lang: Lang) -> str:
    old, new = shown(change.before, lang), shown(change.after, lang)
    name = SETTINGS.get(change.code, untranslated(change.code)).for_lang(lang)
    return Text(f"setelan {name}: {old} → {new}", f"setting {name}: {old} → {new}").for_lang(lang)


SETTINGS = {
    "stale_after_months": Text("usia nilai yang disebut usang (bulan)", "age of a stale value (months)"),
    "tolerance_percent": Text("selisih pembulatan yang diterima (persen)", "accepted rounding (percent)"),
    "jump_percent": Text("lonjakan nilai yang ditandai (persen)", "jump of a value that is marked (percent)"),
    "most_actions": Text("batas kegiatan satu OPD setahun", "most actions of one OPD in a year"),
    "silent_rakor": Text("rakor tanpa kabar yang ditandai", "rakor without news that are marked"),
    "escalate": Text("kepada siapa keputusan yang terlambat dibawa", "to whom late decisions are brought"),
    "fail_on": Text("tingkat yang menggagalkan pemeriksaan", "severity that fails the check"),
    "severity": Text("tingkat temuan", "severity of findings"),
    "required": Text("yang wajib ada", "what is required"),
    "predicates": Text("pita predikat", "bands of predicates"),
}


def _by_goalposts(change: Change, lang: Lang) -> str:
    value = _valued(change.after, lang)
    met = change.what is What.MET_BY_GOALPOSTS
    word = Text("terpenuhi", "met") if met else Text("belum terpenuhi", "not met")
    return Text(
        f"kini dihitung {word.id} hanya karena ambangnya berubah; nilainya {value}",
        f"now counts as {word.en} only because its threshold changed; its value is {value}",
    ).for_lang(lang) + _weakened(change.after, lang)


# -- standing -----------------------------------------------------------------------------


def standing_word(standing: Standing) -> Text:
    """Return a standing as it is said within a sentence."""
    return Text("belum terpenuhi", "not met") if standing is Standing.UNMET else standing.word


def _valued(verdict: Verdict, lang: Lang) -> str:
    value: Value | None = verdict.value
    if value is None:
        return shown(None, lang)
    written = with_unit(value.amount, unit_of(verdict.indicator, lang), lang)
    return f"{written} ({value.measurement.as_of.text(lang)})"


def _went(id: str, en: str) -> Callable[[Change, Lang], str]:
    def words(change: Change, lang: Lang) -> str:
        old, new = change.before, change.after
        limit = Text(f"; ambang {threshold_of(new, 'id')}", f"; threshold {threshold_of(new, 'en')}")
        tail = limit if new.threshold is not None else Text("", "")
        return Text(
            f"{id} dari {_valued(old, 'id')} menjadi {_valued(new, 'id')}{tail.id}",
            f"{en} from {_valued(old, 'en')} to {_valued(new, 'en')}{tail.en}",
        ).for_lang(lang) + _weakened(new, lang)

    return words


def _lost(id: str, en: str) -> Callable[[Change, Lang], str]:
    def words(change: Change, lang: Lang) -> str:
        old: Verdict = change.before
        judged = f"{standing_word(old.standing).for_lang(lang)}, " if old.missing is None else ""
        was = Text("sebelumnya", "previously").for_lang(lang)
        missing = change.after.missing if isinstance(change.after, Verdict) else None
        lost = _NOT_LOST[missing] if missing in _NOT_LOST else Text(id, en)
        return f"{lost.for_lang(lang)}; {was} {judged}{_valued(old, lang)}"

    return words


_NOT_LOST = {
    missing: Text(f"kini tidak dapat dinilai: {missing.value.id}", f"no longer judged: {missing.value.en}")
    for missing in (Missing.SUBSTITUTE_ONLY, Missing.SCOPE, Missing.COMPARISON)
}


def _judged(change: Change, lang: Lang) -> str:
    new: Verdict = change.after
    word = standing_word(new.standing)
    words = Text(
        f"kini dapat dinilai: {word.id}, {_valued(new, 'id')}, ambang {threshold_of(new, 'id')}",
        f"now judged: {word.en}, {_valued(new, 'en')}, threshold {threshold_of(new, 'en')}",
    )
    return f"{words.for_lang(lang)}{_weakened(new, lang)}"


def _weakened(verdict: Verdict, lang: Lang) -> str:
    """Say what weakens a standing: `; sumber lemah, ambang tanpa tanggal`."""
    remarks = ", ".join(remark.for_lang(lang) for remark in remarks_of(verdict))
    return f"; {remarks}" if remarks else ""


def _measured(change: Change, lang: Lang) -> str:
    new: Verdict = change.after
    lacking = {
        Missing.THRESHOLD: Text("; ambangnya belum ada", "; there is no threshold yet"),
        Missing.SOURCE: Text("; sumbernya belum ada", "; there is no source yet"),
        Missing.SCOPE: Text("; ambangnya untuk cakupan lain", "; its threshold is for another scope"),
        Missing.COMPARISON: Text("; pembandingnya belum ada", "; there is nothing to compare it with yet"),
    }
    tail = lacking[new.missing].for_lang(lang) if new.missing in lacking else ""
    return f"{Text('kini ada nilai', 'there is a value now').for_lang(lang)}: {_valued(new, lang)}{tail}"


def _measured_anew(change: Change, lang: Lang) -> str:
    old, new = change.before, change.after
    word = standing_word(new.standing)
    words = Text(
        f"nilainya kini {_valued(new, 'id')}, {word.id}; tidak sebanding dengan {_valued(old, 'id')} "
        "sebelumnya",
        f"its value is now {_valued(new, 'en')}, {word.en}; not to be compared with {_valued(old, 'en')} "
        "before",
    )
    return f"{words.for_lang(lang)}{_weakened(new, lang)}"


def _declared(change: Change, lang: Lang) -> str:
    new: Verdict = change.after
    if new.declared is None:
        words = Text("pernyataan tentangnya ditarik", "what was declared of it is withdrawn")
    else:
        word, by = new.declared.standing, cut(new.declared.by)
        met = "met" if word == "terpenuhi" else "not met"
        words = Text(f"dinyatakan {word} oleh {by}", f"declared {met} by {by}")
    standing = standing_word(new.standing)
    return Text(f"{words.id}; statusnya {standing.id}", f"{words.en}; it stands as {standing.en}").for_lang(
        lang
    )


# -- who ----------------------------------------------------------------------------------


def _handed(id: str, en: str) -> Callable[[Change, Lang], str]:
    def words(change: Change, lang: Lang) -> str:
        noun = Text(id, en).for_lang(lang)
        old, new = shown(change.before, lang), shown(change.after, lang)
        if not change.before:
            return Text(f"{noun} baru: {new}", f"new {noun}: {new}").for_lang(lang)
        if not change.after:
            several = isinstance(change.before, tuple) and len(change.before) > 1
            nouns, verb = (f"{noun}s", "are") if several else (noun, "is")
            return Text(f"{noun} {old} tidak lagi disebut", f"{nouns} {old} {verb} no longer named").for_lang(
                lang
            )
        return f"{noun} {old} → {new}"

    return words


# -- time ---------------------------------------------------------------------------------


def _due(id: str, en: str) -> Callable[[Change, Lang], str]:
    moved = _from_to(id, en, _time)

    def words(change: Change, lang: Lang) -> str:
        old, new = shown(change.before, lang), shown(change.after, lang)
        if change.after is None:
            return Text(f"batas waktu {old} dihapus", f"the due date {old} was removed").for_lang(lang)
        if change.before is None:
            return Text(f"kini berbatas waktu {new}", f"now due on {new}").for_lang(lang)
        return moved(change, lang)

    return words


_NO_EVIDENCE = Text(", tanpa bukti tertulis", ", no evidence given")


def _done(change: Change, lang: Lang) -> str:
    when = f" {change.after.text(lang)}" if isinstance(change.after, When) else ""
    bare = Text("", "") if getattr(change.record, "evidence", ()) else _NO_EVIDENCE
    return Text(f"selesai{when}{bare.id}", f"done{when}{bare.en}").for_lang(lang)


def _focus(id: str, en: str) -> Callable[[Change, Lang], str]:
    def words(change: Change, lang: Lang) -> str:
        named = cut(getattr(change.record, "focus", None) or "")
        return Text(
            f"fokus {change.before} (“{named}”) {id}", f"the focus of {change.before} (“{named}”) {en}"
        ).for_lang(lang)

    return words


# -- decisions ----------------------------------------------------------------------------

_STATUS = {
    "menunggu": Text("menunggu", "waiting"),
    "proses": Text("proses", "in progress"),
    "selesai": Text("dilaporkan selesai", "reported done"),
    None: Text("tanpa status", "no status"),
}


def _status(change: Change, lang: Lang) -> str:
    if change.before is None:
        return Text(f"kini {_STATUS[change.after].id}", f"now {_STATUS[change.after].en}").for_lang(lang)
    return f"{_STATUS[change.before].for_lang(lang)} → {_STATUS[change.after].for_lang(lang)}"


def _standing(change: Change, lang: Lang) -> str:
    if change.after is not DecisionState.SUPERSEDED:
        return f"{change.before.word.for_lang(lang)} → {change.after.word.for_lang(lang)}"
    replaced = (entry.superseded_by for entry in getattr(change.record, "history", ()) if entry.superseded_by)
    code = next(replaced)
    return Text(f"digantikan oleh {code}", f"superseded by {code}").for_lang(lang)


def _closed(change: Change, lang: Lang) -> str:
    if getattr(change.record, "evidence", None):
        return _STATUS["selesai"].for_lang(lang)
    return f"{_STATUS['selesai'].for_lang(lang)}{_NO_EVIDENCE.for_lang(lang)}"


def _reopened(change: Change, lang: Lang) -> str:
    if change.after is None:
        return Text("tidak lagi tertulis selesai", "no longer recorded as closed").for_lang(lang)
    return Text("dibuka kembali", "reopened").for_lang(lang)


def _vanished(change: Change, lang: Lang) -> str:
    if change.before is None:
        words = Text(
            "hilang dari data, keadaannya belum diketahui", "gone from the data, not known how it stood"
        )
        return words.for_lang(lang)
    return Text(
        "hilang dari data, padahal belum selesai", "gone from the data although it was open"
    ).for_lang(lang)


def _opened(change: Change, lang: Lang) -> str:
    return Text(
        f"keputusan baru, {_STATUS[change.after].id}", f"new decision, {_STATUS[change.after].en}"
    ).for_lang(lang)


# -- figures ------------------------------------------------------------------------------


def _figure(id: str, en: str, *, gone: bool = False) -> Callable[[Change, Lang], str]:
    """Say something of one value; `{value}`, `{source}` and `{was}` are filled in."""

    def words(change: Change, lang: Lang) -> str:
        measurement: Measurement = change.before if gone else change.after
        value = _of_its_kind(measurement, change, lang)
        source, was = shown(measurement.source, lang), shown(getattr(change.before, "source", None), lang)
        return Text(id, en).for_lang(lang).format(value=value, source=source, was=was)

    return words


def _of_its_kind(measurement: Measurement, change: Change, lang: Lang) -> str:
    """Write a value with its time, and what it is of where that is not what the indicator's own are of."""
    indicator: Indicator = change.record  # type: ignore[assignment]
    kinds = [measurement.as_of.text(lang)]
    if measurement.scope not in (None, indicator.scope):
        kinds.append(SCOPES[measurement.scope].for_lang(lang))
    if measurement.series not in (None, judging(indicator)):
        kinds.append(Apart.SERIES.value.for_lang(lang))
    return f"{_amount(measurement.value, change, lang)} ({', '.join(kinds)})"


def _verified(change: Change, lang: Lang) -> str:
    new: Measurement = change.after
    value = _of_its_kind(new, change, lang)
    tail = f"{shown(change.before.verification, lang)} → {shown(new.verification, lang)}"
    return Text(f"verifikasi nilai {value}: {tail}", f"verification of {value}: {tail}").for_lang(lang)


def _revised(change: Change, lang: Lang) -> str:
    old, new = change.before, change.after
    when = new.as_of.text(lang)
    if old.value == new.value:
        return Text(
            f"rincian nilai {when} ditulis ulang", f"the details of the value of {when} were rewritten"
        ).for_lang(lang)
    amounts = f"{_amount(old.value, change, lang)} → {_amount(new.value, change, lang)}"
    return Text(
        f"nilai {when} ditulis ulang: {amounts}", f"the value of {when} was rewritten: {amounts}"
    ).for_lang(lang)


def _evidence_gone(change: Change, lang: Lang) -> str:
    if change.section == "decisions":
        return Text("bukti dukungnya hilang", "its evidence is gone").for_lang(lang)
    codes = listed(change.before, lang, most=8)
    return Text(f"bukti {codes} hilang", f"evidence {codes} is gone").for_lang(lang)


def _evidence_new(change: Change, lang: Lang) -> str:
    if change.section == "decisions":
        return Text("kini ada bukti dukung", "there is evidence now").for_lang(lang)
    codes = listed(change.after, lang, most=8)
    return Text(f"bukti baru: {codes}", f"new evidence: {codes}").for_lang(lang)


# -- records ------------------------------------------------------------------------------


def _new(change: Change, lang: Lang) -> str:
    noun = NOUNS[change.section]
    return Text(f"{noun.id} baru", f"new {noun.en}").for_lang(lang)


def _renamed(change: Change, lang: Lang) -> str:
    old, new = cut(change.before), cut(change.after)
    return Text(
        f"kini bernama “{new}”, sebelumnya “{old}”", f"now called “{new}”, formerly “{old}”"
    ).for_lang(lang)


_WORDS: dict[What, Callable[[Change, Lang], str]] = {
    What.TARGET_LOWERED: _target(
        "target {year} dilonggarkan dari {old} ke {new}", "the target of {year} is eased from {old} to {new}"
    ),
    What.TARGET_RAISED: _target(
        "target {year} diperberat dari {old} ke {new}", "the target of {year} is raised from {old} to {new}"
    ),
    What.TARGET_PUSHED_BACK: _target(
        "target {old} mundur dari {was} ke {year}", "the target of {old} is pushed back from {was} to {year}"
    ),
    What.TARGET_BROUGHT_FORWARD: _target(
        "target {old} maju dari {was} ke {year}",
        "the target of {old} is brought forward from {was} to {year}",
    ),
    What.TARGET_REMOVED: _target("target {was} ({old}) dihapus", "the target of {was} ({old}) is removed"),
    What.TARGET_ADDED: _target("target baru untuk {year}: {new}", "new target for {year}: {new}"),
    What.THRESHOLD_EASED: _from_to("ambang dilonggarkan", "the threshold is eased"),
    What.THRESHOLD_TIGHTENED: _from_to("ambang diperberat", "the threshold is raised"),
    What.THRESHOLD_REMOVED: _one_amount("ambang {} dihapus", "the threshold {} is removed", gone=True),
    What.THRESHOLD_ADDED: _one_amount("ambang baru: {}", "new threshold: {}"),
    What.DIRECTION: _arrow("arah berubah:", "the direction changed:"),
    What.UNIT: _arrow("satuan berubah:", "the unit changed:"),
    What.SCOPE: _arrow("cakupan berubah:", "the scope changed:"),
    What.LAST_YEAR_LATER: _from_to("tahun terakhir mundur", "the last year is pushed back", _year),
    What.LAST_YEAR_SOONER: _from_to("tahun terakhir maju", "the last year is brought forward", _year),
    What.FEWER_EXPECTED: _from_to(
        "jumlah indikator yang seharusnya ada berkurang", "the number of expected indicators falls", _year
    ),
    What.MORE_EXPECTED: _from_to(
        "jumlah indikator yang seharusnya ada bertambah", "the number of expected indicators rises", _year
    ),
    What.ORIGIN: _arrow("daftar indikator", "the list of indicators:"),
    What.SETTING: _setting,
    What.MET_BY_GOALPOSTS: _by_goalposts,
    What.UNMET_BY_GOALPOSTS: _by_goalposts,
    What.NO_LONGER_MET: _went("tidak lagi terpenuhi,", "no longer met,"),
    What.DECLINED: _went("memburuk", "worse,"),
    What.NOW_MET: _went("kini terpenuhi,", "now met,"),
    What.IMPROVED: _went("membaik", "better,"),
    What.VALUE_LOST: _lost("nilainya hilang", "its value is gone"),
    What.THRESHOLD_LOST: _lost("ambangnya hilang", "its threshold is gone"),
    What.SOURCE_LOST: _lost("nilainya kini tanpa sumber", "its value has no source now"),
    What.NOW_JUDGED: _judged,
    What.NOW_MEASURED: _measured,
    What.MEASURED_ANEW: _measured_anew,
    What.DECLARED: _declared,
    What.LEAD: _handed("pengampu", "lead"),
    What.SUPPORT: _handed("pendukung", "support"),
    What.PARTNERS: _handed("mitra", "partner"),
    What.DUTY_BASIS: _arrow("dasar pembagian tugas:", "basis of the duty:"),
    What.CARRIER: _handed("pelaksana", "owner"),
    What.PROVIDER: _handed("penghasil data", "data provider"),
    What.DECISION_LEAD: _handed("penanggung jawab", "owner"),
    What.SLIPPED: _from_to("selesainya mundur", "its finish slips", _time),
    What.BROUGHT_FORWARD: _from_to("selesainya maju", "its finish is brought forward", _time),
    What.TIME_LOST: lambda change, lang: Text(
        f"waktu selesainya dihapus, sebelumnya {shown(change.before, 'id')}",
        f"its finish is no longer given, previously {shown(change.before, 'en')}",
    ).for_lang(lang),
    What.TIME_SET: lambda change, lang: Text(
        f"kini direncanakan selesai {shown(change.after, 'id')}",
        f"now planned to finish in {shown(change.after, 'en')}",
    ).for_lang(lang),
    What.DECISION_POSTPONED: _due("batas waktunya mundur", "its due date is put off"),
    What.DECISION_SOONER: _due("batas waktunya maju", "its due date is brought forward"),
    What.CANCELLED: _plainly("dibatalkan", "cancelled"),
    What.FOCUS_LATER: _focus("mundur ke tahun ini", "was put off to this year"),
    What.FOCUS_SOONER: _focus("maju ke tahun ini", "was brought forward to this year"),
    What.REVIVED: _plainly("tidak jadi batal", "no longer cancelled"),
    What.REOPENED: _plainly("tidak lagi tertulis selesai", "no longer recorded as done"),
    What.DONE: _done,
    What.DECISION_OPENED: _opened,
    What.DECISION_CLOSED: _closed,
    What.DECISION_REOPENED: _reopened,
    What.DECISION_VANISHED: _vanished,
    What.DECISION_REMOVED: _plainly(
        "dihapus dari data sesudah selesai", "removed from the data after it was closed"
    ),
    What.DECISION_STATUS: _status,
    What.DECISION_STANDING: _standing,
    What.EVIDENCE_GONE: _evidence_gone,
    What.MEASUREMENT_GONE: _figure(
        "nilai {value} dihapus, sumbernya {source}",
        "the value {value} was removed, source {source}",
        gone=True,
    ),
    What.MEASUREMENT_SOURCE_GONE: _figure(
        "nilai {value} kini tanpa sumber, sebelumnya {was}",
        "the value {value} has no source now, previously {was}",
    ),
    What.LESS_VERIFIED: _verified,
    What.MEASUREMENT_REVISED: _revised,
    What.MEASUREMENT_SOURCE_CHANGED: _figure(
        "sumber nilai {value}: {was} → {source}", "source of the value {value}: {was} → {source}"
    ),
    What.EVIDENCE_NEW: _evidence_new,
    What.MEASUREMENT_NEW: _figure(
        "nilai baru {value}, sumber {source}", "new value {value}, source {source}"
    ),
    What.MEASUREMENT_SOURCE_NEW: _figure(
        "nilai {value} kini bersumber: {source}", "the value {value} has a source now: {source}"
    ),
    What.BETTER_VERIFIED: _verified,
    What.NEW: _new,
    What.REMOVED: _plainly("dihapus", "removed"),
    What.RENAMED: _renamed,
    What.RECODED: lambda change, lang: Text(
        f"berganti kode, sebelumnya {change.before}", f"has another code, formerly {change.before}"
    ).for_lang(lang),
    What.RAKOR_MOVED: _from_to("tanggalnya diganti", "its date changed", _time),
    What.DETAIL: lambda change, lang: different(change.after, lang),
}
