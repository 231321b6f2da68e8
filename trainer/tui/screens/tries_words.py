"""How a counting try is listed: when, how much, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.i18n.dates import moment
from trainer.i18n.numbers import percent
from trainer.tui.safe import joined

if TYPE_CHECKING:
    from trainer.flows.tries import Try
    from trainer.i18n.catalogue import Translator


def try_line(one: Try, words: Translator) -> Content:
    """``20/11/26, 09:00  ·  82 %  ·  ✓ Passed``; a voided try says so, and why, instead of its result."""
    when = moment(one.began.at, words.language)
    if one.voided is not None:
        reason = words._("voided: {reason}", reason=one.voided) if one.voided else words._("voided")
        return joined(when, (reason, "$quiet"), between="  ·  ")
    if one.submitted_at is None:
        return joined(when, (words._("not finished"), "$warning"), between="  ·  ")
    verdict = (f"✓ {words._('Passed')}", "$success") if one.passed else (f"✗ {words._('Not passed')}", "$error")
    return joined(when, percent(one.share, words.language), verdict, between="  ·  ")
