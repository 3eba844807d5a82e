"""Templates at work: a page's view in, its HTML out.

In: a `Theme`, and the translations of what its templates say. Out: `Templates`, which make pages.
Jinja is imported only when they are set up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

from milepost.findings import Place
from milepost.site.faults import broken_template
from milepost.site.options import ThemeError
from milepost.site.theme import Template, Theme

if TYPE_CHECKING:
    from jinja2 import Environment


class Templates:
    """The templates of one theme, ready to make pages in the language of the translations.

    Undefined names, in a template or in what it is given, are errors; all text is escaped. A text
    that the translations do not know stays as the template has it.
    """

    def __init__(self, theme: Theme, translations: NullTranslations | None = None) -> None:
        self._theme = theme
        self._jinja = _environment(theme, translations or NullTranslations())

    def page(self, template: str, context: Mapping[str, Any], address: str) -> str:
        """The HTML of one page.

        Raises ThemeError, naming the template, its line and the page, when a template is missing,
        cannot be read, or fails at its work.
        """
        try:
            return _tidy(self._jinja.get_template(template).render(context))
        except Exception as error:
            raise _explained(error, template, self._theme, address) from error


def _environment(theme: Theme, translations: NullTranslations) -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from milepost.site.compiled import Compiled

    def load(name: str) -> tuple[str, str, Any] | None:
        found: Template | None = theme.templates.get(name)
        return (found.text, found.path, lambda: True) if found else None

    jinja = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Compiled(),
    )
    jinja.policies["ext.i18n.trimmed"] = True
    # The extension adds this method, with `_`, `pgettext` and their kin, at run time.
    jinja.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    del jinja.globals["lipsum"], jinja.filters["random"]  # chance has no place in a page
    return jinja


def _tidy(html: str) -> str:
    """HTML without the empty lines and the indentation that templates leave behind.

    Text between `<pre>` and `</pre>`, and in scripts, stays as it is.
    """
    parts = re.split(r"(<(pre|script)\b.*?</\2>)", html, flags=re.DOTALL)
    kept = []
    for index, part in enumerate(parts):
        if index % 3 == 0:
            first, *more = part.split("\n")
            if more:
                inner = (line for line in map(str.strip, more[:-1]) if line)
                part = "\n".join((first.rstrip(), *inner, more[-1].lstrip()))
        if index % 3 != 2:
            kept.append(part)
    return "".join(kept).strip() + "\n"


def _explained(error: Exception, template: str, theme: Theme, address: str) -> ThemeError:
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    page = f"/{address}"
    if isinstance(error, ThemeError):
        return error
    if isinstance(error, TemplateSyntaxError):
        path = error.filename or error.name or template
        return _broken(path, error.lineno, page, _sentence(error))
    path, line = _where(error, template, theme)
    if isinstance(error, TemplateNotFound):
        message = f"there is no template {error.name!r} in the theme"
        return _broken(path, line, page, message)
    return _broken(path, line, page, _sentence(error))


def _broken(path: str, line: int, page: str, reason: str) -> ThemeError:
    return ThemeError(broken_template(Place(path, line), path, line, page, reason))


def _where(error: Exception, template: str, theme: Theme) -> tuple[str, int]:
    """The innermost line of a template that the error went through."""
    paths = {found.path for found in theme.templates.values()}
    known = theme.templates.get(template)
    place = (known.path if known else template, 1)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename in paths:
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _sentence(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it builds on itself, where the shipped one is named milepost/base.html"
    text = " ".join(str(error).split()).rstrip(".")
    return text or type(error).__name__
