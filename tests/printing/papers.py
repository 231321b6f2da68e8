"""A study statement and a class as they come from the flows."""

from __future__ import annotations

from tests.printing.records import NAMES, evidence, units
from trainer.printing.class_report import ClassReport, Condition, ReportedLearner, State
from trainer.printing.statement import StatedEvidence, StatedExam, StudiedModule, StudyStatement

_MODULES = (
    ("Comunicazione", "Communication", 410), ("Customer care", "Customer care", 380),
    ("Reclami e conflitti", "Complaints and conflict", 340), ("Gestione di sé", "Self-management", 180),
    ("CRM e tecnologie del contact centre", "CRM and contact-centre technology", 290),
    ("Marketing e vendita", "Marketing and sales", 260),
    ("Inglese per il servizio clienti", "English for customer service", 420),
    ("Tutela dei consumatori", "Consumer law", 250), ("Protezione dei dati personali", "Data protection", 200),
    ("Sicurezza sul lavoro", "Safety at work", 150),
)  # fmt: skip


def statement(name: str = NAMES[0], modules: int = 10, exams: int = 2, attempts: int = 3) -> StudyStatement:
    """What a learner declares of the first unit."""
    qualification, unit = units()["abr.uc1"]
    listed = [_MODULES[number % len(_MODULES)] for number in range(modules)]
    return StudyStatement(
        learner=name, unit_id=unit.id, unit=unit.title, qualification=qualification.title,
        modules=tuple(
            StudiedModule({"it": it, "en": en}, minutes, f"2026-10-{1 + place % 28:02d}" if place != 8 else None)
            for place, (it, en, minutes) in enumerate(listed)
        ),
        exams=tuple(
            StatedExam(f"2026-11-{2 + n % 28:02d}", 0.825 if n == exams - 1 else 0.6, n == exams - 1)
            for n in range(exams)
        ),
        evidence=tuple(
            StatedEvidence(one.day, one.title, tuple(facet.text for facet in one.facets), one.mark, one.max, True)
            for one in evidence(attempts)
        ),
        content_version="2026.11", program_version="0.9.0", made_on="2026-11-21",
    )  # fmt: skip


_CONDITIONS = (
    ("unità", "L’unità è certificabile."),
    ("studio", "Ogni modulo è studiato, o riconosciuto come apprendimento pregresso con un motivo."),
    ("esame", "Un esame di unità che conta è superato e non annullato."),
    ("soglia", "La soglia minima di prestazione è raggiunta su prove valutate e non annullate."),
    ("motiva- zioni", "Ogni motivazione che conta è giudicata sufficiente da un valutatore."),
    ("colloquio", "Le parti da osservare sono coperte da una scheda di colloquio, o dichiarate non valutate."),
    ("sorve- glianza", "Il valutatore ha accettato le prove svolte senza sorveglianza."),
    ("ente", "Un ente che rilascia esiste e la sua chiave si apre."),
)
_STATES: tuple[tuple[State, ...], ...] = (
    ("met",) * 8,
    ("met", "met", "met", "met", "waiting", "none", "waiting", "met"),
    ("met", "lacking", "met", "lacking", "lacking", "none", "waiting", "met"),
    ("met", "lacking", "lacking", "lacking", "lacking", "lacking", "lacking", "met"),
)
_LACKS = (
    (),
    (),
    (
        "Modulo «Marketing e vendita» non studiato.",
        "Manca ancora un reclamo di un cliente non di madrelingua italiana.",
    ),
    ("4 moduli non studiati.", "Nessun esame superato (ultima prova: 58 %).", "Mancano due prove valutate."),
)
_WAITS = ((), ("2 motivazioni, secondo valutatore",), ("1 motivazione",), ())
_PEOPLE = (
    "Anna Bianchi", NAMES[0], "Şebnem Öztürk", "Giuseppe Esposito", NAMES[1], "Łucja Wiśniewska",
    "Олена Ковальчук", "Γιώργος Νικολάου",
)  # fmt: skip


def report(learners: int = 14) -> ClassReport:
    """A class in Italian."""
    qualification, unit = units()["abr.uc1"]
    return ClassReport(
        language="it", unit_id=unit.id, unit=unit.title, qualification=qualification.title,
        conditions=tuple(Condition(head, text) for head, text in _CONDITIONS),
        learners=tuple(
            ReportedLearner(
                _PEOPLE[n % 8] if n < 8 else f"{_PEOPLE[n % 8]} ({n})", _STATES[n % 4], _LACKS[n % 4], _WAITS[n % 4],
                "rilasciata il 20 nov 2026" if n % 4 == 0 else "",
            )
            for n in range(learners)
        ),
        program_version="0.9.0", made_at="2026-11-21T09:30:00Z",
    )  # fmt: skip
