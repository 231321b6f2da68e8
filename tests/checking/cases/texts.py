"""Items whose texts, sources or ids are flawed, and the rules that must speak."""

from __future__ import annotations

from datetime import date

from tests.checking.making import (
    KEY,
    OPTIONS,
    STEM,
    WHY,
    WRONG,
    Case,
    numbers,
    option_rationale,
    options,
    single,
    text,
    with_option,
    without,
)

FLAWED: list[Case] = [
    ("short rationale", {"L29"}, option_rationale("Non è così.", "It is not so.")),
    ("no facts", {"L29"}, single(facts=[])),
    ("language missing in the stem", {"L30"}, single(text({"it": STEM[0]}))),
    ("the task of matter in one language", {"L30"}, single(text({"en": STEM[1]}), matter_language="en")),
    ("language missing in an option", {"L30"}, without(single(), "en", "options", 1, "text")),
    (
        "language missing in a rationale",
        {"L30"},
        option_rationale("", "")
        | {"options": [*options(OPTIONS)[:2], options(OPTIONS)[2] | {"rationale": {"it": WHY["it"]}}]},
    ),
    ("numbers differ", {"L30"}, numbers(("24 ore", "24 hours"), ("72 ore", "48 hours"), ("Un mese", "One month"))),
    (
        "thousands differ",
        {"L30"},
        option_rationale("La sanzione arriva fino a 20.000 euro.", "The fine goes up to 200,000 euros."),
    ),
    (
        "decimals differ",
        {"L30"},
        option_rationale("L’aumento è del 3,5 % in un anno.", "The increase is 35% in a year."),
    ),
    (
        "question negative in one language",
        {"L07", "L30"},
        single(
            (
                "Quale risposta rispetta il cliente che chiede una copia dei propri dati?",
                "Which reply does **NOT** respect a customer who asks for a copy of the data?",
            )
        ),
    ),
    (
        "option denies in one language",
        {"L30"},
        with_option("Alla prossima fattura la copia non parte", "With the next invoice the copy leaves")
        | {
            "options": options(
                [KEY, WRONG, ("La copia non parte con la fattura", "The copy leaves with the invoice", False)]
            )
        },
    ),
    (
        "unknown abbreviation",
        {"L33"},
        with_option("Quando lo chiede il reparto XQZ", "When the XQZ department asks for it"),
    ),
    ("two spaces", {"L33"}, with_option("Alla prossima  fattura che spedisce", "With the next  invoice that it sends")),
    (
        "open bracket",
        {"L33"},
        with_option("Alla prossima (fattura che spedisce", "With the next (invoice that it sends"),
    ),
    ("HTML", {"L33"}, with_option("Alla <b>prossima</b> fattura spedita", "With the <b>next</b> invoice it sends")),
    ("link", {"L33"}, with_option("Alla [fattura](glossary:x) seguente", "With the [invoice](glossary:x) sent")),
    ("unknown fact", {"S01"}, single(facts=["F-9"])),
    ("exam key not verified", {"S02"}, single(facts=["F-2"], use="exam")),
    ("exam law on a model", {"S02"}, single(facts=["F-3"], use="both")),
    ("no longer in force", {"S04"}, single(valid_until=date(2026, 1, 1))),
    ("unknown statement", {"C01"}, single(statements=["s.k99"])),
    ("statement of another module", {"C02"}, single(statements=["s.k02"])),
    ("five statements", {"C03"}, single(statements=["s.k01", "s.k10", "s.k12", "s.k13", "s.k14"])),
    ("statement twice", {"C03"}, single(statements=["s.k01", "s.k01"])),
    ("unknown lesson", {"I02"}, single(lesson="nowhere")),
    ("no lesson", {"I02"}, single(lesson=None)),
    ("acceptance of nothing", {"A02"}, single(accept={"L07": "It is right so."})),
    ("acceptance of no rule", {"A01"}, single(accept={"L77": "It is right so."})),
    ("acceptance of an error", {"A02", "C01"}, single(statements=["s.k99"], accept={"C01": "It is right so."})),
]
