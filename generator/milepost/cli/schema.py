"""`milepost schema`: a JSON Schema of what may be written.

In: parsed arguments. Out: the schema on standard output.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from milepost.cli.shared import OK

ABOUT = "Print a JSON Schema of front matter and settings, for editors and other programs."
EXAMPLES = """\
  milepost schema                 of every kind of file
  milepost schema goal            of one: goal, entry, review, page, profile or settings
  milepost schema feedback        or a family of records
  milepost schema settings > milepost.schema.json
"""
_RECORDS = ("learning", "people", "feedback", "setbacks", "wins", "experiences", "declined")
_KINDS = ("goal", "entry", "review", "page", *_RECORDS, "profile", "settings")


def declare(parser: ArgumentParser) -> None:
    """The kind of file."""
    parser.add_argument(
        "kind", nargs="?", choices=_KINDS, help="the kind of file; else all of them"
    )


def run(args: Namespace) -> int:
    """Print it."""
    from milepost.formats.schema import schema

    print(json.dumps(schema(args.kind or ""), indent=2, ensure_ascii=False))
    return OK
