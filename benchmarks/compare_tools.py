"""Plant every fault in the real data, ask other tools too, write the page of comparison in both languages.

    python benchmarks/compare_tools.py

It takes a minute, and needs check-jsonschema and yamllint from PyPI, and from npm, in a folder of its own:

    npm install --ignore-scripts --prefix .cache/npm yaml-language-server @stoplight/spectral-cli

The faults are those of tests/seeded/faults.yaml; tests/seeded/test_comparison.py keeps our own column true.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.editor.language_server import Editor  # noqa: E402
from tests.seeded.finding import new_among, places  # noqa: E402
from tests.seeded.planting import (  # noqa: E402
    FAMILIES,
    Place,
    Planted,
    all_faults,
    all_of_style,
    sound,
    write,
)

from serang_plan.reading.json_schema import schema  # noqa: E402
from serang_plan.wording import LANGS, Lang, Text, number  # noqa: E402

NPM = ROOT / ".cache" / "npm" / "node_modules"
BIN = Path(sys.executable).parent
PAGES = {"id": ROOT / "docs" / "id" / "perbandingan.md", "en": ROOT / "docs" / "en" / "comparison.md"}
US = "serang-plan"

States = Mapping[str, Mapping[str, bytes]]
Complaints = dict[str, list[Place]]
"""What a tool complains of in each state of the data; line and column are 0 where it names none."""


class Tool(NamedTuple):
    name: str
    version: str
    complaints: Complaints


# -- the tools ---------------------------------------------------------------------


def run(command: Sequence[str | Path], cwd: Path) -> str:
    return subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, encoding="utf-8", check=False
    ).stdout


def ours(states: States) -> Complaints:
    return {state: places(files) for state, files in states.items()}


def check_jsonschema(folder: Path, states: States) -> Complaints:
    """A schema error names a path in the data; only what cannot be parsed gets lines."""
    said = run([BIN / "check-jsonschema", "--schemafile", "schema.json", *_files(folder)], folder)
    found: Complaints = {state: [] for state in states}
    for block in re.split(r"^  Failed to parse ", said, flags=re.MULTILINE)[1:]:
        state, path = _split(block.split()[0])
        spots = re.findall(r'in "<[\w ]+>", line (\d+), column (\d+)', block)
        found[state] += [Place("parse", path, int(line), int(column)) for line, column in spots or [(0, 0)]]
    for file, where in re.findall(r"^  (\S+?)::(\S+):", said, re.MULTILINE):
        state, path = _split(file)
        found[state].append(Place(where, path, 0, 0))
    return found


def yamllint(folder: Path, states: States) -> Complaints:
    """One run for each state, since a file that is not UTF-8 ends the run with a trace."""
    found: Complaints = {}
    for state in states:
        found[state] = []
        for line in run([BIN / "yamllint", "-f", "parsable", "."], folder / state / "data").splitlines():
            file, row, column, rest = line.split(":", 3)
            rule = re.search(r"\(([\w-]+)\)$", rest)
            path = f"data/{Path(file).name}"
            found[state].append(Place(rule[1] if rule else "syntax", path, int(row), int(column)))
    return found


def spectral(folder: Path, states: States) -> Complaints:
    then = {"function": "schema", "functionOptions": {"schema": schema(), "allErrors": True}}
    rules = {"rules": {"plan": {"given": "$", "severity": "error", "then": then}}}
    (folder / "ruleset.json").write_text(json.dumps(rules), encoding="utf-8")
    program = NPM / ".bin" / "spectral"
    found: Complaints = {state: [] for state in states}
    said = run(
        [program, "lint", "--quiet", "-f", "json", "--ruleset", "ruleset.json", *_files(folder)], folder
    )
    for one in json.loads(said):
        state, path = _split(str(Path(one["source"]).relative_to(folder.resolve())))
        start = one["range"]["start"]
        found[state].append(Place(str(one["code"]), path, start["line"] + 1, start["character"] + 1))
    return found


def language_server(folder: Path, states: States) -> Complaints:
    editor = Editor([str(NPM / ".bin" / "yaml-language-server"), "--stdio"], folder)
    found: Complaints = {}
    for state, files in states.items():
        found[state] = []
        for path, content in files.items():
            if state != SOUND and content == states[SOUND][path]:
                continue
            for one in editor.faults_of(folder / state / path, content.decode("utf-8", "replace")):
                start = one["range"]["start"]
                code = str(one.get("code", one.get("source", "")))
                found[state].append(Place(code, path, start["line"] + 1, start["character"] + 1))
    editor.close()
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.glob("*/data/*.yaml"))


def _split(file: str) -> tuple[str, str]:
    state, _, path = file.partition("/")
    return state, path


def _of_npm(name: str) -> str:
    return str(json.loads((NPM / name / "package.json").read_text(encoding="utf-8"))["version"])


# -- asking them -------------------------------------------------------------------

SOUND = "sound"


def ask_all(faults: Sequence[Planted], style: Sequence[Planted]) -> list[Tool]:
    states: dict[str, Mapping[str, bytes]] = {SOUND: sound()}
    states |= {f"f{nth:03}": planted.files for nth, planted in enumerate(faults)}
    states |= {f"s{nth:03}": planted.files for nth, planted in enumerate(style)}
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "schema.json").write_text(json.dumps(schema()), encoding="utf-8")
        for state, files in states.items():
            write(dict(files), folder / state)
            write({"schema/serang-plan.schema.json": json.dumps(schema()).encode()}, folder / state)
        return [
            Tool(US, version("serang-plan"), ours(states)),
            Tool("check-jsonschema", version("check-jsonschema"), check_jsonschema(folder, states)),
            Tool("yaml-language-server", _of_npm("yaml-language-server"), language_server(folder, states)),
            Tool("Spectral", _of_npm("@stoplight/spectral-cli"), spectral(folder, states)),
            Tool("yamllint", version("yamllint"), yamllint(folder, states)),
        ]


class Verdict(NamedTuple):
    found: bool
    line: bool
    column: bool
    complaints: int

    @property
    def mark(self) -> Text:
        if self.column:
            return COLUMN
        if self.line:
            return LINE
        return FOUND if self.found else MISSED


OF_THE_SOUND_DATA_TOO = {"line-length", "document-start"}

COLUMN, LINE, FOUND, MISSED = (
    Text("**kolom**", "**column**"),
    Text("baris", "line"),
    Text("ada", "somewhere"),
    Text("–", "–"),
)


def judge(planted: Planted, now: Iterable[Place], before: Iterable[Place]) -> Verdict:
    """Judge what is new by the place where the planner must change something."""
    new = [one for one in new_among(planted, now, before) if one.code not in OF_THE_SOUND_DATA_TOO]
    lines = [one for one in new if (one.path, one.line) == planted.place[1:3]]
    on_column = any(one.column == planted.place.column for one in lines)
    return Verdict(bool(new), bool(lines), on_column, len(new))


# -- the pages -----------------------------------------------------------------------

INTRODUCTION = Text(
    """# Perbandingan dengan alat lain

*English: [Comparison with other tools](../en/comparison.md)*

Dalam salinan data yang sebenarnya ditanam {count} kesalahan, satu per satu, lalu setiap alat diminta
memeriksanya. Halaman ini ditulis oleh `benchmarks/compare_tools.py`; kesalahannya ada di
[tests/seeded/faults.yaml](../../tests/seeded/faults.yaml).

- **kolom**: ditemukan, tepat di baris dan kolom yang harus diubah; **baris**: di baris yang benar;
  **ada**: ada keluhan baru, tetapi di tempat lain atau tanpa nomor baris; **–**: tidak ditemukan.
- Alat lain mendapat yang terbaik dari kami: JSON Schema kami sendiri untuk check-jsonschema,
  yaml-language-server (yang dipakai VS Code) dan Spectral; susunan baku untuk yamllint.
- Keluhan yamllint tentang panjang baris dan baris `---` di awal tidak dihitung: atas data yang sebenarnya pun
  ia mengatakannya.
- Kesalahan dan tempat yang harus diubah kami yang menetapkan, dari hal yang menurut kami harus ditemukan
  dalam sebuah rencana. Alat umum tidak dibuat untuk mengetahui apa itu OPD atau target; tabel
  ini bukan penilaian atas mutunya.
""",
    """# Comparison with other tools

*Bahasa Indonesia: [Perbandingan dengan alat lain](../id/perbandingan.md)*

{count} faults were planted in copies of the real data, one at a time, and every tool was asked to check them.
`benchmarks/compare_tools.py` wrote this page; the faults are in
[tests/seeded/faults.yaml](../../tests/seeded/faults.yaml).

- **column**: found, at the very line and column to be changed; **line**: on the right line;
  **somewhere**: a new complaint, but elsewhere or without a line number; **–**: not found.
- The others get the best that we have: our own JSON Schema for check-jsonschema, yaml-language-server
  (which VS Code uses) and Spectral; the default configuration for yamllint.
- What yamllint says of the length of lines and of `---` at the top is not counted: it says so of the real
  data too.
- We chose the faults and said what must be changed, from what we think must be found in a plan. General tools
  are not made to know what an OPD or a target is; this table is no judgement of their quality.
""",
)


def page(lang: Lang, tools: Sequence[Tool], faults: Sequence[Planted], style: Sequence[Planted]) -> str:
    verdicts = {
        tool.name: [
            judge(one, tool.complaints[f"f{nth:03}"], tool.complaints[SOUND])
            for nth, one in enumerate(faults)
        ]
        for tool in tools
    }
    parts = [
        INTRODUCTION.for_lang(lang).format(count=len(faults)),
        _totals(lang, tools, verdicts),
        _families(lang, tools, faults, verdicts),
        _theirs(lang, tools, style),
        _each(lang, tools, faults, verdicts),
    ]
    return "\n".join(parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, [":---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def _totals(lang: Lang, tools: Sequence[Tool], verdicts: Mapping[str, list[Verdict]]) -> str:
    head = Text(
        "Alat|Versi|Ditemukan|Baris benar|Kolom benar|Keluhan per kesalahan yang ditemukan",
        "Tool|Version|Found|Right line|Right column|Complaints per fault found",
    )
    rows = []
    for tool in tools:
        of = verdicts[tool.name]
        found = sum(one.found for one in of)
        rows.append(
            (
                tool.name,
                tool.version,
                found,
                sum(one.line for one in of),
                sum(one.column for one in of),
                _one_decimal(sum(one.complaints for one in of), found, lang),
            )
        )
    title = Text("## Jumlah", "## Totals").for_lang(lang)
    return f"{title}\n\n{_table(head.for_lang(lang).split('|'), rows)}"


def _one_decimal(total: int, of: int, lang: Lang) -> str:
    return number(Decimal(total) / of, lang, places=1) if of else "–"


def _families(
    lang: Lang, tools: Sequence[Tool], faults: Sequence[Planted], verdicts: Mapping[str, list[Verdict]]
) -> str:
    rows = []
    for family, names in FAMILIES.items():
        mine = [nth for nth, one in enumerate(faults) if one.place.code[0] == family]
        found = [sum(verdicts[tool.name][nth].found for nth in mine) for tool in tools]
        rows.append((names[LANGS.index(lang)], len(mine), *found))
    title = Text("## Ditemukan, menurut jenisnya", "## Found, by kind").for_lang(lang)
    head = Text("Jenis|Ditanam", "Kind|Planted").for_lang(lang).split("|")
    return f"{title}\n\n{_table([*head, *(tool.name for tool in tools)], rows)}"


THEIRS = Text(
    """## Yang mereka temukan dan kami tidak

Perkara gaya berikut tidak mengubah arti rencana. Kami sengaja diam: temuan yang tidak mengubah apa pun
membuat orang berhenti membaca temuan yang penting. Yang menginginkannya dapat menjalankan yamllint di samping
serang-plan.
""",
    """## What they find and we do not

These matters of style do not change what the plan means. We are silent on purpose: findings that change
nothing make people stop reading those that matter. Who wants them can run yamllint beside serang-plan.
""",
)
ON_SOUND = Text(
    "Atas data yang sebenarnya, tanpa satu pun kesalahan yang ditanam, {tool} mengeluhkan {rules}.",
    "Of the real data, without any planted fault, {tool} complains of {rules}.",
)
NOTHING = Text("Alat lainnya tidak mengeluhkan apa pun.", "The other tools complain of nothing.")


def _theirs(lang: Lang, tools: Sequence[Tool], style: Sequence[Planted]) -> str:
    rows = []
    for nth, one in enumerate(style):
        of = [judge(one, tool.complaints[f"s{nth:03}"], tool.complaints[SOUND]) for tool in tools]
        rows.append((_name(one, lang), *(verdict.mark.for_lang(lang) for verdict in of)))
    head = [Text("Gaya", "Style").for_lang(lang), *(tool.name for tool in tools)]
    spoken = []
    for tool in tools[1:]:
        if rules := Counter(one.code for one in tool.complaints[SOUND]):
            counted = ", ".join(f"`{rule}` ({count}×)" for rule, count in sorted(rules.items()))
            spoken.append(ON_SOUND.for_lang(lang).format(tool=tool.name, rules=counted))
    said = " ".join([*spoken, NOTHING.for_lang(lang)])
    return f"{THEIRS.for_lang(lang)}\n{_table(head, rows)}\n{said}\n"


def _each(
    lang: Lang, tools: Sequence[Tool], faults: Sequence[Planted], verdicts: Mapping[str, list[Verdict]]
) -> str:
    rows = []
    for nth, one in enumerate(faults):
        code = f"[{one.place.code}](../rules/{one.place.code}.md)"
        marks = [verdicts[tool.name][nth].mark.for_lang(lang) for tool in tools]
        rows.append((_name(one, lang), code, *marks))
    title = Text("## Satu per satu", "## One by one").for_lang(lang)
    head = [*Text("Kesalahan|Aturan", "Fault|Rule").for_lang(lang).split("|"), *(tool.name for tool in tools)]
    return f"{title}\n\n{_table(head, rows)}"


def _name(planted: Planted, lang: Lang) -> str:
    return (planted.name if lang == "id" else planted.name_en).replace("|", "\\|")


def main() -> None:
    faults, style = all_faults(), all_of_style()
    tools = ask_all(faults, style)
    for lang in LANGS:
        PAGES[lang].write_text(page(lang, tools, faults, style), encoding="utf-8")
        print(PAGES[lang].relative_to(ROOT))


if __name__ == "__main__":
    main()
