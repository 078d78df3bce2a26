"""LibreOffice as an OPD uses it: a workbook is opened, cells are typed into, and it is saved again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

SOFFICE = shutil.which("soffice")
MACRO = """
Sub Fill
  Dim way(0) As New com.sun.star.beans.PropertyValue
  way(0).Name = "Hidden" : way(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, way())
{typed}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("{target}", kind())
  book.close(True)
End Sub
"""
TYPED = '  book.Sheets.getByName("{sheet}").getCellRangeByName("{cell}").setFormula("{text}")'
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Filling" script:language="StarBasic">
{code}</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Filling"/>
</library:library>
"""


def fill(source: Path, target: Path, typed: Mapping[tuple[str, str], str], profile: Path) -> None:
    """Type into cells, by sheet and cell, as a hand does, and save as Excel; without LibreOffice openpyxl stands in."""
    if SOFFICE is None:
        book = openpyxl.load_workbook(source)
        for (sheet, cell), text in typed.items():
            book[sheet][cell] = text
        book.save(target)
        return
    lines = [
        TYPED.format(sheet=sheet, cell=cell, text=text.replace('"', '""'))
        for (sheet, cell), text in typed.items()
    ]
    code = MACRO.format(source=source.as_uri(), target=target.as_uri(), typed="\n".join(lines))
    basic = profile / "user" / "basic" / "Standard"
    if not basic.exists():
        _run(profile, "--terminate_after_init")
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Filling.xba").write_text(MODULE.format(code=escape(code)), "utf-8")
    (basic / "script.xlb").write_text(LIBRARY, "utf-8")
    _run(profile, "macro:///Standard.Filling.Fill")
    assert target.exists(), "LibreOffice saved nothing"


def fill_bare(source: Path, target: Path, typed: Mapping[tuple[str, str], str]) -> None:
    """Type into cells with a program that keeps neither protection nor lists nor formats, as some do."""
    book, bare = openpyxl.load_workbook(source), openpyxl.Workbook()
    bare.remove(bare.worksheets[0])
    for sheet in book:
        into = bare.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                into[cell.coordinate].value = cell.value
    for (name, cell), text in typed.items():
        bare[name][cell] = text
    bare.save(target)


def as_workbooks(tables: Iterable[Path], folder: Path, profile: Path) -> None:
    """Open tables as somebody does who has LibreOffice, and save each as a workbook."""
    _run(profile, "--convert-to", "xlsx", "--outdir", str(folder), *map(str, tables))


def _run(profile: Path, *arguments: str) -> None:
    subprocess.run(
        [SOFFICE or "", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *arguments],
        check=True,
        timeout=180,
        capture_output=True,
    )
