"""A theme read from its folders: templates, one stylesheet, scripts, other files.

In: a theme's name and the journal's own folder `theme/`. Out: `Theme`, plain data, and findings.
A file of the journal's own goes before one of the named theme, and that before one of the theme
that it `extends`. What went behind is not gone: a shipped theme's template also has a name with the
theme's before it, `milepost/base.html`, so that the one in front may extend it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from milepost.findings import Finding, Place
from milepost.journal.frontmatter import merge_mark
from milepost.journal.model import Settings
from milepost.shipped import folder
from milepost.site.faults import LEAVES_JOURNAL, not_utf8, unknown_theme, unreadable_theme_file

USUAL = "milepost"
_COLOURS = "tokens.css"


@dataclass(frozen=True, slots=True)
class Template:
    """The text of a template, and the file as a person knows it."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, whole: `static` holds what is written as it is, `style.css` among it.

    `scripts` are the theme's own, by file name; templates put them into the page, where the
    content policy knows them by their hashes.
    """

    name: str
    templates: Mapping[str, Template]
    static: Mapping[str, bytes]
    scripts: Mapping[str, str]

    def policy(self) -> str:
        """The Content-Security-Policy of every page: nothing from elsewhere, only known scripts.

        `file:` stands beside `'self'` for browsers to which a page on disk is nobody. A page may
        ask its own site for files, so that who audits it can read its robots.txt.
        """
        scripts = self.scripts.values()
        hashes = " ".join(f"'sha256-{fingerprint(text)}'" for text in scripts) or "'none'"
        return (
            f"default-src 'none'; style-src 'self' file:; img-src 'self' file:; "
            f"font-src 'self' file:; media-src 'self' file:; script-src {hashes}; "
            f"connect-src 'self'; base-uri 'none'; form-action 'none'"
        )

    def prints(self, name: str) -> bool:
        """Whether its templates print this of the page's frame, and do nothing else with it."""
        return _prints(name, tuple(one.text for one in self.templates.values()))


@lru_cache(maxsize=4)
def _prints(name: str, texts: tuple[str, ...]) -> bool:
    named, printed = (
        sum(len(re.findall(pattern, text)) for text in texts)
        for pattern in (rf"\b{name}\b", rf"\{{\{{-?\s*page\.{name}\s*-?\}}\}}")
    )
    return named == printed


def fingerprint(text: str) -> str:
    """The hash of a script as a content policy writes it."""
    return b64encode(sha256(text.encode()).digest()).decode()


def shipped_themes() -> tuple[str, ...]:
    """The names of the themes that come with milepost."""
    return tuple(sorted(path.parent.name for path in folder("themes").glob("*/theme.yaml")))


def read_theme(settings: Settings, own: Path | None) -> tuple[Theme, tuple[Finding, ...]]:
    """The theme that the settings name, with the journal's own files in place of the shipped.

    `own` is the journal's folder `theme/`, which need not exist. An unknown name gives a finding
    and the usual theme; a file of the journal's own that cannot be read gives a finding and the
    shipped one.
    """
    known = shipped_themes()
    findings: list[Finding] = []
    name = settings.theme
    if name not in known:
        findings.append(unknown_theme(settings.at("theme"), name, known))
        name = USUAL
    files: dict[str, tuple[str, bytes]] = {}
    for layer in reversed(_layers(name)):
        for path, file in _files(folder("themes") / layer, f"themes/{layer}"):
            files[path] = file
            if path.startswith("templates/"):
                files[path.replace("/", f"/{layer}/", 1)] = file
    for path, shown, data in _own_files(own, findings):
        files[path] = (shown, data)
    return _assemble(name, tuple(sorted(files.items()))), tuple(findings)


def colours(settings: Settings, own: Path | None) -> str:
    """The stylesheet in which the settings' theme names its colours and fonts, for a lone page.

    `own` as for `read_theme`, which tells of what cannot be read: here the shipped one stands in.
    """
    for name, _, data in _own_files(own, []):
        if name == f"static/{_COLOURS}":
            return shortened(_text(data))
    name = settings.theme if settings.theme in shipped_themes() else USUAL
    sheets = (folder("themes") / layer / "static" / _COLOURS for layer in _layers(name))
    return shortened(next((_text(one.read_bytes()) for one in sheets if one.is_file()), ""))


def _layers(name: str) -> tuple[str, ...]:
    """A theme and the themes that it builds on, itself first."""
    layers = [name]
    while True:
        below = _settings((folder("themes") / layers[-1] / "theme.yaml").read_bytes()).get(
            "extends"
        )
        if not isinstance(below, str) or below in layers or below not in shipped_themes():
            return tuple(layers)
        layers.append(below)


@lru_cache(maxsize=8)
def _settings(text: bytes) -> Mapping[str, object]:
    import yaml

    try:
        found = yaml.load(text, yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _files(root: Path, shown: str) -> Iterator[tuple[str, tuple[str, bytes]]]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            yield name, (f"{shown}/{name}", path.read_bytes())


def _own_files(own: Path | None, findings: list[Finding]) -> Iterator[tuple[str, str, bytes]]:
    if own is None or not own.is_dir():
        return
    home = own.parent.resolve()
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in name.split("/")):
            continue
        place = Place(f"theme/{name}")
        if not path.resolve().is_relative_to(home):
            findings.append(unreadable_theme_file(place, LEAVES_JOURNAL))
            continue
        data = path.read_bytes()
        if _is_text(name):
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                reason = not_utf8(line)
                findings.append(unreadable_theme_file(Place(place.path, line), reason))
                continue
            if mark := merge_mark(place.path, text.replace("\r\n", "\n")):
                findings.append(mark)
                continue
        yield name, place.path, data


def _is_text(name: str) -> bool:
    return name.startswith("templates/") or name.endswith((".css", ".js", ".yaml"))


@lru_cache(maxsize=2)  # the preview asks after each save
def _assemble(name: str, files: tuple[tuple[str, tuple[str, bytes]], ...]) -> Theme:
    templates = {
        path.removeprefix("templates/"): Template(_text(data), shown)
        for path, (shown, data) in files
        if path.startswith("templates/")
    }
    static = {
        path.removeprefix("static/"): data
        for path, (_, data) in files
        if path.startswith("static/")
    }
    settings = _settings(dict(files).get("theme.yaml", ("", b""))[1])
    listed = settings.get("styles")
    styles = [str(style) for style in listed] if isinstance(listed, list) else []
    written = {
        path: data
        for path, data in static.items()
        if path not in styles and not path.endswith(".js")
    }
    sheets = (_text(static[style]) for style in styles if style in static)
    written["style.css"] = shortened("\n".join(sheets)).encode()
    scripts = {path: _script(data) for path, data in static.items() if path.endswith(".js")}
    return Theme(name, templates, dict(sorted(written.items())), scripts)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _script(data: bytes) -> str:
    """A script without its indentation."""
    return "\n".join(line.strip() for line in _text(data).splitlines() if line.strip())


@lru_cache(maxsize=8)
def shortened(css: str) -> str:
    """A stylesheet without comments and without spaces that mean nothing, a rule on each line.

    Text between quotation marks stays as it is.

    >>> shortened("/* ink */ a::after { color: red; content: ' ; '; }")
    "a::after{color:red;content:' ; '}"
    """
    parts = re.split(r"""(/\*.*?\*/|"[^"]*"|'[^']*')""", css, flags=re.DOTALL)
    kept = []
    for part in parts:
        if part.startswith("/*"):
            continue
        if part[:1] not in ("'", '"'):
            part = re.sub(r"\s+", " ", part)
            part = re.sub(r" ?([{};,]) ?", r"\1", part)
            part = re.sub(r"(?<=[a-z]): ", ":", part)
        kept.append(part)
    return re.sub(r";?}(?=[^}])", "}\n", "".join(kept).strip()).replace(";}", "}")
