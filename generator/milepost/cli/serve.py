"""`milepost serve`: the site in the browser, following what is saved.

In: parsed arguments. Out: a server on this machine until Ctrl-C; nothing is written.
"""

from __future__ import annotations

import argparse

from milepost.cli.opening import open_or_stop
from milepost.cli.shared import OUT, Stop, say, today
from milepost.findings import errors_among
from milepost.formats import as_html
from milepost.pipeline import build, open_journal
from milepost.publish.broadcast import Attempt
from milepost.publish.client import client_script
from milepost.publish.preview import serve
from milepost.site.options import ThemeError

_WATCHED = ("content", "data", "static", "theme", "milepost.yaml")


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    first, _ = open_or_stop(args)
    root = first.root
    good = False

    def make() -> Attempt:
        nonlocal good
        opened = open_journal(root)
        day = today(args, opened.journal.settings.timezone)
        try:
            built = build(opened, day, args.audience, "", preview_script=client_script())
        except ThemeError as error:
            return Attempt(None, as_html((error.finding,), {}), "The theme has a mistake")
        errors = errors_among(built.findings)
        if not errors:
            good = True
            return Attempt(built.pages)
        mistakes = "1 mistake" if len(errors) == 1 else f"{len(errors)} mistakes"
        # The last pages that were good stay; a journal that starts with mistakes is shown as it is.
        stay = "; the pages stay as they were until then" if good else ""
        title = f"{mistakes} in your journal to mend{stay}"
        return Attempt(None if good else built.pages, as_html(errors, opened.loaded.sources), title)

    try:
        return serve(
            make,
            folders=[root / part for part in _WATCHED] if first.content else [root],
            ignore=[root / OUT],
            port=args.port,
            say=say,
            open_browser=args.open,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise Stop(f"the preview cannot start: {reason}", "try another port: --port 8123") from None
