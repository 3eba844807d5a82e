"""What others would see of a journal, and of the repository in which it lies.

In: an opened journal. Out: lines, each with what to do next. None of them names what is private, so
that all may be shown to somebody who helps.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from unicodedata import normalize

from milepost import __version__
from milepost.cli.hiding import hidden, in_numbers, private_sources, told
from milepost.cli.lines import Line, Weight
from milepost.cli.repository import Nothing, Reach, Repository, look
from milepost.cli.shared import OUT
from milepost.cli.workflow import of_workflow
from milepost.findings import HOME, errors_among
from milepost.journal import faults
from milepost.journal.gate import gate
from milepost.journal.left_out import LeftOut, Piece, comments_in
from milepost.journal.words import Visibility
from milepost.pipeline import Opened
from milepost.voice.english import plural

_MERGES = faults.merge_conflict.rule.code
_CONFLICTS = (faults.conflict_copy.rule.code, _MERGES)
_ENCODING = (faults.not_utf8.rule.code, faults.control_character.rule.code)


def diagnosis(opened: Opened, day: date) -> tuple[Line, ...]:
    """Everything that was looked at, in the order in which it is told."""
    others = (Visibility.PUBLIC, Visibility.SHARED)
    away = {audience: hidden(opened, audience) for audience in others}
    repository = look(opened.root)
    if isinstance(repository, Nothing):
        kept: Iterator[Line] = iter([_no_repository(repository)])
    else:
        private = private_sources(opened, Visibility.PUBLIC, away[Visibility.PUBLIC])
        kept = chain(_of_repository(repository, opened, private), state(repository, opened))
    texts = (
        _readable(opened, away[Visibility.PUBLIC]),
        _faults(opened),
        _shown(opened, away),
        of_workflow(opened, day, repository),
    )
    return tuple(chain([_version()], kept, *texts))


def _version() -> Line:
    python = ".".join(map(str, sys.version_info[:3]))
    return Line(
        Weight.FINE,
        f"milepost {__version__} on Python {python}",
        f"what is newer: {HOME}/releases (milepost itself asks nobody)",
    )


def _no_repository(why: str) -> Line:
    if why is Nothing.NO_GIT:
        found = "git is not installed, so no repository could be looked at"
        return Line(Weight.KNOW, found, "if this folder has one, install git and ask again")
    if why is Nothing.NO_REPOSITORY:
        found = "this folder is in no git repository"
        return Line(Weight.FINE, found, "ask again when it is, before you push it")
    return Line(
        Weight.MEND,
        "git would not answer, or took too long, so nothing is known of this repository",
        "run `git status` here, mend what it says, and ask again",
    )


def _of_repository(
    repository: Repository, opened: Opened, private: frozenset[str]
) -> Iterator[Line]:
    for remote in repository.remotes:
        where = f"the remote {remote.name} is {remote.address}"
        if remote.reach is Reach.EVERYBODY:
            found = f"{where}: a public host, where a repository can be open to everybody"
            yield Line(
                Weight.KNOW, found, "see in its settings there that the repository is private"
            )
        elif remote.reach is Reach.UNKNOWN:
            found = f"{where}: milepost does not know who can read what lies there"
            yield Line(Weight.KNOW, found, "ask whoever keeps that host")
        else:
            found = f"{where}: a folder of this machine"
            yield Line(
                Weight.FINE, found, "whoever can read that folder can read all that git holds"
            )
    if not repository.remotes:
        yield Line(Weight.FINE, "the repository has no remote", "ask again when it has one")
    given_away = any(remote.reach is not Reach.HERE for remote in repository.remotes)
    weight = Weight.MEND if given_away else Weight.KNOW
    now = private & repository.tracked
    if now:
        files = plural(len(now), "file")
        yield Line(
            weight,
            f"git keeps {files} with words that the site does not show to everybody",
            "keep the repository private; or keep them out: add them to .gitignore and "
            "`git rm --cached` them (the history stays)",
        )
    else:
        yield Line(Weight.FINE, "git keeps no file with private words", "nothing to do")
    yield from _past(repository, opened, private, weight)
    strays = [path for path in repository.tracked if path.startswith((f"{OUT}/", ".milepost/"))]
    if strays:
        yield Line(
            Weight.MEND,
            f"git keeps {plural(len(strays), 'file')} of {OUT}/ or .milepost/, which milepost "
            "makes and which may be made for you alone",
            f"git rm -r -q --cached --ignore-unmatch {OUT} .milepost",
        )
    if repository.site_ignored:
        yield Line(Weight.FINE, f"git ignores {OUT}/", "nothing to do")
    else:
        found = f"git does not ignore {OUT}/: a site for you alone could be committed with the rest"
        yield Line(Weight.MEND, found, f"write the lines `{OUT}/` and `.milepost/` in .gitignore")


def state(repository: Repository, opened: Opened) -> Iterator[Line]:
    """What of the journal is committed, and what of that is pushed."""
    if not repository.branch:
        found = "no branch is checked out, so that a commit made now belongs to none"
        yield Line(Weight.MEND, found, "git switch -c work")
    if not repository.head:
        found = "nothing is committed yet"
        yield Line(Weight.KNOW, found, 'git add -A, then git commit -m "My journal"')
        return
    differing = repository.differing(opened.root, opened.folder.files)
    if differing:
        verb = "is" if differing == 1 else "are"
        found = f"{plural(differing, 'file')} {verb} not as in the last commit"
        yield Line(Weight.KNOW, found, 'git add -A, then git commit -m "This week"')
    else:
        yield Line(Weight.FINE, "all notes are as in the last commit", "nothing to do")
    if repository.remotes and repository.unpushed:
        found = f"{plural(repository.unpushed, 'commit')} on {repository.branch} not pushed yet"
        yield Line(Weight.KNOW, found, f"git push -u {repository.remotes[0].name} HEAD")
    elif repository.remotes:
        yield Line(Weight.FINE, "every commit is pushed", "nothing to do")


def _past(
    repository: Repository, opened: Opened, private: frozenset[str], weight: Weight
) -> Iterator[Line]:
    """What earlier versions tell."""
    if repository.past is None:
        found = "the history took too long to look through"
        yield Line(Weight.MEND, found, "git log --all --format= --name-only -- content | sort -u")
        return
    here = {normalize("NFC", path) for path in (*opened.folder.files, *opened.folder.assets)}
    gone = {
        path
        for path in repository.past - here
        if path.lower().endswith((".md", ".markdown", ".csv", ".tsv"))
        and not path.startswith((f"{OUT}/", ".milepost/"))
        and not (opened.root / path).exists()
    }
    before = private & repository.past
    if before or gone:
        yield Line(
            weight,
            f"its history holds {plural(len(before), 'file')} with private words, and "
            f"{plural(len(gone), 'note')} that you deleted or renamed, in every earlier version",
            "who is given the repository is given these; to be rid of them begin a new one, or "
            "rewrite it (https://github.com/newren/git-filter-repo)",
        )
    else:
        yield Line(
            Weight.FINE,
            "its history holds no file that is private today, and no note that is gone",
            "what was private in an earlier version of a public file is still in it: git log -p",
        )
    if repository.shallow:
        found = "only a part of the history is here"
        yield Line(Weight.KNOW, found, "ask again in a whole clone")


def _readable(opened: Opened, away: Iterable[LeftOut]) -> Iterator[Line]:
    """That what the site hides is plain text in the sources."""
    comments = sum(map(comments_in, opened.loaded.sources.values()))
    passages = sum(item.kind is Piece.PASSAGE for item in away)
    if comments or passages:
        yield Line(
            Weight.KNOW,
            f"{plural(comments, 'comment')} and {plural(passages, 'private passage')} are on no "
            "page for everybody, and plain text in the sources",
            "who is given the files reads them: give away the site, not the folder",
        )


def _faults(opened: Opened) -> Iterator[Line]:
    codes = Counter(finding.code for finding in opened.loaded.findings)
    marks, letters = (sum(codes[code] for code in kind) for kind in (_CONFLICTS, _ENCODING))
    if marks:
        found = f"{plural(marks, 'mark or copy', 'marks or copies')} of a conflict in the files"
        yield Line(Weight.MEND, found, "milepost check")
    if letters:
        found = f"{plural(letters, 'place')} where a file is not plain UTF-8 text"
        yield Line(Weight.MEND, found, "milepost check")
    others = len(errors_among(opened.loaded.findings)) - codes[_MERGES] - letters
    if others > 0:
        found = f"{plural(others, 'other error')} in reading the journal"
        yield Line(Weight.MEND, found, "milepost check")
    if not marks and not letters and others <= 0:
        yield Line(
            Weight.FINE, "every file can be read, and none holds a conflict", "nothing to do"
        )


def shown(opened: Opened, audiences: Iterable[Visibility]) -> Iterator[Line]:
    """What a build for others holds and leaves out, in numbers."""
    return _shown(opened, {audience: hidden(opened, audience) for audience in audiences})


def _shown(opened: Opened, away: Mapping[Visibility, Iterable[LeftOut]]) -> Iterator[Line]:
    for audience, hides in away.items():
        seen = gate(opened.journal, audience)
        shown = Counter(
            {
                Piece.GOAL: len(seen.goals),
                Piece.ENTRY: len(seen.entries),
                Piece.REVIEW: len(seen.reviews),
                Piece.PAGE: len(seen.pages),
                Piece.RECORD: len(seen.log),
                Piece.PROFILE: int(bool(seen.profile.path)),
            }
        )
        yield Line(
            Weight.KNOW if shown.total() else Weight.FINE,
            f"--for {audience.value} shows {told(shown) or 'nothing'}, "
            f"and leaves out {in_numbers(hides) or 'nothing'}",
            f"milepost build --for {audience.value} --explain --out {audience.value}-site",
        )
