"""A record of the kind that is issued, its issuer's keys, and what is signed with them; all from fixed bytes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from trainer.records.issue import signed_lists, signed_record
from trainer.records.issuers import Issuer, PublicIssuer, new_issuer
from trainer.records.keys import IssuerKey, lock, make_key
from trainer.records.proofs import RDFC, Suite
from trainer.records.record import (
    Ada,
    EvidenceLine,
    ExamTry,
    Facet,
    Holder,
    IssuerFacts,
    LocalText,
    ModuleStudied,
    OralSheet,
    Outcome,
    Qualification,
    Record,
    Rule,
    SectionShare,
    Unit,
)
from trainer.records.status_list import StatusPlace

ISSUED, TODAY = "2026-11-20T09:30:00Z", "2026-11-22"
LIST_FROM, LIST_UNTIL = "2026-11-21T08:00:00Z", "2099-02-21T08:00:00Z"
LIST_ID = "urn:uuid:2f1c5a52-8a57-4b0f-9d3e-0f4f6d1b7a10"
PLACE = StatusPlace(LIST_ID, 41)


def random(name: str, length: int = 32) -> bytes:
    """Bytes that stand for drawn ones, the same every time."""
    return hashlib.shake_256(name.encode()).digest(length)


def key(name: str = "issuer") -> IssuerKey:
    """A key with a name."""
    return make_key(random(name))


def both(italian: str, english: str) -> LocalText:
    """A text in the record's two languages."""
    return {"it": italian, "en": english}


def facts(signer: IssuerKey | None = None) -> IssuerFacts:
    """An issuer."""
    return IssuerFacts(
        (signer or key()).did, "Scuola «Đorđević» S.r.l.", "IT", "segreteria@example.org",
        "Revisione annuale dei quesiti da parte di due docenti", "Regione Esempio, decreto 12/2025",
        "https://example.org/attestazioni",
    )  # fmt: skip


def issuer(signer: IssuerKey | None = None) -> Issuer:
    """The same as a file, its key unprotected (encrypting takes a third of a second)."""
    own = signer or key()
    return new_issuer(facts(own), lock(own, None, random("salt")), False, "2026-01-10", LIST_ID)


def trusted(signer: IssuerKey | None = None) -> list[PublicIssuer]:
    """What an employer trusts."""
    return [issuer(signer).public()]


def line(number: int) -> EvidenceLine:
    """A counted attempt."""
    return EvidenceLine(
        f"attempt-{number}", f"complaint-{number}", both(f"Il reclamo {number}", f"Complaint {number}"), "dialogue",
        f"2026-11-{number + 1:02d}", "en" if number % 2 else "it",
        (
            Facet("customer", "foreign", both("cliente non madrelingua", "non-native speaker")),
            Facet("channel", "telephone", both("telefono", "telephone")),
        ),
        12.5 + number / 10, 15.0, True if number % 2 else None, number % 3, 0, False, "sufficient", 2,
    )  # fmt: skip


def exam(number: int, mark: float, passed: bool) -> ExamTry:
    """A counting try."""
    return ExamTry(
        f"exam-{number}", f"2026-10-{number:02d}", mark, passed,
        (SectionShare(both("Ascolto", "Listening"), mark), SectionShare(both("Norme", "Law"), 0.625)), False, False,
        False,
    )  # fmt: skip


def record(signer: IssuerKey | None = None, lines: int = 4) -> Record:
    """A complete record with ``lines`` counted attempts."""
    return Record(
        version=1,
        id="urn:uuid:6c0c2a3e-5b1d-4e8f-8a44-1f3b5d7e9a01",
        languages=("it", "en"),
        title=both("Attestazione di completamento – unità di competenza «Accogliere il cliente»",
                   "Completion record – competency unit “Receiving the customer”"),
        holder=Holder("Đorđević Şükran-Nguyễn Thị Hằng", "1999-02-28", "M-2026/117", "ab" * 32, "c0ffee"),
        qualification=Qualification("abr", both("Addetto al banco", "Counter clerk")),
        unit=Unit("abr.uc1", both("Accogliere il cliente", "Receiving the customer"),
                  both("Accoglie e ascolta.\nDà informazioni corrette.", "Receives and listens.\nInforms correctly."),
                  both("Il cliente è accolto e informato.", "The customer is received and informed.")),
        eqf=3,
        ada=(Ada("ADA.24.04.11", both("Assistenza pre e post vendita", "Pre- and after-sales assistance")),),
        outcomes=(
            Outcome("abr.uc1.k01", "knowledge", both("Tecniche di ascolto", "Listening techniques")),
            Outcome("abr.uc1.s01", "skill", both("Parafrasare la richiesta", "Paraphrase the request")),
        ),
        workload_minutes=2310,
        modules=(
            ModuleStudied("communication", both("Comunicazione", "Communication"), 1200, "2026-09-30", None),
            ModuleStudied("gdpr", both("Privacy", "Privacy"), 1110, None, "Corso aziendale del 2025, attestato visto."),
        ),
        assessment=(both("Prova d'esame a quesiti", "Exam of questions"), both("Simulazioni", "Simulations")),
        participation=both("A distanza, in autonomia", "Online, self-paced"),
        supervision=both("non sorvegliato, sulla macchina di chi impara", "unsupervised, on the learner's own machine"),
        identity_check=both("Documento visto dall'ente", "Identity document seen by the issuer"),
        quality_assurance=both("Controllo interno dell'ente", "Internal control of the issuer"),
        rule=Rule((both("Quattro clienti diversi", "Four different customers"),),
                  both("copertura per unione", "coverage by union"), True),
        evidence=tuple(line(number) for number in range(lines)),
        exams=(exam(12, 0.55, False), exam(13, 0.825, True)),
        oral=(OralSheet("2026-11-15", "Anna Bianchi", "sufficient"),),
        not_assessed=(both("la produzione orale", "spoken production"),),
        content_version="2026.11.1",
        program_version="0.5.0",
        issuer=facts(signer),
        issued_at=ISSUED,
        valid_from=ISSUED,
        valid_until="2099-11-20T23:59:59Z",
        supersedes=None,
    )  # fmt: skip


def signed(signer: IssuerKey | None = None, suite: Suite = RDFC, of: Record | None = None) -> dict[str, Any]:
    """The signed credential, parsed."""
    own = signer or key()
    document: dict[str, Any] = json.loads(signed_record(of or record(own), PLACE, own, suite))
    return document


def listing(
    revoked: tuple[int, ...] = (),
    superseded: tuple[int, ...] = (),
    signer: IssuerKey | None = None,
    list_id: str = LIST_ID,
    dates: tuple[str, str] = (LIST_FROM, LIST_UNTIL),
) -> bytes:
    """Signed status lists."""
    return signed_lists(signer or key(), list_id, *dates, revoked, superseded)


def expired(of: Record) -> Record:
    """The same record, no longer valid."""
    return replace(of, valid_until="2026-11-21T23:59:59Z")
