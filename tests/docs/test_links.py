"""Every page can be reached, every link leads somewhere, every page has a twin in the other language."""

from __future__ import annotations

import importlib
import re
from functools import cache
from pathlib import Path

import pytest
from docs.reference import written

import serang_plan
from serang_plan.wording import LANGS, Lang
from tests.conftest import ROOT
from tests.docs.pages import DOCS, INDEX, TWIN, anchors, code_words, files, links, pages, paired, tokens

PATH = re.compile(r"[\w.{},…-]*/[\w./{},…-]*|[\w…]+\.py")
ROOMS = {path.name for path in (ROOT / "src" / "serang_plan").iterdir() if not path.name.startswith("__")}
MODULE = re.compile(rf"(?:{'|'.join(sorted(room.removesuffix('.py') for room in ROOMS))})(?:\.\w+)+")


def test_every_link_leads_to_a_file_and_every_anchor_to_a_heading() -> None:
    followed = [link for page in pages() for link in links(page)]
    lost = [link for link in followed if not link.to.exists()]
    lost += [link for link in followed if link.anchor and link.anchor not in anchors(link.to)]

    assert [str(link) for link in lost] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    reached, waiting = set[Path](), [INDEX]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        to = {link.to for link in links(page) if link.to.suffix == ".md" and link.to.is_relative_to(DOCS)}
        waiting += to - reached

    assert [page for page in pages() if page.is_relative_to(DOCS) and page not in reached] == []


def test_every_picture_is_shown_and_can_be_made_again() -> None:
    from docs.pictures import PICTURES

    kept = {path.name for path in (DOCS / "gambar").iterdir()}
    shown = {link.to.name for page in pages() for link in links(page) if link.to.parent == DOCS / "gambar"}

    assert shown == kept == {f"{picture.name}.png" for picture in PICTURES}


def test_the_readme_leads_to_the_index() -> None:
    assert INDEX in [link.to for link in links(ROOT / "README.md")]


# -- two languages ------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_index_names_every_page_of_a_language(lang: Lang) -> None:
    assert set(paired(lang)) == set((DOCS / lang).iterdir())


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_begins_with_the_way_to_its_twin(lang: Lang) -> None:
    (other,) = (language for language in LANGS if language != lang)
    for page, twin in zip(paired(lang), paired(other), strict=True):
        path = f"../{other}/{twin.name}"
        way = TWIN.for_lang(lang).format(title=title(twin), path=path)
        assert page.read_text(encoding="utf-8").split("\n\n")[1] == way


def test_twins_have_the_same_parts() -> None:
    for indonesian, english in zip(paired("id"), paired("en"), strict=True):
        assert shape(indonesian) == shape(english), f"{indonesian.name} and {english.name}"


def title(page: Path) -> str:
    return page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")


def shape(page: Path) -> list[str]:
    """Return the page's headings, rows, blocks and list items without their words."""
    kinds = ("heading_open", "tr_open", "fence", "list_item_open", "image")
    return [f"{token.type} {token.tag} {token.info}" for token in tokens(page) if token.type in kinds]


# -- what prose names ------------------------------------------------------------------


@cache
def paths() -> str:
    """Return every file and folder, a line each."""
    below = {str(path.relative_to(ROOT)) for path in files()}
    folders = {f"{parent}/" for path in files() for parent in path.relative_to(ROOT).parents}
    return "\n".join(f"/{path}" for path in sorted({*below, *folders}))


def exists(named: str) -> bool:
    """Return whether a path ends so; `name`, `x123_fault_name` and `…` stand for any name."""
    pattern = re.escape(named.removeprefix("./"))
    pattern = re.sub(r"x123_fault_name|\bname(?=\b|_)|(?<=_)name\b|…", r"[^/\\n]+", pattern)
    pattern = re.sub(r"\\{([^}]*)\\}", lambda choice: f"(?:{choice[1].replace(',', '|')})", pattern)
    return bool(re.search(rf"/{pattern.removesuffix('/')}/?$", paths(), re.MULTILINE))


def test_every_path_named_in_prose_exists() -> None:
    missing = []
    for page in set(pages()) - {DOCS / name for name in written()}:
        words = [word.rstrip(",.;:") for code in code_words(page) for word in code.split()]
        missing += [(page.name, word) for word in words if PATH.fullmatch(word) and not exists(word)]

    assert missing == []


def test_every_module_named_in_prose_exists() -> None:
    missing = []
    for page in pages():
        named = [match[0] for code in code_words(page) if (match := MODULE.match(code))]
        missing += [(page.name, name) for name in named if not is_module(name) and not exists(name)]

    assert missing == []


def is_module(name: str) -> bool:
    """Return whether a dotted name is a module of the program, or something in one."""
    found: object = serang_plan
    where = "serang_plan"
    for part in name.split("."):
        where = f"{where}.{part}"
        try:
            found = importlib.import_module(where)
        except ModuleNotFoundError:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
    return True


@pytest.mark.parametrize(
    "name", ["action.yml", ".pre-commit-hooks.yaml", "ci/gitlab.yml", ".github/workflows/plan.yml"]
)
def test_the_pages_that_a_file_for_forges_names_exist(name: str) -> None:
    named = re.findall(r"docs/[\w/-]+\.md", (ROOT / name).read_text(encoding="utf-8"))

    assert [ROOT / page for page in named if not (ROOT / page).exists()] == []
    assert {Path(page).parent.name for page in named} == set(LANGS)


def test_contributing_runs_every_test_that_names_what_was_forgotten() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (command,) = re.findall(r"^```sh\npython3 start\.py test (.+?)^```", text, re.MULTILINE | re.DOTALL)
    run = [ROOT / path for path in command.replace("\\", " ").split()]
    naming = [path for path in files() if path.suffix == ".py" and _is_for_what_was_forgotten(path)]

    assert [path for path in run if not path.exists()] == []
    assert naming
    assert [path for path in naming if not any(path.is_relative_to(place) for place in run)] == []


def _is_for_what_was_forgotten(path: Path) -> bool:
    caption = path.read_text("utf-8").partition("\n")[0]
    return path.is_relative_to(ROOT / "tests") and caption.endswith('named here."""')
