"""A policy is loosened by what the preview adds, and by no more."""

from __future__ import annotations

import pytest

from milepost.publish.policy import allowing, source_hash

SCRIPT = source_hash("go()")
STYLE = source_hash("p {}")


def test_the_hash_is_the_one_that_browsers_compute() -> None:
    # From the CSP specification: the script alert('Hello, world.');
    assert (
        source_hash("alert('Hello, world.');")
        == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


@pytest.mark.parametrize(
    ("policy", "loosened"),
    [
        (
            "default-src 'none'",
            f"default-src 'none'; script-src {SCRIPT}; style-src {STYLE}; connect-src 'self'",
        ),
        (
            "default-src 'self'; script-src 'none'",
            f"default-src 'self'; script-src {SCRIPT}; style-src 'self' {STYLE}; "
            "connect-src 'self'",
        ),
        (
            "script-src 'sha256-abc='; style-src 'self'; connect-src 'none'",
            f"script-src 'sha256-abc=' {SCRIPT}; style-src 'self' {STYLE}; connect-src 'self'",
        ),
        (
            "script-src 'self'; script-src-elem 'none'",
            f"script-src 'self'; script-src-elem {SCRIPT}",
        ),
        # What is not ruled is allowed already; a rule would forbid the page's own.
        ("img-src 'self'", "img-src 'self'"),
        ("", ""),
        # A hash beside 'unsafe-inline' would end it for the page's own scripts.
        ("script-src 'unsafe-inline'", "script-src 'unsafe-inline'"),
        (
            "script-src 'unsafe-inline' 'nonce-x'",
            f"script-src 'unsafe-inline' 'nonce-x' {SCRIPT}",
        ),
        ("connect-src *", "connect-src *"),
        ("SCRIPT-SRC 'NONE';;", f"script-src {SCRIPT}"),
        # A browser ignores the second directive of a name.
        ("script-src 'self'; script-src *", f"script-src 'self' {SCRIPT}"),
    ],
)
def test_each_directive_gets_what_it_lacks(policy: str, loosened: str) -> None:
    assert allowing(policy, script="go()", style="p {}") == loosened


def test_a_policy_loosened_twice_is_loosened_once() -> None:
    once = allowing("default-src 'none'", script="go()", style="p {}")
    assert allowing(once, script="go()", style="p {}") == once
