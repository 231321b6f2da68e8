"""Stems that are nearly the same, and keys told elsewhere."""

from __future__ import annotations

from tests.checking.making import LAST, STEM, WRONG, found, rules, single

OTHER = (
    "Un cliente chiede per posta elettronica una copia dei suoi dati. Entro che termine risponde l’azienda?",
    "A customer asks by electronic mail for a copy of the data kept. In what time does the firm answer?",
)


def test_a_near_duplicate_is_told_once_at_the_later_item() -> None:
    messages = [f.message for f in found(single(), single(OTHER, id="other-item")) if f.rule == "L28"]
    assert len(messages) == 1
    assert "clean-item" in messages[0]


def test_the_same_stem_is_an_error() -> None:
    severities = {f.severity for f in found(single(), single(STEM, id="other-item")) if f.rule == "L28"}
    assert severities == {"error"}


def test_a_stem_that_tells_a_key() -> None:
    key = ("Una risposta scritta entro quaranta giorni", "A written answer within forty days")
    asks = single(rows=[(*key, True), WRONG, LAST])
    tells = single(
        (
            "Il negozio manda una risposta scritta entro quaranta giorni. Che cosa manca al cliente?",
            "The shop sends a written answer within forty days. What does the customer still lack?",
        ),
        id="telling-item",
    )
    assert "L28" in rules(asks, tells)
    assert all(f.severity == "warning" for f in found(asks, tells) if f.rule == "L28")


def test_twin_ids() -> None:
    assert "I01" in rules(single(), single(("Chi è il titolare qui?", "Who is the controller here?")))
