"""The themes' colours, measured: contrast on paper and card, and how far apart the states stay."""

import math
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

THEMES = Path(__file__).parents[2] / "themes"
STATES = ("green", "teal", "amber", "brick")
TEXT = ("ink", "mute", *STATES)

Rgb = tuple[float, float, float]

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for Simulation of
# Color Vision Deficiency, IEEE TVCG 15 (6), 2009: the matrices for severity 1.0, on linear RGB.
SEEN_BY = {
    "everyone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def written_in(*sheets: str) -> list[tuple[str, str, str]]:
    """The colours that style sheets give to names: the name, in light, in dark."""
    css = "".join((THEMES / sheet).read_text(encoding="utf-8") for sheet in sheets)
    colour = r"#[0-9a-f]{3,6}"
    both = rf"--([\w-]+): (?:light-dark\(({colour}), ({colour})\)|({colour}));"
    return [
        (name, light or plain, dark or plain) for name, light, dark, plain in re.findall(both, css)
    ]


def schemes() -> dict[str, dict[str, str]]:
    """Every set of colours in which a reader may see a page."""
    found = {}
    for theme in ("milepost", "ledger"):
        tokens = written_in(f"{theme}/static/tokens.css")
        paper = written_in("milepost/static/print.css")
        found[f"{theme}, light"] = {name: light for name, light, _ in tokens}
        found[f"{theme}, dark"] = {name: dark for name, _, dark in tokens}
        found[f"{theme}, on paper"] = {name: light for name, light, _ in (*tokens, *paper)}
    found["an older browser"] = {
        name: light for name, light, _ in written_in("milepost/static/older.css")
    }
    return found


SCHEMES = schemes()


def linear(colour: str) -> Rgb:
    """Linear light, 0 to 1, of `#rrggbb` or `#rgb`."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    lights = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def oklab(rgb: Rgb) -> Rgb:
    """B. Ottosson, A perceptual color space for image processing, 2020."""
    r, g, b = rgb
    cones = (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )
    lo, me, sh = (math.copysign(abs(cone) ** (1 / 3), cone) for cone in cones)
    return (
        0.2104542553 * lo + 0.7936177850 * me - 0.0040720468 * sh,
        1.9779984951 * lo - 2.4285922050 * me + 0.4505937099 * sh,
        0.0259040371 * lo + 0.7827717662 * me - 0.8086757660 * sh,
    )


def seen(colour: str, by: str) -> Rgb:
    """A colour as someone with this eyesight sees it, in Oklab."""
    light = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(part * c for part, c in zip(row, light, strict=True))))
        for row in SEEN_BY[by]
    )
    return oklab((r, g, b))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_every_text_colour_reaches_four_and_a_half_to_one(scheme: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    ratios = {name: contrast(colours[name], colours[ground]) for name in TEXT}
    assert {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_the_four_states_stay_apart_for_all_eyes(scheme: str, eyes: str) -> None:
    # 2 is what one can just tell when two patches touch; 8 is plain for thin lines apart.
    colours = SCHEMES[scheme]
    apart = {
        f"{one} {other}": 100 * math.dist(seen(colours[one], eyes), seen(colours[other], eyes))
        for one, other in combinations(STATES, 2)
    }
    assert {pair: round(d, 1) for pair, d in apart.items() if d < 8} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_four_states_are_of_one_lightness(scheme: str) -> None:
    light = [oklab(linear(SCHEMES[scheme][state]))[0] for state in STATES]
    assert max(light) - min(light) < 0.1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_shade_of_the_heat_map_is_a_step_further_from_the_card(scheme: str) -> None:
    colours = SCHEMES[scheme]
    steps = [contrast(colours[f"heat-{n}"], colours["card"]) for n in range(5)]
    assert all(later > earlier * 1.2 for earlier, later in pairwise(steps))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_has_every_colour(scheme: str) -> None:
    shades = [f"heat-{n}" for n in range(5)]
    assert sorted(SCHEMES[scheme]) == sorted(["paper", "card", "rule", "tint", *TEXT, *shades])
