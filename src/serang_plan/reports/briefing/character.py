"""Local culture and the pillars of the vision, in one line."""

from __future__ import annotations

from serang_plan.analysis.identity import Identity, Served
from serang_plan.reports.matters import shortened
from serang_plan.wording import Lang, Text, listed


def character(found: Identity, lang: Lang) -> str:
    """Say how far local culture is thought of, and how the pillars stand."""
    return f"{_culture(len(found.noted), found.actions).in_(lang)} {_pillars(found, lang)}"


def _culture(noted: int, whole: int) -> Text:
    if whole == 0:
        return Text(
            "Budaya lokal: belum ada kegiatan yang dapat dinilai.",
            "Local culture: there is no action to judge yet.",
        )
    if whole == 1:
        does, said = ("sudah", "says") if noted else ("belum", "does not say")
        return Text(
            f"Budaya lokal: satu-satunya kegiatan {does} menyebut cara menjaganya.",
            f"Local culture: the only action {said} how it keeps it.",
        )
    if noted == 0:
        return Text(
            f"Budaya lokal: belum satu pun dari {whole} kegiatan menyebut cara menjaganya.",
            f"Local culture: none of {whole} actions says how it keeps it.",
        )
    if noted == whole:
        return Text(
            f"Budaya lokal: semua {whole} kegiatan menyebut cara menjaganya.",
            f"Local culture: all {whole} actions say how they keep it.",
        )
    say = "says how it keeps" if noted == 1 else "say how they keep"
    return Text(
        f"Budaya lokal: {noted} dari {whole} kegiatan menyebut cara menjaganya.",
        f"Local culture: {noted} of {whole} actions {say} it.",
    )


def _pillars(found: Identity, lang: Lang) -> str:
    if not found.pillars:
        return Text("Pilar visi belum ditulis.", "The pillars of the vision are not written yet.").in_(lang)
    served = [one for one in found.pillars if one.indicators]
    idle = [shortened(one.pillar.name, 40) for one in found.pillars if not one.indicators]
    words = []
    if served:
        named = listed([_served(one, nth == 0, lang) for nth, one in enumerate(served)], lang, most=6)
        words.append(f"{Text('Pilar', 'Pillars').in_(lang)}: {named}.")
    if idle:
        names = listed(idle, lang, most=4)
        words.append(
            Text(
                f"Belum didukung satu indikator pun: {names}.", f"Not supported by any indicator: {names}."
            ).in_(lang)
        )
    return " ".join(words)


def _served(one: Served, is_first: bool, lang: Lang) -> str:
    """Write `Kota yang ramah 1 dari 3 indikator terpenuhi`, the later ones in short."""
    name = shortened(one.pillar.name, 40)
    plural = "" if one.indicators == 1 else "s"
    rest = Text(" indikator terpenuhi", f" indicator{plural} met").in_(lang) if is_first else ""
    return Text(
        f"{name} {one.met} dari {one.indicators}{rest}", f"{name} {one.met} of {one.indicators}{rest}"
    ).in_(lang)
