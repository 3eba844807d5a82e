"""F4: what is silenced, and needs no silence or does not exist.

In: what a goal or the settings name under `ignore` and the like. Out: findings.
"""

from __future__ import annotations

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault


@fault("F401", "silenced-for-nothing", Severity.HINT)
def for_nothing(code: str) -> Words:
    """A rule is silenced with `ignore`, and would say nothing anyway.

    The reason is gone, and the line would hide the next fault of this kind. A whole letter may be
    silenced for good without this hint.

    Flagged:
        ignore: S103
    Fine:
        ignore: A303
        obstacles:
    """
    return f"{code} is silenced here, and would say nothing", f"take {code} out of `ignore`"


@fault("F402", "unknown-rule", Severity.WARNING)
def unknown_rule(text: str, near: str) -> Words:
    """A setting names a rule that milepost does not have.

    Rules go by their code (`S103`), their name (`state-without-figure`) or their letter (`S`).

    Flagged:
        == milepost.yaml ==
        check: {ignore: J110}
    Fine:
        == milepost.yaml ==
        check: {ignore: J}
    """
    return (
        f"there is no rule “{text}”",
        f"did you mean `{near}`?"
        if near
        else "write a code, as `S103`; `milepost explain` lists them all",
    )
