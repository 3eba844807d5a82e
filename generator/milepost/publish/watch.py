"""In: the folders and files that a site is made of. Out: a call each time one of them was saved.

One save is one call, however many steps the editor took; its swap files are none.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from milepost.journal.words import is_put_aside

if TYPE_CHECKING:
    from watchfiles.main import FileChange

# What editors, desktops and synchronisers write beside a file while somebody works on it.
_PASSING = re.compile(
    r"""
    .*~ | \#.*\# | ~.*                        # Emacs, many others; office programs
    | [0-9]{4,}                               # Vim tries whether it may write: 4913
    | .*\.(sw[a-p]|sw[px]|tmp|temp|bak|part|partial|crdownload|orig|rej|lock)
    | .*___jb_(tmp|old)___                    # JetBrains
    | .*\.(tmp|temp|sb)[-.][^.]*              # "notes.md.tmp.4711", "notes.md.sb-1f2e"
    | sed[A-Za-z0-9]{6}
    | Thumbs\.db | desktop\.ini | Icon\r
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A theme's parts may start with an underscore; words to be read may not.
_THEME = frozenset({".html", ".xml", ".txt", ".svg", ".css", ".js", ".json", ".j2", ".jinja"})

MODIFIED, DELETED = 2, 3  # of watchfiles.Change, which is an int
STEP = 5  # milliseconds of quiet that end a save
PATIENCE = 50  # milliseconds after which single files and folders that are not there are looked at


def is_read(path: Path, folder: Path) -> bool:
    """Whether milepost may read this file below a watched folder, by its name alone.

    Hidden names, folders and texts that start with an underscore (_site), and what editors leave
    while they work are not read.
    """
    try:
        *above, name = path.relative_to(folder).parts
    except ValueError:
        return False
    if any(map(is_put_aside, above)) or name.startswith("."):
        return False
    if is_put_aside(name) and path.suffix.lower() not in _THEME:
        return False
    return not _PASSING.fullmatch(name)


class Watch:
    """Watches folders with all that is below them, and single files, from a thread of its own.

    `saved` is called, from that thread, after each save of something that `is_read` and is not in
    or below one of `ignore`. What is not there yet is watched as soon as it is.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        ignore: Sequence[Path],
        saved: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        # Systems report real paths, such as /private/tmp for /tmp.
        self._paths = tuple(dict.fromkeys(path.resolve() for path in paths))
        self._ignore = tuple(path.resolve() for path in ignore)
        self._saved = saved
        self._say = say
        self._stop = threading.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Start; back as soon as no save can be missed any more."""
        self._thread.start()
        self._ready.wait(2)

    def stop(self) -> None:
        """End, within a moment. A thread left in the watcher would harm the end of Python."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(2)

    def _run(self) -> None:
        # Where the system has no more watchers to give, looking at the files' dates works still.
        for polling in (False, True):
            try:
                self._watch_what_is_there(polling, again=polling)
                while not self._stop.wait(PATIENCE / 1000):
                    self._watch_what_is_there(polling, again=True)
            except (OSError, RuntimeError) as error:
                if polling:
                    self._say(f"Saved files are no longer noticed ({error}). Please start again.")
            else:
                return
        self._ready.set()

    def _watch_what_is_there(self, polling: bool, *, again: bool = False) -> None:
        """Watch until told to stop, or until a folder has come, gone or been replaced.

        Watching `again` starts with a call: only now can nothing more be missed.
        """
        folders, files = self._folders(), self._files()
        settled = not again
        for changes in self._steps(folders, polling):
            self._ready.set()
            if any(self._matters(change, Path(path)) for change, path in changes):
                self._saved()
            # One that is back at once may have the number on the disk that it had.
            gone = any(change == DELETED and Path(path) in folders for change, path in changes)
            if gone or self._folders() != folders:
                return
            # A single file is looked at: an editor may replace it, which ends a watch on it.
            now = self._files()
            if now == files and not settled:
                self._saved()
            files, settled = now, now == files

    def _steps(self, folders: Mapping[Path, object], polling: bool) -> Iterator[set[FileChange]]:
        """What has changed below the folders, at each step and after each `PATIENCE`."""
        from watchfiles import watch

        outermost = [one for one in folders if not any(up in folders for up in one.parents)]
        if outermost:
            with suppress(FileNotFoundError):  # gone since we looked
                yield from watch(
                    *outermost,
                    watch_filter=None,
                    step=STEP,
                    rust_timeout=PATIENCE,
                    yield_on_timeout=True,
                    stop_event=self._stop,
                    force_polling=polling or None,
                    ignore_permission_denied=True,
                    raise_interrupt=False,
                )
        else:
            while not self._stop.wait(PATIENCE / 1000):
                yield set()

    def _matters(self, change: int, path: Path) -> bool:
        if any(path == ignored or ignored in path.parents for ignored in self._ignore):
            return False
        if change == MODIFIED and path.is_dir():
            return False  # some systems report the folder of each file, swap files too
        return any(is_read(path, watched) for watched in self._paths)

    def _folders(self) -> dict[Path, object]:
        found = ((path, _stat(path)) for path in self._paths)
        return {path: (it.st_dev, it.st_ino) for path, it in found if it and S_ISDIR(it.st_mode)}

    def _files(self) -> dict[Path, object]:
        found = ((path, _stat(path)) for path in self._paths)
        return {
            path: (it.st_dev, it.st_ino, it.st_size, it.st_mtime_ns)
            for path, it in found
            if it and not S_ISDIR(it.st_mode)
        }


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
