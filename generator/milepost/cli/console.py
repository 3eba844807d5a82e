"""The console that a command runs in, made fit for it: streams that are there, and in UTF-8.

In: whatever the system gave this process. Out: the same, as the commands expect it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def in_utf8() -> None:
    """Begin this process again in UTF-8 where the names of files are read as something else.

    In such a one (`LC_ALL=C`) a goal called `café` has a name that no page can be called by.
    """
    utf8 = sys.getfilesystemencoding().lower() == "utf-8"
    if utf8 or sys.flags.utf8_mode or not sys.executable or os.name == "nt":
        return
    with suppress(OSError):  # then it goes on as it is
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def with_streams() -> None:
    """Give the process the streams that were closed, empty ones, and let all speak UTF-8."""
    if sys.stdin is None:  # a program may be started without any of them
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    if hasattr(sys.stdin, "reconfigure"):
        with suppress(OSError, ValueError):  # what was read of it already stays as it was read
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def silence() -> None:
    """Let what is still to be written go nowhere: where it should go, nothing can be written."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
