"""Make the pictures of docs/gambar again: reports as people see them on a screen, a phone and paper.

Needs Chromium and, for paper, `pdftoppm` (poppler-utils); for Word and Excel files LibreOffice. `pngquant`
and `optipng` make the files small. `python docs/pictures.py` makes all of them, with names behind it some.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.readers.browser import chromium  # noqa: E402

from serang_plan.cli.main import run  # noqa: E402

TO = ROOT / "docs" / "gambar"
PLANS = {
    "contoh": ("--data", str(ROOT / "src" / "serang_plan" / "example"), "--as-of", "2026-06-30"),
    "serang": ("--data", str(ROOT / "data"), "--as-of", "2020-03-10"),
}
PAPER_RESOLUTION = 80


class Screen(NamedTuple):
    """A window of a browser; only the part from `top` on is taken."""

    width: int
    height: int
    scale: float = 1
    top: str = "body"


class Paper(NamedTuple):
    """One sheet of a printed file."""

    sheet: int = 1


class Picture(NamedTuple):
    """A report in a format, and how it is looked at."""

    name: str
    report: str
    plan: str
    suffix: str
    seen: Screen | Paper


PICTURES = (
    Picture("status-laptop", "status", "contoh", ".html", Screen(1280, 1180, 0.8)),
    Picture("status-ponsel", "status", "contoh", ".html", Screen(360, 740, 1.5, ".wide")),
    Picture("tahapan-proyektor", "stages", "contoh", ".html", Screen(1920, 1080, 0.6)),
    Picture("status-deret", "status", "contoh", ".html", Screen(960, 1180, 0.8, "figure:has(svg + svg)")),
    Picture("koordinasi-matriks", "coordination", "serang", ".html", Screen(390, 980, 1, ".matrix")),
    Picture("nota-walikota-cetak", "briefing --for walikota", "contoh", ".html", Paper()),
    Picture("status-pdf", "status", "serang", ".pdf", Paper()),
    Picture("nota-sekda-docx", "briefing --for sekda", "contoh", ".docx", Paper()),
    Picture("daftar-periksa-xlsx", "checklist", "contoh", ".xlsx", Paper(sheet=2)),
)


def main(names: list[str]) -> int:
    """Make the pictures that are named, or all."""
    for picture in PICTURES:
        if not names or picture.name in names:
            with tempfile.TemporaryDirectory() as folder:
                made = taken(picture, Path(folder))
                small(made)
                shutil.copyfile(made, TO / f"{picture.name}.png")
            print(f"{picture.name}.png", (TO / f"{picture.name}.png").stat().st_size)
    return 0


def taken(picture: Picture, folder: Path) -> Path:
    """Write the report, and take its picture."""
    file = folder / f"laporan{picture.suffix}"
    code = run([*picture.report.split(), *PLANS[picture.plan], "--lang", "id", "-o", str(file)])
    assert code == 0, picture
    match picture.seen:
        case Screen() as screen:
            return on_screen(file, screen)
        case Paper(sheet):
            return on_paper(printed(file), sheet)


def on_screen(file: Path, screen: Screen) -> Path:
    made = file.with_suffix(".png")
    with chromium() as browser:
        browser.open(file, screen.width, screen.height, screen.scale)
        browser.evaluate(f"document.querySelector('{screen.top}').scrollIntoView()")
        browser.screenshot(made)
    return made


def printed(file: Path) -> Path:
    """Return the file as a PDF: as it is, from the browser, or from LibreOffice."""
    made = file.with_suffix(".pdf")
    if file.suffix == ".html":
        with chromium() as browser:
            browser.open(file, 1280)
            browser.pdf(made)
    elif file.suffix != ".pdf":
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made


def on_paper(file: Path, sheet: int) -> Path:
    pages = ("-f", str(sheet), "-l", str(sheet), "-singlefile")
    made = file.with_suffix(".png")
    command = ["pdftoppm", "-r", str(PAPER_RESOLUTION), "-png", *pages, str(file), str(file.with_suffix(""))]
    subprocess.run(command, check=True)
    return made


def small(file: Path) -> None:
    """Make a picture small, as far as there are programs for it."""
    if shutil.which("pngquant"):
        command = ["pngquant", "--force", "--strip", "--ext", ".png", "128", str(file)]
        subprocess.run(command, check=True)
    if shutil.which("optipng"):
        subprocess.run(["optipng", "-quiet", "-o5", "-strip", "all", str(file)], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
