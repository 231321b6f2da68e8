"""Items with nothing wrong in them, many of them close to a flaw."""

from __future__ import annotations

from tests.checking.making import (
    OPTIONS,
    STEM,
    WHY,
    Item,
    numbers,
    option_rationale,
    options,
    single,
    statement,
    with_option,
)

CLEAN: list[tuple[str, Item]] = [
    ("plain", single()),
    (
        "not in a condition",
        single(
            (
                "Una cliente chiede una copia dei dati. Che cosa fai se non ricordi la procedura?",
                "A customer asks for a copy of the data. What do you do if you do not recall the procedure?",
            )
        ),
    ),
    (
        "not about a person",
        single(
            (
                "Che cosa dici al cliente che non vuole dare il proprio numero di cellulare?",
                "What do you say to a customer who does not want to give a mobile number?",
            )
        ),
    ),
    (
        "not in a quotation",
        single(
            (
                "«Io non firmo niente», dice la signora Demir alla cassa. Come rispondi?",
                "“I am not signing anything,” says Ms Demir at the till. How do you answer?",
            )
        ),
    ),
    (
        "not in the situation",
        single(
            (
                "Il cliente non ha con sé un documento. Come verifichi chi è?",
                "The customer does not have a document at hand. How do you check who it is?",
            )
        ),
    ),
    (
        "why not",
        single(
            (
                "Perché una casella già spuntata non basta come consenso del cliente?",
                "Why is a box already ticked not enough as the customer’s consent?",
            )
        ),
    ),
    (
        "at least and not only",
        single(
            (
                "Oltre al nome e non solo a voce, che cosa verifica almeno l’operatore?",
                "Besides the name and not only by voice, what at least does the operator check?",
            )
        ),
    ),
    ("numbers in order", numbers(("24 ore", "24 hours"), ("72 ore", "72 hours"), ("Un mese", "One month"))),
    (
        "deadlines in order",
        numbers(
            ("Entro 24 ore", "Within 24 hours"),
            ("Entro due giorni", "Within 2 days"),
            ("Entro 72 ore", "Within 72 hours"),
            key=2,
        ),
    ),
    (
        "numbers and a way out",
        numbers(
            ("24 ore", "24 hours"), ("72 ore", "72 hours"), ("Un mese", "One month"), ("Quando vuole", "When it likes")
        ),
    ),
    (
        "ranges apart",
        numbers(("10–19 giorni", "10–19 days"), ("20–29 giorni", "20–29 days"), ("30–39 giorni", "30–39 days")),
    ),
    (
        "parallel options",
        single(
            rows=[
                ("Una e-mail sui propri prodotti", "An e-mail on its own products", True),
                ("Un SMS sui propri prodotti", "A text on its own products", False),
                ("Una chiamata sui prodotti altrui", "A call on products of others", False),
            ]
        ),
    ),
    (
        "one legal term in another",
        single(
            (
                "Come si chiama chi decide finalità e mezzi insieme a un altro soggetto?",
                "What do you call whoever decides purposes and means jointly with another?",
            ),
            [
                ("Contitolare del trattamento", "Joint controller of the data", True),
                ("Titolare del trattamento", "Controller of the data set", False),
                ("Interessato al trattamento", "Data subject in this matter", False),
            ],
        ),
    ),
    (
        "sole and single are no giveaway",
        with_option("Con un solo invio, alla fattura", "With a single sending, at billing"),
    ),
    (
        "numbers as words and digits",
        single(
            (
                "Dopo due mesi Wei chiede di nuovo la copia. Che cosa può fare l’azienda?",
                "After 2 months Wei asks for the copy again. What may the firm do?",
            )
        ),
    ),
    (
        "times as each language writes them",
        single(
            (
                "Sono le 18.30 e il negozio chiude. Un cliente chiede la copia dei dati: che cosa fai?",
                "It is 6.30 p.m. and the shop is closing. A customer asks for the copy of the data: what do you do?",
            )
        ),
    ),
    (
        "thousands as each language writes them",
        option_rationale(
            "La sanzione arriva fino a 20.000.000 di euro, art. 83, par. 5.",
            "The fine goes up to 20,000,000 euros, Art. 83(5).",
        ),
    ),
    (
        "millions in digits and words",
        option_rationale("La sanzione arriva fino a 20 milioni di euro.", "The fine goes up to 20,000,000 euros."),
    ),
    (
        "decimals as each language writes them",
        option_rationale("L’aumento è del 3,5 % in un anno.", "The increase is 3.5% in a year."),
    ),
    (
        "articles of law",
        option_rationale(
            "Lo dice l’art. 2-quaterdecies, comma 1, D.Lgs. 196/2003.",
            "Art. 2-quaterdecies(1) Legislative Decree 196/2003 says so.",
        ),
    ),
    (
        "dates",
        option_rationale(
            "La regola vale dal 1° settembre 2023 in Svizzera.",
            "The rule applies from 1 September 2023 in Switzerland.",
        ),
    ),
    ("without against not", with_option("Alla prossima fattura senza la copia", "With an invoice that has not a copy")),
    (
        "accepted negative",
        single(
            (
                "Quale frase **NON** si dice a un cliente che chiede i propri dati?",
                "Which sentence is **NOT** said to a customer who asks for the data?",
            ),
            accept={"L07": "The task is to spot it."},
        ),
    ),
    (
        "statement",
        statement(
            (
                "La copia dei dati chiesta da un cliente è gratuita.",
                "The copy of the data asked for by a customer is free.",
            )
        ),
    ),
    (
        "statement with a list",
        statement(
            (
                "Nome, indirizzo e numero di telefono sono dati personali.",
                "Name, address and telephone number are personal data.",
            )
        ),
    ),
    (
        "statement with a condition",
        statement(
            (
                "L’operatore che non riconosce chi chiama deve fare una verifica.",
                "An operator who does not recognise the caller must carry out a check.",
            )
        ),
    ),
    ("technique without facts", single(jurisdiction="none", facts=[])),
    ("technique on a model", single(jurisdiction="none", facts=["F-3"], use="exam")),
    ("same statements count once", single(statements=["s.k01", "s.k10", "s.k11", "s.k12", "s.k13"])),
    ("known abbreviation", with_option("Quando lo chiede il DPO dell’azienda", "When the DPO of the firm asks for it")),
    (
        "abbreviation beside its words",
        with_option("Quando lo chiede la XQZ (rete di qua)", "When the XQZ (network here) asks for it"),
    ),
    (
        "gap at the end",
        single(
            (
                "Chi decide finalità e mezzi del trattamento si chiama ___.",
                "Whoever decides purposes and means of processing is called ___.",
            )
        ),
    ),
    (
        "letters of law in brackets",
        option_rationale(
            "Lo dice l’art. 5, par. 1, lett. c), del regolamento.", "Art. 5(1)(c) of the Regulation says so here."
        ),
    ),
    (
        "matter in one language",
        single(
            {
                "it": "Quale saluto apre meglio una telefonata alle dieci del mattino?",
                "en": "Which greeting opens a call best at ten in the morning?",
            },
            matter_language="en",
        )
        | {"options": [one | {"text": {"en": one["text"]["en"]}} for one in options(OPTIONS)]},
    ),
    (
        "a third language",
        single({"it": STEM[0], "en": STEM[1], "de": "Innert welcher Frist antwortet die Firma?"})
        | {
            "options": [
                one
                | {
                    "text": one["text"] | {"de": f"Antwort {number}"},
                    "rationale": WHY | {"de": "Das steht so in der Regel."},
                }
                for number, one in enumerate(options(OPTIONS))
            ]
        },
    ),
]
