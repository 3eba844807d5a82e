"""An entry with more said in it: written, shown, and what comes of it.

In: an opened journal, and what is to be said of a day or a week. Out: the file, what changed in it
on standard output, and where each goal of it stands; or an end in words, and nothing written.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from difflib import unified_diff
from pathlib import Path

from milepost.cli.proposing import unchanged
from milepost.cli.shared import Stop, painted, say
from milepost.cli.terminal import print_standing
from milepost.cli.writing import write_or_stop
from milepost.findings import Finding, errors_among
from milepost.formats.excerpt import seen
from milepost.journal import filenames
from milepost.journal.load import Given
from milepost.journal.numbers import Misread
from milepost.journal.values import Week
from milepost.journal.words import Visibility
from milepost.pipeline import Opened, judged, opened_from, report_on
from milepost.progress.report import Report
from milepost.rewriting.logged import Said, Written, logged
from milepost.rewriting.which_entry import entry_of, is_kept_by_days
from milepost.scaffold import new_week
from milepost.scaffold.day import new_day
from milepost.voice.voice import voice_of


def noted(opened: Opened, said: list[Said], when: date | Week, day: date) -> None:
    """Write what is said of a day or a week into its entry, as of today, and show it."""
    given, new = _entry(opened, when, day, said)
    made = logged(given, opened.journal.goals, said)
    if isinstance(made, Misread):
        raise Stop(seen(f"nothing was written: {made.message}"), seen(made.help))
    files = {**opened.folder.files, given.path: made.data}
    after = opened_from(opened.root, replace(opened.folder, files=files))
    report = report_on(after, day, Visibility.PRIVATE)
    told = _told(opened, after, report, given.path, said)
    _write(opened.root / given.path, given.data, made.data, new=new)
    _show(given, made, new=new)
    for finding in told:
        say(seen(finding.message))
        say(f"  {seen(finding.help)}")
    _say_standing(report, said)


def _entry(opened: Opened, when: date | Week, day: date, said: list[Said]) -> tuple[Given, bool]:
    """The file that is to say it as it stands, or as it begins; and whether it is new."""
    journal, files = opened.journal, opened.folder.files
    if not isinstance(when, Week) and not is_kept_by_days(journal.entries, when):
        when = Week.of(when)
    found = entry_of(journal.entries, when, [one.goal.id for one in said if one.goal])
    if found:
        path, data = found.path, files[found.path]
    elif isinstance(when, Week):
        report = report_on(opened, min(day, when.sunday), Visibility.PRIVATE)
        name, text = new_week(report, when)
        path, data = journal.root + name, text.encode()
    else:
        name, text = new_day(journal, when)
        path, data = journal.root + name, text.encode()
    if found is None and (opened.root / path).exists():
        remedy = "see what it is taken for: milepost check --files"
        raise Stop(f"{path} is there already, and no entry of {when}", remedy)
    layout = filenames.layout({*files, path})
    return Given.of(path, data, layout, journal.settings), found is None


def _told(
    before: Opened, after: Opened, report: Report, path: str, said: list[Said]
) -> list[Finding]:
    """What is to be told of what is written. Raises Stop where it would be an error."""
    entry = next((one for one in after.journal.entries if one.path == path), None)
    if entry is None:
        raise Stop(
            f"nothing was written: {path} would not be read as an entry",
            "see which files are read: milepost check --files",
        )
    steps = [(one.key, one.goal.id) if one.goal else (one.key,) for one in said]
    lines = {entry.at(*step).line for step in steps}
    known = {(one.code, one.message) for one in before.loaded.findings if one.place.path == path}
    told = [
        one
        for one in judged(after, report, every=True)
        if one.place.path == path
        and one.place.line in lines
        and (one.code, one.message) not in known
    ]
    for error in errors_among(told):
        raise Stop(seen(f"nothing was written: {error.message}"), seen(error.help))
    return told


def _write(path: Path, before: bytes, after: bytes, *, new: bool) -> None:
    if not new:
        unchanged(path, before)
    if not write_or_stop(path, after, replace=not new):
        raise Stop(f"{path} is there already", "run the command again; nothing was written")


def _show(given: Given, made: Written, *, new: bool) -> None:
    """Print the file and the lines that changed in it, and tell what gave way."""
    old, now = (one.decode("utf-8", "replace").splitlines() for one in (given.data, made.data))
    print(seen(f"{given.path} (new)" if new else given.path))
    for line in list(unified_diff(old, now, n=0, lineterm=""))[2:]:
        if not line.startswith("@"):
            print(painted(seen(line), {"+": "32", "-": "31"}[line[0]], sys.stdout))
    for one, was in made.replaced:
        whose = f"{one.key} of {one.goal.id}" if one.goal else one.key
        say(seen(f"The {whose} was {was} before."))


def _say_standing(report: Report, said: list[Said]) -> None:
    """Print where each goal of which something was said stands now."""
    voice = voice_of(report.journal.settings, Visibility.PRIVATE, plain=True)
    for id_ in dict.fromkeys(one.goal.id for one in said if one.goal):
        if id_ in report.standings:
            print_standing(voice, report.standings[id_], sys.stdout)
