"""What a learner did, for a dossier: transcripts with comments, the state things were left in, rationales, exams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from trainer.assessment.playing import played
from trainer.flows.dossier_text import Pages
from trainer.flows.exercise_result import ExerciseResult, result_of
from trainer.flows.exercise_words import kind_words, moment_words, part_words
from trainer.flows.register_words import UNSUPERVISED, content_words
from trainer.i18n.numbers import decimal, percent
from trainer.i18n.values import written

if TYPE_CHECKING:
    from trainer.exercises.play import Comment, Play, ShownMoment
    from trainer.flows.register import RegisteredAttempt, Standing
    from trainer.i18n.catalogue import Translator


class Work:
    """One attempt at an exercise, read once, as pages."""

    def __init__(self, attempt: RegisteredAttempt, words: Translator) -> None:
        self._attempt, self._words = attempt, words
        self.result: ExerciseResult = result_of(
            attempt.id, attempt.paper, attempt.state, attempt.standing.played_before
        )
        self._play: Play = played(attempt.paper, attempt.state)

    def transcript(self, counted: bool) -> bytes:
        """Every moment with what is said of it, and what earned or cost points."""
        words, result = self._words, self.result
        pages = Pages(words.text(result.title))
        pages.points(about(self._attempt.standing, words, counted=counted))
        pages.points(self._outcome())
        pages.head(words._("What happened"))
        comments = {one.moment: one for one in result.comments}
        for moment in result.moments:
            self._moment(pages, moment, comments.get(moment.number))
        pages.head(words._("Points"))
        pages.points(self._criteria())
        return pages.bytes()

    def _outcome(self) -> Iterator[str]:
        words, result = self._words, self.result
        points = decimal(result.points, words.language)
        yield words._("{points} of {maximum}", points=points, maximum=result.maximum)
        yield words._("passed") if result.passed else words._("not passed")
        for text in (getattr(result.last, "goal", None), getattr(result.last, "ending", None)):
            if text:
                yield words.text(text)

    def _moment(self, pages: Pages, moment: ShownMoment, comment: Comment | None) -> None:
        words = self._words
        minutes, seconds = divmod(int(moment.at), 60)
        who = getattr(self.result.last, "customer", "") if moment.kind == "heard" else ""
        head = str(who) or words._(moment_words(moment.kind))
        pages.head(f"{moment.number + 1}. {head} ({minutes}:{seconds:02})", 3)
        pages.quote(words.text(moment.text))
        for text in comment.texts if comment else ():
            pages.say(f"→ {words.text(text)}")

    def _criteria(self) -> Iterator[str]:
        words = self._words
        for mark in self.result.marks:
            sign = "✓" if mark.met else "✗"
            points = words._("{points} of {maximum}", points=decimal(float(mark.points), words.language),
                             maximum=mark.maximum)  # fmt: skip
            critical = f" · {words._('critical')}" if mark.critical else ""
            yield f"{sign} {words.text(mark.text)} · {points}{critical} · {words.text(mark.why)}"

    # -- the state it was left in --------------------------------------------------------------------------------

    def state(self) -> bytes | None:
        """How a desk or a place of work was left; None for what leaves nothing behind but words."""
        pages = Pages(self._words.text(self.result.title))
        match self.result.last.kind:
            case "desk":
                self._desk(pages)
            case "workstation":
                self._workstation(pages)
            case _:
                return None
        return pages.bytes()

    def _desk(self, pages: Pages) -> None:
        from trainer.exercises.desk.ending import ending_of

        shift: Any = self._play
        ending, words = ending_of(shift), self._words
        pages.head(words._("Requests at the end"))
        for row, standing in ending.tickets:
            state = words._("closed") if row.state == "closed" else words._("still open")
            told = (words.text(row.title), words.text(standing), row.at, state)
            pages.points([" · ".join([row.number, *(part for part in told if part)])])
        lists = (
            (words._("Sent"), ending.sent), (words._("Archived"), ending.archive),
            (words._("Left in the inbox"), ending.inbox),
        )  # fmt: skip
        for title, rows in lists:
            pages.head(title)
            if not rows:
                pages.say("–")
            for row in rows:
                pages.points([f"{row.number} {row.at} · {words.text(row.note)}".strip(" ·")])
                pages.quote(words.text(row.title))

    def _workstation(self, pages: Pages) -> None:
        view: Any = self.result.last
        words = self._words
        pages.head(words._("How it was set"))
        for part in view.drawn:
            chosen = [words.text(one.text) for one in part.options if one.token == part.chosen]
            pages.points([f"{words.text(part.label)}: {chosen[0] if chosen else f'{part.value} {part.unit}'.strip()}"])
        pages.head(words._("What was tested"))
        for device in view.devices:
            answers = [(one.title, one.answer) for one in device.tests if one.answer is not None]
            pages.points(
                f"{words.text(device.title)}: {words.text(title)} – {words.text(text)}" for title, text in answers
            )
        if view.day is not None:
            pages.head(words._("Breaks"))
            pages.points(f"{one.start}–{one.end}" for one in view.day.breaks)

    # -- the rationale -------------------------------------------------------------------------------------------

    def rationale(self) -> bytes | None:
        """The rationale part by part, with what it refers to; None where none was asked for."""
        words, state = self._words, self._attempt.state
        if not self.result.rationale_due:
            return None
        pages = Pages(words.text(self.result.title))
        handed_in = state.exercise.handed_in_at
        pages.say(words._("Handed in on {day}.", day=datetime.fromtimestamp(handed_in, UTC)) if handed_in else
                  words._("Never handed in."))  # fmt: skip
        titles: Mapping[str, Any] = {**self.result.sources, **self._play.used()}
        for part in self.result.rationale_due:
            pages.head(words._(part_words(part)))
            for line in state.exercise.lines.values():
                if line.part == part and line.text:
                    pages.quote(line.text)
                    moments = ", ".join(str(number + 1) for number in line.moments)
                    pages.points([words._("Moments: {numbers}", numbers=moments)] if moments else [])
                    pages.points(words.text(titles.get(name, {"": name})) for name in line.cites)
        return pages.bytes()


def about(one: Standing, words: Translator, *, counted: bool) -> Iterator[str]:
    """The facts of an attempt."""
    short = one.short
    yield words._("Attempt {attempt}", attempt=one.attempt)
    if short.kind == "exercise" and short.proof is not None:
        yield words._(kind_words(short.proof.kind))
    yield words._("began {when}", when=datetime.fromtimestamp(short.started_at, UTC))
    if short.submitted_at is not None:
        yield words._("ended {when}", when=datetime.fromtimestamp(short.submitted_at, UTC))
    yield words._(UNSUPERVISED) if not one.supervised else words._("in an exam room")
    if one.content != "agreed":
        yield words._(content_words(one.content))
    if one.voided is not None:
        yield words._("voided: {reason}", reason=one.voided.act.reason)
    elif short.withdrawn is not None:
        yield words._("voided: {reason}", reason=short.withdrawn)
    yield words._("It counts for the record.") if counted else words._("It is no evidence of the record.")


def exams(standings: tuple[Standing, ...], words: Translator) -> bytes:
    """Every counting try with its sections; never a question or a key."""
    pages = Pages(words._("Unit exam: every counting try"))
    for one in standings:
        short = one.short
        pages.head(written(datetime.fromtimestamp(short.started_at, UTC), words))
        pages.points(about(one, words, counted=one.counts and bool(short.passed)))
        outcome = words._("exam passed") if short.passed else words._("exam not passed")
        pages.points([f"{outcome} · {percent(short.share, words.language)}"])
        pages.points(
            f"{words.text(part.title) or part.id}: {percent(part.share, words.language)}" for part in short.sections
        )
    return pages.bytes()
