"""Labelled items: what is wrong with each, by rule; clean ones have no label. Both languages carry the same flaw."""

from __future__ import annotations

from typing import Any

from tests.checking.making import OPTIONS, STEM, WHY, options, single, statement, text

KEY, WRONG, LAST = OPTIONS
Rows = list[tuple[str, str, bool]]


def with_option(it: str, en: str, key: bool = False) -> dict[str, Any]:
    """The clean item with another last option."""
    return single(rows=[(KEY[0], KEY[1], not key), WRONG, (it, en, key)])


def numbers(*rows: tuple[str, str], order: str = "fixed", key: int = 1) -> dict[str, Any]:
    """A question on a term, answered with quantities."""
    stem = (
        "Secondo il GDPR, entro quanto tempo si notifica una violazione all’autorità?",
        "Under the GDPR, within what time is a breach notified to the authority?",
    )
    return single(stem, [(it, en, index == key) for index, (it, en) in enumerate(rows)], order=order)


def without(item: dict[str, Any], language: str, *places: Any) -> dict[str, Any]:
    """The item with one text missing in one language."""
    target = item
    for step in places:
        target = target[step]
    target.pop(language)
    return item


def option_rationale(it: str, en: str) -> dict[str, Any]:
    made = options(OPTIONS)
    made[1] = made[1] | {"rationale": text((it, en))}
    return single(options=made)


LONG_STEM = (
    "Una signora anziana telefona al servizio clienti e racconta con calma che in ottobre ha ricevuto a casa due "
    "bollette. La prima porta il suo nome. La seconda porta il nome del marito, che vive con lei. Chiede una copia di "
    "quello che avete scritto su di lei nella sua scheda, compresi gli appunti dei colleghi del turno di sera. Che cosa "
    "fai per prima cosa?",
    "An elderly lady rings customer service and calmly tells you that in October two bills reached her home. "
    "The first bears her name. The second bears the name of her husband, who lives with her. She asks for a copy of what "
    "you have written about her in her record, including the notes made by colleagues on the evening shift. What do you "
    "do first of all?",
)

FLAWED: list[tuple[str, set[str], dict[str, Any]]] = [
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
                "Quando una cliente chiede per posta una copia dei dati che la riguardano e la richiesta passa da un ufficio "
                "a un altro prima di arrivare a te, entro quale termine risponde l’azienda?",
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
                "Conseguentemente all’identificazione insufficientemente documentata, quali responsabilità organizzative "
                "configurerebbero un’inadempienza amministrativamente sanzionabile?",
                "As proof of identity was poor, which duties does the firm fail to keep?",
            )
        ),
    ),
    (
        "long option",
        {"L04", "L25"},
        with_option(
            "Alla prossima fattura che spedisce a casa del cliente oppure nella sua area riservata se ha scelto la bolletta "
            "in forma elettronica quando ha firmato il contratto con il negozio",
            "With the next invoice that it sends to the customer’s home or to the private area if the customer chose bills in "
            "electronic form when the contract was signed with the shop long ago",
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
        "absurd option",
        {"L27"},
        with_option("Quando lo ordina un unicorno bianco", "When a white unicorn gives the order"),
    ),
    ("short rationale", {"L29"}, option_rationale("Non è così.", "It is not so.")),
    ("no facts", {"L29"}, single(facts=[])),
    ("language missing in the stem", {"L30"}, single(text({"it": STEM[0]}))),
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
    ("no longer in force", {"S04"}, single(valid_until=__import__("datetime").date(2026, 1, 1))),
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

CLEAN: list[tuple[str, dict[str, Any]]] = [
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
        single({"en": "Which greeting opens a call best at ten in the morning?"}, matter_language="en")
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
