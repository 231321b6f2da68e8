"""The wide column of a record's page: outcomes, the rule met, and what is not assessed."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.kernel.problems import N_
from trainer.printing.blocks import barred, stack
from trainer.printing.detail import id_ranges
from trainer.printing.marks import CAUTION, MUTED, NOTHING, Colour, Drawn
from trainer.printing.record_evidence import record_evidence, record_exams, record_oral
from trainer.printing.record_view import RecordView
from trainer.printing.typeset import Span, paragraph, spans
from trainer.records.record import Outcome


def record_main(view: RecordView, width: float) -> Drawn:
    """All sections of the wide column."""
    return stack(
        [
            view.section(N_("Learning outcomes"), _outcomes(view, width), width),
            view.section(N_("Minimum performance shown"), _rule(view, width), width),
            _supervision(view, width),
            view.section(N_("Evidence"), record_evidence(view, width), width),
            view.section(N_("Unit exam: every counting try"), record_exams(view, width), width),
            view.section(N_("Oral assessment"), record_oral(view, width), width),
            view.section(N_("Not assessed by the program"), _not_assessed(view, width), width),
            _shortened(view, width),
        ],
        view.look.gap,
    )


def _outcomes(view: RecordView, width: float) -> Iterator[Drawn]:
    skills = tuple(one for one in view.record.outcomes if one.kind == "skill")
    knowledge = tuple(one for one in view.record.outcomes if one.kind == "knowledge")
    how = view.detail.outcomes
    for number, language in enumerate(view.speakers.languages):
        if how in ("counted", "skills") or (how == "first" and number):
            break
        colour = MUTED if number else view.look.text.colour
        for title, group in (
            (view.speakers.say(N_("Skills"))[number], skills),
            (view.speakers.say(N_("Knowledge"))[number], knowledge),
        ):
            if group:
                yield spans(
                    _run_in(view, f"{title} ({len(group)}). ", [one.text[language] for one in group], colour), width
                )
    if how == "skills" and skills:
        title = f"{view.speakers.say(N_('Skills'))[0]} ({len(skills)}). "
        texts = [one.text[view.speakers.languages[0]] for one in skills]
        yield spans(_run_in(view, title, texts, view.look.text.colour), width)
    if how == "skills" and knowledge:
        yield _counted(view, N_("Knowledge"), knowledge, width)
    if how == "counted":
        yield view.each(view.speakers.texts(view.record.unit.outcome), view.look.text, width)
        for title, group in ((N_("Skills"), skills), (N_("Knowledge"), knowledge)):
            if group:
                yield _counted(view, title, group, width)


def _run_in(view: RecordView, title: str, texts: list[str], colour: Colour) -> list[Span]:
    """A title and its texts in one paragraph, a dot between them."""
    pieces: list[Span] = [(title, view.look.strong.in_colour(colour))]
    joined = "\u00a0• ".join(text.rstrip(".;") for text in texts)
    return [*pieces, (joined, view.look.text.in_colour(colour))]


def _counted(view: RecordView, title: str, group: tuple[Outcome, ...], width: float) -> Drawn:
    ids = id_ranges(tuple(one.id for one in group))
    return spans(
        [(f"{view.speakers.label(title)}: {len(group)} ", view.look.strong), (f"({ids})", view.look.muted)], width
    )  # fmt: skip


def _rule(view: RecordView, width: float) -> Iterator[Drawn]:
    rule = view.record.rule
    for number, language in enumerate(view.speakers.languages):
        colour = MUTED if number else view.look.text.colour
        text = "; ".join(one[language].rstrip(".;") for one in rule.lines)
        yield spans([(text, view.look.text.in_colour(colour))], width)
    reading = zip(view.speakers.say(N_("How it is read:")), view.speakers.texts(rule.reading), strict=True)
    said = [f"{title} {text}" for title, text in reading]
    yield view.each(said if view.detail.evidence == "full" else said[:1], view.look.small, width)
    if rule.house:
        house = view.speakers.say(N_("The standard states no threshold: this one is a house rule of the program."))
        yield view.each(house, view.look.small, width)


def _supervision(view: RecordView, width: float) -> Drawn:
    texts = view.speakers.texts(view.record.supervision)
    title = view.speakers.label(N_("Supervision"))
    body = view.each(texts, view.look.text, width - 8)
    return barred(stack([paragraph(title, view.look.heading.in_colour(CAUTION), width - 8), body]), CAUTION)


def _not_assessed(view: RecordView, width: float) -> Iterator[Drawn]:
    for text in view.record.not_assessed:
        yield view.each(view.speakers.texts(text), view.look.text, width)


def _shortened(view: RecordView, width: float) -> Drawn:
    if not view.detail.shortened:
        return NOTHING
    said = view.speakers.say(
        N_("Shortened to fit one page: the credential inside this file has every text in full and in every language.")
    )
    return view.each(said, view.look.small, width)
