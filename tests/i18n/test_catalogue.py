"""The translator: messages, plurals, problems, switching, caching."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from trainer.i18n.catalogue import Translator, languages, source_language
from trainer.i18n.compiled import catalogue_path, load_catalogue
from trainer.kernel.problems import Refused

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Yes"
msgstr "Ja"

msgid "{count} item"
msgid_plural "{count} items"
msgstr[0] "ein Quesit"
msgstr[1] "{count} Quesiten"

msgid "Due on {day}, {share} of {name}"
msgstr "Fällig am {day}, {share} von {name}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "SOURCE").write_text("en\n")
    for language, text in (("de", PO), ("en", "")):
        path = catalogue_path(tmp_path / "locales", language)
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "locales"


def test_the_folders_are_the_languages(folder: Path) -> None:
    assert languages(folder) == ("de", "en")
    assert source_language(folder) == "en"


def test_messages_plurals_and_values(folder: Path) -> None:
    words = Translator("de", folder=folder)
    assert words._("Yes") == "Ja"
    assert words._("Not in the catalogue") == "Not in the catalogue"
    assert words.ngettext("{count} item", "{count} items", 1) == "ein Quesit"
    assert words.ngettext("{count} item", "{count} items", 12) == "12 Quesiten"
    problem = Refused("Due on {day}, {share} of {name}", day=date(2026, 11, 3), share=0.5, name="{x} [b]")
    assert words.translate(problem) == "Fällig am 03.11.2026, 0,5 von {x} [b]"


def test_the_language_changes_at_run_time(folder: Path) -> None:
    words = Translator("de", folder=folder)
    words.switch("en")
    assert words._("Yes") == "Yes"
    words.switch("xx")
    assert words._("Yes") == "Yes"
    words.switch("de")
    assert words._("Yes") == "Ja"


def test_a_text_by_language_falls_back(folder: Path) -> None:
    words = Translator("de", folder=folder)
    assert words.text({"it": "sì", "de": "ja"}) == "ja"
    assert words.text({"it": "sì", "en": "yes"}) == "yes"
    assert words._("{a}", a={"it": "sì"}) == "sì"


def test_compiled_once_then_read_from_the_cache(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    assert load_catalogue(folder, "de", cache).gettext("Yes") == "Ja"
    monkeypatch.setattr("trainer.i18n.compiled.compile_catalogue", lambda *_: pytest.fail("compiled again"))
    assert load_catalogue(folder, "de", cache).gettext("Yes") == "Ja"


def test_an_edited_catalogue_is_compiled_again(folder: Path, tmp_path: Path) -> None:
    load_catalogue(folder, "de", tmp_path)
    catalogue_path(folder, "de").write_text(PO.replace("Ja", "Jawohl"), encoding="utf-8")
    assert load_catalogue(folder, "de", tmp_path).gettext("Yes") == "Jawohl"


def test_a_damaged_or_unwritable_cache_costs_only_time(folder: Path, tmp_path: Path) -> None:
    load_catalogue(folder, "de", tmp_path)
    (kept,) = (tmp_path / "locales").glob("*.mo")
    kept.write_bytes(b"not a catalogue")
    assert load_catalogue(folder, "de", tmp_path).gettext("Yes") == "Ja"
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert load_catalogue(folder, "de", blocked).gettext("Yes") == "Ja"


def test_a_wheels_compiled_catalogue_needs_no_babel(folder: Path, tmp_path: Path) -> None:
    load_catalogue(folder, "de", tmp_path)
    code = (
        "import sys; from pathlib import Path; from trainer.i18n.catalogue import Translator;"
        f"w = Translator('de', folder=Path({str(folder)!r}), cache=Path({str(tmp_path)!r}));"
        "assert w._('Yes') == 'Ja'; assert 'babel' not in sys.modules, 'babel was imported'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_text_without_a_language_is_one_of_our_messages() -> None:
    """Papers keep such titles: whoever shows them says them in the language of the moment."""
    words = Translator("it", cache=None)
    assert words.text({"": "Spaced review"}) == "Ripasso"
    assert words.text({"": "abr.uc1.k01"}) == "abr.uc1.k01"
    assert words.text({"": ""}) == ""
    assert words.text({"it": "Prova", "en": "Test"}) == "Prova"
