"""Change fields: any value of the plan in a few words, and which fields of a record are other than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from serang_plan.analysis.changes.change import FieldChange, HeldDuty
from serang_plan.model.action import Effect, Funding
from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.wording import Lang, Text, listed, money, number, short_date, untranslated

LONGEST_NAME = 70


def cut(text: str) -> str:
    """Return a text of the plan that is short enough for a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_NAME else f"{flat[: LONGEST_NAME - 1]}…"


def shown(value: Any, lang: Lang) -> str:
    """Write any value of the plan in a few words."""
    match value:
        case None:
            return Text("belum ada", "none").for_lang(lang)
        case bool():
            return Text("ya", "yes").for_lang(lang) if value else Text("tidak", "no").for_lang(lang)
        case int() | Decimal():
            return number(value, lang)
        case When():
            return value.text(lang)
        case date():
            return short_date(value, lang)
        case HeldDuty():
            return _duty(value, lang)
        case tuple():
            return listed([shown(one, lang) for one in value], lang, most=8) or shown(None, lang)
        case Record():
            return Text("ada", "there").for_lang(lang)
        case _:
            return DATA_WORDS.get(str(value), untranslated(cut(str(value)))).for_lang(lang)


DATA_WORDS = {
    "terverifikasi": Text("terverifikasi", "verified"),
    "sekunder": Text("sekunder", "second-hand"),
    "turunan": Text("turunan", "derived"),
    "perlu-dicek": Text("perlu dicek", "to be checked"),
    "usulan": Text("usulan", "a proposal"),
    "keputusan": Text("keputusan", "a decision"),
    "kandidat": Text("kandidat", "candidates"),
    "resmi": Text("resmi", "official"),
    "naik": Text("naik", "more is better"),
    "turun": Text("turun", "less is better"),
    "kota": Text("kota", "the city"),
    "kawasan": Text("kawasan", "the functional area"),
}
"""Words of the data as they are said in a sentence."""


def _duty(duty: HeldDuty, lang: Lang) -> str:
    match duty.since, duty.until:
        case None, None:
            return duty.code
        case None, until:
            return Text(f"{duty.code} (sampai {until})", f"{duty.code} (until {until})").for_lang(lang)
        case since, None:
            return Text(f"{duty.code} (mulai {since})", f"{duty.code} (from {since})").for_lang(lang)
        case since, until:
            return f"{duty.code} ({since}–{until})"


# -- fields -------------------------------------------------------------------------------------

FIELDS = {
    "adds": Text("dampak", "effect"),
    "indicators": Text("indikator", "indicators"),
    "needs": Text("kegiatan yang ditunggu", "actions it needs"),
    "start": Text("mulai", "start"),
    "finish": Text("rencana selesai", "planned finish"),
    "done": Text("waktu selesai", "time done"),
    "moves": Text("riwayat pergeseran", "history of moves"),
    "status": Text("status", "status"),
    "announced": Text("waktu diumumkan", "time announced"),
    "funding": Text("dana", "funding"),
    "place": Text("tempat", "place"),
    "authority": Text("kewenangan", "authority"),
    "nomenclature": Text("kode nomenklatur", "programme code"),
    "culture": Text("catatan budaya", "culture note"),
    "sources": Text("sumber", "sources"),
    "source": Text("sumber", "source"),
    "pillars": Text("pilar", "pillars"),
    "aspect": Text("aspek", "aspect"),
    "reporting": Text("periode pelaporan", "reporting period"),
    "provider": Text("penghasil data", "data provider"),
    "threshold": Text("ambang", "threshold"),
    "targets": Text("rincian target", "details of targets"),
    "declared": Text("rincian pernyataan", "details of what was declared"),
    "opd": Text("OPD", "OPD"),
    "focus": Text("fokus", "focus"),
    "text": Text("isi", "text"),
    "support": Text("pendukung", "support"),
    "indicator": Text("indikator", "indicator"),
    "invited": Text("undangan", "invited"),
    "resolution": Text("penyelesaian", "resolution"),
    "statements": Text("pernyataan yang bertentangan", "contradicting statements"),
    "until": Text("akhir berlaku", "end"),
    "from_": Text("awal berlaku", "beginning"),
    "successor": Text("penerus", "successor"),
    "first_year": Text("tahun pertama rencana", "first year of the plan"),
    "region": Text("kode wilayah", "region code"),
    "kind": Text("jenis", "kind"),
    "published": Text("tanggal terbit", "publication date"),
    "url": Text("alamat", "address"),
    "date": Text("tanggal", "date"),
    "met": Text("jumlah terpenuhi", "number met"),
}
_SIMPLE = (str, int, Decimal, When, date)


def different(fields: Iterable[FieldChange], lang: Lang) -> str:
    """Say which fields are other than before."""
    return listed([part for one in fields for part in _field(one, lang)], lang, most=6)


def _field(field: FieldChange, lang: Lang) -> Iterator[str]:
    """Say how one field that counts is other than before, with its contents if they are short."""
    outer, _, inner = field.name.partition(".")
    word = FIELDS.get(inner or outer, untranslated(f"`{inner or outer}`")).for_lang(lang)
    if inner:
        word = f"{FIELDS.get(outer, untranslated(outer)).for_lang(lang)}: {word}"
    if field.name in ("culture", "focus", "resolution") and None in (field.before, field.after):
        state = Text("dihapus", "removed") if field.after is None else Text("ditulis", "written")
        yield f"{word} {state.for_lang(lang)}"
    elif _are(Effect, field):
        yield from _effects(field, lang)
    elif _are(Funding, field):
        yield f"{word} {_money(field.before, lang)} → {_money(field.after, lang)}"
    elif _is_short(field.before) and _is_short(field.after):
        yield f"{word} {shown(field.before, lang)} → {shown(field.after, lang)}"
    else:
        yield Text(f"{word} berubah", f"{word} changed").for_lang(lang)


def _is_short(value: Any) -> bool:
    if isinstance(value, tuple) and not isinstance(value, When):
        return len(value) <= 4 and all(isinstance(one, str) for one in value)
    return value is None or isinstance(value, _SIMPLE)


def _are(kind: type[Record], field: FieldChange) -> bool:
    records = (*(field.before or ()), *(field.after or ())) if isinstance(field.after, tuple) else ()
    return bool(records) and all(isinstance(record, kind) for record in records)


def _effects(field: FieldChange, lang: Lang) -> Iterator[str]:
    old, new = ({one.code: one for one in side} for side in (field.before, field.after))
    for code in dict.fromkeys((*old, *new)):
        was, is_ = old.get(code), new.get(code)
        if was == is_:
            continue
        if was is None or is_ is None:
            word = (
                Text("tidak lagi menuju", "no longer aims at") if is_ is None else Text("menuju", "aims at")
            )
            yield f"{word.for_lang(lang)} {code}"
        else:
            effect = Text(f"dampak pada {code}", f"effect on {code}").for_lang(lang)
            yield f"{effect} {shown(was.adds, lang)} → {shown(is_.adds, lang)}"


def _money(funding: tuple[Funding, ...], lang: Lang) -> str:
    amounts = [fund.amount for fund in funding]
    return shown(None, lang) if None in amounts or not amounts else money(sum(filter(None, amounts)), lang)
