"""Mentioned: where a thing is named, a line for each, so that one can go up as well as down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.analysis.lookups.mentions import Mention
from serang_plan.model.action import Action, Stage
from serang_plan.model.criteria import Criteria, CriteriaItem
from serang_plan.model.indicator import Declaration, Indicator, Measurement, Series, Target, Threshold
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.model.record import Record
from serang_plan.model.source import Claim, Dispute, Statement
from serang_plan.page import Block, Cell, Column
from serang_plan.reports.parts.criteria_words import name_of
from serang_plan.reports.parts.phrases import goal_of, short_name, table, unit_of
from serang_plan.reports.website.addresses import meeting_title
from serang_plan.reports.website.value import Site
from serang_plan.wording import Lang, Text, listed, with_unit

_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Nama", "Name"), Column("", wrap=True, bare=True)),
    (Text("Sebagai", "As"), Column("", drop=1)),
    (Text("Isinya", "What it says"), Column("", wrap=True, bare=True)),
)
RESTS = Text("Yang bertumpu pada sumber ini", "What rests on this source")
NAMED = Text("Disebut di", "Named in")


def mentioned(site: Site, section: str, code: str, lang: Lang, caption: Text = NAMED) -> Iterator[Block]:
    """Give the table of what names a code, if anything does."""
    rows = dict.fromkeys(_cells(site, mention, lang) for mention in site.mentions.get((section, code), ()))
    if rows:
        yield table(caption, _COLUMNS, rows, lang)


_NOTED = (*_COLUMNS[2:], (Text("Catatan", "Note"), Column("", wrap=True, bare=True)))


def noted(mentions: Iterable[Mention], lang: Lang) -> Iterator[Block]:
    """Give the table of what is noted of parts of a thing, if everybody may see anything of it."""
    rows = []
    for mention in mentions:
        if note := getattr(mention.part, "note", None):
            role, words = _role(mention, lang)
            rows.append((Cell(role.for_lang(lang)), Cell(words), Cell(note)))
    if rows:
        yield table(Text("Catatan", "Notes"), _NOTED, rows, lang)


def _cells(site: Site, mention: Mention, lang: Lang) -> tuple[Cell, ...]:
    code, name = _called(site, mention, lang)
    role, words = _role(mention, lang)
    return Cell(code), Cell(name), Cell(role.for_lang(lang)), Cell(words)


def _called(site: Site, mention: Mention, lang: Lang) -> tuple[str, str]:
    """Return the code and the name of what it is that names something: of a meeting's decision, its own."""
    match mention.owner, mention.part:
        case _, Decision(code=str(code), text=text):
            return code, text
        case _, CriteriaItem() as item:
            return item.code, name_of(item, lang)
        case Rakor() as rakor, _:
            return rakor.code or "", meeting_title(rakor, lang)
        case Indicator() as indicator, _:
            return indicator.code, short_name(indicator, lang)
        case Assignment() as duty, _:
            led = site.plan.indicator_by_code.get(duty.indicator)
            return duty.indicator, short_name(led, lang) if led else ""
        case Criteria() as criteria, _:
            return criteria.code, name_of(criteria, lang)
        case Stage() as stage, _:
            return str(stage.year), stage.focus or ""
        case Claim(code=code, by=by), _:
            return code, by
        case Dispute(code=code, topic=topic), _:
            return code, topic
        case ((Action(code=code, name=name) | Opd(code=code, name=name)), _):
            return code, name
        case _:
            return str(getattr(mention.owner, "code", "")), ""


def _role(mention: Mention, lang: Lang) -> tuple[Text, str]:
    """Say what part of it names something, and what that part says."""
    owner, part = mention
    if isinstance(owner, Indicator):
        return _of_indicator(owner, part, lang)
    match part:
        case Assignment(lead=lead, support=support):
            return Text("pembagian tugas", "division of duties"), listed(
                [code for code in (lead, *support) if code], lang
            )
        case Statement(text=text):
            return Text("sisi pertentangan", "side of a contradiction"), text
        case Claim(met=met, indicators=whole) if met is not None and whole is not None:
            return Text("pernyataan", "claim"), Text(f"{met} dari {whole}", f"{met} of {whole}").for_lang(
                lang
            )
    return _ROLES.get(type(part), _ROLES.get(type(owner), _ELSE)), ""


_ELSE = Text("keterangan", "particulars")
_ROLES: dict[type[Record], Text] = {
    Action: Text("kegiatan", "action"),
    Criteria: Text("daftar kriteria", "list of criteria"),
    CriteriaItem: Text("butir kriteria", "criterion"),
    Claim: Text("pernyataan", "claim"),
    Dispute: Text("pertentangan", "contradiction"),
    Rakor: Text("rakor", "meeting"),
    Decision: Text("keputusan", "decision"),
    Opd: Text("OPD", "OPD"),
    Stage: Text("tahapan", "stage"),
}


def _of_indicator(indicator: Indicator, part: Record, lang: Lang) -> tuple[Text, str]:
    unit = unit_of(indicator, lang)
    match part:
        case Measurement() as value:
            written = with_unit(value.value, value.unit or unit, lang)
            return Text("nilai", "value"), f"{written} ({value.as_of.text(lang)})"
        case Threshold() as threshold:
            return Text(
                "ambang", "threshold"
            ), f"{goal_of(indicator, threshold.value, lang)}, {threshold.basis}"
        case Target() as target:
            return Text("target", "target"), f"{goal_of(indicator, target.value, lang)} ({target.year})"
        case Series() as series:
            return Text("deret", "series"), series.name_en if lang == "en" and series.name_en else series.name
        case Declaration() as declared:
            return Text("pernyataan", "claim"), declared.by
    return Text("indikator", "indicator"), ""
