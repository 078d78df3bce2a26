"""The documents say what the program says; `SERANG_PLAN_ACCEPT=1 pytest tests/docs/test_docs.py` writes them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from serang_plan.findings import in_reading_order
from serang_plan.operations.checking.all_rules import all_rules
from serang_plan.reading.decoding import read_text
from serang_plan.reading.folder import read_texts
from serang_plan.reading.json_schema import schema
from serang_plan.rendering.findings import text as findings_text
from serang_plan.rendering.text import markdown
from serang_plan.reports.explain import page as rule_page
from serang_plan.rules import check
from serang_plan.wording import LANGS, Lang, Text
from tests.conftest import AS_OF, ROOT

MISTAKES = sorted((ROOT / "tests" / "mistakes").iterdir())
ONLY_INDONESIAN = re.compile(r"\b(ada|adalah|atau|berkas|bagian|dalam|di|ini|satu|semua|tanpa|untuk)\b", re.I)
OF_MISTAKES = ("S", "F", "L201", "E601")
INTRODUCTION = Text(
    "# Sepuluh salah ketik yang paling sering\n\n"
    "*English: [The ten most likely typing mistakes](../en/ten-mistakes.md)*\n\n"
    "Inilah yang dikatakan `serang-plan validate`, apa adanya. Satu sebab mendapat satu temuan.\n",
    "# The ten most likely typing mistakes\n\n"
    "*Bahasa Indonesia: [Sepuluh salah ketik yang paling sering](../id/sepuluh-salah-ketik.md)*\n\n"
    "This is what `serang-plan validate --lang en` says, word for word. One cause gets one finding.\n",
)


def equals(path: Path, text: str) -> bool:
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.exists() and path.read_text(encoding="utf-8") == text


def test_the_rule_pages_are_those_of_the_program() -> None:
    folder = ROOT / "docs" / "rules"
    pages = {f"{rule.code}.md": _both_languages(rule) for rule in all_rules()}
    pages["README.md"] = "\n".join(
        re.sub(
            r"\| ([A-Z]\d{3}) \|", r"| [\1](\1.md) |", markdown.render(rule_page.overview(all_rules(), lang))
        )
        for lang in LANGS
    )

    assert [name for name, text in pages.items() if not equals(folder / name, text)] == []
    assert {path.name for path in folder.iterdir()} == set(pages)


def test_a_comment_in_an_example_is_not_in_one_language_only() -> None:
    parts = (rule_page.parts(rule) for rule in all_rules())
    examples = "\n".join(example for part in parts for example in (part.wrong, part.right))
    comments = [text for text in re.findall(r"(?:^|\s)# (.*)", examples) if "serang-plan:" not in text]

    assert [text for text in comments if ONLY_INDONESIAN.search(text)] == []


def _both_languages(rule: object) -> str:
    return "\n".join(markdown.render(rule_page.page(rule, lang)) for lang in LANGS)  # type: ignore[arg-type]


def test_the_committed_schema_is_that_of_the_program() -> None:
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"

    assert equals(ROOT / "schema" / "serang-plan.schema.json", text)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_mistakes_shows_real_output(lang: Lang) -> None:
    parts = [INTRODUCTION.for_lang(lang)]
    for folder in MISTAKES:
        titles = (folder / "title.txt").read_text(encoding="utf-8").splitlines()
        parts.append(f"## {titles[LANGS.index(lang)]}\n\n```text\n{answer_to(folder, lang)}```\n")
    name = "id/sepuluh-salah-ketik.md" if lang == "id" else "en/ten-mistakes.md"

    assert equals(ROOT / "docs" / name, "\n".join(parts))


@pytest.mark.parametrize("folder", MISTAKES, ids=lambda folder: folder.name)
def test_a_mistake_gets_one_finding(folder: Path) -> None:
    answer = answer_to(folder, "id")

    assert len(re.findall(r"^(?:galat|peringatan)\[", answer, re.MULTILINE)) == 1
    assert "= saran: " in answer


def answer_to(folder: Path, lang: Lang) -> str:
    """Return what is said of the mistake itself; what a plan this small lacks is another matter."""
    text, _ = read_text(str(folder / "plan.yaml"))
    reading = read_texts(iter([("data/plan.yaml", text)]), AS_OF)
    located = in_reading_order([*reading.findings, *check(reading.plan)], reading.sources)
    of_the_mistake = [found for found in located if found.finding.rule.code.startswith(OF_MISTAKES)]
    return findings_text.excerpts(of_the_mistake, lang, reading.sources.line, colour=False)
