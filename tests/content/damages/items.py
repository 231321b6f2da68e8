"""Damages to items."""

from __future__ import annotations

import re

from tests.content.damages.table import damage
from tests.content.shelf import BANK, Edit, Shelf, changed, text_of


@damage("option without a rationale", "F01")
def no_rationale(shelf: Shelf) -> Edit:
    spot = shelf.single(0)
    edit = spot.without(("options", 1, "rationale"))
    return Edit(edit.file, edit.content, (spot.line("options", 1),))


@damage("two keys", "F01")
def two_keys(shelf: Shelf) -> Edit:
    spot = shelf.single(1)
    edit = shelf.inserted(BANK, spot.line("options", spot.wrong, "text"), [" " * 8 + "key: true"])
    return Edit(BANK, edit.content, (spot.line(),))


@damage("no key", "F01")
def no_key(shelf: Shelf) -> Edit:
    spot = shelf.single(2)
    edit = shelf.removed(BANK, spot.line("options", spot.key, "key"))
    return Edit(BANK, edit.content, (spot.line(),))


@damage("missing language", "L30")
def missing_language(shelf: Shelf) -> Edit:
    spot = shelf.single(3)
    edit = spot.without(("options", spot.wrong, "rationale", "en"))
    return Edit(edit.file, edit.content, (spot.line("options", spot.wrong, "rationale"),))


@damage("duplicate item id", "I01")
def duplicate_id(shelf: Shelf) -> Edit:
    line = shelf.item(11).line("id")
    return shelf.replaced(BANK, line, lambda old: old.split(":")[0] + f": {shelf.item(2).item.id}")


@damage("near-duplicate stem", "L28", "L18", "L30")
def near_duplicate(shelf: Shelf) -> Edit:
    one, other = shelf.single(4), shelf.single(9)
    stem = {
        language: text.replace("Quale", "Che", 1).replace("Which", "What", 1)
        for language, text in one.item.stem.items()
    }
    edit = other.with_block(("stem",), [f"{other.indent}{lang}: {text_of(text)}" for lang, text in stem.items()])
    return Edit(edit.file, edit.content, changed(shelf.text(BANK), edit.content)[:2], any_line=True)


@damage("number differing between languages", "L30")
def number_differs(shelf: Shelf) -> Edit:
    spot, place = shelf.with_number()
    return shelf.replaced(BANK, spot.line(*place, "en"), lambda old: re.sub(r"\d+", lambda n: str(int(n[0]) + 41), old))


@damage("negation that can be overlooked", "L08", "L07", "L18")
def unmarked_negation(shelf: Shelf) -> Edit:
    stem = (
        "Quale di questi comportamenti non rispetta il cliente?",
        "Which of these acts does not respect the customer?",
    )
    return shelf.single(5).with_texts(("stem",), *stem)


@damage("«all of the above»", "L01", "L04", "L21")
def all_of_the_above(shelf: Shelf) -> Edit:
    spot = shelf.single(6)
    return spot.with_texts(("options", spot.wrong, "text"), "Tutte le precedenti", "All of the above")


@damage("absolute word in one option", "L10", "L04", "L21", "L13")
def absolute_word(shelf: Shelf) -> Edit:
    spot = shelf.single(7)
    return spot.with_texts(("options", spot.wrong, "text"), "Lo comunica sempre a voce", "Always tells it by voice")


@damage("rationale of two words", "L29")
def short_rationale(shelf: Shelf) -> Edit:
    spot = shelf.single(8)
    return spot.with_texts(("options", spot.wrong, "rationale"), "Non basta.", "Not enough.")


@damage("unknown fact", "S01")
def unknown_fact(shelf: Shelf) -> Edit:
    spot = shelf.item(12)
    return shelf.replaced(BANK, spot.line("facts", 0), lambda old: old.replace(spot.item.facts[0], "GDPR-99z", 1))


@damage("exam key on an unverified source", "S02")
def unverified(shelf: Shelf) -> Edit:
    spot = shelf.exam_item()
    weak = shelf.weak_source()
    return shelf.replaced(BANK, spot.line("facts", 0), lambda old: old.replace(spot.item.facts[0], weak, 1))


@damage("unknown statement", "C01", "C05")
def unknown_statement(shelf: Shelf) -> Edit:
    spot = shelf.item(13)
    return shelf.replaced(
        BANK, spot.line("statements", 0), lambda old: old.replace(spot.item.statements[0], "abr.uc9.k99", 1)
    )


@damage("statement of another module", "C02", "C05")
def orphan_statement(shelf: Shelf) -> Edit:
    spot = shelf.item(14)
    return shelf.replaced(
        BANK, spot.line("statements", 0), lambda old: old.replace(spot.item.statements[0], "abr.uc2.k04", 1)
    )


@damage("unknown lesson of an item", "I02", "X03")
def unknown_lesson(shelf: Shelf) -> Edit:
    spot = shelf.item(15)
    return shelf.replaced(BANK, spot.line("lesson"), lambda old: old.split(":")[0] + ": nowhere")


@damage("acceptance of nothing", "A02")
def vain_acceptance(shelf: Shelf) -> Edit:
    spot = shelf.item(16)
    return shelf.inserted(BANK, spot.line("level"), ["    accept: {L26: The law asks so.}"])


@damage("terminal markup in a stem", "H01", "L18", "L24")
def action_in_stem(shelf: Shelf) -> Edit:
    stem = ("Che cosa [@click=app.quit] fai per prima cosa?", "What [@click=app.quit] do you do first of all?")
    return shelf.single(10).with_texts(("stem",), *stem)
