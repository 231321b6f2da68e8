"""The head of a record's page: who issues what to whom, and what the unit means."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.printing.blocks import beside, line, stack, to_the_right
from trainer.printing.fonts import text_width
from trainer.printing.look import LEAD, NAME, SUBTITLE, TITLE, UNIT, WIDTH
from trainer.printing.marks import ACCENT, INK, MUTED, NOTHING, Drawn, Style
from trainer.printing.record_view import RecordView
from trainer.printing.typeset import fitted, paragraph

#: What parts the document's name from the unit's in a record's title.
DASH = " – "
#: A name this small is still read at arm's length; a longer one goes on a second line.
_SMALLEST_NAME = 15.0
_ISSUER = Style("medium", 9, INK)
_SAID = Style("regular", 7.8, MUTED)
_APART = 18.0


def record_head(view: RecordView) -> Drawn:
    """Everything above the two columns."""
    rule = line(WIDTH, thickness=1.6, colour=ACCENT, room=2)
    return stack([_issuer(view), rule, _title(view), _holder(view), _unit(view)], 4)


def _issuer(view: RecordView) -> Drawn:
    record, speakers = view.record, view.speakers
    issued = speakers.label(N_("issued on {day}"), day=speakers.day(record.issued_at))
    right = text_width(issued, _ISSUER) + 1
    name = paragraph(record.issuer.name, _ISSUER, WIDTH - right - _APART)
    date = paragraph(issued, Style("regular", 9, MUTED), right)
    return beside([(0, name), (WIDTH - right, to_the_right(date, right))])


def _title(view: RecordView) -> Drawn:
    """The document's name; what follows it in the title is said again by the unit, unless it is something else."""
    titles = [title.partition(DASH) for title in view.speakers.texts(view.record.title)]
    units = view.record.unit.title.values()
    others = [rest for _, _, rest in titles if rest and not any(unit in rest for unit in units)]
    first, *more = dict.fromkeys(name for name, _, _ in titles)
    end = text_width(first, TITLE) + 10
    second = " / ".join(more)
    if more and end + text_width(second, SUBTITLE) <= WIDTH:
        # On one base line, though in two sizes.
        drop = TITLE.size - SUBTITLE.size
        name = beside(
            [(0, paragraph(first, TITLE, WIDTH)), (end, Drawn(0, paragraph(second, SUBTITLE, WIDTH).at(0, drop)))]
        )
    else:
        name = stack([paragraph(first, TITLE, WIDTH), paragraph(second, SUBTITLE, WIDTH)])
    return stack([name, *(paragraph(rest, SUBTITLE, WIDTH) for rest in others)])


def _holder(view: RecordView) -> Drawn:
    holder, speakers = view.record.holder, view.speakers
    facts = []
    if holder.birth_date:
        facts.append(speakers.label(N_("date of birth: {day}"), day=speakers.day(holder.birth_date)))
    if holder.student_number:
        facts.append(f"{speakers.label(N_('student number'))}: {holder.student_number}")
    return stack(
        [
            paragraph(speakers.label(N_("issued to")), _SAID, WIDTH),
            fitted(holder.name, NAME, WIDTH, _SMALLEST_NAME),
            paragraph("   ·   ".join(facts), _SAID.sized(8.8), WIDTH) if facts else NOTHING,
        ]
    )


def _unit(view: RecordView) -> Drawn:
    speakers, unit = view.speakers, view.record.unit
    many = len(speakers.languages)
    shown = speakers.label(N_("who has shown what this unit of competence asks for"))
    titles = [
        paragraph(text, UNIT.sized(UNIT.size - 1.5 * (many > 1)).in_colour(MUTED if number else ACCENT), WIDTH)
        for number, text in enumerate(dict.fromkeys(speakers.texts(unit.title)))
    ]
    return stack([stack([paragraph(shown, _SAID, WIDTH), *titles], 0.5), _meaning(view)], 2.5)


def _meaning(view: RecordView) -> Drawn:
    """What the unit means, each language in a column of its own."""
    texts = list(dict.fromkeys(view.speakers.texts(view.record.unit.meaning)))
    width = (WIDTH - _APART * (len(texts) - 1)) / len(texts)
    style = LEAD if len(texts) == 1 else LEAD.sized(7.8)
    columns = [paragraph(text, style.in_colour(MUTED) if number else style, width) for number, text in enumerate(texts)]
    return beside([(number * (width + _APART), column) for number, column in enumerate(columns)])
