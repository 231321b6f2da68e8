"""Catalogue files are read with lines, and every gap is named."""

from __future__ import annotations

import pytest

from trainer.i18n.po import CatalogueUnreadable, parse_catalogue

HEAD = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def wrong(body: str) -> list[tuple[int, str | None]]:
    return [(entry.line, entry.wrong) for entry in parse_catalogue(HEAD + body, "it.po", "it").entries]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('msgid "Yes"\nmsgstr "Sì"\n', [(6, None)]),
        ('msgid "Yes"\nmsgstr ""\n', [(6, "untranslated")]),
        ('#, fuzzy\nmsgid "Yes"\nmsgstr "Sì"\n', [(7, "unsure")]),
        ('msgid "{a} of {b}"\nmsgstr "{b} di {a}"\n', [(6, None)]),
        ('msgid "{a} of {b}"\nmsgstr "{a} di {c}"\n', [(6, "placeholders")]),
        ('msgid "{a}"\nmsgstr "{a"\n', [(6, "placeholders")]),
        ('msgid "one"\nmsgid_plural "{count}"\nmsgstr[0] "uno"\nmsgstr[1] "{count}"\n', [(6, None)]),
        ('msgid "one"\nmsgid_plural "{count}"\nmsgstr[0] "uno"\nmsgstr[1] ""\n', [(6, "untranslated")]),
        ('msgid "one"\nmsgid_plural "{count}"\nmsgstr[0] "uno"\nmsgstr[1] "{n}"\n', [(6, "placeholders")]),
    ],
)
def test_gaps_have_their_line(body: str, found: list[tuple[int, str | None]]) -> None:
    assert wrong(body) == found


def test_what_is_no_catalogue_is_refused_with_its_line() -> None:
    with pytest.raises(CatalogueUnreadable) as refused:
        parse_catalogue(HEAD + 'msgid "Yes"\nmsgstr "Sì"\nhello there\n', "it.po", "it")
    assert refused.value.values["line"] == 8
