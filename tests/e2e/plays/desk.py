"""A desk by keys: things are found by their numbers, choices by their words, days on the calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.e2e.plays import eyes
from tests.e2e.plays.hands import Hands
from tests.e2e.plays.script import said
from trainer.i18n.dates import whole_day

_INBOX, _TICKETS, _CUSTOMERS, _RECORDS, _GUIDES, _FORMS, _SENT, _ARCHIVE = range(8)
_NAMES = ("Inbox", "Requests", "Customers", "Records", "Guides", "Forms", "Sent", "Archive")
_KINDS = {"documents": (_INBOX, _ARCHIVE), "tickets": (_TICKETS,), "customers": (_CUSTOMERS,),
          "records": (_RECORDS,), "articles": (_GUIDES,), "forms": (_FORMS,)}  # fmt: skip
_SEARCHED = {_CUSTOMERS: "customers", _RECORDS: "records", _GUIDES: "articles"}
#: The letter of an act on a request, the table its choices are from.
_ON_A_TICKET = {"classify": ("c", "category", "categories"), "prioritise": ("p", "priority", "priorities"),
                "route": ("s", "queue", "queues"), "close": ("e", "code", "codes")}  # fmt: skip
#: How often one lets time pass until what one waits for has come.
_PATIENCE = 6


class Desk(Hands):
    """``requests`` are the numbers of requests, by what they were registered from; ``opened`` what was opened last."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.requests: dict[str, str] = {}
        self.opened = ""
        self._at_sheet = False

    def step(self, do: str, on: Any, step: Mapping[str, Any]) -> None:
        match do:
            case "open":
                self.bring(str(on))
            case "search":
                self._search(next(at for at, name in _SEARCHED.items() if name == on), str(step["text"]))
            case "classify" | "prioritise" | "route" | "close":
                letter, name, table = _ON_A_TICKET[do]
                self._ticket(str(on))
                self._form(letter)
                self._choose(said(self.script.part(table, str(step[name]))["title"], self.words.language))
                self._formed()
            case "wait":
                return
            case _:
                getattr(self, f"_{do.replace('-', '_')}")(str(on), step)

    # -- finding -------------------------------------------------------------------------------------------------

    def number(self, id: str) -> tuple[str, str]:
        """The part of the file a thing is from, and the number that stands before it."""
        for part in _KINDS:
            if found := self.script.part(part, id):
                return part, str(found["number"])
        raise KeyError(id)

    def to_list(self, at: int) -> None:
        """Out of a form, and to a list by its number."""
        while self._in_form():
            self.press("escape")
            self.soon(lambda: not self._in_form(), 0.4)
        name = self._(_NAMES[at])
        self._at_sheet = False
        self.press(str(at + 1))
        self.until(lambda: name in self.terminal.underlined, f"the list {name!r}")
        self.settle(lambda: self.body)

    def _in_form(self) -> bool:
        return self._("esc leaves it") in "\n".join(self.body)

    def bring(self, id: str) -> None:
        """Have a thing on the screen; what has not come yet is waited for."""
        part, number = self.number(id)
        if self._is_open(number):
            return
        for _ in range(_PATIENCE):
            if any(self._in_list(at, number) for at in _KINDS[part]):
                break
            if part != "documents":
                break
            self.to_list(_INBOX)
            self._let_time_pass()
        if not eyes.fits((number,), self.entry("left")):
            self.fail(f"{number} in a list")
        self._open(number)

    def _open(self, number: str) -> None:
        self.press("enter")
        self.until(lambda: f"▸ {number} · " in "\n".join(self.half("right")), f"{number} to be open")
        self.opened, self._at_sheet = number, True

    def _is_open(self, number: str) -> bool:
        """Whether it is what was opened last; then one goes back to it."""
        if self.opened == number and not self._at_sheet:
            while self._in_form():
                self._leave_form()
            self.press_until("tab", lambda: self._("read on") in self.terminal.lines[-1], number)
            self._at_sheet = True
        return self.opened == number

    def _in_list(self, at: int, number: str) -> bool:
        self.to_list(at)
        if at in _SEARCHED and not any(f" {number} " in line for line in self.half("left")):
            self._search(at, number)
        return any(number in line for line in self.half("left")) and self.seek((f"{number} ",), "left")

    def _search(self, at: int, text: str) -> None:
        self.to_list(at)
        self.press("/")
        self.until(lambda: f"{self._('Search')} [" in "\n".join(self.half("left")), "the field of the search")
        self.terminal.type(text)
        self.until(lambda: text in "\n".join(self.half("left")), "what is searched for")
        self.press("enter")
        found = self._("found for «{text}»").replace("{text}", text)
        self.until(lambda: eyes.seen_in(found, "\n".join(self.half("left"))), found)

    def _let_time_pass(self) -> None:
        before = self.terminal.text
        self.press("t")
        self.soon(lambda: self.terminal.text != before)

    def _ticket(self, id: str) -> None:
        """Have a request on the screen: by its number, or by that of what it was registered from."""
        number = self._request(id)
        if self._is_open(number):
            return
        if not self._in_list(_TICKETS, number):
            self.fail(f"{number} among the requests")
        self._open(number)

    def _request(self, id: str) -> str:
        return self.requests.get(id) or str(self.script.part("tickets", id)["number"])

    # -- forms ---------------------------------------------------------------------------------------------------

    def _form(self, letter: str) -> None:
        self.press_until(letter, self._in_form, "a form")

    def _formed(self) -> None:
        self.until(lambda: not self._in_form(), "the form to close")

    def _choose(self, wanted: eyes.Wanted, *, exact: bool = False) -> None:
        self.find(wanted, "right", exact=exact)
        self.press("enter")

    def _register(self, document: str, step: Mapping[str, Any]) -> None:
        _, number = self.number(document)
        self.bring(document)
        customer = str(step.get("customer", ""))
        if customer and not self._offered(customer, "r"):
            self._leave_form()
            self._in_list(_CUSTOMERS, self.number(customer)[1])
            self.bring(document)
            if not self._offered(customer, "r"):
                self.fail(f"the card {customer!r}")
        elif not customer:
            self._form("r")
            self.find(self._("nobody’s yet"), "right")
        self.press("enter")
        self._formed()
        self.until(lambda: self._registered(number) is not None, f"the number {number} is registered under")
        self.requests[document] = str(self._registered(number))

    def _registered(self, number: str) -> str | None:
        found = re.search(rf"{re.escape(number)} → (\S+?)\.", "\n".join(self.body))
        return found[1] if found else None

    def _offered(self, customer: str, letter: str) -> bool:
        """Open a form in which a card is chosen, and go to this one."""
        self._form(letter)
        card = self.script.part("customers", customer)
        name, address = str(card["name"]), said(card["fields"].get("address", ""), self.spoken)
        if (name := eyes.squeezed(name)) not in eyes.squeezed("\n".join(self.half("right"))):
            return False
        # Namesakes are told by where they live; an address that was put right is another one now.
        seen = eyes.seen_in(address, "\n".join(self.half("right")))
        return self.seek((name, address) if seen else (name,), "right")

    def _leave_form(self) -> None:
        self.press_until("escape", lambda: not self._in_form(), "the form to go")

    def _link(self, ticket: str, step: Mapping[str, Any]) -> None:
        self._ticket(ticket)
        if not self._offered(str(step["customer"]), "k"):
            self.fail(f"the card {step['customer']!r}")
        self.press("enter")
        self._formed()

    def _merge(self, card: str, step: Mapping[str, Any]) -> None:
        self.bring(card)
        if not self._offered(str(step["into"]), "m"):
            self.fail(f"the card {step['into']!r}")
        self.press("enter")
        self._formed()

    def _deadline(self, ticket: str, step: Mapping[str, Any]) -> None:
        self._ticket(ticket)
        self._form("d")
        self._to_day(str(step["day"]))
        self._formed()

    def _to_day(self, day: str) -> None:
        """Go there from the desk's own day, and see that it is the one."""
        wanted = date.fromisoformat(day)
        weeks, days = divmod(abs((wanted - date.fromisoformat(str(self.script.data["hours"]["day"]))).days), 7)
        forth = day > str(self.script.data["hours"]["day"])
        self.press(*["down" if forth else "up"] * weeks, *["right" if forth else "left"] * days)
        shown = f"→ {whole_day(wanted, self.words.language)}"
        self.until(lambda: shown in "\n".join(self.half("right")), shown)
        self.press("enter")

    def _correct(self, id: str, step: Mapping[str, Any]) -> None:
        self.bring(id)
        self._form("c")
        self._to_field(str(step["field"]))
        self._enter(str(step["field"]), str(step["value"]))
        self._formed()

    def _to_field(self, field: str) -> None:
        label = said(self.script.part("fields", field)["label"], self.words.language)
        self._choose(label, exact=True)

    def _enter(self, field: str, value: str) -> None:
        """Enter a value the way its field wants it."""
        made = self.script.part("fields", field)
        label = said(made["label"], self.words.language)
        self.until(lambda: not eyes.fits(label, self.entry("right"), exact=True), f"to enter {label!r}")
        match made.get("entry", "taken"):
            case "number":
                self.until(lambda: f"{label} [" in "\n".join(self.half("right")), f"a field for {label!r}")
                self.terminal.type(value.replace(".", ",") if self.words.language == "it" else value)
                self.press("enter")
            case "day":
                self._to_day(value)
            case "choice" if value:
                option = next(one for one in made["options"] if one["id"] == value)
                self._choose(said(option["title"], self.words.language))
            case _ if value:
                self._choose(self._said_by(value, field))
            case _:
                self._choose(self._("leave it empty"))

    def _said_by(self, thing: str, field: str) -> str:
        """What something that was opened says in a field."""
        for part in _KINDS:
            if found := self.script.part(part, thing):
                return said(found["fields"][field], self.spoken)
        raise KeyError(thing)

    def _new_card(self, document: str, step: Mapping[str, Any]) -> None:
        self.bring(document)
        self._form("n")
        for field in step["fields"]:
            self.find(said(self.script.part("fields", field)["label"], self.words.language), "right")
            self.press_until("space", lambda: "[x]" in self.entry("right"), "a tick")
        self.press("enter")
        self._formed()

    # -- writing -------------------------------------------------------------------------------------------------

    def _reply(self, document: str, step: Mapping[str, Any]) -> None:
        self.bring(document)
        slots = self.script.part("replies", str(self.script.part("documents", document)["reply"]))["slots"]
        slots = self._answering(document, step["phrases"]) or slots
        self._form("w")
        for number, slot in enumerate(slots, 1):
            where = self._("part {part} of {parts}").format(part=number, parts=len(slots))
            self.until(lambda where=where: where in "\n".join(self.half("right")), where)
            for phrase in slot["phrases"]:
                if phrase["id"] in step["phrases"]:
                    self.find(said(phrase["text"], self.spoken), "right")
                    if slot.get("pick") == "any":
                        self.press_until("space", lambda: "[x]" in self.entry("right"), "a tick")
            self.press("enter")
        self.until(lambda: eyes.fits(self._("Send the reply"), self.entry("right")), self._("Send the reply"))
        self.terminal.frame("desk-reply")
        self.press("enter")
        self._formed()

    def _answering(self, document: str, phrases: list[str]) -> list[dict[str, Any]]:
        """The parts of the reply that holds these phrases: a later reply to the same letter may be another one."""
        for reply in self.script.data["replies"]:
            known = {str(phrase["id"]) for slot in reply["slots"] for phrase in slot["phrases"]}
            if set(phrases) <= known:
                return list(reply["slots"])
        return []

    def _fill(self, form: str, step: Mapping[str, Any], send: str = "Hand the form in") -> None:
        self.bring(form)
        self._form("w")
        if "about" in step:
            number = self.requests.get(str(step["about"])) or str(
                self.script.part("tickets", str(step["about"]))["number"]
            )
            self._choose(self._("Request"), exact=True)
            self._choose((number,))
        for field, value in step["fields"].items():
            self._to_field(field)
            self._enter(field, str(value))
            self.until(lambda: self._fill_list(), "the lines of the form")
        if step.get("text"):
            self._choose(self._("In your own words"), exact=True)
            self.until(lambda: self._("done writing") in self.terminal.lines[-1], "the field for own words")
            self.terminal.type(str(step["text"]))
            self.press_until("escape", self._fill_list, "the lines of the form")
        self.terminal.frame("desk-form")
        self._choose(self._(send))
        self._formed()

    def _fill_list(self) -> bool:
        return eyes.seen_in(self._("Fill it in line by line, then hand it in"), "\n".join(self.half("right")))

    def _report(self, form: str, step: Mapping[str, Any]) -> None:
        self._fill(form, step, "Hand the report in")

    def _archive(self, document: str, step: Mapping[str, Any]) -> None:
        self.bring(document)
        self._form("a")
        self._choose(said(self.script.part("folders", str(step["folder"]))["title"], self.words.language))
        self._formed()

    def _delete(self, id: str, step: Mapping[str, Any]) -> None:
        number = self.number(id)[1]
        self.bring(id)
        self.press("x")
        self.confirm(self._("Delete «{what}»?").partition("{")[0] + number)
        self.opened = ""

    def _finish(self, _: str, step: Mapping[str, Any]) -> None:
        self.to_list(_INBOX)
        self.press("f")
        self.confirm(self._("Finish the shift?"))

    # -- for all -------------------------------------------------------------------------------------------------

    def state(self) -> list[str]:
        """Every list, and the request that was opened last."""
        found = []
        for at in range(len(_NAMES)):
            if at not in _SEARCHED:
                self.to_list(at)
                found.append(eyes.still(self.half("left")))
        return [re.sub(r"^[^\n]*·[^\n]*\n", "", text.lstrip("\n")) for text in found]

    def sample(self) -> str:
        self.to_list(_INBOX)
        found = re.search(r"[A-Z]-\d+ (\S+ \S+)", self.entry("left"))
        return found[0] if found else self.entry("left")
