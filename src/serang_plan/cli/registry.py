"""The commands: what each answers, examples, and what else people call it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from serang_plan.wording import Text


class CommandModule(Protocol):
    """What each file of `commands` holds."""

    @property
    def command(self) -> Callable[..., int]:
        """Takes the run's context, then the options that it declares; returns the exit code."""


class Command(NamedTuple):
    """One command, of one word or two; its module, which bears its name, is imported when it is asked for."""

    summary: Text
    examples: tuple[str, ...]
    """Behind `serang-plan`."""
    indonesian: tuple[str, ...] = ()
    """What somebody may type who looks for it in Indonesian."""


COMMANDS: dict[str, Command] = {
    "status": Command(
        Text(
            "Posisi kota: hitungan, pernyataan dan bukti, semua indikator.",
            "Where the city stands: counts, claim and evidence, every indicator.",
        ),
        ("status", "status --as-of 2020-03-10", "status --format markdown"),
        ("keadaan",),
    ),
    "criteria": Command(
        Text(
            "Daftar kriteria dari pihak lain, butir demi butir di samping bukti.",
            "Lists of criteria from others, item by item beside the evidence.",
        ),
        ("criteria", "criteria L1", "criteria L1 --format markdown"),
        ("kriteria",),
    ),
    "gaps": Command(
        Text(
            "Apa yang kurang, berapa, siapa pengampunya, dan apa yang menutupnya.",
            "What is missing, how much, who answers for it, and what would close it.",
        ),
        ("gaps", "gaps --opd DLH", "gaps --year 2027 --format markdown"),
        ("kesenjangan",),
    ),
    "checklist": Command(
        Text(
            "Tiap OPD: yang dibawa ke rakor, disepakati, diserahkan, dan ditunggu.",
            "Each OPD: what to bring to the rakor, to settle, to hand over, and who waits.",
        ),
        ("checklist", "checklist --opd DLH", "checklist --all --format markdown"),
        ("daftar",),
    ),
    "coordination": Command(
        Text(
            "Siapa harus sepakat dengan siapa: matriks OPD, beban, rantai, bentrok.",
            "Who must agree with whom: matrix of OPD, load, chains, clashes.",
        ),
        ("coordination", "coordination --opd DLH", "coordination --year 2027"),
        ("koordinasi",),
    ),
    "stages": Command(
        Text(
            "Tahapan tahun demi tahun: fokus, target, kegiatan, yang digeser, tahun kosong.",
            "The stages year by year: focus, targets, actions, what was carried over, empty years.",
        ),
        ("stages", "stages --year 2027", "stages --propose"),
        ("tahapan",),
    ),
    "progress": Command(
        Text(
            "Satu indikator: semua nilainya, grafiknya, dan putusan tiap metode.",
            "One indicator: all its values, a chart, and the verdict of each method.",
        ),
        ("progress M03", "progress M03 --explain", "progress M09 --format json"),
        ("kemajuan",),
    ),
    "forecast": Command(
        Text(
            "Berapa indikator terpenuhi tiap akhir tahun: menurut tren, rencana dan target.",
            "How many indicators are met at the end of each year: on trend, on plan, on target.",
        ),
        ("forecast", "forecast --format json"),
        ("perkiraan", "prakiraan"),
    ),
    "simulate": Command(
        Text(
            "Bagaimana jika: kegiatan mundur atau batal, OPD gagal, nilai tercapai.",
            "What if: an action slips or fails, an OPD fails, a value is reached.",
        ),
        ("simulate --delay A02:+1", "simulate --drop A05 --without-opd DLH", "simulate --value M01=15@2027"),
        ("simulasi",),
    ),
    "briefing": Command(
        Text(
            "Nota dinas untuk satu pembaca: Wali Kota, Sekda, Bappeda atau satu OPD.",
            "The note for one reader: the Wali Kota, the Sekda, Bappeda or an OPD.",
        ),
        (
            "briefing --for walikota",
            "briefing --for sekda --rakor 2020-03-10",
            "briefing --for opd:DLH --format markdown",
        ),
        ("nota",),
    ),
    "rakor prepare": Command(
        Text(
            "Acara rakor berikutnya dari rencana: yang ditagih, diputuskan, disepakati; siapa membawa apa.",
            "The agenda of the next rakor from the plan: what to follow up, decide, agree; who brings what.",
        ),
        (
            "rakor prepare 2026-12-10",
            "rakor prepare 2026-12-10 --minutes 90",
            "rakor prepare 2026-12-10 --letter -o undangan.docx",
            "rakor prepare 2026-12-10 --save",
        ),
        ("siapkan", "undangan"),
    ),
    "rakor attend": Command(
        Text("Catat siapa yang hadir dalam rakor.", "Record who came to a rakor."),
        (
            "rakor attend DLH,DPUPR",
            'rakor attend DINKES --by "Sekretaris Dinas"',
            "rakor attend DISHUB --absent",
        ),
        ("hadir",),
    ),
    "rakor decide": Command(
        Text("Catat keputusan rakor.", "Record what a rakor decided."),
        (
            'rakor decide "Lahan TPS Kasemen disiapkan" --lead DLH --due 2027-01-31',
            'rakor decide "Jadwal disusun" --lead DISHUB --due 2027-01-31 --support DPUPR --about M07 --yes',
        ),
        ("putuskan",),
    ),
    "rakor report": Command(
        Text("Catat laporan OPD tentang satu keputusan.", "Record what an OPD reports on a decision."),
        (
            'rakor report R1-1 --status proses --note "Menunggu sertifikat"',
            'rakor report R1-1 --status selesai --evidence "Berita acara 28 Maret 2026"',
            'rakor report R1-1 --due 2027-03-31 --reason "Sertifikat belum terbit"',
        ),
        ("laporkan",),
    ),
    "rakor accept": Command(
        Text(
            "Catat hasil pemeriksaan satu keputusan; hanya ini yang menutupnya.",
            "Record the verdict on a decision; only this closes it.",
        ),
        (
            "rakor accept R1-1",
            "rakor accept R1-1 --as belum-sesuai --by SETDA",
            'rakor accept R1-1 --as tidak-dapat-ditindaklanjuti --reason "Lahannya sengketa"',
        ),
        ("terima",),
    ),
    "rakor minutes": Command(
        Text(
            "Notulen satu rakor: acara, daftar hadir, keputusan, tempat tanda tangan.",
            "The minutes of a rakor: agenda, attendance, decisions, places to sign.",
        ),
        ("rakor minutes 2026-12-10", "rakor minutes 2026-12-10 -o notulen.docx"),
        ("notulen",),
    ),
    "rakor close": Command(
        Text(
            "Tutup notulen rakor: isinya tidak berubah lagi, dan rencananya diarsipkan.",
            "Close the minutes of a rakor: they do not change any more, and the plan is kept.",
        ),
        ("rakor close 2026-12-10",),
        ("tutup",),
    ),
    "rakor follow-up": Command(
        Text(
            "Matriks tindak lanjut: tiap keputusan, siapa, kapan, terlambat berapa, diterima atau belum.",
            "The matrix of follow-up: every decision of a rakor, who, by when, how late, accepted or not.",
        ),
        (
            "rakor follow-up",
            "rakor follow-up --opd DLH --format whatsapp",
            "rakor follow-up --all -o matriks.pdf",
            "rakor follow-up -o tindak-lanjut.xlsx",
            "rakor follow-up -o rakor.ics",
        ),
        ("tindak-lanjut", "matriks"),
    ),
    "rakor owed": Command(
        Text(
            "Siapa belum menyampaikan angka apa, sejak kapan, menurut jadwal angka tiap indikator.",
            "Who owes which figure, since when, by the calendar of each indicator.",
        ),
        ("rakor owed", "rakor owed --opd DLH"),
        ("utang",),
    ),
    "diff": Command(
        Text(
            "Perubahan yang berarti sejak rakor, revisi atau folder lain, dan akibatnya bagi hitungan.",
            "What changed by meaning since a rakor, a revision or another folder; what it does to the count.",
        ),
        ("diff", "diff --since rakor:2026-03-12", "diff FOLDER_LAMA FOLDER_BARU"),
        ("perubahan", "beda"),
    ),
    "export": Command(
        Text(
            "Rencana sebagai data terbuka: tabel CSV dengan penjelasan, dan SQL yang menghitungnya lagi.",
            "The plan as open data: described CSV tables, and the SQL that works them out again.",
        ),
        ("export -o ekspor", "export -o ekspor-2020 --as-of 2020-03-10"),
        ("ekspor",),
    ),
    "publish": Command(
        Text(
            "Situs rencana untuk umum: tiap angka sampai ke sumbernya, tanpa program dan tanpa jaringan.",
            "A site of the plan for everybody: each figure down to its source, without program or network.",
        ),
        ("publish -o situs", "publish -o situs --as-of 2026-06-30"),
        ("terbitkan",),
    ),
    "validate": Command(
        Text(
            "Periksa berkas YAML: semua temuan sekaligus, dengan baris dan saran.",
            "Check the YAML files: all findings at once, with line and advice.",
        ),
        (
            "validate",
            "validate --failing-only --format concise",
            "validate --strict -o hasil.sarif -o ringkasan.md",
            "validate - --stdin-filename data/rakor.yaml < data/rakor.yaml",
        ),
        ("periksa", "cek"),
    ),
    "record": Command(
        Text(
            "Catat nilai terbitan sebuah indikator, dengan waktu dan sumbernya.",
            "Record a published value of an indicator, with its time and source.",
        ),
        (
            "record M02 73,5 --at 2025-12-23 --source S18",
            'record M02 73,5 --at 2025-12 --title "Sampah 2025" --published 2026-01-05 --kind berita --yes',
            "record M02 73,5 --at 2025-12-23 --dry-run",
        ),
        ("catat",),
    ),
    "target": Command(
        Text(
            "Tetapkan target sebuah indikator untuk satu tahun.", "Set a target of an indicator for a year."
        ),
        ("target M02 2027 80", "target M02 2027 75 --basis rkpd --reason 'Armada belum cukup' --yes"),
        ("sasaran",),
    ),
    "threshold": Command(
        Text(
            "Tetapkan ambang sebuah indikator: menurut siapa, untuk waktu dan cakupan mana.",
            "Set a threshold of an indicator: by whom, for which time and scope.",
        ),
        (
            'threshold M04 100 --of kebijakan --basis "Usulan rakor" --due 2029',
            'threshold M14 4,85 --of pembanding --basis "TPT nasional" --for 2025-08 --on 2025-11-05',
        ),
        ("ambang",),
    ),
    "assign": Command(
        Text(
            "Beri satu OPD tugas mengampu indikator; pengampu sebelumnya menyerahkan.",
            "Give an OPD the lead of an indicator; the one before hands over.",
        ),
        ("assign M02 DLH --from 2027 --support DPUPR --basis keputusan", "assign M02 --until 2026"),
        ("tugaskan", "ampu"),
    ),
    "opd": Command(
        Text(
            "Catat nama baru sebuah OPD, atau sampai kapan ia ada dan siapa penerusnya.",
            "Record another name of an OPD, or until when it exists and who follows it.",
        ),
        (
            'opd DLH --name "Dinas Lingkungan Hidup dan Kehutanan" --from 2027',
            "opd DPKPTB --until 2026 --successor SATPOLPP",
        ),
    ),
    "claim": Command(
        Text(
            "Catat apa yang dinyatakan orang tentang seluruh daftar, seperti diucapkan.",
            "Record what somebody said of the whole list, as it was said.",
        ),
        ('claim --by "Wali Kota" --at 2026-11-20 --indicators 16 --met 9 --source S1',),
        ("pernyataan",),
    ),
    "add": Command(
        Text("Tambahkan kegiatan; kodenya dipilihkan.", "Add an action; its code is chosen."),
        ('add "Taman kota" --opd DLH --indicator M01=0,4 --start 2027 --finish 2028',),
        ("tambah",),
    ),
    "start": Command(
        Text("Catat bahwa kegiatan berjalan.", "Record that an action is under way."),
        ("start A06", "start A06 --at 2026-TW4 --on 2026-11-20 --progress 10 --yes"),
    ),
    "update": Command(
        Text(
            "Catat kemajuan kegiatan, realisasi, kendala, dampak dan dananya.",
            "Record how an action goes on: progress, money spent, obstacles, effect, cost.",
        ),
        (
            "update A06 --progress 60 --spent '1,25 miliar' --obstacle 'Lahan belum bebas'",
            "update A06 --indicator M02=8 --cost '2027=2.500.000.000 APBD kota' --yes",
        ),
        ("perbarui", "perkembangan"),
    ),
    "finish": Command(
        Text(
            "Catat bahwa kegiatan selesai, dengan buktinya.", "Record that an action is done, with evidence."
        ),
        ("finish A06 --evidence S83", "finish A06 --at 2026-11-15 --on 2026-11-20 --yes"),
        ("selesai",),
    ),
    "move": Command(
        Text(
            "Catat bahwa kegiatan bergeser: ke kapan, mengapa, oleh siapa.",
            "Record that an action is put off: to when, why, by whom.",
        ),
        ("move A02 2027-TW2 --reason 'Lahan belum bebas' --opd DPUPR",),
        ("geser",),
    ),
    "cancel": Command(
        Text("Catat bahwa kegiatan batal.", "Record that an action is cancelled."),
        ("cancel A07 --reason 'Tidak dianggarkan'",),
        ("batal",),
    ),
    "withdraw": Command(
        Text(
            "Tarik yang keliru: tetap tertulis, tidak lagi dihitung.",
            "Withdraw what was wrong: it stays written and counts no more.",
        ),
        (
            "withdraw M02 2019-06 --reason 'Salah kutip'",
            "withdraw K2 --reason 'Tidak pernah diucapkan'",
            "withdraw A01 --reason 'Belum selesai'",
        ),
        ("tarik", "cabut"),
    ),
    "undo": Command(
        Text("Urungkan catatan terakhir.", "Take back what was recorded last."),
        ("undo", "undo --yes"),
        ("urungkan",),
    ),
    "migrate": Command(
        Text(
            "Tulis rencana dalam bentuk yang berlaku kini; semua laporan tetap sama.",
            "Write the plan in the form of today; every report stays the same.",
        ),
        ("migrate", "migrate --yes"),
        ("migrasi",),
    ),
    "sheet": Command(
        Text(
            "Kirim formulir Excel ke OPD, dan ambil isinya kembali ke rencana.",
            "Send Excel forms to the OPD, and take what they filled in into the plan.",
        ),
        (
            "sheet export --all -o formulir",
            "sheet import kembali --dry-run",
            "sheet status",
            "sheet accept M02 2026-06",
        ),
        ("formulir", "lembar"),
    ),
    "explain": Command(
        Text(
            "Jelaskan satu aturan, dengan contoh salah dan benar.",
            "Explain one rule, with a wrong and a right example.",
        ),
        ("explain", "explain F105"),
        ("jelaskan",),
    ),
    "schema": Command(
        Text(
            "Cetak JSON Schema: berkas rencana untuk penyunting teks, atau JSON sebuah laporan.",
            "Print a JSON Schema: the plan's files for text editors, or the JSON of a report.",
        ),
        ("schema > schema/serang-plan.schema.json", "schema status", "schema validate"),
        ("skema",),
    ),
    "init": Command(
        Text(
            "Buat rencana baru di folder ini, dari daftar OPD dan indikator yang sudah ada.",
            "Make a new plan in this folder, from lists of OPD and indicators that are there.",
        ),
        (
            "init",
            "init --city 'Kota Contoh' --years 2026-2030 --opd opd.xlsx --indicators indikator.xlsx",
            "init --example",
        ),
        ("mulai", "buat"),
    ),
    "help": Command(
        Text(
            "Jelaskan satu perintah, atau satu bagian berkas rencana kunci demi kunci.",
            "Explain a command, or a section of the plan's files key by key.",
        ),
        ("help indicators", "help files opd", "help validate"),
        ("bantuan",),
    ),
}

INDONESIAN = {word: name for name, command in COMMANDS.items() for word in command.indonesian}


GROUPS: dict[str, Text] = {
    "rakor": Text(
        "Rakor: disiapkan, dicatat, ditutup, dan keputusannya ditagih.",
        "The rakor: prepared, recorded, closed, and its decisions followed up.",
    )
}
"""The first words of commands of two, and what their commands are for."""


def module_name(name: str) -> str:
    """Return what the module of a command is called."""
    return name.replace(" ", "_").replace("-", "_")


def load(name: str) -> CommandModule:
    """Return a command's module."""
    return cast(CommandModule, import_module(f"serang_plan.cli.commands.{module_name(name)}"))
