"""What a new journal brings for editors: tasks, snippets and a schema, and templates on request.

In: the voice of the journal. Out: texts by path. The texts are those of `texts/`, with the editor's
own signs for what is still to be filled in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from milepost.formats.schema import schema
from milepost.scaffold.files import filled, told
from milepost.voice.english import ENGLISH
from milepost.voice.reviewing import asked
from milepost.voice.rows import of_an_entry
from milepost.voice.voice import Voice

_REVIEWS = ("month", "quarter", "year")
_TODAY = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"
_OPEN = "YYYY-MM-DD"
"""What the reader knows as a line that nobody has filled in yet."""


def for_code(voice: Voice = ENGLISH) -> dict[str, str]:
    """The files of Visual Studio Code, below `.vscode/`."""
    texts = {
        "goal": told(voice, "goal.md", title="${1}", start=_TODAY, due=f"${{2:{_OPEN}}}"),
        "week": filled(
            "week.md",
            week="${1:YYYY-Www}",
            numbers="progress:\n  ${2}\n",
            plans="${3}",
            **of_an_entry(voice),
        ),
        **{
            f"review-{rhythm}": _review(voice, rhythm, "- ${1}", "- [[${2}]]: ", "${3}")
            for rhythm in _REVIEWS
        },
    }
    snippets = {
        name: {"prefix": name, "scope": "markdown", "body": text.rstrip("\n").split("\n")}
        for name, text in texts.items()
    }
    placed = {"yaml.schemas": {"./.vscode/milepost.schema.json": "/milepost.yaml"}}
    return {
        ".vscode/tasks.json": filled("tasks.json"),
        ".vscode/milepost.code-snippets": _json(snippets),
        ".vscode/milepost.schema.json": _json(schema("settings")),
        ".vscode/settings.json": _json(placed),
    }


def for_obsidian(voice: Voice = ENGLISH) -> dict[str, str]:
    """Templates for Obsidian's own plugin, and the setting that says where they are."""
    today = "{{date:YYYY-MM-DD}}"
    return {
        ".obsidian/templates.json": _json({"folder": "templates"}),
        "templates/goal.md": told(voice, "goal.md", title='"{{title}}"', start=today, due=_OPEN),
        "templates/week.md": filled(
            "week.md",
            week="{{date:GGGG-[W]WW}}",
            numbers="progress:\nhours:\n",
            plans="- [ ] ",
            **of_an_entry(voice),
        ),
        **{
            f"templates/review-{rhythm}.md": _review(voice, rhythm, "- ", "- ", "")
            for rhythm in _REVIEWS
        },
    }


_EMPTY = {"before": "", "recorded": "", "seen": ""}
"""What only a report can fill in."""


def _review(voice: Voice, rhythm: str, numbers: str, goals: str, next_: str) -> str:
    words = asked(voice, rhythm, next_)
    return filled(f"review-{rhythm}.md", numbers=numbers, goals=goals, **words, **_EMPTY)


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
