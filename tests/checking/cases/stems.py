"""Items whose stems or clues are flawed, and the rules that must speak."""

from __future__ import annotations

from tests.checking.making import (
    KEY,
    WRONG,
    Case,
    single,
    statement,
)

LONG_STEM = (
    "Una signora anziana telefona al servizio clienti e racconta con calma che in ottobre ha ricevuto a casa due "
    "bollette. La prima porta il suo nome. La seconda porta il nome del marito, che vive con lei. Chiede copia di "
    "quello che avete scritto su di lei nella sua scheda, compresi gli appunti dei colleghi del turno di sera. Che "
    "cosa fai per prima cosa?",
    "An elderly lady rings customer service and calmly tells you that in October two bills reached her home. "
    "The first bears her name. The second bears the name of her husband, who lives with her. She asks for a copy of "
    "what you have written about her in her record, including the notes made by colleagues on the evening shift. What "
    "do you do first of all?",
)

FLAWED: list[Case] = [
    (
        "negative question",
        {"L07"},
        single(
            (
                "Quale di queste frasi **NON** si dice a un cliente che chiede i propri dati?",
                "Which of these sentences is **NOT** said to a customer who asks for the data held?",
            )
        ),
    ),
    (
        "negative question in capitals",
        {"L07"},
        single(
            (
                "Quale risposta NON rispetta il cliente che chiede una copia dei propri dati?",
                "Which reply does NOT respect a customer who asks for a copy of the data?",
            )
        ),
    ),
    (
        "except",
        {"L07", "L08"},
        single(
            (
                "Quali dati può chiedere l’operatore, tranne uno che resta facoltativo per legge?",
                "Which data may the operator ask for, except one that stays optional by law?",
            )
        ),
    ),
    (
        "negation overlooked",
        {"L07", "L08"},
        single(
            (
                "Quale risposta non rispetta il cliente che chiede una copia dei propri dati?",
                "Which reply does not respect a customer who asks for a copy of the data?",
            )
        ),
    ),
    (
        "short form of not",
        {"L07", "L08"},
        single(
            (
                "Quale comportamento non rispetta il segreto sui dati del cliente?",
                "Which behaviour doesn’t respect the secrecy of the customer’s data?",
            )
        ),
    ),
    (
        "asked in a relative clause",
        {"L07", "L08"},
        single(
            (
                "Qual è la frase che non rispetta il cliente al telefono?",
                "Which is the sentence that does not respect the customer on the phone?",
            )
        ),
    ),
    (
        "double negative",
        {"L07", "L09"},
        single(
            (
                "Quale risposta **NON** rispetta il cliente che chiede una copia dei propri dati?",
                "Which reply does **NOT** respect a customer who asks for a copy of the data?",
            ),
            [KEY, WRONG, ("La richiesta non va registrata", "The request is not to be recorded", False)],
        ),
    ),
    (
        "a word only the key repeats",
        {"L18"},
        single(
            (
                "Una cliente chiede un duplicato del contratto che ha firmato. Che cosa le prepari?",
                "A customer asks for a duplicate of the contract signed. What do you prepare?",
            ),
            [
                ("Il duplicato entro un mese di tempo", "The duplicate within a month of time", True),
                ("Un riassunto di ciò che è scritto", "A summary of what has been written", False),
                ("Una lettera di scuse per l’attesa", "A letter of apology for the waiting", False),
            ],
        ),
    ),
    (
        "article fits some options",
        {"L19", "L23"},
        single(
            ("Chi decide finalità e mezzi del trattamento è una", "Who decides purposes and means of processing is an"),
            [
                ("azienda titolare", "owner of the data", True),
                ("tecnico esterno", "technician outside", False),
                ("garante italiano", "guarantor of data", False),
            ],
        ),
    ),
    (
        "asks nothing",
        {"L23"},
        single(
            (
                "Il termine per rispondere alla richiesta di un cliente",
                "The time for an answer to the request of a customer",
            )
        ),
    ),
    ("three words", {"L23"}, single(("Entro quale termine?", "Within which time?"))),
    (
        "gap far from the end",
        {"L23"},
        single(
            (
                "Entro ___ l’azienda risponde alla richiesta di una cliente con la copia dei dati.",
                "Within ___ the firm answers the request of a customer with the copy of the data.",
            )
        ),
    ),
    ("long stem", {"L24"}, single(LONG_STEM)),
    (
        "long sentence",
        {"L24"},
        single(
            (
                "Quando una cliente chiede per posta una copia dei dati che la riguardano e la richiesta passa da un "
                "ufficio a un altro prima di arrivare a te, entro quale termine risponde l’azienda?",
                "When a customer asks by post for a copy of the data about her and the request goes from one office to "
                "another before it reaches you, within what time does the firm answer?",
            )
        ),
    ),
    (
        "hard words",
        {"L24"},
        single(
            (
                "Conseguentemente all’identificazione insufficientemente documentata, quali responsabilità "
                "organizzative configurerebbero un’inadempienza amministrativamente sanzionabile?",
                "As proof of identity was poor, which duties does the firm fail to keep?",
            )
        ),
    ),
    (
        "opinion",
        {"L26"},
        single(
            (
                "Secondo te, entro quale termine risponde l’azienda alla richiesta di una cliente?",
                "In your opinion, within what time does the firm answer the request of a customer?",
            )
        ),
    ),
    (
        "negative statement",
        {"L31"},
        statement(
            (
                "La copia dei dati chiesta da un cliente non si paga.",
                "The copy of the data a customer asks for is not paid.",
            )
        ),
    ),
    (
        "two claims",
        {"L31"},
        statement(
            (
                "La copia dei dati è gratuita e deve arrivare presto a casa.",
                "The copy of the data is free and must reach the home soon.",
            )
        ),
    ),
]
