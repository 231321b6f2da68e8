"""Items of the kinds that are not options alone: clean ones, and flawed ones with the rules that must speak."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from tests.checking.making import WHY, Case, Item, single, text

Step = str | int


def other(kind: str, it: str, en: str, **fields: Any) -> Item:
    """A clean item of another kind than options."""
    made = single((it, en), kind=kind)
    del made["options"]
    return made | fields


def entry(name: str, it: str, en: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "text": text((it, en))} | fields


def row(name: str, it: str, en: str, answer: str) -> dict[str, Any]:
    return entry(name, it, en, answer=answer, rationale=WHY)


def option(name: str, it: str, en: str, *, key: bool = False) -> dict[str, Any]:
    return entry(name, it, en, key=key, rationale=WHY)


def matching() -> Item:
    return other(
        "matching",
        "Abbina ogni richiesta del cliente al diritto che esercita.",
        "Match each request of the customer with the right it exercises.",
        rows=[
            row("copy", "«Mandatemi tutto quello che avete su di me.»", "“Send me all you hold on me.”", "access"),
            row("wrong-street", "«La via è sbagliata: cambiatela.»", "“The street is wrong: change it.”", "rectify"),
            row("no-more-post", "«Smettete di mandarmi pubblicità.»", "“Stop sending me advertising.”", "object"),
        ],
        options=[
            entry("access", "Accesso", "Access"),
            entry("rectify", "Rettifica", "Rectification"),
            entry("object", "Opposizione", "Objection"),
            entry("portability", "Portabilità", "Portability", rationale=WHY),
        ],
    )


def classification() -> Item:
    return other(
        "classification",
        "Metti ogni dato nella categoria a cui appartiene.",
        "Put each piece of data into the category it belongs to.",
        categories=[
            entry("common", "Dato comune", "Ordinary data"),
            entry("special", "Dato particolare", "Special data"),
        ],
        rows=[
            row("mail", "L’indirizzo di posta del signor Conti", "Mr Conti’s mail address", "common"),
            row("illness", "La diagnosi scritta sul modulo", "The diagnosis written on the form", "special"),
            row("bill", "L’importo della bolletta di marzo", "The amount of the bill of March", "common"),
            row("union", "L’iscrizione a un sindacato", "Membership of a trade union", "special"),
        ],
    )


def ordering() -> Item:
    steps = [
        ("listen", "Ascolti il cliente fino in fondo", "You hear the customer out"),
        ("repeat", "Riassumi il problema con parole tue", "You sum the problem up in your own words"),
        ("offer", "Proponi due soluzioni possibili", "You propose two possible solutions"),
        ("record", "Scrivi nella scheda che cosa è deciso", "You write on the card what is decided"),
    ]
    return other(
        "ordering",
        "Metti in ordine i passi di una telefonata di reclamo.",
        "Put the steps of a telephone complaint in order.",
        steps=[entry(name, it, en, rationale=WHY) for name, it, en in steps],
    )


def gaps() -> Item:
    return other(
        "gaps",
        "Completa la risposta al cliente che vuole i propri dati.",
        "Complete the answer to the customer who wants the data.",
        text=text(
            ("Le rispondiamo entro [[deadline]]. Se può, ci mandi una [[word]] del documento.",
             "We answer within [[deadline]]. If you can, send us a [[word]] of the document.")
        ),
        gaps=[
            {"id": "deadline", "order": "fixed", "options": [
                option("ten-days", "dieci giorni", "ten days"),
                option("one-month", "un mese", "one month", key=True),
                option("one-year", "un anno", "one year"),
            ]},
            {"id": "word", "accepted": {"it": ["copia", "fotocopia"], "en": ["copy"]}, "rationale": WHY},
        ],
    )  # fmt: skip


def numeric() -> Item:
    return other(
        "numeric",
        "Sei chiamate durano in tutto 75 minuti. Quanto dura in media una chiamata?",
        "Six calls take 75 minutes in all. How long does a call take on average?",
        answer="12.5", tolerance="0.1", unit=text(("minuti", "minutes")), rationale=WHY,
        slips=[{"value": "75", "rationale": text(("Questa è la somma di tutte.", "This is the sum of all."))}],
    )  # fmt: skip


def short_text() -> Item:
    return other(
        "short_text",
        "Come si chiama il diritto di portare i propri dati da un fornitore a un altro?",
        "What is the right to take one’s data from one provider to another called?",
        accepted={"it": ["portabilità"], "en": ["portability", "data portability"]}, rationale=WHY,
    )  # fmt: skip


def open_answer() -> Item:
    return other(
        "open",
        "Spiega alla signora Keller perché le chiedi un documento prima di darle i dati.",
        "Explain to Ms Keller why you ask for a document before you give her the data.",
        model_answer=WHY,
        criteria=[
            entry("reason", "Dice perché serve", "Says why it is needed", points=3),
            entry("tone", "Usa un tono rispettoso", "Keeps a respectful tone", points=1),
        ],
    )


def spoilt(make: Callable[[], Item], *places: Step, value: Any) -> Item:
    """The item with another value at a place; None takes it away."""
    item = deepcopy(make())
    target: Any = item
    for step in places[:-1]:
        target = target[step]
    if value is None:
        del target[places[-1]]
    else:
        target[places[-1]] = value
    return item


def with_text(make: Callable[[], Item], *places: Step, it: str, en: str) -> Item:
    return spoilt(make, *places, value=text((it, en)))


CLEAN: list[tuple[str, Item]] = [
    (make.__name__, make())
    for make in (matching, classification, ordering, gaps, numeric, short_text, open_answer)
] + [
    ("matter of a gap in one language", spoilt(gaps, "matter_language", value="en") | {
        "text": {"en": "We will get [[deadline]] to you."},
        "gaps": [{"id": "deadline", "accepted": {"en": ["back"]}, "rationale": WHY}],
    }),
    ("a whole number needs no tolerance", spoilt(numeric, "tolerance", value=None) | {"answer": "12"}),
    ("steps alike in a number", with_text(
        ordering, "steps", 2, "text", it="Proponi 2 soluzioni", en="Propose 2 solutions"
    )),
]  # fmt: skip

SAME = {"it": "Ascolti il cliente fino in fondo", "en": "You hear the customer out"}

FLAWED: list[Case] = [
    ("two rows alike", {"L12"}, spoilt(matching, "rows", 1, "text", value=matching()["rows"][0]["text"])),
    ("two steps alike", {"L12"}, spoilt(ordering, "steps", 3, "text", value=SAME)),
    ("two categories alike", {"L12"}, with_text(
        classification, "categories", 1, "text", it="dato comune", en="ordinary data"
    )),
    ("two options of a gap alike", {"L12"}, with_text(
        gaps, "gaps", 0, "options", 2, "text", it="Un mese", en="One month"
    )),
    ("a way out in a column", {"L01"}, with_text(
        matching, "options", 3, "text", it="Tutti i precedenti", en="All of the above"
    )),
    ("a column of numbers, shuffled", {"L15"}, spoilt(matching, "options", value=[
        entry("access", "10 giorni", "10 days"), entry("rectify", "20 giorni", "20 days"),
        entry("object", "30 giorni", "30 days"), entry("portability", "40 giorni", "40 days", rationale=WHY),
    ])),
    ("a gap of numbers, shuffled", {"L15"}, spoilt(gaps, "gaps", 0, "order", value=None)),
    ("pairs by elimination", {"L32"}, spoilt(matching, "options", 3, value=None)),
    ("a pair told by a word", {"L18"}, with_text(
        matching, "rows", 1, "text", it="«La rettifica della via è urgente.»", en="“The rectification of it is urgent.”"
    )),
    ("no unit", {"L32"}, spoilt(numeric, "unit", value=None)),
    ("decimals without tolerance", {"L32"}, spoilt(numeric, "tolerance", value=None)),
    ("a tolerance as large as the answer", {"L32"}, spoilt(numeric, "tolerance", value="12.5")),
    ("accepted words in the stem", {"L18"}, spoilt(short_text, "accepted", value={
        "it": ["fornitore"], "en": ["portability"],
    })),
    ("nothing accepted in a language", {"L30"}, spoilt(short_text, "accepted", value={"it": ["portabilità"]})),
    ("a unit in one language", {"L30"}, spoilt(numeric, "unit", value={"it": "minuti"})),
    ("a row in one language", {"L30"}, spoilt(classification, "rows", 2, "text", value={"it": "La bolletta"})),
    ("a criterion in one language", {"L30"}, spoilt(open_answer, "criteria", 1, "text", value={"it": "Usa il Lei"})),
    ("a rationale of a row too short", {"L29"}, with_text(matching, "rows", 0, "rationale", it="È così.", en="It is.")),
    ("a rationale of a step too short", {"L29"}, with_text(
        ordering, "steps", 0, "rationale", it="È così.", en="It is."
    )),
    ("a rationale of a gap too short", {"L29"}, with_text(gaps, "gaps", 1, "rationale", it="È così.", en="It is.")),
    ("a rationale of a slip too short", {"L29"}, with_text(numeric, "slips", 0, "rationale", it="No.", en="No.")),
    ("a model answer too short", {"L29"}, with_text(open_answer, "model_answer", it="Perché sì.", en="Because.")),
    ("numbers of a text with gaps", {"L30"}, with_text(
        gaps, "text", it="Entro [[deadline]] o 40 giorni una [[word]].", en="Within [[deadline]] or 41 days a [[word]]."
    )),
    ("an article before a gap", {"L19"}, spoilt(gaps, "text", value=text((
        "Rispondiamo entro un [[deadline]]. Serve una [[word]].", "We answer within a [[deadline]]. Send a [[word]].",
    ))) | {"gaps": [
        {"id": "deadline", "options": [
            option("month", "mese", "month", key=True), option("stage", "stadio", "stage"),
            option("hour", "ora", "age"),
        ]},
        gaps()["gaps"][1],
    ]}),
    ("all too long", {"L25"}, with_text(
        gaps, "text", it="parola " * 200 + "[[deadline]] [[word]]", en="word " * 200 + "[[deadline]] [[word]]"
    )),
    ("markup in a row", {"L33"}, with_text(
        ordering, "steps", 0, "text", it="Ascolti `bene` tutto", en="You `hear` it out"
    )),
    ("an abbreviation in a row", {"L33"}, with_text(
        ordering, "steps", 1, "text", it="Apri il XQZ qui", en="Open the XQZ here"
    )),
    ("a stem of two words", {"L23"}, with_text(ordering, "stem", it="Metti in ordine", en="Put in order")),
]  # fmt: skip
