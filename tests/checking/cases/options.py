"""Items whose options are flawed, and the rules that must speak."""

from __future__ import annotations

from tests.checking.making import (
    KEY,
    LAST,
    WRONG,
    Case,
    numbers,
    options,
    single,
    with_option,
)

FLAWED: list[Case] = [
    (
        "all of the above",
        {"L01"},
        with_option("Tutte le precedenti risposte insieme", "All of the above answers together"),
    ),
    (
        "all these answers",
        {"L01"},
        with_option("Tutte le risposte qui elencate sopra", "All the answers that are listed here"),
    ),
    (
        "none of the above",
        {"L02"},
        with_option("Nessuna delle precedenti risposte date", "None of the above answers is given"),
    ),
    ("letters combined", {"L03", "L04"}, with_option("A e B", "A and B")),
    ("letters combined with both", {"L03", "L04"}, with_option("Sia A sia B", "Both A and B")),
    (
        "the first two",
        {"L03"},
        with_option("Le prime due risposte di questa lista", "The first two answers of this list"),
    ),
    ("both answers", {"L03"}, with_option("Entrambe le risposte qui riportate", "Both answers that are given here")),
    (
        "key much longer",
        {"L04"},
        single(
            rows=[
                (
                    "Appena possibile e comunque entro un mese dal giorno in cui la lettera è arrivata allo sportello",
                    "As soon as possible and in any case by a month from the day on which the letter got to the desk",
                    True,
                ),
                WRONG,
                LAST,
            ]
        ),
    ),
    (
        "one option much longer",
        {"L04"},
        single(
            rows=[
                ("In un mese", "In a month", True),
                ("A fine anno", "At year end", False),
                ("Alla prossima fattura che spedisce", "With the next invoice that is sent", False),
            ]
        ),
    ),
    (
        "absolute word in a wrong option",
        {"L10"},
        with_option("Sempre con la prossima fattura spedita", "Always with the next invoice it sends"),
    ),
    (
        "absolute word in the key",
        {"L10"},
        with_option("Solo dopo la verifica di chi scrive", "Only after a check of who is writing", True),
    ),
    (
        "absolute words on both sides",
        {"L10"},
        single(
            rows=[
                ("Solo dopo la verifica di chi scrive", "Only after a check of who is writing", True),
                WRONG,
                ("Mai, se scrive al telefono una nota", "Never, if a note is typed on the phone", False),
            ]
        ),
    ),
    (
        "vague quantity",
        {"L11"},
        with_option("Spesso con la prossima fattura spedita", "Often with the next invoice it sends"),
    ),
    (
        "twin options",
        {"L12", "L22"} - {"L22"},
        with_option("«Quando» ha chiuso la pratica aperta!", "When the pending case has been closed.")
        | {
            "options": options(
                [KEY, WRONG, ("quando ha chiuso la pratica aperta", "When the pending case has been closed", False)]
            )
        },
    ),
    (
        "nearly the same",
        {"L13"},
        with_option("Quando ha chiusa la pratica aperta", "When the pending cases have been closed"),
    ),
    (
        "one inside the other",
        {"L13"},
        with_option("Quando ha chiuso la pratica aperta ieri", "When the pending case has been closed today"),
    ),
    (
        "overlapping ranges",
        {"L14"},
        numbers(
            ("Da 10 a 20 giorni", "From 10 to 20 days"),
            ("Da 15 a 30 giorni", "From 15 to 30 days"),
            ("Da 40 a 50 giorni", "From 40 to 50 days"),
        ),
    ),
    (
        "ranges that touch",
        {"L14"},
        numbers(("10–20 giorni", "10–20 days"), ("20–30 giorni", "20–30 days"), ("40–50 giorni", "40–50 days")),
    ),
    (
        "numbers out of order",
        {"L15"},
        numbers(("72 ore", "72 hours"), ("24 ore", "24 hours"), ("Un mese", "One month")),
    ),
    (
        "numbers shuffled",
        {"L15"},
        numbers(("24 ore", "24 hours"), ("72 ore", "72 hours"), ("Un mese", "One month"), order="shuffled"),
    ),
    ("two options", {"L16"}, single(rows=[KEY, WRONG])),
    (
        "six options",
        {"L16"},
        single(
            rows=[
                KEY,
                WRONG,
                LAST,
                ("Il giorno dopo la fine del contratto", "The day after the contract has ended", False),
                ("Entro la fine dell’anno in corso", "By the end of the current year", False),
                ("Nel mese che segue la sua nascita", "In the month that follows the birth", False),
            ]
        ),
    ),
    (
        "same opening words",
        {"L20"},
        single(
            rows=[
                ("Risponde al cliente entro un mese", "It answers the customer in a month", True),
                ("Risponde al cliente a fine lavori", "It answers the customer when done", False),
                ("Risponde al cliente con la fattura", "It answers the customer with a bill", False),
            ]
        ),
    ),
    (
        "full stops differ",
        {"L21"},
        with_option("Alla prossima fattura che spedisce.", "With the next invoice that it sends."),
    ),
    (
        "speech among descriptions",
        {"L21"},
        with_option("«Attenda la prossima fattura, prego.»", "“Please wait for your next invoice.”"),
    ),
    (
        "numbers among words",
        {"L21"},
        single(
            (
                "Secondo il GDPR, quando si notifica una violazione all’autorità?",
                "Under the GDPR, when is a breach notified to the authority?",
            ),
            [
                ("Entro 24 ore", "Within 24 hours", False),
                ("Entro 72 ore", "Within 72 hours", True),
                ("A fine lavori", "When work is done", False),
                ("Su richiesta", "On request", False),
            ],
        ),
    ),
    (
        "lone opposites",
        {"L22"},
        single(
            rows=[
                ("Il cliente riceve la copia", "The customer receives the copy", True),
                ("Il cliente non riceve la copia", "The customer receives no copy", False),
                ("L’ufficio apre una pratica", "The office opens a new case", False),
            ]
        ),
    ),
    (
        "long option",
        {"L04", "L25"},
        with_option(
            "Alla prossima fattura che spedisce a casa del cliente oppure nella sua area riservata se ha scelto la "
            "bolletta in forma elettronica quando ha firmato il contratto con il negozio",
            "With the next invoice that it sends to the customer’s home or to the private area if the customer chose "
            "bills in electronic form when the contract was signed with the shop long ago",
        ),
    ),
    (
        "absurd option",
        {"L27"},
        with_option("Quando lo ordina un unicorno bianco", "When a white unicorn gives the order"),
    ),
]
