"""The shapes a front end sees of a shift: windows of lists, the thing on the screen, the desk's tables."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.exercises.play import View
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen: an opaque token and its text; ``about`` says more of it."""

    token: str
    text: LocalText
    about: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list. ``kind`` and ``token`` open it; ``note`` is a sender, a customer or a queue beside the title.

    ``state`` is ``new``, ``read``, ``answered`` or ``left`` of documents, ``open`` or ``closed`` of requests.
    """

    kind: str
    token: str
    number: str
    title: LocalText
    note: LocalText
    state: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """A page of a list. ``total`` is how many lines the whole list has; pages count from 0."""

    name: str
    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field of what is on the screen. ``value`` is empty where nothing stands.

    ``entry`` is ``taken``, ``choice``, ``number`` or ``day``; ``offers`` are what can be entered where it is taken or
    chosen. ``changeable`` says whether it can be entered here (of a document: kept on a new card), ``needed`` whether
    a form wants it.
    """

    token: str
    label: LocalText
    value: LocalText
    entry: str
    changeable: bool
    needed: bool
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class ShownSlot:
    """A part of a reply. ``pick`` is ``one`` or ``any``; only what can be written now is offered.

    ``written`` are the tokens in the order of the text, where several may be chosen.
    """

    label: LocalText
    pick: str
    offers: tuple[Offer, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownReply:
    """The text that answers the document on the screen."""

    title: LocalText
    slots: tuple[ShownSlot, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of a history: its day and its text."""

    day: str
    text: LocalText


@dataclass(frozen=True, slots=True)
class Sheet:
    """The thing on the screen. ``acts`` are the words of moves that can be made with it, in the order of the work.

    ``facts`` are the sources an article quotes. ``links`` lead on; ``links_total`` counts those that are not shown too.
    """

    kind: str
    token: str
    number: str
    title: LocalText
    text: LocalText | None
    note: LocalText
    at: str
    fields: tuple[ShownField, ...]
    history: tuple[Noted, ...]
    links: tuple[Row, ...]
    links_total: int
    reply: ShownReply | None
    acts: tuple[str, ...]
    free_text: bool
    has_tip: bool
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for an answer now: since when (the desk's clock), how long, and what the desk promises."""

    token: str
    channel: str
    sender: str
    since: str
    seconds: int
    answer_within: int | None


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day that is not worked though it is no Saturday or Sunday. ``name`` is to be translated; "" for a local one."""

    day: str
    name: str


@dataclass(frozen=True, slots=True)
class ShiftView(View):
    """A shift: the clock, the lists by name, the thing on the screen, the tables by name, the calendar.

    ``times`` is the desk's time of each moment. ``customers_seen`` are the cards opened so far, to choose from.
    """

    day: str
    time: str
    closes: str
    lists: tuple[Window, ...]
    sheet: Sheet | None
    tables: dict[str, tuple[Offer, ...]]
    customers_seen: tuple[Offer, ...]
    requests: tuple[Offer, ...]
    waiting: tuple[Waiting, ...]
    free_days: tuple[FreeDay, ...]
    times: tuple[str, ...]
