"""The whole path, from bytes to findings and pages: whatever is in a journal, nothing raises."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from mangled import mangled_files
from rendered import render
from written import examples

from milepost.checks.check import check
from milepost.checks.lights import lights
from milepost.formats import as_github, as_html, as_json, as_sarif, as_text
from milepost.journal.asof import as_of
from milepost.journal.gate import gate
from milepost.journal.load import Loaded, load
from milepost.journal.words import Visibility
from milepost.progress.measure import measure
from milepost.progress.report import Report
from milepost.site.options import Options
from milepost.site.theme import read_theme

DAY = date(2026, 5, 20)


def report(loaded: Loaded, audience: Visibility) -> Report:
    return measure(as_of(gate(loaded.journal, audience), DAY), DAY)


@settings(max_examples=examples(1000))
@given(mangled_files)
def test_mangled_files_become_findings(files: dict[str, bytes]) -> None:
    loaded = load(files)
    seen = report(loaded, Visibility.PRIVATE)
    found = check(
        seen,
        loaded.findings,
        whole=loaded.journal,
        sources=loaded.sources,
        every=True,
    )
    assert set(loaded.findings) <= set(found), "what the reader says is told to the end"
    for finding in found:
        assert finding.message
        assert finding.help
    lights(seen, found)
    as_text(found, loaded.sources, loaded.journal, colour=True)
    as_json(found)
    as_github(found, loaded.journal)
    as_sarif(found, loaded.sources)
    as_html(found, loaded.sources)


@settings(max_examples=examples(40))
@given(mangled_files)
def test_mangled_files_become_pages(files: dict[str, bytes]) -> None:
    loaded = load(files)
    for audience in (Visibility.PRIVATE, Visibility.PUBLIC):
        seen = report(loaded, audience)
        theme, _ = read_theme(loaded.journal.settings, None)
        made = render(seen, Options(audience), theme, loaded.findings, lights(seen), loaded.sources)
        assert b"</html>" in made.pages["index.html"]
