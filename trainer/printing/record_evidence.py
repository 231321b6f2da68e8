"""Evidence on a record's page: counted attempts, every counting try at the exam, oral assessments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.i18n.names import name_in
from trainer.kernel.problems import N_
from trainer.printing.blocks import beside, stack, to_the_right
from trainer.printing.marks import NOTHING, Drawn
from trainer.printing.record_view import DOT, RecordView
from trainer.printing.typeset import paragraph
from trainer.records.record import EvidenceLine, ExamTry

_KINDS = {"dialogue": N_("Conversation"), "desk": N_("Back-office desk"), "workstation": N_("Workstation")}
#: Room for day and mark at the right of a row, in sizes of the text.
_AT_RIGHT = 11.5


def record_evidence(view: RecordView, width: float) -> Iterator[Drawn]:
    """What all counted attempts have in common, and a row for each with the rest."""
    lines = view.record.evidence
    how = view.detail.evidence
    languages = range(len(view.speakers.languages) if how == "full" else 1)
    facts = [[_facts(view, one, number) for one in lines] for number in languages]
    common = [_in_all(of_language) for of_language in facts]
    yield _every(view, view.speakers.say(N_("Every attempt:")), common, width)
    if how == "packed":
        yield _packed(view, [(one.day, _title(view, one), _mark(view, one)) for one in lines], width)
        return
    for place, one in enumerate(lines):
        own = [DOT.join(fact for fact in facts[number][place] if fact not in common[number]) for number in languages]
        shown = NOTHING if how == "brief" else view.each([text for text in own if text], view.look.small, width)
        yield stack([_row(view, _title(view, one), _mark(view, one), one.day, width), shown])


def _mark(view: RecordView, one: EvidenceLine) -> str:
    return f"{view.speakers.decimal(one.mark)}/{view.speakers.decimal(one.max)}"


def _packed(view: RecordView, rows: Sequence[tuple[str, str, str]], width: float) -> Drawn:
    """Rows of day, words and value as running text."""
    return paragraph(
        DOT.join(f"{view.speakers.day(day)} {words} {value}" for day, words, value in rows), view.look.small, width
    )


def _every(view: RecordView, titles: Sequence[str], common: list[list[str]], width: float) -> Drawn:
    """What all rows below have in common, in as many languages as ``common`` has."""
    said = [f"{title} {DOT.join(facts)}" for title, facts in zip(titles, common, strict=False) if facts]
    return view.each(said, view.look.small, width)


def _in_all(facts: Sequence[Sequence[str]]) -> list[str]:
    """The facts that stand in every one of several lists."""
    if len(facts) < 2:
        return []
    return [fact for fact in facts[0] if all(fact in others for others in facts)]


def _row(view: RecordView, title: str, value: str, day: str, width: float) -> Drawn:
    right = view.look.size * _AT_RIGHT
    shown = paragraph(f"{view.speakers.day(day)}   {value}".rstrip(), view.look.text, right)
    name = paragraph(title, view.look.strong, width - right - 6)
    return beside([(0, name), (width - right, to_the_right(shown, right))])


def _title(view: RecordView, one: EvidenceLine) -> str:
    return view.speakers.joined(one.title) if view.detail.evidence == "full" else view.speakers.texts(one.title)[0]


def _facts(view: RecordView, one: EvidenceLine, number: int) -> list[str]:
    """What an attempt shows and how it was done, in the language with this number."""
    language = view.speakers.languages[number]

    def said(message: str, **values: object) -> str:
        return view.speakers.say(message, **values)[number]

    facts = [said(_KINDS[one.kind]) if one.kind in _KINDS else one.kind]
    facts += [facet.text[language] for facet in one.facets]
    facts.append(said(N_("held in {language}"), language=name_in(one.spoken_language, language)))
    if one.in_time is not None:
        facts.append(said(N_("within the time set")) if one.in_time else said(N_("over the time set")))
    if one.hints:
        facts.append(said(N_("hints used: {count}"), count=one.hints))
    before = N_("played before: {count}") if one.played_before else N_("never played before")
    facts.append(said(before, count=one.played_before))
    if one.judged == "sufficient":
        judged = view.speakers.ngettext(
            "rationale judged sufficient by {count} assessor",
            "rationale judged sufficient by {count} assessors", one.raters,
        )  # fmt: skip
        facts.append(judged[number])
    facts.append(said(_watched(one.supervised)))
    return facts


def _watched(supervised: bool) -> str:
    return N_("in an exam room") if supervised else N_("unsupervised")


def _pool(own: bool) -> str:
    return N_("items of the issuer") if own else N_("public items")


def record_exams(view: RecordView, width: float) -> Iterator[Drawn]:
    """What all counting tries have in common, and a row for each."""
    facts = [[_pool(one.own_pool), _watched(one.supervised)] for one in view.record.exams]
    common = facts[0] if facts and all(one == facts[0] for one in facts) else []
    languages = range(len(view.speakers.languages) if view.detail.evidence == "full" else 1)
    said = [[view.speakers.say(fact)[number] for fact in common] for number in languages]
    yield _every(view, view.speakers.say(N_("Every try:")), said, width)
    rows = [(one.day, _outcome(view, one, [] if common else own), view.speakers.percents(one.mark))
            for one, own in zip(view.record.exams, facts, strict=True)]  # fmt: skip
    if view.detail.evidence == "packed":
        yield _packed(view, rows, width)
        return
    for one, (day, words, share) in zip(view.record.exams, rows, strict=True):
        yield _row(view, words, share, day, width)
        if one.passed and not one.voided and one.sections and view.detail.evidence in ("full", "first"):
            yield _sections(view, one, width)


def _outcome(view: RecordView, one: ExamTry, facts: Sequence[str]) -> str:
    """How a try ended, with what it does not share with the others."""
    outcome = N_("voided") if one.voided else N_("exam passed") if one.passed else N_("exam not passed")
    return DOT.join(view.speakers.label(message) for message in (outcome, *facts))


def _sections(view: RecordView, one: ExamTry, width: float) -> Drawn:
    """Shares by section, in each language or the first."""
    many = view.speakers.languages if view.detail.evidence == "full" else view.speakers.languages[:1]
    said = [
        DOT.join(f"{section.title[language]} {view.speakers.percents(section.share)}" for section in one.sections)
        for language in many
    ]
    return view.each(said, view.look.small, width)


def record_oral(view: RecordView, width: float) -> Iterator[Drawn]:
    """A row for each oral assessment."""
    for one in view.record.oral:
        result = N_("sufficient") if one.result == "sufficient" else N_("insufficient")
        held = view.speakers.label(N_("held by {assessor}"), assessor=one.assessor)
        yield _row(view, f"{held}: {view.speakers.label(result)}", "", one.day, width)
