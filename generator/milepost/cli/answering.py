"""Answering from memory: what a command said before, while nothing has changed since.

In: parsed arguments, and how the answer is found. Out: the answer, printed, and the exit code.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from milepost.cli.shared import colourful, root_of, today
from milepost.journal.words import SETTINGS


class Answer(NamedTuple):
    """What a command says: on standard output, on standard error, and with its exit code.

    `start` is said before all else, on standard error: what was understood of the folder.

    `day` and `timezone` are the day that it was, as ISO, and the zone by whose clock; `made` are
    the files that it left in `folder`, as `memo.looks` saw them. `held_back` are the sources that
    hold what its readers do not see.
    """

    out: str
    err: str
    code: int
    day: str
    timezone: str = ""
    folder: str = ""
    made: Mapping[str, list[int | str]] = {}
    held_back: Sequence[str] = ()
    start: str = ""


def add_memory(parser: ArgumentParser) -> None:
    """`--no-cache`: find everything out anew."""
    parser.add_argument(
        "--no-cache", action="store_true", help="find everything out anew, and remember nothing"
    )


def answered(
    args: Namespace,
    find: Callable[[], tuple[Answer, Answer]],
    first: Callable[[Path, Answer], str] = lambda _root, _answer: "",
) -> int:
    """Print the answer and give its exit code.

    `find` gives what to print now, and what to print for as long as nothing changes: the two
    differ where a command tells what it did. Raises what `find` raises; that is never remembered.
    `first` is asked each time for what to say above it: what depends on more than the journal.
    """
    from milepost.memo import Memo

    root = root_of(args)
    look = [colourful(sys.stdout), sys.stdout.isatty(), colourful(sys.stderr), _width()]
    # However the journal is named, it is the same one: the memory knows its folder.
    asked = sorted((name, str(value)) for name, value in vars(args).items() if name != "journal")
    # A folder of notes that is not milepost's is read and left as it is.
    forget = args.no_cache or not (root / SETTINGS).is_file()
    memo = Memo(root, [Path.cwd(), asked, look], forget=forget)
    held = memo.recall(lambda timezone: today(args, timezone).isoformat())
    if held is not None:
        answer = Answer(**held)
    else:
        with _uncollected():
            answer, again = find()
        memo.remember(again._asdict())
    sys.stderr.write(answer.start)
    sys.stderr.write(first(root, answer))
    sys.stderr.flush()
    sys.stdout.write(answer.out)
    sys.stderr.write(answer.err)
    return answer.code


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the collector of circles out while a journal is read.

    Nearly all that is made then lasts until the end and is in no circle, and to look through it
    again and again takes a sixth of the time. Once more would be enough to be felt: what was made
    is left out afterwards, too.
    """
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns
