"""Customers nobody asks about, made by the number: always the same ones for the same exercise.

Assertions cannot speak of them. A change of these lists changes what an old attempt's searches found, and no mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from trainer.kernel.seed import Stream
from trainer.kernel.text import slug_of

_FIRST = """
    Ada Aldo Amina Andrea Anna Bianca Bruno Carla Chiara Dario Davide Elena Elio Emma Fabio Fatou Franca Gaia Gino
    Giulia Hans Ines Irina Ivo Jamal Karim Lara Leo Lidia Lin Luca Marta Milo Nadia Nico Olga Omar Paola Pavel Rita
    Rosa Sami Sara Silvio Sofia Tariq Teresa Ugo Vera Yuri
""".strip()
_LAST = """
    Abate Amato Baldi Basile Bianco Bruni Calvi Caruso Chen Conti Costa Danesi Diallo Donati Esposito Fabbri Ferrara
    Fiore Gallo Gatti Greco Grasso Haddad Hoxha Iovine Kowalski Leone Lombardi Longo Mancini Marin Meier Melis Monti
    Moretti Negri Novak Orlando Pace Pagani Petrov Piras Popescu Riva Romano Sanna Serra Sow Testa Valenti Villa
""".strip()
_STREETS = """
    Via Roma, Via Verdi, Corso Umberto, Via dei Mille, Viale Europa, Via Piave, Via Garibaldi, Piazza Duomo, Via
    Trieste, Via Mazzini, Viale Kennedy, Via delle Rose, Via Foscolo, Via del Mare, Via Torino, Via San Martino
""".strip()
_TOWNS = """
    65121 Pescara, 66100 Chieti, 67100 L’Aquila, 64100 Teramo, 66054 Vasto, 67039 Sulmona, 67051 Avezzano, 66034
    Lanciano, 00184 Roma, 20121 Milano, 10121 Torino, 40121 Bologna, 50122 Firenze, 80133 Napoli, 6900 Lugano
""".strip()


def _listed(text: str) -> tuple[str, ...]:
    """The entries of a list written in running lines: parted by commas where it has any, else by spaces."""
    line = " ".join(text.split())
    return tuple(line.split(", " if "," in line else " "))


class Passer(NamedTuple):
    """Somebody of the crowd."""

    id: str
    number: str
    name: str
    fields: dict[str, str]


class Paper(NamedTuple):
    """A record of the crowd, and whose it is."""

    id: str
    number: str
    customer: str


@lru_cache(maxsize=8)
def crowd(exercise: str, customers: int, records: int) -> tuple[tuple[Passer, ...], tuple[Paper, ...]]:
    """The crowd of an exercise. Ids begin with a dot, which no authored id does."""
    people = tuple(_people(exercise, customers))
    stream = Stream(exercise, "crowd", "records")
    numbers = stream.sample(range(100_000, 1_000_000), records)
    papers = (Paper(f".r{at}", f"{number}", people[stream.below(len(people))].id) for at, number in enumerate(numbers))
    return people, tuple(papers)


def _people(exercise: str, count: int) -> Iterator[Passer]:
    stream = Stream(exercise, "crowd", "customers")
    firsts, lasts, streets, towns = map(_listed, (_FIRST, _LAST, _STREETS, _TOWNS))
    for at, number in enumerate(stream.sample(range(10_000, 100_000), count)):
        first, last = firsts[stream.below(len(firsts))], lasts[stream.below(len(lasts))]
        mail = f"{slug_of(first, 'a')}.{slug_of(last, 'b')}{stream.below(90) + 10}@example.com"
        home = f"{streets[stream.below(len(streets))]} {stream.below(140) + 1}, {towns[stream.below(len(towns))]}"
        fields = {"email": mail, "address": home, "phone": f"555 {stream.below(900_000) + 100_000}"}
        yield Passer(f".c{at}", f"{number}", f"{first} {last}", fields)
