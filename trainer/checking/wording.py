"""Taking a text apart: plain form, words, sentences, negations. The words of a language come from its list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from trainer.checking.words import WordList

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|(?<!\w)‘.*?’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_QUOTES = re.compile("[«“\"‘']")
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*", re.UNICODE)
_END = re.compile(r"[.?!…][»”’\"'*)]*\s+(?=[«“‘\"'*(—–-]*[A-ZÀ-ÖØ-Þ])")
_ACCENT = re.compile("[\u0300-\u036f]+")
_NO_WORD = re.compile(r"[^\w]+")
#: Many rules look at the same text; its words are found once. A bank is looked at in one go, so this many are enough.
_KEPT = 65_536
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.[»”’\"'*)]*$")


def plain(text: str) -> str:
    """The text without its emphasis marks."""
    return _BOLD.sub(r"\1", text) if "**" in text else text


@lru_cache(_KEPT)
def normal(text: str) -> str:
    """For comparing: no case, accents, punctuation or double spaces."""
    # Decomposing can bring capitals back («𝕊» becomes «S»), so case is folded after it too.
    folded = _ACCENT.sub("", unicodedata.normalize("NFKD", plain(text).casefold()).casefold())
    return " ".join(_NO_WORD.sub(" ", folded).split())


@lru_cache(_KEPT)
def tokens(text: str) -> tuple[str, ...]:
    """Words in lower case; an elided article is a word of its own («l’articolo»: l, articolo)."""
    found = _WORD.findall(plain(text).casefold().replace("’", " ").replace("'", " "))
    return tuple(found)


@lru_cache(_KEPT)
def word_count(text: str) -> int:
    """Words as a reader counts them: between spaces, signs that stand alone left out."""
    return sum(1 for word in text.split() if len(word) > 2 or any(map(str.isalnum, word)))


def unquoted(text: str) -> str:
    """The text without what is quoted in it, so that a customer's words are not taken for the author's."""
    return _QUOTED.sub(" … ", text) if _QUOTES.search(text) else text


def sentences(text: str, words: WordList) -> list[str]:
    """Split at full stops, question and exclamation marks, not after known abbreviations («art. 5»)."""
    result, start = [], 0
    for found in _END.finditer(text):
        piece = text[start : found.end()].strip()
        last = _LAST_WORD.search(piece)
        if last is None or last[1].casefold() not in words.dotted:
            result.append(piece)
            start = found.end()
    rest = text[start:].strip()
    return [*result, rest] if rest else result


def question(text: str, words: WordList) -> str:
    """What is asked: the last sentence with a question mark, else the last sentence."""
    found = sentences(plain_quotes(text), words)
    asked = [sentence for sentence in found if "?" in unquoted(sentence)]
    return (asked or found or [""])[-1]


def plain_quotes(text: str) -> str:
    """The text with quoted speech blanked but its closing signs kept, so that sentences still end."""
    return _QUOTED.sub(lambda found: found[0][0] + "…" + found[0][-1], text) if _QUOTES.search(text) else text


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that denies, and whether it cannot be overlooked (upper case or bold)."""

    word: str
    emphasised: bool


_PIECE = re.compile(r"(?P<bold>\*\*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<stop>[,;:—–()…])")


def negations(text: str, words: WordList, whole: bool = False) -> list[Negation]:
    """The words that turn the sentence; inside a clause that only describes the case they do not count.

    With ``whole`` every negation of the text counts, wherever it stands.
    """
    text = _without(text, words.not_negative)
    found: list[Negation] = []
    seen: list[str] = []
    bold = aside = False
    opens = True
    for piece in _PIECE.finditer(unquoted(text)):
        word = (piece["word"] or "").casefold()
        if piece["bold"]:
            bold = not bold
        elif piece["stop"]:
            aside, opens = False, True
        elif denies(word, words):
            if whole or not aside:
                found.append(Negation(piece["word"], bold or piece["word"].isupper()))
        elif word in words.subordinating and not (opens and word in words.asking):
            aside = not _is_the_question(" ".join([*seen, word]), words)
        if word:
            seen.append(word)
            opens = False
    return found


def denies(word: str, words: WordList) -> bool:
    """Whether the (lower-case) word is a negation by itself."""
    return word in words.negatives or word.endswith(words.negative_endings or ("\0",))


def deny_somehow(text: str, words: WordList) -> bool:
    """Whether the text denies in any way: «senza», «vietato», “no”, “unable” count as well."""
    found = tokens(text)
    if not (words.negative_family.isdisjoint(found) and words.negatives.isdisjoint(found)):
        return True
    prefixes, endings = words.negative_prefixes, words.negative_endings
    return any(word.startswith(prefixes) for word in found) or any(ending in text.casefold() for ending in endings)


def _is_the_question(begin: str, words: WordList) -> bool:
    return any(re.fullmatch(pattern.strip("^$"), begin) for pattern in words.asked_relative)


def _without(text: str, phrases: tuple[str, ...]) -> str:
    return _any_of(phrases).sub(" ", text) if phrases else text


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def hits_of(text: str, wanted: frozenset[str], exceptions: tuple[str, ...] = ()) -> list[str]:
    """Which of the wanted words stand in the text, exceptions (phrases) left out, in order."""
    if wanted.isdisjoint(tokens(text)):
        return []
    return [word for word in tokens(_without(plain(text), exceptions)) if word in wanted]


def gulpease(text: str, words: WordList) -> float:
    """Readability of Italian (Lucisano and Piemontese 1988): 89 - 10 letters/words + 300 sentences/words."""
    found = re.findall(r"\w+", plain(text))
    letters = sum(map(len, found))
    return 89 - 10 * letters / len(found) + 300 * len(sentences(text, words)) / len(found) if found else 100.0
