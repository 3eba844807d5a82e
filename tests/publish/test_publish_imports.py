"""A command that only builds does not pay for a web server."""

from __future__ import annotations

import subprocess
import sys


def test_the_server_is_imported_only_when_it_serves() -> None:
    code = (
        "import sys, milepost.publish.output, milepost.publish.preview\n"
        "heavy = {'starlette', 'uvicorn', 'watchfiles', 'anyio', 'h11'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
