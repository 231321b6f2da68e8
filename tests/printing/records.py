"""Records as an issuer would make them: for every real unit, with names, evidence and texts of the usual length."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root
from trainer.content.models import Qualification, Unit
from trainer.records import record as r
from trainer.records.badge import credential_of
from trainer.records.status_list import StatusPlace

DID = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ8XJFtSrUfqRk"
NAMES = ("Đorđević Şükran-Nguyễn Thị Hằng", "Maximiliane Konstantinopoulou-Österreicher von Weißenfels II")


def two(it: str, en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"it": it, "en": en}


def local(text: Mapping[str, str]) -> dict[str, str]:
    """A text of content in both languages, on one line."""
    return {language: " ".join(words.split()) for language, words in text.items()}


@cache
def units() -> dict[str, tuple[Qualification, Unit]]:
    """The real units by id."""
    found = [loaded.value for loaded in ContentFolder(shipped_root()).qualifications()]
    return {unit.id: (qualification, unit) for qualification in found for unit in qualification.units}


def outcomes(unit: Unit) -> tuple[r.Outcome, ...]:
    """All knowledge and skill lines of a unit."""
    lines = [("knowledge", one) for one in unit.knowledge] + [("skill", one) for one in unit.skills]
    return tuple(r.Outcome(one.id, kind, local(one.text)) for kind, one in lines)


FACETS = (
    r.Facet("customer_type", "business", two("impresa", "business")),
    r.Facet("request_kind", "complaint-late", two("reclamo per ritardo", "complaint about a delay")),
    r.Facet("channel", "counter", two("sportello", "counter")),
    r.Facet("activity", "delivery-follow-up", two("controllo della consegna", "delivery follow-up")),
)
EXERCISES = (
    two("Lo zaino che non arriva: reclamo allo sportello", "The rucksack that does not come: a counter complaint"),
    two("Una cliente chiede del recesso", "A customer asks about withdrawal"),
    two("Tre pratiche in una mattina", "Three files in one morning"),
)
SECTIONS = (
    two("Comunicazione e ascolto", "Communication and listening"),
    two("Reclami e conflitti", "Complaints and conflict"),
    two("CRM e tecnologie del contact centre", "CRM and contact-centre technology"),
    two("Gestione di sé", "Self-management"),
)
MODULES = (
    two("Comunicazione", "Communication"),
    two("Customer care", "Customer care"),
    two("Reclami e conflitti", "Complaints and conflict"),
    two("Gestione di sé", "Self-management"),
    two("CRM e tecnologie del contact centre", "CRM and contact-centre technology"),
    two("Marketing e vendita", "Marketing and sales"),
    two("Inglese per il servizio clienti", "English for customer service"),
    two("Tutela dei consumatori", "Consumer law"),
    two("Protezione dei dati personali", "Data protection"),
    two("Sicurezza sul lavoro", "Safety at work"),
)


def evidence(count: int) -> tuple[r.EvidenceLine, ...]:
    """Counted attempts, no two alike."""
    return tuple(
        r.EvidenceLine(
            attempt=f"a{n}", exercise=f"exercise-{n}", title=EXERCISES[n % 3], kind=("dialogue", "desk")[n % 2],
            day=f"2026-11-{10 + n % 18:02d}", spoken_language=("it", "en")[n % 2], facets=FACETS, mark=17.5, max=20.0,
            in_time=(None, True, False)[n % 3], played_before=n % 3, hints=0, supervised=False, judged="sufficient",
            raters=2,
        )
        for n in range(count)
    )  # fmt: skip


def exams(count: int, sections: int = 8) -> tuple[r.ExamTry, ...]:
    """Counting tries, the last one passed."""
    shares = tuple(r.SectionShare(SECTIONS[n % 4], 0.75) for n in range(sections))
    return tuple(
        r.ExamTry(
            attempt=f"e{n}", day=f"2026-11-{1 + n % 28:02d}", mark=0.825 if n == count - 1 else 0.6,
            passed=n == count - 1,
            sections=shares, supervised=False, own_pool=False, voided=False,
        )
        for n in range(count)
    )  # fmt: skip


MEANING = two(
    "Chi ha questa attestazione accoglie e assiste clienti, capisce che cosa chiedono, risponde con chiarezza e "
    "tratta reclami e imprevisti secondo le procedure, anche con chi parla un’altra lingua.",
    "Its holder receives and assists customers, understands what they ask, answers clearly, and deals with "
    "complaints and mishaps as procedures require, also with people who speak another language.",
)
HOUSE_RULE = two(
    "Almeno due situazioni di lavoro diverse fra quelle dell’unità, ognuna superata con la propria motivazione "
    "completa, una delle quali con un imprevisto",
    "At least two different work situations of the unit, each passed with its own complete rationale, one of them "
    "with a mishap",
)
READING = two(
    "Le prove superate si sommano e una prova vale per tutto ciò che mostra; due situazioni sono diverse se cambia il "
    "tipo di richiesta.",
    "Passed attempts add up and one attempt counts for everything it shows; two situations differ if the kind of "
    "request does.",
)
ASSESSMENT = (
    two(
        "Esame d’unità: 40 quesiti in 50 minuti, soglia 70\u00a0% e 50\u00a0% per sezione (regola interna)",
        "Unit exam: 40 items in 50 minutes, pass mark 70% and 50% in each section (house rule)",
    ),
    two(
        "Esercitazioni di lavoro simulato con motivazione scritta, giudicata da un valutatore",
        "Simulated work exercises with a written rationale judged by an assessor",
    ),
)
SUPERVISION = two(
    "Prove svolte senza sorveglianza, sul computer di chi studia; il valutatore ne ha preso atto e le ha accettate.",
    "Attempts unsupervised, on the learner’s own machine; the assessor has taken note of this and accepted them.",
)
QUALITY = two(
    "Contenuti verificati contro gli standard pubblicati; ogni motivazione valutata su una griglia con descrittori; "
    "due valutatori.",
    "Content checked against the published standards; every rationale judged on a rubric with anchors; two raters.",
)
ISSUER = r.IssuerFacts(
    did=DID,
    name="Centro di Formazione Professionale «Aterno» s.c.",
    country="IT",
    contact="attestazioni@cfp-aterno.example",
    quality_assurance="Sistema di gestione UNI EN ISO 9001 e UNI ISO 21001, con riesame annuale delle prove.",
    accreditation="Ente accreditato dalla Regione Abruzzo, D.D. 112/DPG010 del 14-05-2024",
    url="https://cfp-aterno.example/attestazioni",
)


def titled(unit: dict[str, str]) -> dict[str, str]:
    """The title of a unit's record."""
    return two(
        f"Attestazione di completamento – unità di competenza «{unit['it']}»",
        f"Completion record – competency unit “{unit['en']}”",
    )


def record(
    unit_id: str = "abr.uc1", name: str = NAMES[0], *, rows: int = 3, tries: int = 2, **changes: Any
) -> r.Record:
    """A record of a real unit in both languages; ``changes`` are members by name."""
    qualification, unit = units()[unit_id]
    stated = unit.minimum_performance
    reading = local(stated.reading.text) if stated and stated.reading else READING
    made = r.Record(
        version=1,
        id="urn:uuid:0b6f8f1e-5c0f-4a53-9d8e-3a9f6f1c2d77",
        languages=("it", "en"),
        title=titled(local(unit.title)),
        holder=r.Holder(name, "1994-03-08", "SC-2026-0147", None, None),
        qualification=r.Qualification(qualification.id, local(qualification.title)),
        unit=r.Unit(unit.id, local(unit.title), MEANING, local(unit.outcome)),
        eqf=unit.eqf,
        ada=tuple(r.Ada(one.code, local(one.title)) for one in qualification.ada if one.code and one.title),
        outcomes=outcomes(unit),
        workload_minutes=2730,
        modules=tuple(r.ModuleStudied(f"m{n}", title, 210, "2026-10-20", None) for n, title in enumerate(MODULES)),
        assessment=ASSESSMENT,
        participation=two(
            "A distanza, in autonomia, al proprio computer", "At a distance, self-paced, at one’s own computer"
        ),
        supervision=SUPERVISION,
        identity_check=two(
            "Documento d’identità esibito al valutatore durante il colloquio",
            "Identity document shown to the assessor at the interview",
        ),
        quality_assurance=QUALITY,
        rule=r.Rule((local(stated.text) if stated else HOUSE_RULE,), reading, not stated or stated.house_rule),
        evidence=evidence(rows),
        exams=exams(tries),
        oral=(r.OralSheet("2026-11-19", "Lucia Bianchi", "sufficient"),),
        not_assessed=(
            two(
                "La produzione orale in lingua straniera non è valutata dal programma.",
                "Spoken production in a foreign language is not assessed by the program.",
            ),
        ),
        content_version="2026.11",
        program_version="0.9.0",
        issuer=ISSUER,
        issued_at="2026-11-21T09:30:00Z",
        valid_from="2026-11-21T00:00:00Z",
        valid_until=None,
        supersedes=None,
    )
    return r.from_data(r.to_data(replace(made, **changes)))


def fixed() -> r.Record:
    """A record none of whose texts come from content files, so that its page changes with the layout alone."""
    statements = tuple(
        r.Outcome(
            f"tin.uc1.{kind[0]}{number:02d}",
            kind,
            two(f"Testo ufficiale numero {number} dell’unità", f"Official text number {number} of the unit"),
        )
        for kind in ("skill", "knowledge")
        for number in range(1, 8)
    )
    title = two("Accogliere chi arriva", "Receive who arrives")
    return record(
        title=titled(title),
        qualification=r.Qualification("tin", two("Addetto di prova", "Trial agent")),
        unit=r.Unit("tin.uc1", title, MEANING, MEANING),
        eqf=3,
        ada=(r.Ada("ADA.24.04.11", title),),
        outcomes=statements,
        rule=r.Rule((HOUSE_RULE,), READING, True),
    )


def credential(made: r.Record) -> bytes:
    """The unsigned credential of a record: its signature is none of printing's business."""
    place = StatusPlace("urn:uuid:11111111-1111-4111-8111-111111111111", 3)
    return json.dumps(credential_of(made, place), ensure_ascii=False).encode()
