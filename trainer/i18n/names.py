"""Names of languages: each in its own language, as a chooser shows them, or in the reader's, within a sentence."""

from __future__ import annotations


def own_name(language: str) -> str:
    """``Italiano`` for ``it``; the code itself where Babel knows no name."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return language
    return f"{name[:1].upper()}{name[1:]}" if name else language


def name_in(language: str, reader: str) -> str:
    """``inglese`` for ``en`` to who reads Italian; the code itself where Babel knows no name."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").get_display_name(Locale.parse(reader, sep="-")) or language
    except (UnknownLocaleError, ValueError):
        return language
