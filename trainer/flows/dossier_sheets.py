"""The assessors' side of a dossier: judgements level by level, oral assessments, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.flows.dossier_text import Pages
from trainer.flows.register import judgements
from trainer.flows.rubrics import RATIONALE, Rubrics
from trainer.flows.titles import Titles
from trainer.i18n.values import written

if TYPE_CHECKING:
    from trainer.assessment.acts import Judged, OralHeld, RecordedAct
    from trainer.flows.register import RegisterFlow, Standing
    from trainer.flows.register_status import ClassRow
    from trainer.flows.rubrics import ShownCriterion
    from trainer.i18n.catalogue import Translator


def sheet(flow: RegisterFlow, one: Standing, words: Translator) -> bytes | None:
    """Every judgement of an attempt's work that stands; None where there is none."""
    rubrics = Rubrics(flow.catalogue)
    pages = Pages(words.text(one.short.title))
    proof, found = one.short.proof, False
    for part in one.short.parts:
        given = judgements(one, part)
        criteria = {c.id: c for c in rubrics.criteria(proof.due)} if part == RATIONALE and proof else {}
        pages.say(words.text(rubrics.rule_text(part)))
        for recorded in given:
            found = True
            pages.head(_by(recorded, recorded.act.by, words))
            pages.points(_levels(recorded.act, criteria, words))
    return pages.bytes() if found else None


def _by(recorded: RecordedAct[Judged] | RecordedAct[OralHeld], name: str, words: Translator) -> str:
    return f"{name}, {written(datetime.fromtimestamp(recorded.at, UTC), words)}"


def _levels(act: Judged, criteria: dict[str, ShownCriterion], words: Translator) -> Iterator[str]:
    for name, level in act.marks.items():
        known = criteria.get(name)
        title = words.text(known.title) if known else name
        anchor = words.text(known.anchors[level]) if known and level < len(known.anchors) else ""
        comment = act.comments.get(name, "")
        yield " · ".join(part for part in (f"{title}: {level}", anchor, f"«{comment}»" if comment else "") if part)


def oral(flow: RegisterFlow, recorded: RecordedAct[OralHeld], words: Translator) -> bytes:
    """An oral assessment: what was asked and observed, the marks, the notes."""
    act, titles = recorded.act, Titles(flow.catalogue)
    pages = Pages(words._("Oral assessment"))
    pages.say(_by(recorded, act.by, words))
    result = words._("sufficient") if act.outcome == "sufficient" else words._("insufficient")
    pages.points([result, words._("{minutes} min", minutes=round(act.seconds / 60))])
    texts = _asked(flow, act.unit)
    pages.head(words._("Questions and observation"))
    names = list(dict.fromkeys((*act.questions, *act.marks)))
    marks = {name: act.marks.get(name) for name in names}
    pages.points(f"{words.text(texts.get(name, {'': name}))}: {'–' if mark is None else mark}"
                 for name, mark in marks.items())  # fmt: skip
    pages.head(words._("Statements it covers"))
    pages.points(f"{name} {words.text(titles.statement(name))}" for name in act.statements)
    if act.notes:
        pages.head(words._("Notes"))
        pages.quote(act.notes)
    return pages.bytes()


def _asked(flow: RegisterFlow, unit: str) -> dict[str, dict[str, str]]:
    protocol = Rubrics(flow.catalogue).protocol(unit)
    if protocol is None:
        return {}
    found = {one.id: dict(one.text) for one in protocol.questions}
    return found | {point.id: dict(point.text) for group in protocol.observe for point in group.points}


def decisions(flow: RegisterFlow, row: ClassRow, words: Translator) -> bytes:
    """Prior learning, identity, unsupervised work accepted, voided attempts: who decided it, when and why."""
    pages, state, titles = Pages(words._("Decisions")), flow.state, Titles(flow.catalogue)
    who, place = row.person.person, (row.person.person, row.unit)
    pages.head(words._("Study"))
    studied = state.studied(who, row.unit)
    recognised = state.recognised.get(place, {})
    for module in row.modules:
        title = words.text(titles.module(module))
        if module in studied:
            pages.points([words._("{module}: studied, complete on {day}", module=title, day=studied[module])])
        elif module in recognised:
            act = recognised[module].act
            said = words._("{module}: prior learning recognised ({reason})", module=title, reason=act.reason)
            pages.points([f"{said} · {act.by}"])
    pages.head(words._("Identity check"))
    identity = state.identity.get(who)
    pages.points([f"{identity.act.method} · {identity.act.by}" if identity else words._("not checked")])
    pages.head(words._("Unsupervised work"))
    for attempt, accepted in state.accepted.get(place, {}).items():
        when = written(datetime.fromtimestamp(accepted.at, UTC), words)
        pages.points([words._("{attempt}: accepted by {name} on {when}", attempt=attempt, name=accepted.act.by,
                              when=when)])  # fmt: skip
    pages.head(words._("Hand-ins"))
    for one in state.hand_ins_of(who, row.unit):
        pages.points([f"{one.act.hand_in} · {written(datetime.fromtimestamp(one.at, UTC), words)}"])
    return pages.bytes()
