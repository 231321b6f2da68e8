"""The record's texts as the few strings a badge has room for: its languages side by side, numbers without words."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.records.record import EvidenceLine, ExamTry, LocalText, Record


def together(text: LocalText, languages: Iterable[str]) -> str:
    """One line in all languages of the record; once where they agree."""
    return " / ".join(dict.fromkeys(text[language] for language in languages))


def paragraphs(texts: Iterable[LocalText], languages: Iterable[str]) -> str:
    """All texts in one language, then all in the next."""
    kept = tuple(texts)
    return "\n\n".join("\n".join(text[language] for text in kept) for language in languages)


def criteria(record: Record) -> str:
    """What had to be shown, and how the standard's words are read."""
    return paragraphs((*record.rule.lines, record.rule.reading), record.languages)


def duration(minutes: int) -> str:
    """ISO 8601: ``PT38H30M``."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def percent(share: float) -> str:
    """A share as the number a result holds."""
    return f"{share * 100:.1f}".removesuffix(".0")


def exercise_line(line: EvidenceLine, record: Record) -> str:
    """An attempt: what it is evidence of, its day, language and mark, and how it was supervised."""
    facets = [together(facet.text, record.languages) for facet in line.facets]
    marks = f"{line.mark:g}/{line.max:g}"
    return "\n".join((*facets, f"{line.day} · {line.spoken_language} · {marks}", *_unsupervised(line, record)))


def exam_line(one: ExamTry, record: Record) -> str:
    """A try at the exam: day, share, sections, and how it was supervised."""
    sections = [f"{together(part.title, record.languages)}: {percent(part.share)} %" for part in one.sections]
    return "\n".join((f"{one.day} · {percent(one.mark)} %", *sections, *_unsupervised(one, record)))


def _unsupervised(work: EvidenceLine | ExamTry, record: Record) -> tuple[str, ...]:
    return () if work.supervised else (together(record.supervision, record.languages),)
