"""A unit's minimum performance as a checklist: the rule in words, what is to do, what is missing, what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trainer.flows.exercise_words import requirement_words
from trainer.i18n.dates import moment
from trainer.tui.messages import OpenScreen
from trainer.tui.screens.exercise_entries import EXERCISE
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from trainer.assessment.minimum import Requirement
    from trainer.flows.evidence import AssessedTry, Gap, UnitEvidence
    from trainer.flows.exercise_cards import ExerciseCard
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

#: What entries begin with; the rest is an attempt's id, or an exercise's behind the requirement it would help with.
RATIONALE, RESULT, RESUME, HELP = "rationale:", "result:", "resume:", "help:"
_OPENS = {
    EXERCISE: ("exercise", "exercise"), RATIONALE: ("rationale", "attempt"), RESULT: ("exercise_result", "attempt"),
    RESUME: ("exercise_play", "attempt"),
}  # fmt: skip
#: How many exercises that would help are named.
_NAMED = 3


def evidence_sections(
    stated: LocalText | None, evidence: UnitEvidence | None, cards: Sequence[ExerciseCard], words: Translator
) -> list[Section]:
    """``evidence`` None: it is still being found out, and only the rule's words are shown."""
    return list(_sections(stated, evidence, {card.id: card for card in cards}, words))


def _sections(
    stated: LocalText | None, evidence: UnitEvidence | None, cards: Mapping[str, ExerciseCard], words: Translator
) -> Iterator[Section]:
    yield _rule(stated, evidence, words)
    if evidence is None:
        return
    tries = {one.attempt: one for one in evidence.tries}
    unwritten = tuple(
        Entry(f"{RATIONALE}{name}", words._("Write the rationale: {title}", title=_called(tries[name], words)),
              sign="✎", sign_style="bold $accent")
        for name in evidence.unwritten
    )  # fmt: skip
    if unwritten:
        yield Section(words._("Rationales to write"), unwritten, words._("passed; it counts once this is done"),
                      numbered=False)  # fmt: skip
    if evidence.missing:
        entries = tuple(_missing(gap, tries, cards, words) for gap in evidence.missing)
        said = [_count(evidence, words)]
        said += [words._("writing the rationales comes first")] if unwritten else []
        if not any(name in cards for gap in evidence.missing for name in gap.how):
            said.append(words._("no exercise here would help yet"))
        note = BETWEEN.join(said)
        yield Section(words._("Still missing"), entries, note, numbered=False)
    if evidence.met:
        entries = tuple(_met(one, tries, words) for one in evidence.met)
        yield Section(words._("Shown"), entries, "" if evidence.missing else _count(evidence, words), numbered=False)
    if evidence.awaiting:
        entries = tuple(Entry(f"{RESULT}{name}", _called(tries[name], words), sign="◇") for name in evidence.awaiting)
        yield Section(words._("Waiting for an assessor"), entries, words._("they count for this list already"),
                      numbered=False)  # fmt: skip
    if evidence.tries:
        entries = tuple(_try(one, words) for one in reversed(evidence.tries))
        yield Section(words._("Every assessed attempt"), entries, words._("the latest first"), numbered=False)


def _rule(stated: LocalText | None, evidence: UnitEvidence | None, words: Translator) -> Section:
    """The rule in words, with how it is read."""
    title = words._("Minimum performance")
    if stated is None:
        return Section(title, (), text=words._("no minimum performance stated"))
    said = [words.text(stated)]
    house = evidence is not None and evidence.house_rule
    if evidence is not None and evidence.reading_text:
        said.append(words._("How it is read: {text}", text=words.text(evidence.reading_text)))
    if house:
        said.append(words._("The standard states none; this one is a house rule."))
    return Section(title, (), words._("house rule") if house else "", text="\n".join(said))


def _count(evidence: UnitEvidence, words: Translator) -> str:
    if evidence.complete:
        return f"✓ {words._('everything is shown')}"
    whole = len(evidence.met) + len(evidence.missing)
    return words._("{met} of {whole} shown", met=len(evidence.met), whole=whole)


def _missing(gap: Gap, tries: Mapping[str, AssessedTry], cards: Mapping[str, ExerciseCard], words: Translator) -> Entry:
    """What is missing, what there is of it, and the exercises that would bring it nearer: the first one opens."""
    one = gap.requirement
    how = [name for name in gap.how if name in cards]
    detail = [_brought(one, tries, words)] if one.attempts else []
    if how:
        named = ", ".join(words.text(cards[name].title) for name in how[:_NAMED])
        detail.append(words._("would help: {exercises}", exercises=named))
    name = f"{HELP}{one.requirement}:{how[0] if how else ''}"
    return Entry(name, _wanted(one, words), BETWEEN.join(detail), "○", "$warning", aside=_figures(one, words))


def _met(one: Requirement, tries: Mapping[str, AssessedTry], words: Translator) -> Entry:
    target = f"{RESULT}{one.attempts[-1]}:{one.requirement}" if one.attempts else f"{HELP}{one.requirement}:"
    return Entry(target, _wanted(one, words), _brought(one, tries, words), "✓", "$success", aside=_figures(one, words))


def _wanted(one: Requirement, words: Translator) -> str:
    text = words._(requirement_words(one.requirement))
    return text[:1].upper() + text[1:]


def _figures(one: Requirement, words: Translator) -> str:
    return words._("{have} of {need}", have=one.have, need=one.need)


def _brought(one: Requirement, tries: Mapping[str, AssessedTry], words: Translator) -> str:
    """The attempts it was shown by."""
    return BETWEEN.join(_called(tries[name], words) for name in one.attempts if name in tries)


def _called(one: AssessedTry, words: Translator) -> str:
    """An attempt by title and date."""
    return f"{words.text(one.title)} ({moment(one.submitted_at or one.started_at, words.language)})"


def _try(one: AssessedTry, words: Translator) -> Entry:
    """When, how it went, how often it had been played before; a void one says why."""
    said = [moment(one.started_at, words.language)]
    sign, style = ("✓", "$success") if one.passed else ("✗", "$error")
    target = f"{RESULT}{one.attempt}:"
    if one.voided is not None:
        sign, style = "–", "$quiet"
        said.append(words._("voided: {reason}", reason=one.voided) if one.voided else words._("voided"))
    elif one.submitted_at is None:
        sign, style, target = "◐", "$accent", f"{RESUME}{one.attempt}"
        said.append(words._("not finished"))
    else:
        said.append(words._("passed") if one.passed else words._("not passed"))
    before = one.played_before
    said.append(words.ngettext("played {count} time before", "played {count} times before", before) if before else
                words._("first time played"))  # fmt: skip
    return Entry(target, words.text(one.title), BETWEEN.join(said), sign, style)


def opened_by(entry: str) -> OpenScreen | None:
    """The screen an entry of this list or of the exercises opens; None where there is nothing."""
    kind, _, rest = entry.partition(":")
    name, _, helps = rest.partition(":")
    if f"{kind}:" == HELP:
        return OpenScreen("exercise", {"exercise": helps}) if helps else None
    found = _OPENS.get(f"{kind}:")
    return OpenScreen(found[0], {found[1]: name}) if found else None
