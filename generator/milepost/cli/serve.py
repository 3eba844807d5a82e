"""`milepost serve`: the site in the browser, following what is saved.

In: parsed arguments. Out: a server on this machine until Ctrl-C; nothing is written.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from milepost.cli.arguments import add_audience, add_journal, add_today
from milepost.cli.shared import OUT, Stop, root_of, say, today

ABOUT = "Show the site in the browser, following what you save. Nothing is written."
EXAMPLES = """\
  milepost serve                 at http://127.0.0.1:8000/
  milepost serve --open          and open the browser
  milepost serve --for public    what everyone will see
"""
_WATCHED = ("content", "data", "static", "theme", "milepost.yaml")


def declare(parser: ArgumentParser) -> None:
    """The journal, the day, for whom, and where in the browser."""
    add_journal(parser)
    add_today(parser)
    add_audience(parser)
    parser.add_argument(
        "--port", type=_port, nargs="?", const=8000, default=8000, help="8000, or a free one"
    )
    parser.add_argument("--open", action="store_true", help="open the browser")


def _port(text: str) -> int:
    if text.isdigit() and int(text) < 65536:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is not a port: write a number up to 65535")


def run(args: Namespace) -> int:
    """Serve until Ctrl-C."""
    from milepost.cli.following import Following
    from milepost.cli.opening import open_or_stop
    from milepost.kept import Kept
    from milepost.publish.preview import serve

    memory = Kept(root_of(args), "build", args.audience.value)
    first, _ = open_or_stop(args, memory=memory)
    root = first.root
    following = Following(root, args.audience, lambda timezone: today(args, timezone), memory)
    try:
        return serve(
            following.make,
            folders=[root / part for part in _WATCHED] if first.content else [root],
            ignore=[root / OUT],
            port=args.port,
            say=say,
            open_browser=args.open,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise Stop(f"the preview cannot start: {reason}", "try another port: --port 8123") from None
