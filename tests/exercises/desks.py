"""Small desks and workstations that tests may bend."""

from __future__ import annotations

from typing import Any

from tests.exercises.making import text
from trainer.exercises.desk.shift import Shift
from trainer.exercises.kinds.desk import Desk
from trainer.exercises.kinds.workstation import Workstation
from trainer.exercises.play import Move
from trainer.exercises.workstation.setup import Setup

MONDAY_INBOX, WINDOW_POST = "demo-monday-inbox", "demo-post-at-the-window"


def common(kind: str, name: str, **fields: Any) -> dict[str, Any]:
    """What every file has."""
    return {
        "version": 1, "kind": kind, "id": name, "units": ["dem.u1"], "use": "practice", "jurisdiction": "none",
        "title": text("title"), "minutes": 10, "spoken": ["it", "en"], "facets": {}, "briefing": text("briefing"),
        **fields,
    }  # fmt: skip


def phrase(name: str, **fields: Any) -> dict[str, Any]:
    """The data of a phrase."""
    return {"id": name, "text": text(f"says {name}"), **fields}


def criterion(name: str, holds: str, **fields: Any) -> dict[str, Any]:
    """The data of a criterion that is an assertion."""
    told = {"text": text(f"asks for {name}"), "why": text(f"because of {name}")}
    return {"id": name, "about": "outcome", **told, "points": 1, "holds": holds, **fields}


def entry(name: str) -> dict[str, Any]:
    """The data of a line of a table."""
    return {"id": name, "title": text(name)}


def document(name: str, number: str, **fields: Any) -> dict[str, Any]:
    """The data of a document."""
    words = {"title": text(f"about {name}"), "text": text(f"text of {name}")}
    return {"id": name, "number": number, "channel": "mail", "sender": "Ada Riva", **words, **fields}


def desk_data(**fields: Any) -> dict[str, Any]:
    """A desk with a mail and two chats, a card and its double, and everything an act needs once."""
    slots = [{"id": "matter", "label": text("matter"), "phrases": [
        phrase("got-it", says=["thanks"], informs="received"),
        phrase("done", says=["solved"], informs="outcome", when="opened(rule)", comment=text("well done")),
    ]}]  # fmt: skip
    data = common(
        "desk", "small-desk",
        hours={"day": "2026-12-04", "opens": "09:00", "closes": "10:00", "country": "IT"},
        fields=[
            {"id": "name", "label": text("name")},
            {"id": "address", "label": text("address")},
            {"id": "secret", "label": text("secret")},
            {"id": "size", "label": text("size"), "entry": "choice", "options": [entry("big"), entry("little")]},
            {"id": "amount", "label": text("amount"), "entry": "number"},
            {"id": "since", "label": text("since"), "entry": "day"},
        ],
        card_fields=["secret"],
        customers=[
            {"id": "ada", "number": "100", "name": "Ada Riva", "fields": {"name": "Ada Riva", "address": "Via Roma 1"},
             "history": [{"on": "2026-01-02", "text": text("an old line")}]},
            {"id": "ada-double", "number": "101", "name": "Ada Rivà", "fields": {"name": "Ada Rivà"}},
        ],
        records=[{"id": "order", "number": "O-1", "title": text("order"), "customer": "ada",
                  "fields": {"amount": "40", "address": "Via Roma 1"}, "changeable": ["address"]}],
        documents=[
            document("letter", "M-1", customer="ada", reply="answer",
                     fields={"name": "Ada Riva", "address": "Via Verdi 2", "secret": "her health"}),
            document("chat-one", "C-1", channel="chat", reply="answer", arrives={"minutes": 5}, answer_within=60,
                     gives_up=120),
            document("chat-two", "C-2", channel="chat", reply="answer", arrives={"minutes": 5}, answer_within=60,
                     gives_up=300),
            document("follow-up", "M-2", arrives={"after": "replied(letter)", "minutes": 2}),
        ],
        articles=[{"id": "rule", "kind": "procedure", "number": "P-1", "title": text("rule"), "text": text("rules")}],
        forms=[
            {"id": "form", "number": "F-1", "title": text("form"), "fields": ["address", "amount", "size"],
             "needs": ["amount"], "free": True},
            {"id": "report", "kind": "report", "number": "F-2", "title": text("report"), "fields": ["amount"]},
        ],
        replies=[{"id": "answer", "title": text("answer"), "slots": slots}],
        queues=[entry("billing"), entry("boss")], priorities=[entry("high"), entry("low")],
        categories=[entry("request"), entry("complaint")], codes=[entry("settled"), entry("refused")],
        folders=[entry("kept"), entry("short")],
        criteria=[
            criterion("sent-on", "ticket(letter).queue == billing"),
            criterion("told-nobody", "not said(letter, solved)"),
        ],
    )  # fmt: skip
    return data | fields


def a_desk(**fields: Any) -> Desk:
    """The small desk."""
    return Desk.model_validate(desk_data(**fields))


def a_shift(*moves: Move, seed: str = "seed", spoken: str = "it", **fields: Any) -> Shift:
    """A shift at the small desk after these moves, ten seconds each."""
    shift = a_desk(**fields).start(seed, spoken)
    for move in moves:
        shift, _ = shift.apply(move, shift.at + 10)
    return shift


def opened(name: str, kind: str = "document") -> Move:
    """The move that opens a thing."""
    return Move("open", name, {"kind": kind})


def work_data(**fields: Any) -> dict[str, Any]:
    """A place of work with a number, a choice, a reading, a device, a report, an incident and a day."""
    slots = [{"id": "what", "label": text("what"), "phrases": [
        phrase("exactly", says=["names-it"], when="tested(printer)"), phrase("vaguely", comment=text("say what")),
    ]}]  # fmt: skip
    answers = {"broken": text("it grinds"), "fine": text("it prints")}
    data = common(
        "workstation", "small-post",
        settings=[
            {"id": "seat", "label": text("seat"), "part": "seat-height", "unit": "cm", "least": 40, "most": 56,
             "step": 2, "start": 54},
            {"id": "rest", "label": text("rest"), "part": "footrest", "start": "none",
             "options": [entry("none"), entry("low") | {"value": 6}]},
        ],
        readings=[{"id": "gap", "label": text("gap"), "part": "footrest", "unit": "cm",
                   "of": {"seat": 1, "rest": -1}, "plus": -44}],
        devices=[{
            "id": "printer", "title": text("printer"), "resource": "hardware", "states": ["broken", "fine"],
            "start": "broken", "tests": [{"id": "page", "title": text("test page"), "answers": answers}],
            "acts": [{"id": "pull", "title": text("pull"), "from": ["broken"], "to": "fine",
                      "text": text("out it comes"), "otherwise": text("nothing there"), "comment": text("carefully")}],
        }],
        reports=[{"id": "fault", "title": text("fault"), "slots": slots}],
        incidents=[{
            "id": "caller", "title": text("caller"), "arrives": {"minutes": 2}, "text": text("your password, please"),
            "acts": [entry("hang-up") | {"then": text("silence"), "ends": True, "comment": text("right")},
                     entry("tell") | {"then": text("thank you")}],
            "within": 60, "ignored": text("the caller gives up"),
        }],
        day={"blocks": [
            {"id": "early", "from": "09:00", "to": "13:00", "kind": "screen", "title": text("early")},
            {"id": "meal", "from": "13:00", "to": "14:00", "kind": "meal", "title": text("meal")},
            {"id": "late", "from": "14:00", "to": "16:00", "kind": "screen", "title": text("late")},
        ]},
        articles=[{"id": "rule", "kind": "law", "number": "W-1", "title": text("rule"), "text": text("rules")}],
        criteria=[criterion("gap-gone", "place().gap <= 0"), criterion("not-told", "not did(caller, tell)")],
    )  # fmt: skip
    return data | fields


def a_workstation(**fields: Any) -> Workstation:
    """The small place of work."""
    return Workstation.model_validate(work_data(**fields))


def a_setup(*moves: Move, spoken: str = "it", **fields: Any) -> Setup:
    """The small place of work after these moves, ten seconds each."""
    setup = a_workstation(**fields).start("seed", spoken)
    for move in moves:
        setup, _ = setup.apply(move, setup.at + 10)
    return setup
