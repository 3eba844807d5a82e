"""A journal followed while it is written: the site after each save, its pages made on demand.

In: a journal's folder, for whom, and what day it is. Out: an `Attempt` for the preview each time.
What was read, measured and found stays in memory, so that a save costs what it changed. A file
with a mistake that keeps it from being read counts as it last was without one.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

from milepost.building import prepare, theme_of
from milepost.findings import Finding, errors_among, in_order
from milepost.formats import as_html
from milepost.journal.folder import Folder
from milepost.journal.remembered import digest_of
from milepost.journal.words import Visibility
from milepost.kept import Kept
from milepost.pipeline import Opened, open_journal, opened_from
from milepost.publish.broadcast import Attempt
from milepost.publish.client import client_script
from milepost.site.options import ThemeError
from milepost.site.theme import Theme
from milepost.voice.english import number, plural


class Following:
    """The journal in a folder, for an audience; `today` gives the day in a time zone.

    `memory` may hold what was read of it already.
    """

    def __init__(
        self,
        root: Path,
        audience: Visibility,
        today: Callable[[str], date],
        memory: Kept | None = None,
    ) -> None:
        self._root = root
        self._audience = audience
        self._today = today
        self._memory = memory or Kept(root, "build", audience.value)
        self._folder: Folder | None = None
        self._good: dict[str, bytes] = {}
        self._digests: dict[str, tuple[bytes, bytes]] = {}
        self._theme: Theme | None = None

    def make(self) -> Attempt:
        """The site as it is now. Its pages are made when they are asked for."""
        began = perf_counter()
        self._memory.turn()
        opened = open_journal(self._root, memory=self._memory, before=self._folder)
        shown, held = self._with_good_files(opened)
        day = self._today(opened.journal.settings.timezone)
        theme, about_theme = theme_of(shown)
        scripted = replace(theme, scripts={**theme.scripts, "preview": client_script()})
        files, findings = prepare(shown, day, self._audience, "", scripted, about_theme)
        said = self._saved(opened, perf_counter() - began)
        try:
            if theme != self._theme:
                files.try_templates()
            self._theme = theme
        except ThemeError as error:
            alert = as_html((error.finding,), {})
            return Attempt(None, alert, "The theme has a mistake", said=f"{said} {_where(error)}")
        finally:
            # What was made now lasts, mostly: to look for circles in it takes longer than a save.
            gc.freeze()
        version = self._version(shown, day, theme)
        errors = in_order({*errors_among(opened.loaded.findings), *errors_among(findings)})
        if not errors:
            return Attempt(files, version=version, said=said)
        alert = as_html(errors, opened.loaded.sources)
        return Attempt(files, alert, _title(errors, held), version, f"{said} {_counted(errors)}.")

    def _with_good_files(self, opened: Opened) -> tuple[Opened, int]:
        """The journal with each faulty file as it last was good, and how many these are."""
        faulty = {finding.place.path for finding in errors_among(opened.loaded.findings)}
        held = {path: self._good[path] for path in faulty if path in self._good}
        now = opened.folder.files
        self._good = {path: data for path, data in now.items() if path not in faulty} | held
        if all(now.get(path) == data for path, data in held.items()):
            return opened, 0
        folder = replace(opened.folder, files={**now, **held})
        return opened_from(self._root, folder, self._memory), len(held)

    def _saved(self, opened: Opened, seconds: float) -> str:
        """What the terminal is told: which files are others than before."""
        before: Mapping[str, bytes] = self._folder.files if self._folder else {}
        self._folder, now = opened.folder, opened.folder.files
        saved = sorted(
            name for name in before.keys() | now.keys() if before.get(name) != now.get(name)
        )
        what = ", ".join(saved[:3]) or "what pages are made with"
        more = f" and {len(saved) - 3} more" if len(saved) > 3 else ""
        return f"Saved: {what}{more}. The pages follow ({number(seconds)} s)."

    def _version(self, opened: Opened, day: date, theme: Theme) -> str:
        """A fingerprint of all that the pages are made from."""
        before, self._digests = self._digests, {}
        for path, data in sorted(opened.folder.files.items()):
            one = before.get(path)
            # The bytes of a file that surely is unchanged are the very same ones.
            if one is None or one[0] is not data:
                one = data, hashlib.blake2b(data, digest_size=16).digest()
            self._digests[path] = one
        files = [(path, digest) for path, (_, digest) in self._digests.items()]
        return digest_of((files, day, opened.folder.assets.looks(), theme))


def _counted(errors: tuple[Finding, ...]) -> str:
    return plural(len(errors), "mistake")


def _title(errors: tuple[Finding, ...], held: int) -> str:
    stay = (
        "",
        "; its file counts as it was until then",
        "; their files count as they were until then",
    )
    return f"{_counted(errors)} in your journal to mend{stay[min(held, 2)]}"


def _where(error: ThemeError) -> str:
    place = error.finding.place
    return f"{place.path}:{place.line}: {error.finding.message}"
