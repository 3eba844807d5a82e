"""The Nu HTML checker on the whole example: no error in HTML or CSS, in any theme."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

from example import Example
from outside import java, npm_package

from milepost.site.theme import shipped_themes

VNU = ("vnu-jar", "26.9.27")


def test_html_and_css_are_valid(themed: Callable[[str], Example]) -> None:
    jar = npm_package(*VNU) / "build" / "dist" / "vnu.jar"
    folders = [str(themed(theme).folder) for theme in shipped_themes()]
    options = ["--errors-only", "--skip-non-html", "--also-check-css", "--also-check-svg"]
    checked = subprocess.run(
        [java(), "-jar", str(jar), *options, "--format", "json", *folders],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert checked.stderr.lstrip().startswith("{"), checked.stderr[:400]
    messages = json.loads(checked.stderr)["messages"]
    assert [_line(message) for message in messages] == []
    assert checked.returncode == 0


def _line(message: dict[str, str]) -> str:
    return f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
