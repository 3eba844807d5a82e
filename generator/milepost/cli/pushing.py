"""What the next push of a journal shows, and what is left to type until its site stands.

In: an opened journal, the day, and what git holds of its folder. Out: lines of a diagnosis, and of
a shell.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milepost.cli.diagnosis import shown, state
from milepost.cli.lines import Line, Weight
from milepost.cli.repository import Nothing, Repository, branch_of
from milepost.cli.workflow import WORKFLOW, of_workflow
from milepost.findings import errors_among
from milepost.journal.gate import gate
from milepost.journal.words import Visibility
from milepost.pipeline import Opened, findings_of
from milepost.voice.english import plural


def push(opened: Opened, day: date, repository: Repository | Nothing) -> Iterator[Line]:
    """What the next push shows, and what would stop it."""
    errors = len(errors_among(findings_of(opened, day)))
    if errors:
        verb = "stops" if errors == 1 else "stop"
        found = f"{plural(errors, 'error')} in the journal {verb} the workflow"
        yield Line(Weight.MEND, found, "milepost check")
    else:
        yield Line(Weight.FINE, "no error in the journal stops the workflow", "nothing to do")
    if (opened.root / WORKFLOW).is_file():
        yield from of_workflow(opened, day, repository)
    else:
        found = f"there is no {WORKFLOW}, so that a push publishes nothing"
        yield Line(Weight.MEND, found, "milepost publish --renew")
    yield from shown(opened, (Visibility.PUBLIC,))
    if not gate(opened.journal, Visibility.PUBLIC).notes:
        found = "the site is empty: nothing says that everybody may see it"
        yield Line(Weight.KNOW, found, "write `visibility: public` into what they may")
    if isinstance(repository, Nothing):
        found = "nothing can be pushed: this folder is in no git repository that can be read"
        yield Line(Weight.KNOW, found, "git init")
        return
    yield from state(repository, opened)
    if address := site_address(opened, repository):
        found = f"on GitHub Pages the site will stand at {address}"
        next_ = "once, in the repository there: Settings, Pages, Source: GitHub Actions"
        yield Line(Weight.FINE, found, next_)


def site_address(opened: Opened, repository: Repository) -> str:
    """Where GitHub will show the site, as the settings or else the remote's address tell."""
    if url := opened.journal.settings.url:
        return url
    for remote in repository.remotes:
        host, _, path = remote.address.partition("/")
        owner, _, name = path.removesuffix(".git").partition("/")
        if host == "github.com" and owner and name and "/" not in name:
            top = f"https://{owner.lower()}.github.io/"
            return top if f"https://{name.lower()}/" == top else f"{top}{name}/"
    return ""


def commands(opened: Opened, repository: Repository | Nothing) -> Iterator[str]:
    """What is left to type until the site stands, in order."""
    held = None if isinstance(repository, Nothing) else repository
    if held is None:
        yield "git init"
    if held is None or not held.head or held.differing(opened.root, opened.folder.files):
        yield "git add -A"
        yield 'git commit -m "My journal"'
    remotes = held.remotes if held else ()
    if not remotes:
        yield "# make an empty repository, private unless all may read all: https://github.com/new"
        yield "git remote add origin https://github.com/YOU/JOURNAL.git"
        yield "# there: Settings, Pages, Source: GitHub Actions"
    yield f"git push -u {remotes[0].name if remotes else 'origin'} {branch_of(opened.root)}"
