"""The foot of a record's page: QR code, ids, how to verify without a network, and what the document is not."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.printing.blocks import beside, line, panel, stack, to_the_right
from trainer.printing.look import SMALL, WIDTH
from trainer.printing.marks import ACCENT, INK, Drawn, Style
from trainer.printing.qr import qr_code
from trainer.printing.record_view import RecordView
from trainer.printing.typeset import paragraph, spans

_SIDE = 84.0
_COMMAND = "trainer record verify FILE.pdf --issuer KEY --status LIST"
_HEADING = Style("bold", 8.2, ACCENT)
_TEXT = Style("regular", 7.0, INK, 1.22)
_STRONG = Style("medium", 7.0, INK, 1.22)


def qr_text(view: RecordView) -> str:
    """What the code says: which record, whose, and the command that verifies it."""
    return f"{view.record.id}\n{view.record.issuer.did}\n{_COMMAND}"


def record_foot(view: RecordView) -> Drawn:
    """The panel at the bottom and the line below it."""
    body = beside([(0, qr_code(qr_text(view), _SIDE)), (_SIDE + 8, _how(view, WIDTH - _SIDE - 18))])
    return stack([panel(body, WIDTH, 4), line(WIDTH, room=1.5), _last_line(view)], 1)


def _how(view: RecordView, width: float) -> Drawn:
    say = view.speakers.say
    parts = [paragraph(view.speakers.label(N_("How to verify, without a network")), _HEADING, width)]
    parts.append(spans([(_COMMAND, _STRONG)], width))
    steps = (
        say(N_("checks the signature, and that this page says what the signed credential inside this file says.")),
        say(N_("KEY is the issuer’s public key, which you ask the issuer for by a way you trust; LIST is its list of "
               "revoked records.")),
        say(N_("A print shows only what to ask for: the file is what is verified.")),
    )  # fmt: skip
    parts.append(view.each([" ".join(step) for step in zip(*steps, strict=True)], _TEXT, width))
    parts.append(spans([(f"{view.speakers.label(N_('Record number'))}: ", _STRONG), (view.record.id, _TEXT)], width))
    parts.append(spans([(f"{view.speakers.label(N_('Issuer'))}: ", _STRONG), (view.record.issuer.did, _TEXT)], width))
    return stack(parts, 1)


def _last_line(view: RecordView) -> Drawn:
    record = view.record
    said = view.speakers.say(
        N_("Not a public certification (D.Lgs. 13/2013): it documents evidence that such a procedure can use.")
    )
    versions = (
        f"Trainer {record.program_version} · {view.speakers.label(N_('content version'))} {record.content_version}"
    )
    right = 190.0
    return beside(
        [
            (0, view.each(said, SMALL, WIDTH - right - 8)),
            (WIDTH - right, to_the_right(paragraph(versions, SMALL, right), right)),
        ]
    )
