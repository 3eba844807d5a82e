"""The command line: the only place that prints, exits, or asks what day it is.

In: arguments. Out: data on standard output, words for people on standard error, and an exit code:
0 when all is well, 1 when findings of severity error stand or something could not be done, 2 when
the command was used wrongly. Each command parses, calls the library, and reports.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from milepost import __version__
from milepost.journal.dates import parse_date
from milepost.journal.numbers import Misread
from milepost.journal.words import Visibility
from milepost.pipeline import Opened

OK, FAULTY, MISUSED = 0, 1, 2
OUT = "_site"
_START = "start one with: milepost new my-journal"


class Stop(Exception):  # noqa: N818 - it ends a command, which is not always an error
    """Ends a command with words for the person and an exit code."""

    def __init__(self, message: str, remedy: str = "", code: int = FAULTY) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    parser = _parser()
    args = parser.parse_args(argv)
    if not hasattr(args, "run"):
        parser.print_help(sys.stderr)
        return MISUSED
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except Stop as stop:
        _say(f"milepost: {stop.message}")
        if stop.remedy:
            _say(f"  {stop.remedy}")
        return stop.code
    except KeyboardInterrupt:
        _say("milepost: stopped")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    return code


def _say(words: str) -> None:
    print(words, file=sys.stderr)


# --- what several commands share ------------------------------------------------------------


def _root(args: argparse.Namespace) -> Path:
    from milepost.journal.folder import find_root

    given: Path | None = args.journal
    if given is None:
        return find_root(Path.cwd())
    if not given.is_dir():
        what = "is not a folder" if given.exists() else "does not exist"
        raise Stop(f"{given} {what}", "give the folder of a journal", MISUSED)
    return given.resolve()


def _open(args: argparse.Namespace, step: Callable[[str], None] | None = None) -> Opened:
    """The journal a command works on; stops where there is none."""
    from milepost.journal.kinds import SETTINGS
    from milepost.pipeline import open_journal

    root = _root(args)
    if not (root / SETTINGS).is_file() and root in {Path.home().resolve(), Path(root.anchor)}:
        raise Stop(f"{root} is not a journal", _START, MISUSED)
    opened = open_journal(root, step or (lambda _: None))
    journal = opened.journal
    if SETTINGS not in opened.folder.files and not (
        journal.goals or journal.entries or journal.reviews or opened.content
    ):
        raise Stop(f"there is no journal in {root}: no {SETTINGS}, no dated note", _START, MISUSED)
    return opened


def _today(args: argparse.Namespace, timezone: str = "") -> date:
    if args.today:
        day: date = args.today
        return day
    if timezone:
        from zoneinfo import ZoneInfo

        try:
            return datetime.now(ZoneInfo(timezone)).date()
        except (KeyError, ValueError, OSError):
            _say(f"milepost: no time zone is called “{timezone}”, so this machine's day is taken")
            _say("  write one as `timezone: Europe/Brussels` in milepost.yaml")
    return datetime.now().astimezone().date()


def _day(text: str) -> date:
    day = parse_date(text)
    if isinstance(day, Misread):
        raise argparse.ArgumentTypeError(f"{day.message}: {day.help}")
    return day


def _audience(text: str) -> Visibility:
    try:
        return Visibility(text.lower())
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not private, shared or public") from None


# --- commands -------------------------------------------------------------------------------


def _new(args: argparse.Namespace) -> int:
    if args.what == "goal":
        if not args.title:
            raise Stop("a goal needs a title", 'write: milepost new goal "Its title"', MISUSED)
        return _new_goal(args)
    if args.what == "week":
        return _new_week(args)
    return _new_journal(args)


def _new_journal(args: argparse.Namespace) -> int:
    from milepost.scaffold import new_journal

    folder = Path(args.what)
    title = args.title or "My mileposts"
    files = new_journal(title, _today(args))
    standing = [name for name in files if (folder / name).exists()]
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder} is a file", "give the name of a folder that is not there yet")
    if standing:
        raise Stop(f"{folder / standing[0]} is there already", "nothing was written")
    for name, text in files.items():
        _write(folder / name, text)
    here = "" if folder.resolve() == Path.cwd() else f"cd {folder}\n  "
    _say(f"""Your journal is in {folder}. Next:

  {here}milepost serve                   see it in the browser while you write
  milepost new goal "Run 10 km"    a goal of your own
  milepost new week                once a week, ten minutes

Everything is private until a file says `visibility: public`. The GitHub workflow in it publishes
what is public, and nothing else; but in a public repository every source file can be read by all,
so keep the repository private unless you mean that.""")
    return OK


def _new_goal(args: argparse.Namespace) -> int:
    from milepost.scaffold import new_goal

    root = _root(args)
    name, text = new_goal(args.title, _today(args))
    return _hand_over(root, name, text, args)


def _new_week(args: argparse.Namespace) -> int:
    from milepost.pipeline import report_on
    from milepost.scaffold import new_week

    opened = _open(args)
    day = _today(args, opened.journal.settings.timezone)
    report = report_on(opened, day, Visibility.PRIVATE)
    name, text = new_week(report)
    return _hand_over(opened.root, name, text, args)


def _hand_over(root: Path, name: str, text: str, args: argparse.Namespace) -> int:
    """Write a new file of the journal and say where it is; open it when asked to."""
    from milepost.journal.folder import read_folder
    from milepost.journal.kinds import content_root, is_read, stem

    files = read_folder(root).files
    content = content_root(files)
    if not content and not any(is_read(path, content) for path in files):
        content = "content/"  # nothing is written yet; else the notes at the top stay in view
    path = root / content / name
    twins = [p for p in path.parent.rglob("*.md") if p.stem.lower() == stem(name).lower()]
    if twins or path.exists():
        standing = twins[0] if twins else path
        if not args.edit:
            raise Stop(f"{_near(standing)} is there already", "nothing was written")
        path = standing
    else:
        _write(path, text)
    print(_near(path))
    if args.edit:
        _edit(path)
    return OK


def _near(path: Path) -> Path:
    """A path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise Stop(
            f"{path} cannot be written: {reason}", "check the folder's permissions"
        ) from None


def _edit(path: Path) -> None:
    import os
    import shlex
    import subprocess

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Stop("no editor is set", "set EDITOR, as in: export EDITOR=nano")
    try:
        subprocess.run([*shlex.split(editor), str(path)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise Stop(f"the editor `{editor}` did not end well: {error}", "check EDITOR") from None


def _check(args: argparse.Namespace) -> int:
    from milepost.formats import as_github, as_json, as_sarif, as_text
    from milepost.pipeline import findings_of
    from milepost.terminal import colourful, progress

    with progress() as step:
        opened = _open(args, step)
        day = _today(args, opened.journal.settings.timezone)
        findings = findings_of(opened, day, step)
    if args.format == "json":
        print(as_json(findings))
    elif args.format == "sarif":
        print(as_sarif(findings))
    elif args.format == "github":
        print(as_github(findings, opened.journal), end="")
    else:
        colour = colourful(sys.stdout)
        print(as_text(findings, opened.loaded.sources, opened.journal, colour=colour))
    return _code(findings)


def _code(findings: Sequence[object]) -> int:
    from milepost.findings import Finding, Severity

    errors = (f for f in findings if isinstance(f, Finding) and f.severity is Severity.ERROR)
    return FAULTY if any(errors) else OK


def _build(args: argparse.Namespace) -> int:
    from milepost.findings import Severity
    from milepost.formats import as_text, summary
    from milepost.pipeline import build
    from milepost.publish.output import publish
    from milepost.publish.refused import Refused
    from milepost.site.options import ThemeError
    from milepost.terminal import colourful, progress

    try:
        with progress() as step:
            opened = _open(args, step)
            root = opened.root
            out: Path = args.out or root / OUT
            day = _today(args, opened.journal.settings.timezone)
            built = build(opened, day, args.audience, args.url, step)
            step("Writing the site")
            outcome = publish(built.pages, out, keep_out=_kept_out(root, out))
    except ThemeError as error:
        raise Stop(
            f"{error.finding.place.path}: {error.finding.message}", error.finding.help
        ) from None
    except Refused as refused:
        raise Stop(refused.message, refused.remedy) from None
    errors = tuple(f for f in built.findings if f.severity is Severity.ERROR)
    if errors:
        colour = colourful(sys.stderr)
        _say(as_text(errors, opened.loaded.sources, opened.journal, colour=colour))
    elif built.findings:
        _say(f"{summary(built.findings, opened.journal)}: see them with `milepost check`")
    written, removed = len(outcome.written), len(outcome.removed)
    changes = f"{written} written, {removed} removed, {len(outcome.unchanged)} unchanged"
    _say(
        f"{_near(out)}: {args.audience.value} site for {day}, {len(built.pages)} files ({changes})"
    )
    return FAULTY if errors else OK


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


def _serve(args: argparse.Namespace) -> int:
    from milepost.findings import Severity
    from milepost.formats import as_html
    from milepost.pipeline import build, open_journal
    from milepost.publish.preview import serve
    from milepost.publish.shown import Built
    from milepost.site.options import ThemeError

    first = _open(args)
    root = first.root
    parts = ("content", "data", "static", "theme", "milepost.yaml")
    watched = [root / part for part in parts] if first.content else [root]

    def make() -> Built:
        opened = open_journal(root)
        day = _today(args, opened.journal.settings.timezone)
        try:
            built = build(opened, day, args.audience, "")
        except ThemeError as error:
            return Built(None, as_html((error.finding,), {}), "The theme has a mistake")
        errors = tuple(f for f in built.findings if f.severity is Severity.ERROR)
        if not errors:
            return Built(built.pages)
        count = len(errors)
        title = "1 mistake in your journal" if count == 1 else f"{count} mistakes in your journal"
        return Built(built.pages, as_html(errors, opened.loaded.sources), title)

    try:
        return serve(
            make,
            folders=watched,
            ignore=[root / OUT],
            port=args.port,
            say=_say,
            open_browser=args.open,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise Stop(f"the preview cannot start: {reason}", "try another port: --port 8123") from None


def _status(args: argparse.Namespace) -> int:
    import json

    from milepost.pipeline import report_on
    from milepost.terminal import status_table

    opened = _open(args)
    day = _today(args, opened.journal.settings.timezone)
    report = report_on(opened, day, args.audience)
    if args.format == "json":
        from milepost.checks.lights import lights
        from milepost.site.data import goals_data

        print(json.dumps(goals_data(report, lights(report)), indent=2, ensure_ascii=False))
    else:
        status_table(report, sys.stdout, everything=args.all)
    return OK


def _explain(args: argparse.Namespace) -> int:
    from milepost.checks.catalogue import find, rules, suggest
    from milepost.formats import explanation

    if not args.code:
        for rule in rules():
            print(f"{rule.code}  {rule.severity.value:<8} {rule.name:<32} {rule.summary}")
        return OK
    for code in args.code:
        rule = find(code)
        if rule is None:
            near = suggest(code)
            remedy = f"did you mean {near}?" if near else "see them all with: milepost explain"
            raise Stop(f"no rule is called {code}", remedy, MISUSED)
        print(explanation(rule))
    return OK


def _backtest(args: argparse.Namespace) -> int:
    from milepost.progress.backtest import backtest

    opened = _open(args)
    day = _today(args, opened.journal.settings.timezone)
    for line in backtest(opened.journal, day).lines():
        print(line)
    return OK


# --- arguments ------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    from milepost.arguments import parser

    return parser(
        __version__,
        day=_day,
        audience=_audience,
        commands={
            "new": _new,
            "check": _check,
            "build": _build,
            "serve": _serve,
            "status": _status,
            "explain": _explain,
            "backtest": _backtest,
        },
    )


if __name__ == "__main__":
    sys.exit(main())
