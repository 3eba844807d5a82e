"""Where pages stand, and the way from one to another."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

from hypothesis import given
from hypothesis import strategies as st

from milepost.addresses import fault, file_of, folded, relative, rooted, slug, step

TEXTS = st.text(min_size=1, max_size=30)
PATHS = st.sampled_from(["", "goals/", "goals/earn-pmp/", "2026/Q4/", "404.html", "goals/قراءة/"])


@given(TEXTS)
def test_a_step_may_be_written_on_every_computer(name: str) -> None:
    assert not fault(f"goals/{step(name)}/index.html")


@given(TEXTS)
def test_a_step_stays_what_it_is(name: str) -> None:
    assert step(step(name)) == step(name)


@given(TEXTS)
def test_a_slug_holds_letters_digits_and_single_hyphens(text: str) -> None:
    made = slug(text)
    assert "--" not in made
    assert not made.startswith("-")
    assert slug(made) == made


@given(PATHS, PATHS)
def test_a_link_leads_from_any_page_to_any_other(here: str, there: str) -> None:
    base = "https://example.org/some-repo/"
    led = urljoin(base + file_of(here), relative(here, there))
    assert unquote(led) == base + file_of(there)


def test_scripts_of_the_world_keep_their_letters() -> None:
    assert slug("كتب جديدة") == "كتب-جديدة"
    assert slug("读书 2026") == "读书-2026"


def test_names_of_devices_are_no_steps() -> None:
    assert step("CON") == "CON-page"
    assert step("...") == "page"


def test_the_page_of_the_lost_links_from_the_servers_root() -> None:
    assert rooted("", "goals/") == "/goals/"
    assert rooted("https://ana.example/my-journal", "", "x") == "/my-journal/#x"


def test_addresses_that_differ_by_case_or_accents_written_twice_are_one() -> None:
    assert folded("Goals/Caf\u00e9/") == folded("goals/cafe\u0301/")
