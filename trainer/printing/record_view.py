"""What the parts of a record's page share: the record, its languages, how much detail, paragraphs in each language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.printing.blocks import heading, stack
from trainer.printing.detail import Detail
from trainer.printing.look import Look
from trainer.printing.marks import MUTED, Drawn, Style
from trainer.printing.speakers import Speakers
from trainer.printing.typeset import paragraph
from trainer.records.record import Record

#: Between facts in a line: it never begins one.
DOT = "\u00a0· "


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record as it is being laid out."""

    record: Record
    speakers: Speakers
    detail: Detail

    @property
    def look(self) -> Look:
        return Look(self.detail.size)

    def each(self, texts: Sequence[str], style: Style, width: float) -> Drawn:
        """The same text in each language, one below the other: the first as it is, the others in grey."""
        distinct = list(dict.fromkeys(texts))
        return stack(
            paragraph(text, style.in_colour(MUTED) if number else style, width) for number, text in enumerate(distinct)
        )

    def section(self, title: str, parts: Iterable[Drawn], width: float) -> Drawn:
        """Parts under a heading; nothing when there are none."""
        body = stack(parts, self.look.size * 0.3)
        if not body.marks:
            return body
        return stack([heading(self.speakers.label(title), self.look.heading, width), body], self.look.size * 0.2)
