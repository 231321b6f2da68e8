"""The narrow column of a record's page: the facts one looks up."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.kernel.problems import N_
from trainer.printing.blocks import stack
from trainer.printing.marks import NOTHING, Drawn
from trainer.printing.record_view import DOT, RecordView
from trainer.printing.typeset import paragraph
from trainer.records.record import LocalText


def record_side(view: RecordView, width: float, room: float) -> Drawn:
    """All facts, each under its label; the modules by name where there is room for them."""
    gap = view.look.size * 0.62
    facts = list(_facts(view, width))
    whole = stack([*facts, _modules(view, width)], gap)
    return whole if whole.height <= room else stack(facts, gap)


def _modules(view: RecordView, width: float) -> Drawn:
    language = view.speakers.languages[0]
    titles = DOT.join(module.title[language] for module in view.record.modules)
    return _fact(view, N_("Modules"), [paragraph(titles, view.look.small, width)], width) if titles else NOTHING


def _facts(view: RecordView, width: float) -> Iterator[Drawn]:
    record = view.record
    yield _qualification(view, width)
    if record.ada:
        yield _fact(
            view, N_("Atlante del Lavoro (AdA)"), [_ada(view, place, width) for place in range(len(record.ada))], width
        )
    yield _workload(view, width)
    yield _local(view, N_("Kind of assessment"), record.assessment, width)
    yield _local(view, N_("Participation"), (record.participation,), width)
    yield _local(view, N_("Identity check"), (record.identity_check,), width)
    yield _local(view, N_("Quality assurance"), (record.quality_assurance,), width)
    yield _issuer(view, width)
    yield _validity(view, width)


def _fact(view: RecordView, label: str, parts: list[Drawn], width: float) -> Drawn:
    return stack([paragraph(view.speakers.label(label), view.look.label, width), *parts])


def _local(view: RecordView, label: str, texts: tuple[LocalText, ...], width: float) -> Drawn:
    if not texts:
        return NOTHING
    return _fact(view, label, [view.each(view.speakers.texts(text), view.look.text, width) for text in texts], width)


def _qualification(view: RecordView, width: float) -> Drawn:
    record = view.record
    parts = [view.each(view.speakers.texts(record.qualification.title), view.look.text, width)]
    if record.eqf is not None:
        level = view.speakers.label(N_("EQF level {level}"), level=record.eqf)
        parts.append(paragraph(level, view.look.strong, width))
    return _fact(view, N_("Qualification"), parts, width)


def _ada(view: RecordView, place: int, width: float) -> Drawn:
    ada = view.record.ada[place]
    return stack(
        [
            paragraph(ada.code, view.look.strong, width),
            view.each(view.speakers.texts(ada.title), view.look.small, width),
        ]
    )


def _workload(view: RecordView, width: float) -> Drawn:
    """Hours, how many modules were studied, and each that was recognised instead, with the issuer's reason."""
    hours = view.speakers.decimal(round(view.record.workload_minutes / 60, 1))
    modules = view.record.modules
    studied = [one for one in modules if one.recognised is None]
    many = view.speakers.ngettext("{count} module studied", "{count} modules studied", len(studied))
    said = view.speakers.say(N_("{hours} hours"), hours=hours)
    parts = [view.each([f"{time}, {count}" for time, count in zip(said, many, strict=True)], view.look.text, width)]
    for one in modules:
        if one.recognised is not None:
            why = view.speakers.say(
                N_("{module}: prior learning recognised ({reason})"),
                module=view.speakers.joined(one.title), reason=one.recognised,
            )[:1]  # fmt: skip
            parts.append(view.each(why, view.look.small, width))
    return _fact(view, N_("Workload"), parts, width)


def _issuer(view: RecordView, width: float) -> Drawn:
    issuer = view.record.issuer
    facts = [
        f"{issuer.name} ({issuer.country})",
        issuer.contact,
        issuer.url,
        issuer.accreditation,
        issuer.quality_assurance,
    ]
    said = set(view.record.quality_assurance.values())
    first, *others = [fact for fact in dict.fromkeys(facts) if fact and fact not in said]
    parts = [paragraph(first, view.look.strong, width), *(paragraph(fact, view.look.small, width) for fact in others)]
    return _fact(view, N_("Issuer"), parts, width)


def _validity(view: RecordView, width: float) -> Drawn:
    record, speakers = view.record, view.speakers
    start = speakers.day(record.valid_from)
    if record.valid_until:
        texts = speakers.say(N_("from {start} to {end}"), start=start, end=speakers.day(record.valid_until))
    else:
        texts = speakers.say(N_("from {start}, without an end"), start=start)
    parts = [view.each(texts, view.look.text, width)]
    if record.supersedes:
        parts.append(
            view.each(
                speakers.say(N_("stands in for the record {record}"), record=record.supersedes), view.look.small, width
            )
        )
    return _fact(view, N_("Validity"), parts, width)
