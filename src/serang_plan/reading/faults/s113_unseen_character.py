"""Ada karakter yang tidak terlihat.

There is a character that cannot be seen.

Mengapa: karakter seperti ini biasanya terbawa dari halaman web, PDF atau WhatsApp. Dua kata tampak
sama padahal berbeda, tulisan dapat terbalik arah, dan nomor baris dapat bergeser.

Why: such characters usually come along from a web page, a PDF or WhatsApp. Two words look alike but
differ, text can run backwards, and line numbers can shift.

Salah:

    - code: A01
      name: "Taman\\u200BDeduluran"

Benar:

    - code: A01
      name: Taman Deduluran
"""

from __future__ import annotations

import unicodedata

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S113", "unseen-character", why=__doc__)
_TURNS = Text("pembalik arah tulisan", "turns the direction of text")
_NAMES = {
    "\0": Text("NUL, karakter kosong", "NUL, an empty character"),
    "\x1b": Text("ESC, kode kendali layar", "ESC, a code that controls the screen"),
    "\x85": Text("NEL, ganti baris", "NEL, a line break"),
    "\u200b": Text("spasi tanpa lebar", "zero-width space"),
    "\u2028": Text("pemisah baris", "line separator"),
    "\u2029": Text("pemisah paragraf", "paragraph separator"),
    "\ufeff": Text("BOM, penanda awal berkas", "BOM, a mark for the start of a file"),
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", _TURNS),
}
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})


def finding(at: Location, typed: str) -> Finding:
    advice = Text(
        "hapus kata di tempat ini berikut spasi di sekitarnya, lalu ketik ulang, jangan tempel",
        "delete the word here with the spaces around it and type it again, without pasting",
    )
    return RULE.finding(_message(typed), at, help=advice)


def _message(typed: str) -> Text:
    char = _first_unseen(typed)
    point = f"`U+{ord(char):04X}`"
    if char not in _NAMES:
        return Text(f"ada karakter tak terlihat {point}", f"there is an unseen character {point}")
    name = _NAMES[char]
    return Text(
        f"ada karakter tak terlihat {point} ({name.id})", f"there is an unseen character {point} ({name.en})"
    )


def _first_unseen(typed: str) -> str:
    """Return the character to name; a quoted text comes whole, with its ordinary line ends and tabs."""
    unseen = (char for char in typed if unicodedata.category(char) in _UNSEEN and char not in "\t\n\r")
    return next(unseen, typed[:1] or "\0")
