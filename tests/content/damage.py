"""Named damages to copies of content files: each must be reported at its line, and only there.

``python -m tests.content.damage`` prints a table and exits 1 when one is missed or says too much. What a damage must
bring with it (an item that cannot be drawn makes its exam short) stands beside it in ``also``.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.content.shelf import BANK, Edit, Shelf, changed, text_of
from trainer.checking.check import check
from trainer.checking.findings import Finding
from trainer.content.locate import FOLDERS, shipped_root

TODAY = date(2026, 11, 21)
LESSON = "courses/modules/gdpr/lessons/01-personal-data"
MODULE = "courses/modules/gdpr/module.yaml"
COVERAGE, SOURCES, EXAM = "courses/coverage.yaml", "courses/sources.yaml", "courses/exams/gdpr.yaml"
MESSAGES = "locales/it/LC_MESSAGES/trainer.po"


@dataclass(frozen=True)
class Damage:
    """One damage: its name, the rule that must speak, the rules that may speak with it, and how it is made."""

    name: str
    rule: str
    make: Callable[[Shelf], Edit]
    also: frozenset[str] = field(default_factory=frozenset)


DAMAGES: list[Damage] = []


def damage(name: str, rule: str, *also: str) -> Callable[[Callable[[Shelf], Edit]], Callable[[Shelf], Edit]]:
    """Put a function into the table."""

    def add(make: Callable[[Shelf], Edit]) -> Callable[[Shelf], Edit]:
        DAMAGES.append(Damage(name, rule, make, frozenset(also)))
        return make

    return add


# --- the form of files


@damage("tab in the indentation", "F01")
def tab(shelf: Shelf) -> Edit:
    line = shelf.item(3).line("level")
    return shelf.replaced(BANK, line, lambda old: "\t" + old.strip())


@damage("duplicate key", "F01")
def duplicate_key(shelf: Shelf) -> Edit:
    line = shelf.item(4).line("level")
    return shelf.inserted(BANK, line, [shelf.lines(BANK)[line - 1]], at=1)


@damage("wrong type", "F01")
def wrong_type(shelf: Shelf) -> Edit:
    line = shelf.item(5).line("revision")
    return shelf.replaced(BANK, line, lambda old: re.sub(r"\d+", "one", old))


@damage("misspelt key", "F01")
def misspelt(shelf: Shelf) -> Edit:
    spot = shelf.item(6)
    edit = shelf.replaced(BANK, spot.line("difficulty"), lambda old: old.replace("difficulty", "dificulty"))
    return Edit(BANK, edit.content, (*edit.lines, spot.line()))  # unknown here, and missing from its item


@damage("unknown value", "F01")
def unknown_value(shelf: Shelf) -> Edit:
    line = shelf.item(7).line("level")
    return shelf.replaced(BANK, line, lambda old: old.split(":")[0] + ": guess")


@damage("newer format version", "F01")
def newer_version(shelf: Shelf) -> Edit:
    return shelf.replaced(EXAM, 1, lambda old: "version: 2")


@damage("anchor and alias", "F01")
def anchor(shelf: Shelf) -> Edit:
    line = shelf.find(SOURCES, "jurisdiction: EU")
    return shelf.replaced(SOURCES, line, lambda old: old.replace("EU", "&eu EU"))


@damage("invalid UTF-8 in a lesson", "F01")
def invalid_utf8(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.en.md", "## ", 2) + 2
    raw = shelf.raw(f"{LESSON}.en.md").split(b"\n")
    raw[line - 1] = b"caf\xe9 " + raw[line - 1]
    return Edit(f"{LESSON}.en.md", b"\n".join(raw), (line,))


@damage("invalid UTF-8 in a bank", "F01")
def invalid_utf8_in_bank(shelf: Shelf) -> Edit:
    line = shelf.item(8).line("stem", "it")
    raw = shelf.raw(BANK).split(b"\n")
    raw[line - 1] = raw[line - 1].replace(b" ", b" \xff", 1)
    return Edit(BANK, b"\n".join(raw), (line,))


@damage("control code in a lesson", "F01")
def control_code(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.it.md", "## ", 2) + 2
    return shelf.replaced(f"{LESSON}.it.md", line, lambda old: "\x1b[2J" + old)


@damage("control code in a stem", "F01")
def control_code_in_stem(shelf: Shelf) -> Edit:
    spot = shelf.item(9)
    new = [f'{spot.indent}it: "Che cosa fai\\e[2J adesso?"', f"{spot.indent}en: What do you do now?"]
    edit = spot.with_block(("stem",), new)
    return Edit(edit.file, edit.content, (spot.line("stem"),))


# --- items


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


# --- lessons


@damage("terminal markup in a lesson", "H01")
def action_in_lesson(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.en.md", "## ", 1)
    return shelf.replaced(f"{LESSON}.en.md", line, lambda old: old + " [@click=app.quit]now[/]")


@damage("page count differing", "P01", "P05")
def page_count(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    edit = shelf.removed(file, shelf.find(file, "---", 99))
    return Edit(file, edit.content, (), any_line=True)


@damage("check missing on one page", "P02")
def missing_check(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    line = shelf.find(file, "[[check:")
    edit = shelf.removed(file, line)
    start = max(number for number, text in enumerate(shelf.lines(file)[:line], 1) if text.startswith("## "))
    return Edit(file, edit.content, (start,))


@damage("unknown check", "P02")
def unknown_check(shelf: Shelf) -> Edit:
    file = f"{LESSON}.it.md"
    return shelf.inserted(file, shelf.find(file, "## ", 1) + 1, ["", "[[check: gdpr-check-nowhere]]", ""], at=1)


@damage("dead glossary link", "K01")
def dead_glossary_link(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(
        file, shelf.find(file, "(glossary:"), lambda old: re.sub(r"glossary:[a-z-]+", "glossary:nowhere", old)
    )


@damage("dead lesson link", "K02")
def dead_lesson_link(shelf: Shelf) -> Edit:
    file = shelf.first_with("(lesson:")
    return shelf.replaced(
        file, shelf.find(file, "(lesson:"), lambda old: re.sub(r"lesson:[a-z/-]+", "lesson:gdpr/nowhere", old)
    )


@damage("over-long page", "P05", "P07")
def long_page(shelf: Shelf) -> Edit:
    file = f"{LESSON}.it.md"
    start = shelf.find(file, "## ", 2)
    edit = shelf.inserted(file, start + 1, ["", *["Una riga.", ""] * 30])
    return Edit(file, edit.content, (start,))


@damage("drawing too wide", "P05", "P07")
def wide_drawing(shelf: Shelf) -> Edit:
    file = f"{LESSON}.it.md"
    return shelf.inserted(file, shelf.find(file, "## ", 1) + 1, ["", "```", "-" * 90, "```", ""], at=2)


@damage("page without a heading", "P04")
def no_heading(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 2), lambda old: old.removeprefix("## "))


@damage("image", "K03")
def image(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 1) + 2, lambda old: "![a lock](lock.png) " + old)


@damage("outside link", "K03")
def outside_link(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 1) + 2, lambda old: "[law](https://law.example.org) " + old)


@damage("HTML", "K04")
def html(shelf: Shelf) -> Edit:
    file = f"{LESSON}.en.md"
    return shelf.replaced(file, shelf.find(file, "## ", 1) + 2, lambda old: "<b>Note</b> " + old)


@damage("prose missing in one language", "T02")
def no_prose(shelf: Shelf) -> Edit:
    return Edit(f"{LESSON}.en.md", None, (shelf.find(f"{LESSON}.yaml", "id:"),), reported=f"{LESSON}.yaml")


@damage("unknown fact of a page", "S01")
def unknown_page_fact(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.yaml", "facts: [G")
    return shelf.replaced(f"{LESSON}.yaml", line, lambda old: re.sub(r"GDPR-\w+", "GDPR-99z", old, count=1))


@damage("title in one language", "T01")
def one_title(shelf: Shelf) -> Edit:
    file = f"{LESSON}.yaml"
    line = shelf.find(file, "title:")
    edit = shelf.removed(file, line + 2)
    return Edit(file, edit.content, (line,))


# --- the map, the register, the exam, the catalogues


@damage("lesson listed twice", "I04")
def lesson_twice(shelf: Shelf) -> Edit:
    line = shelf.find(MODULE, "lessons:")
    return shelf.replaced(MODULE, line, lambda old: old.replace("]", ", personal-data]"))


@damage("lesson that does not exist", "I04", "M01")
def lesson_nowhere(shelf: Shelf) -> Edit:
    line = shelf.find(MODULE, "lessons:")
    return shelf.replaced(MODULE, line, lambda old: old.replace("]", ", nowhere]"))


@damage("statement without lesson and test", "C05", "C04")
def untested(shelf: Shelf) -> Edit:
    return shelf.given("abr.uc2.k04")


@damage("map with an unknown statement", "I06")
def unknown_in_map(shelf: Shelf) -> Edit:
    return shelf.given("abr.uc9.k99")


@damage("source past its review", "S03")
def past_review(shelf: Shelf) -> Edit:
    line = shelf.find(SOURCES, "review_by:", 3)
    return shelf.replaced(SOURCES, line, lambda old: old.split(":")[0] + ": 2026-01-31")


@damage("source twice", "I01")
def source_twice(shelf: Shelf) -> Edit:
    first, second = shelf.find(SOURCES, "- id:"), shelf.find(SOURCES, "- id:", 2)
    block = shelf.lines(SOURCES)[first - 1 : second - 1]
    edit = shelf.inserted(SOURCES, second, block)
    return Edit(SOURCES, edit.content, (second,))


@damage("exam drawing more than there is", "X03")
def over_drawing(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "draw: {")
    return shelf.replaced(EXAM, line, lambda old: re.sub(r"apply: \d+", "apply: 30", old))


@damage("exam over an unknown lesson", "X01", "X03")
def unknown_exam_lesson(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "lessons: [")
    return shelf.replaced(EXAM, line, lambda old: re.sub(r"\[[a-z-]+", "[nowhere", old))


@damage("section of two items", "X02")
def small_section(shelf: Shelf) -> Edit:
    line = shelf.find(EXAM, "draw: {")
    return shelf.replaced(EXAM, line, lambda old: old.split("{")[0] + "{remember: 1, understand: 1}")


@damage("message not translated", "T03")
def untranslated(shelf: Shelf) -> Edit:
    line = shelf.message()
    edit = shelf.replaced(MESSAGES, line + 1, lambda old: 'msgstr ""')
    return Edit(MESSAGES, edit.content, (line,))


@damage("message marked as unsure", "T03")
def fuzzy(shelf: Shelf) -> Edit:
    line = shelf.message()
    edit = shelf.inserted(MESSAGES, line, ["#, fuzzy"])
    return Edit(MESSAGES, edit.content, (line + 1,))


@damage("placeholder misspelt", "T03")
def placeholder(shelf: Shelf) -> Edit:
    line = shelf.message(with_placeholder=True)
    edit = shelf.replaced(MESSAGES, line + 1, lambda old: re.sub(r"\{[a-z_]+", "{nome_sbagliato", old, count=1))
    return Edit(MESSAGES, edit.content, (line,))


@dataclass(frozen=True)
class Outcome:
    """What the checker said of a damage."""

    damage: Damage
    edit: Edit
    missed: tuple[int, ...]
    surplus: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        return not self.missed and not self.surplus


def run(names: str = "") -> Iterator[Outcome]:
    """Make each damage in a copy of the content, check, and mend it again."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in FOLDERS:
            shutil.copytree(shipped_root() / name, root / name)
        before = _counted(check([root], TODAY).findings)
        for one in DAMAGES:
            if names in one.name:
                yield _outcome(root, one, before)


def _counted(findings: tuple[Finding, ...]) -> Counter[tuple[str, str, str]]:
    return Counter((f.file, f.rule, f.message) for f in findings)


def _outcome(root: Path, one: Damage, before: Counter[tuple[str, str, str]]) -> Outcome:
    shelf = Shelf(root)
    edit = one.make(shelf)
    path = root / edit.file
    old = path.read_bytes()
    try:
        path.unlink() if edit.content is None else path.write_bytes(edit.content)
        report = check([root], TODAY)
    finally:
        path.write_bytes(old)
    left, new = before.copy(), list[Finding]()
    for finding in report.findings:
        left[finding.file, finding.rule, finding.message] -= 1
        if left[finding.file, finding.rule, finding.message] < 0:
            new.append(finding)
    file = (root / (edit.reported or edit.file)).as_posix()
    hits = [f for f in new if f.rule == one.rule and f.file == file and (edit.any_line or f.line in edit.lines)]
    missed = tuple(set(edit.lines or (0,)) - {f.line for f in hits}) if not edit.any_line or not hits else ()
    surplus = tuple(f for f in new if f not in hits and f.rule not in one.also)
    return Outcome(one, edit, missed, surplus)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.content.damage", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORDS", help="only damages with these words in their name")
    outcomes = []
    for outcome in run(parser.parse_args(arguments).only):
        outcomes.append(outcome)
        place = (
            f"{Path(outcome.edit.reported or outcome.edit.file).name}:{','.join(map(str, outcome.edit.lines)) or '?'}"
        )
        print(f"{'ok ' if outcome.good else 'BAD'}  {outcome.damage.rule}  {outcome.damage.name:<40} {place}")
        for line in outcome.missed:
            print(f"       not reported at line {line}")
        for finding in outcome.surplus:
            print(f"       also {finding.file}:{finding.line} {finding.rule} {finding.message}")
    good = sum(outcome.good for outcome in outcomes)
    print(f"{good} of {len(outcomes)} damages reported at their line and only there.")
    return 0 if good == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
