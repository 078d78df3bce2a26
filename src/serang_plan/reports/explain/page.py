"""Rule page: what a rule finds, why it matters, a wrong and a right example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent
from typing import NamedTuple

from serang_plan.findings import Rule
from serang_plan.page import Block, Cell, Code, Column, Group, Heading, Page, Paragraph, Table
from serang_plan.wording import Lang, Text, capitalised

FAMILIES = {
    "S": Text("YAML", "YAML"),
    "F": Text("Isian", "Fields"),
    "L": Text("Rujukan", "Links"),
    "C": Text("Kelengkapan", "Completeness"),
    "T": Text("Waktu dan urutan", "Time and order"),
    "V": Text("Nilai", "Values"),
    "E": Text("Bukti", "Evidence"),
    "K": Text("Koordinasi", "Coordination"),
    "R": Text("Rakor", "Rakor"),
    "P": Text("Pengaturan dan pengecualian", "Settings and exceptions"),
}


class Parts(NamedTuple):
    """A rule's docstring, taken apart."""

    title: Text
    why: Text
    wrong: str
    right: str


def parts(rule: Rule) -> Parts:
    """Take a rule's page apart: two titles, two reasons, two examples."""
    prose, _, examples = rule.page.partition("\nSalah:\n")
    wrong, _, right = examples.partition("\nBenar:\n")
    titles, _, reasons = prose.partition("\nMengapa:")
    indonesian, _, english = titles.strip().partition("\n\n")
    why_id, _, why_en = reasons.partition("\nWhy:")
    return Parts(
        Text(_flat(indonesian), _flat(english)),
        Text(_sentence(why_id), _sentence(why_en)),
        _example(wrong),
        _example(right),
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    return capitalised(_flat(text))


def _example(text: str) -> str:
    return dedent(text.strip("\n")).rstrip()


def page(rule: Rule, lang: Lang) -> Page:
    """Lay one rule out."""
    rule_parts = parts(rule)
    return Page(
        f"{rule.code} {rule.name}", rule.severity.word.for_lang(lang), tuple(_blocks(rule_parts, lang))
    )


def _blocks(parts: Parts, lang: Lang) -> Iterator[Block]:
    yield Paragraph(parts.title.for_lang(lang))
    yield Heading(Text("Mengapa", "Why").for_lang(lang))
    yield Paragraph(parts.why.for_lang(lang))
    yield Heading(Text("Salah", "Wrong").for_lang(lang))
    yield Code(parts.wrong, "yaml")
    yield Heading(Text("Benar", "Right").for_lang(lang))
    yield Code(parts.right, "yaml")


def overview(rules: Iterable[Rule], lang: Lang) -> Page:
    """Lay out the list of all rules, by family."""
    rules = tuple(rules)
    columns = (
        Column(Text("Kode", "Code").for_lang(lang)),
        Column(Text("Tingkat", "Severity").for_lang(lang), drop=1),
        Column(Text("Yang ditemukan", "What it finds").for_lang(lang), wrap=True),
    )
    groups = tuple(
        Group(name.for_lang(lang), tuple(_row(rule, lang) for rule in rules if rule.code[0] == family))
        for family, name in FAMILIES.items()
    )
    title = Text(f"{len(rules)} aturan", f"{len(rules)} rules").for_lang(lang)
    more = Text("`serang-plan explain KODE` menjelaskan satu.", "`serang-plan explain CODE` explains one.")
    caption = Text("Aturan menurut keluarga", "Rules by family").for_lang(lang)
    return Page(title, "", (Table(caption, columns, groups), Paragraph(more.for_lang(lang), "muted")))


def _row(rule: Rule, lang: Lang) -> tuple[Cell, ...]:
    title = parts(rule).title.for_lang(lang).rstrip(".")
    return Cell(rule.code), Cell(rule.severity.word.for_lang(lang)), Cell(title)
