"""`milepost export`: readings, goals, entries, the log, decisions, actions as CSV or JSON.

In: parsed arguments. Out: the records on standard output or in a file; words on standard error.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from milepost.cli.arguments import add_audience, add_journal, add_today
from milepost.cli.shared import MISUSED, OK, READERS, Stop, near, say

ABOUT = "Give readings, goals, entries, the log, decisions or actions to others, as CSV or JSON."
EXAMPLES = """\
  milepost export readings                           every number, as CSV
  milepost export readings --goal weight             those of one goal
  milepost export goals --format json                what goals.json holds
  milepost export entries --output entries.json      into a file
  milepost export entries --for public               what everybody may see, and nothing else
  milepost export log                                learning, people, feedback, setbacks, wins
  milepost export decisions                          what reviews decided, and what came of it
  milepost export actions                            what there is to do, and what became of it
  milepost export readings --schema                  what the JSON may hold
"""
RECORDS = ("readings", "goals", "entries", "log", "decisions", "actions")


def declare(parser: ArgumentParser) -> None:
    """Which records of which journal, as what, where to and for whom."""
    parser.add_argument("records", choices=RECORDS, metavar="|".join(RECORDS), help="what to give")
    add_journal(parser)
    parser.add_argument(
        "--format", choices=("csv", "json"), help="csv, or what the name of the output says"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    parser.add_argument(
        "--goal", action="append", default=[], metavar="ID", help="only this goal; more than once"
    )
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema instead")
    add_audience(parser)
    add_today(parser)


def run(args: Namespace) -> int:
    """Print or write the records."""
    from milepost.exporting import KINDS, as_csv, as_json, schema
    from milepost.voice.english import plural

    kind = KINDS[args.records]
    if args.schema:
        print(json.dumps(schema(kind), indent=2))
        return OK
    form = args.format or ("json" if args.output and args.output.suffix == ".json" else "csv")
    records = _records(args)
    text = as_json(records) if form == "json" else as_csv(kind, records)
    if not args.output:
        print(text, end="")
        return OK
    from milepost.cli.writing import write_or_stop

    write_or_stop(args.output, text.encode("utf-8", "replace"), replace=True)
    count = plural(len(records), kind.one, args.records)
    say(f"{near(args.output)}: {count}, {READERS[args.audience.value]}")
    return OK


def _records(args: Namespace) -> list[dict[str, object]]:
    from milepost.checks.lights import lights
    from milepost.cli.opening import open_or_stop
    from milepost.cli.writing import refuse_sources
    from milepost.exporting import KINDS
    from milepost.journal.words import Visibility
    from milepost.pipeline import judged, report_on
    from milepost.voice.voice import voice_of

    opened, day = open_or_stop(args)
    if args.output:
        refuse_sources(args.output, opened.root, set(opened.folder.files))
        _refuse_others(args.output)
    report = report_on(opened, day, args.audience)
    wanted = _wanted(args, set(report.standings))
    # Only the owner's lights are judged, as in `status`: what is hidden is nobody else's.
    told = judged(opened, report) if args.audience is Visibility.PRIVATE else None
    lit = lights(report, told) if args.records == "goals" else {}
    voice = voice_of(opened.journal.settings, args.audience, plain=True)
    made = KINDS[args.records].make(report, lit, voice)
    return [dict(one) for one in made if not wanted or wanted & _goals_of(one)]


def _goals_of(record: Mapping[str, Any]) -> set[str]:
    """The goals that a record is of."""
    return {record.get("id"), record.get("goal"), *record.get("goals", ())}


def _wanted(args: Namespace, known: set[str]) -> set[str]:
    """The ids that were asked for; an end in words where one is no goal's."""
    from milepost.cli.chosen import id_of

    if args.goal and args.records == "entries":
        remedy = "leave out --goal, or write: milepost export readings"
        raise Stop("an entry is of many goals, and --goal asks for one", remedy, MISUSED)
    return {id_of(asked, known) for asked in args.goal}


def _refuse_others(output: Path) -> None:
    """Write over no file but an export: notes of any kind stay."""
    resolved = output.resolve()
    if resolved.exists() and resolved.suffix not in {".csv", ".json"}:
        raise Stop(
            f"{near(output)} is there already, and its name is not that of an export",
            "choose a name that ends in .csv or .json",
            MISUSED,
        )
