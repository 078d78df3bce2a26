"""History: the plan's files as they were in a commit, and whether they differ from it now."""

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from serang_plan.reading.decoding import read_bytes
from serang_plan.reading.folder import NothingToReadError, find_files, is_yaml_name, leads_out
from serang_plan.reading.git import MOST_LISTED, GitOutput, HistoryError, in_repository, run, run_at_once

_SERANG = timezone(timedelta(hours=7), "WIB")
_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REFLOG = re.compile(r"@\{(?!(?:u|upstream|push)\})", re.IGNORECASE)
MOST_BYTES = 32 << 20
"""How much a revision may hold. Ten thousand indicators are 18 MB; packed kilobytes unfold to anything."""
MOST_ENTRIES = 1_000_000
"""How many lines and braces, each perhaps a record, it may hold. Ten thousand indicators have 600,000."""
_LINK, _FILE, _SUBMODULE = b"120000", b"100", b"160000"


class Revision(NamedTuple):
    """The commit on which the plan's files stand, and whether what is read differs from it."""

    id: str
    short: str
    modified: bool


class Past(NamedTuple):
    """The plan's files as they were in a commit, named as they would be on the disk."""

    id: str
    short: str
    day: date
    """When it was committed, in Serang."""
    files: tuple[tuple[str, bytes], ...]
    formerly: str | None = None
    """Where they were, from the repository's top, if git says that they were moved or renamed since."""
    cut_off: bool = False
    """Whether the fork was asked for and is not in this clone, which holds the latest history only."""


def revision_of(folder: str) -> Revision | None:
    """Return the commit of a folder or file; None without git, a repository or a commit, or if git refuses.

    Blob ids are compared with what the files hash to, CRLF being like LF; `git status` could run programs.
    """
    start, only = _start_and_only(folder)
    if not in_repository(start):
        return None
    try:
        head, tree = run_at_once(
            start, ("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), ("ls-tree", "-r", "-z", "HEAD")
        )
    except HistoryError:
        return None
    if head.code or tree.code or not _ID.fullmatch(head.out.strip()):
        return None
    id = head.out.strip().decode()
    kept = {name: blob for name, blob in _blobs(tree.out).items() if only in (None, name)}
    return Revision(id, id[:7], _differs(folder, start, kept))


def read_revision(folder: str, rev: str, inside: str | None = None, *, forked: bool = False) -> Past:
    """Return a folder's (or one file's) YAML as of a revision, for `read_texts`.

    `inside` names the folder in that revision, from the repository's top, if it was another one; where it
    is not named, a folder or file that git calls renamed since is found at its old place.
    `forked` takes the commit at which HEAD left the revision's line, so that what came to that line
    afterwards is not taken for something that HEAD undid. Raises HistoryError.
    """
    repository = _opened(folder)
    id = _resolved(repository, rev)
    fork = _fork(repository, id) if forked else id
    past = _past(repository, folder, fork or id, rev, inside)
    return past._replace(cut_off=fork is None and repository.shallow)


def _fork(repository: "_Repository", id: str) -> str | None:
    """Return the commit at which HEAD left the line of another; None if they have none in common here."""
    output = run(repository.start, "merge-base", id, "HEAD")
    ids = output.out.split()
    return ids[0].decode() if output.code == 0 and ids and _ID.fullmatch(ids[0]) else None


def read_day(folder: str, day: date, inside: str | None = None) -> Past:
    """Return a folder's YAML as of the last commit of a day or before it, on the main line of history.

    `inside` names the folder in that commit, if it was another one. The commit date counts, at the end of
    the day in Serang, and never the reflog. Raises HistoryError.
    """
    repository = _opened(folder)
    end = int(datetime.combine(day, time(23, 59, 59), _SERANG).timestamp())
    head = _resolved(repository, "HEAD")
    arguments = ("rev-list", "--first-parent", "--max-count=1", f"--min-age={end}", head)
    commit = run(repository.start, *arguments).out.strip()
    if not _ID.fullmatch(commit):
        raise HistoryError("shallow-too-early" if repository.shallow else "too-early", day.isoformat())
    return _past(repository, folder, commit.decode(), commit.decode()[:7], inside)


# -- the repository ------------------------------------------------------------------


class _Repository(NamedTuple):
    start: str
    """Where git is run: the folder, or the nearest one above it that exists."""
    prefix: str
    """The folder that is meant, from the repository's top, with slashes."""
    only: str | None
    """The file's name, if it is one file."""
    shallow: bool


def _opened(folder: str) -> _Repository:
    wanted, only = _start_and_only(folder)
    start = wanted
    while not os.path.isdir(start) and os.path.dirname(start) != start:
        start = os.path.dirname(start)
    if not in_repository(start):
        raise HistoryError("no-repository", folder)
    output = run(start, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if output.code:
        raise HistoryError(_why_not(output.err), folder)
    shallow, _, prefix = output.out.partition(b"\n")
    missing = os.path.relpath(wanted, start).replace(os.sep, "/") if wanted != start else ""
    return _Repository(start, os.fsdecode(prefix).rstrip("\n") + missing, only, shallow.strip() == b"true")


def _why_not(err: bytes) -> str:
    if b"dubious ownership" in err or b"safe.directory" in err:
        return "refused"
    return "no-repository" if b"not a git repository" in err else "broken"


def _start_and_only(path: str) -> tuple[str, str | None]:
    """Return the folder of a path, and the file's name if it is one."""
    whole = os.path.abspath(path)
    is_file = os.path.isfile(whole) or (not os.path.isdir(whole) and is_yaml_name(whole))
    return os.path.split(whole) if is_file else (whole, None)


def _resolved(repository: _Repository, rev: str) -> str:
    """Return the id of the commit that somebody names."""
    if rev.startswith("-"):
        raise HistoryError("leading-dash", rev)
    if _REFLOG.search(rev):
        raise HistoryError("reflog", rev)
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    output = GitOutput(1, b"", b"") if "\0" in rev or not rev.strip() else run(repository.start, *arguments)
    id = output.out.strip()
    if output.code == 0 and _ID.fullmatch(id):
        return id.decode()
    if run(repository.start, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").code:
        is_born = run(repository.start, "rev-parse", "--verify", "--quiet", "HEAD").code == 0
        raise HistoryError("broken" if is_born else "unborn", rev)
    names = run(repository.start, "for-each-ref", "--format=%(refname:short)").out.decode(errors="replace")
    raise HistoryError("shallow" if repository.shallow else "unknown-revision", rev, names.split())


# -- what is in a commit -----------------------------------------------------------------


def _past(repository: _Repository, folder: str, id: str, called: str, inside: str | None) -> Past:
    prefix = repository.prefix.rstrip("/") if inside is None else inside.strip("/")
    if (past := _held(repository, folder, id, called, prefix)) is not None:
        return past
    was = _formerly(repository, id) if inside is None else None
    past = was and _held(was, folder, id, called, was.prefix)
    if was is None or past is None:
        raise _elsewhere(repository, folder, id, called)
    return past._replace(formerly=posixpath.join(was.prefix, was.only or "").rstrip("/") or ".")


def _held(repository: _Repository, folder: str, id: str, called: str, prefix: str) -> Past | None:
    """Return what a folder of a commit held; None if no YAML."""
    output = run(repository.start, "ls-tree", "-r", "-l", "-z", "--full-tree", f"{id}:{prefix}")
    blobs = {} if output.code else _blobs(output.out)
    wanted = [name for name in blobs if repository.only in (None, name)]
    if not wanted and (other := _submodule(output.out)):
        raise HistoryError("submodule", called, [os.path.normpath(os.path.join(folder, other))])
    if not wanted:
        return None
    if sum(blob.size for blob in blobs.values()) > MOST_BYTES:
        raise HistoryError("huge", called)
    contents = _contents(repository.start, [id, *(blob.id for blob in blobs.values())])
    if sum(content.count(b"\n") + content.count(b"{") for content in contents.values()) > MOST_ENTRIES:
        raise HistoryError("huge", called)
    below = folder if repository.only is None else os.path.dirname(folder)
    files = (
        (os.path.normpath(os.path.join(below, *name.split("/"))), contents[target.id])
        for name in wanted
        if (target := _followed(name, blobs, contents)) is not None
    )
    ordered = sorted(files, key=lambda file: file[0].split(os.sep))
    return Past(id, id[:7], _committed(contents[id]), tuple(ordered))


class _Blob(NamedTuple):
    id: str
    is_link: bool
    size: int


def _followed(name: str, blobs: dict[str, _Blob], contents: dict[str, bytes]) -> _Blob | None:
    """Return the file that is meant: of a link the one that it leads to, if that is in the same folder."""
    blob = blobs[name]
    if not blob.is_link:
        return blob
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), os.fsdecode(contents[blob.id])))
    followed = blobs.get(target)
    return followed if followed is not None and not followed.is_link else None


def _blobs(listing: bytes) -> dict[str, _Blob]:
    """Return the YAML files of a listing by name, as `find_files` would find them."""
    blobs: dict[str, _Blob] = {}
    for line in listing.split(b"\0"):
        about, _, path = line.partition(b"\t")
        name, (mode, _, id, size) = os.fsdecode(path), (*about.split(), b"", b"", b"", b"")[:4]
        hidden = any(part.startswith(".") for part in name.split("/"))
        if is_yaml_name(name) and not hidden and (mode.startswith(_FILE) or mode == _LINK):
            blobs[name] = _Blob(id.decode(), mode == _LINK, int(size) if size.isdigit() else 0)
    return blobs


def _submodule(listing: bytes) -> str | None:
    """Return where another repository lies in a folder, if one does."""
    lines = (line.partition(b"\t") for line in listing.split(b"\0"))
    return next((os.fsdecode(path) for about, _, path in lines if about.startswith(_SUBMODULE)), None)


def _contents(start: str, ids: Sequence[str]) -> dict[str, bytes]:
    """Return the objects with some ids, all in one call."""
    unique = list(dict.fromkeys(ids))
    given = "".join(f"{id}\n" for id in unique).encode()
    output = run(start, "cat-file", "--batch", given=given, most=MOST_BYTES + MOST_LISTED)
    contents, at = {}, 0
    for id in unique:
        end = output.out.find(b"\n", at)
        about = output.out[at:end].split()
        if end < 0 or len(about) != 3:
            raise HistoryError("incomplete", id)
        size = int(about[2])
        contents[id] = output.out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return contents


def _committed(commit: bytes) -> date:
    form = re.search(rb"^committer .*> (-?\d{1,11}) [-+]\d+$", commit, re.MULTILINE)
    try:
        return datetime.fromtimestamp(int(form[1]) if form else 0, _SERANG).date()
    except (OverflowError, ValueError, OSError):
        return date(1970, 1, 1)


def _formerly(repository: _Repository, id: str) -> _Repository | None:
    """Return the folder or file as it was called in a commit, if git says that it was renamed."""
    here = posixpath.join(repository.prefix.rstrip("/"), repository.only or "").rstrip("/")
    were = Counter(
        _above(old, new[len(here) :].lstrip("/"))
        for old, new in _renames(repository, id)
        if is_yaml_name(old) and (new == here or new.startswith(here and f"{here}/"))
    )
    if not were:
        return None
    place = min(were, key=lambda path: (-were[path], path))
    folder, only = posixpath.split(place) if repository.only else (place, None)
    return repository._replace(prefix=folder, only=only)


def _renames(repository: _Repository, id: str) -> Iterator[tuple[str, str]]:
    """Give the old and new path of each file that was renamed since a commit.

    The index is asked: it knows of a move before it is committed, and needs no filter of the repository.
    """
    arguments = ("--cached", "-M", "--no-relative", "--diff-filter=R", "--name-status", "-z", id, "--")
    fields = os.fsdecode(run(repository.start, "diff-index", *arguments).out).split("\0")
    yield from zip(fields[1::3], fields[2::3], strict=False)


def _above(old: str, below: str) -> str:
    """Return what held a file that is now some way below; the file itself if that is the way."""
    if not below or f"/{old}".endswith(f"/{below}"):
        return old[: len(old) - len(below)].rstrip("/")
    return posixpath.dirname(old)


def _elsewhere(repository: _Repository, folder: str, id: str, called: str) -> HistoryError:
    """Say that the folder is not in a commit, and where most of its files are instead."""
    output = run(repository.start, "ls-tree", "-r", "-z", "--full-tree", id)
    counts: dict[str, int] = {}
    there = tuple(_blobs(output.out))
    for name in _names_now(folder):
        for path in there:
            if path == name or path.endswith(f"/{name}"):
                parent = path[: -len(name)].rstrip("/")
                counts[parent] = counts.get(parent, 0) + 1
    counts.pop(repository.prefix.rstrip("/"), None)
    if not counts:
        return HistoryError("not-there", called)
    return HistoryError("moved", called, [min(counts, key=lambda parent: (-counts[parent], parent)) or "."])


def _names_now(folder: str) -> Iterator[str]:
    try:
        files = find_files(folder)
    except (NothingToReadError, OSError):
        return
    below = os.path.dirname(folder) if os.path.isfile(folder) else folder
    for file in files:
        yield os.path.relpath(file, below).replace(os.sep, "/")


def _differs(folder: str, start: str, kept: dict[str, _Blob]) -> bool:
    """Whether the files on the disk are others than those that are kept, or read otherwise."""
    try:
        names = {os.path.relpath(os.path.abspath(file), start): file for file in find_files(folder)}
        by_name = {name.replace(os.sep, "/"): file for name, file in names.items()}
        return by_name.keys() != kept.keys() or any(
            not _hashes_to(file, kept[name].id, start) for name, file in by_name.items()
        )
    except (NothingToReadError, OSError):
        return True


def _hashes_to(file: str, id: str, start: str) -> bool:
    if os.path.islink(file):
        return not leads_out(file, start) and _blob_id(os.fsencode(os.readlink(file)), id) == id
    data, _ = read_bytes(file)
    if data is None:
        return False
    return _blob_id(data, id) == id or (b"\r\n" in data and _blob_id(data.replace(b"\r\n", b"\n"), id) == id)


def _blob_id(data: bytes, like: str) -> str:
    import hashlib

    made = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return made(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
