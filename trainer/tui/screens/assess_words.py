"""Assessing in words: pieces of the queue, what there is to read of one, the rubric beside it, what it came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.flows.exercise_words import part_words
from trainer.flows.register_words import UNSUPERVISED, content_words
from trainer.i18n.numbers import decimal
from trainer.kernel.problems import N_
from trainer.tui.safe import joined, plain
from trainer.tui.screens.replay_words import Reading, replayed
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.level_sheet import Mark, Part
from trainer.tui.widgets.menu import Entry, Section
from trainer.tui.widgets.paragraphs import Para

if TYPE_CHECKING:
    from trainer.assessment.acts import Judged
    from trainer.assessment.exercising import RationaleLine
    from trainer.flows.assessing import AssessingView, Piece, PieceView
    from trainer.flows.assessing_pieces import OpenWork, Work
    from trainer.i18n.catalogue import Translator

_NO_MARK, _INDENT, _DEEPER = Content(""), Content("  "), Content("    ")
_STATES = {
    "due": ("○", "$accent", N_("To be judged by you")),
    "given": ("◐", "$accent", N_("Judged by you, another rater is wanted")),
    "insufficient": ("✗", "$error", N_("Judged insufficient")),
    "sufficient": ("✓", "$success", N_("Judged sufficient")),
    "closed": ("–", "$quiet", N_("Judged by others")),
}
_DUE = {
    "second": N_("another rater has judged it"),
    "third": N_("two raters disagree: a third one is needed"),
}


def cover(number: int, words: Translator) -> str:
    """What a piece is called while nobody is to know whose it is."""
    return words._("Work {number}", number=number)


# -- the queue -----------------------------------------------------------------------------------------------------


def queue(view: AssessingView, words: Translator) -> list[Section]:
    """The pieces by what has become of them; those that wait for this rater first."""
    found = []
    for state, (sign, style, title) in _STATES.items():
        own = [piece for piece in view.pieces if piece.state == state]
        entries = tuple(_entry(piece, sign, style, words) for piece in own)
        if entries:
            found.append(Section(words._(title), entries, str(len(entries)), numbered=state == "due"))
    return found


def _entry(piece: Piece, sign: str, style: str, words: Translator) -> Entry:
    said = [words.text(piece.title)]
    if piece.waits_for in _DUE and not piece.mine:
        said.append(words._(_DUE[piece.waits_for]))
    elif piece.waits_for == "third":
        said.append(words._("a third rater is needed"))
    if piece.begun:
        said.append(words._("begun"))
    if piece.content == "unknown":
        said.append(words._("content not known here"))
    return Entry(piece.id, cover(piece.number, words), BETWEEN.join(said), sign, style, aside=piece.whose)


def progress_words(view: AssessingView, words: Translator) -> str:
    """How far this rater is."""
    if not view.pieces:
        return words._("Nothing waits for an assessor.")
    return words._("{judged} of {count} judged", judged=view.judged, count=view.mine)


# -- the work ------------------------------------------------------------------------------------------------------


def blocks(view: PieceView, reading: Reading) -> tuple[list[list[Para]], dict[str, int]]:
    """What there is to read in blocks, and at which block the part of each criterion begins."""
    done, words = view.work, reading.words
    found: list[list[Para]] = [list(_head(view, reading))]
    places: dict[str, int] = {}
    if done.answer is not None:
        places = {one.id: len(found) + 1 for one in done.criteria}
        found += _answered(done.answer, reading)
    if done.result is not None:
        replay = replayed(done.result, reading)
        for part in done.parts:
            places[part] = len(found)
            found.append(list(_part(part, done, replay, reading)))
        found.append([Para(_NO_MARK, (plain(words._("What happened, moment by moment"), "bold"),))])
        found += replay
    return found, places


def _head(view: PieceView, reading: Reading) -> Iterator[Para]:
    words, piece, done = reading.words, view.piece, view.work
    name = joined((cover(piece.number, words), "bold"), (piece.whose, "$quiet"), between="  ")
    yield Para(_NO_MARK, (name,))
    yield Para(_NO_MARK, reading.of(piece.title))
    said = [words._(UNSUPERVISED)] if not piece.supervised else []
    if piece.content != "agreed":
        said.append(words._(content_words(piece.content)))
    if done.result is not None:
        points = decimal(done.result.points, words.language)
        said.append(words._("{points} of {maximum} points", points=points, maximum=done.result.maximum))
        before = done.result.played_before
        if before:
            said.append(words.ngettext("played {count} time before", "played {count} times before", before))
    yield Para(_NO_MARK, (plain(BETWEEN.join(said), "$quiet"),))


def _answered(answer: OpenWork, reading: Reading) -> Iterator[list[Para]]:
    words = reading.words
    for title, texts in (
        (words._("The question"), reading.of(answer.stem)),
        (words._("The answer"), tuple(plain(line) for line in [answer.answer or "–"])),
        (words._("A model answer"), reading.of(answer.model_answer, "$quiet")),
    ):
        yield [Para(_NO_MARK, (plain(title, "bold"),)), Para(_INDENT, texts)]


def _part(part: str, done: Work, replay: Sequence[Sequence[Para]], reading: Reading) -> Iterator[Para]:
    """A part of the rationale: each line, what it cites, and the moments it speaks of as they are replayed."""
    words = reading.words
    yield Para(_NO_MARK, (plain(words._(part_words(part)), "bold"),))
    own = [line for line in done.lines if line.part == part]
    if not own:
        yield Para(_INDENT, (plain(words._("nothing written"), "$quiet"),))
    for line in own:
        yield from (Para(_INDENT, (plain(text),)) for text in line.text.split("\n") if text.strip())
        if cited := _cited(line, done, words):
            yield Para(joined(("  § ", "$accent")), (plain(cited, "$quiet"),))
        for number in line.moments:
            if number < len(replay):
                yield from (Para(_DEEPER + one.mark, one.texts) for one in replay[number])


def _cited(line: RationaleLine, done: Work, words: Translator) -> str:
    known = done.cited or {}
    return BETWEEN.join(words.text(known.get(name, {"": name})) for name in line.cites)


# -- the rubric ----------------------------------------------------------------------------------------------------


def rubric(view: PieceView, levels: Mapping[str, int], comments: Mapping[str, str], words: Translator) -> list[Part]:
    """The criteria, with this rater's levels and comments, and those of others where they may be seen."""
    marks = tuple(
        Mark(
            one.id, words.text(one.title), one.top, levels.get(one.id), (words.text(one.asks),) if one.asks else (),
            tuple(words.text(text) for text in one.anchors) or _points(one.top, words), comments.get(one.id, ""),
            _others(one.id, view.others, words),
        )
        for one in view.work.criteria
    )  # fmt: skip
    return [Part("", marks)]


def _points(top: int, words: Translator) -> tuple[str, ...]:
    """What points of an open answer mean where the criterion says no more."""
    between = [""] * (top - 1)
    return (words._("not there"), *between, words._("there, whole"))


def _others(criterion: str, others: Sequence[Judged], words: Translator) -> str:
    said = []
    for one in others:
        comment = one.comments.get(criterion, "")
        level = words._("level {level}", level=one.marks.get(criterion, "–"))
        said.append(f"{one.by}: {level}{f' ({comment})' if comment else ''}")
    return BETWEEN.join(said)


def outcome_words(view: PieceView, words: Translator) -> tuple[str, str]:
    """What the judgements come to, with its style; nothing before this rater has judged."""
    found = view.outcome
    if found is None:
        return "", ""
    if found.due:
        third = found.due == "third"
        return (
            words._("Two raters disagree: a third one is needed.") if third else
            words._("Judged by you; another rater is wanted.")
        ), "bold $accent"  # fmt: skip
    if found.sufficient:
        return f"✓ {words._('Sufficient')}", "bold $success"
    return f"✗ {words._('Insufficient')}", "bold $error"
