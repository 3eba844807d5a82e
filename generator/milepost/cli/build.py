"""`milepost build`: the site, into a folder.

In: parsed arguments. Out: files in the output folder; words on what was done on standard error.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.answering import Answer, add_memory, answered
from milepost.cli.arguments import add_audience, add_journal, add_today
from milepost.cli.shared import FAULTY, MISUSED, OK, OUT, Stop, colourful, near

ABOUT = "Make the site. A failure leaves the old site as it was."
EXAMPLES = """\
  milepost build                              everything, for you alone, into _site/
  milepost build --for public --url https://ana.example/journal/
  milepost build --for public --explain       and what is left out, by name, for your eyes
  milepost build --today 2026-06-30           as it stood on that day
  milepost build ~/notes --out /tmp/notes     a folder of dated notes
"""
_SERVERS = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "BUILDKITE", "JENKINS_URL", "NETLIFY")
"""Variables that a server sets on which builds run and their words are kept."""
_UNSET = {"", "0", "false", "no"}


def declare(parser: ArgumentParser) -> None:
    """The journal, the day, for whom, into which folder and for which address."""
    add_journal(parser)
    add_today(parser)
    add_audience(parser)
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="default: _site in the journal")
    parser.add_argument("--url", default="", help="the address at which the site will stand")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="name what is left out, and why: on a terminal of yours only",
    )
    add_memory(parser)


def run(args: Namespace) -> int:
    """Build and write the site; 1 when the journal has errors, though the site is there."""
    if args.explain and (why := _read_by_others()):
        raise Stop(
            f"--explain names what is private, and {why}",
            "run it in a terminal of your own; without it the build says how much is left out",
            MISUSED,
        )
    return answered(args, lambda: _answers(args), _in_git)


def _read_by_others() -> str:
    """Why what is printed may be kept where others read it; nothing on a terminal."""
    if any(os.environ.get(name, "").lower() not in _UNSET for name in _SERVERS):
        return "the words of a build on a server are kept there"
    return "" if sys.stdout.isatty() else "this is not a terminal"


def _in_git(root: Path, answer: Answer) -> str:
    """What to say first where git holds the sources of what is left out. It is asked each time."""
    if not answer.held_back:
        return ""
    from milepost.cli.repository import tracked_in
    from milepost.voice.english import plural

    kept = len(tracked_in(root).intersection(answer.held_back))
    if not kept:
        return ""
    files = plural(kept, "file")
    return (
        f"The site shows only what is meant for its readers, but git holds the sources, {files} "
        "with private words among them: see who could read them with `milepost doctor`\n"
    )


def _answers(args: Namespace) -> tuple[Answer, Answer]:
    """What was done, and what to say while there is nothing to do."""
    from functools import partial

    from milepost.addresses import LEDGER, site_url
    from milepost.building import build, drawn_for
    from milepost.cli.hiding import explained, hidden, in_numbers, private_sources
    from milepost.cli.opening import memory_of, open_or_stop
    from milepost.cli.terminal import progress
    from milepost.cli.understood import understood
    from milepost.findings import errors_among
    from milepost.formats import as_text, by_rule, summary
    from milepost.journal.words import Visibility
    from milepost.memo import looks
    from milepost.publish.output import publish, standing_in
    from milepost.publish.refused import Refused
    from milepost.site.options import ThemeError

    url = site_url(args.url)
    if args.url and not url:
        remedy = "write it whole, as --url https://ana.example/journal/"
        raise Stop(f"“{args.url}” is not an address at which a site can stand", remedy, MISUSED)
    memory = memory_of(args)
    try:
        with progress() as step:
            opened, day = open_or_stop(args, step, memory, drawn_for(args.audience))
            out: Path = args.out or opened.root / OUT
            kept_out = _kept_out(opened.root, out)
            built = build(
                opened, day, args.audience, url, step, in_two=True, stands=partial(standing_in, out)
            )
            step("Writing the site")
            changes = publish(built.pages, out, keep_out=kept_out)
            if memory:
                memory.save()
    except ThemeError as error:
        at = error.finding.place
        message = f"{at.path}:{at.line}: {error.finding.message}"
        raise Stop(message, error.finding.help) from None
    except Refused as refused:
        raise Stop(refused.message, refused.remedy) from None
    errors = errors_among(built.findings)
    told = ""
    if built.findings and args.audience is not Visibility.PRIVATE:
        # What is printed may be read by those for whom it is built, as the log of a workflow.
        rules = [f"{words}\n" for _, words in by_rule(errors)]
        told = f"{''.join(rules)}{summary(built.findings, None)}: see them with `milepost check`\n"
    elif errors:
        colour = colourful(sys.stderr)
        told = f"{as_text(errors, opened.loaded.sources, colour=colour, whole=False)}\n\n"
        told += f"{summary(built.findings, opened.journal)}: see them with `milepost check`\n"
    elif built.findings:
        told = f"{summary(built.findings, opened.journal)}: see them with `milepost check`\n"
    away = hidden(opened, args.audience)
    if away:
        told += f"left out: {in_numbers(away)}\n"
    start = understood(opened) if args.audience is Visibility.PRIVATE else ""
    names = f"{explained(away, args.audience)}\n" if args.explain else ""
    held_back = sorted(private_sources(opened, args.audience, away)) if away else []
    site = f"{near(out)}: {args.audience.value} site as of {day}, {len(built.pages)} files"
    done = (len(changes.written), len(changes.removed), len(changes.unchanged))
    now, again = (
        f"{told}{site} ({written} written, {removed} removed, {unchanged} unchanged)\n"
        for written, removed, unchanged in (done, (0, 0, len(built.pages)))
    )
    # The folder itself is looked at too: what a killed build left in it has to go.
    code, timezone = FAULTY if errors else OK, opened.journal.settings.timezone
    made = looks(out, ("", LEDGER, *built.pages))
    return (
        Answer(names, now, code, day.isoformat(), held_back=held_back, start=start),
        Answer(
            names,
            again,
            code,
            day.isoformat(),
            timezone,
            str(out.resolve()),
            made,
            held_back,
            start,
        ),
    )


def _kept_out(root: Path, out: Path) -> list[Path]:
    """What the output must not be or hold: the journal itself and its sources."""
    inside = ("content", "data", "static", "theme", "goals", "journal", "reviews", "pages")
    kept = [root, *(root / name for name in inside if (root / name).is_dir())]
    resolved = out.resolve()
    sources = [folder for folder in kept[1:] if resolved.is_relative_to(folder.resolve())]
    if sources:
        raise Stop(
            f"{out} lies in {sources[0].name}/, among the sources of the journal",
            "give another folder with --out",
            MISUSED,
        )
    return kept
