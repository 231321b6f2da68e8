"""A place of work by keys: settings by their labels and the values one sees, devices, reports, breaks, an incident."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.e2e.plays import eyes
from tests.e2e.plays.hands import Hands, number_in
from tests.e2e.plays.script import said

_BAND, _VALUE = re.compile(r"▌ ! "), re.compile(r"‹\s?(.*?)\s?›")
_WAYS = re.compile(r"[●○](?: [●○])+")
_TIMES = re.compile(r"(\d\d):(\d\d)–(\d\d):(\d\d)")
#: How long something that happens may let one wait.
_LONG = 150.0
_TABS = ("Place", "Devices", "Reports", "Day", "Rules")


class Post(Hands):
    """``put_off`` are answers to something that has not happened yet: meanwhile one goes on."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.put_off: list[tuple[str, Mapping[str, Any]]] = []

    def step(self, do: str, on: Any, step: Mapping[str, Any]) -> None:
        if do == "finish":
            return
        if self.put_off and self._happens():
            self.last_steps()
        if do == "respond":
            self.put_off.append((on, step))
            if self._happens():
                self.last_steps()
            return
        getattr(self, f"_{do}")(on, step)

    def last_steps(self) -> None:
        """Answer what happened, in the order one had in mind; who is in a hurry does not wait for it."""
        while self.put_off and (self.patient or self._happens()):
            self.until(self._happens, "something that demands an act", _LONG)
            self._respond(*self.put_off.pop(0))

    def _happens(self) -> bool:
        return any(_BAND.search(line) for line in self.body)

    def region(self, name: str) -> None:
        """Go to a part of the place: by its number, or by ``tab`` while numbers mean something else."""
        title = self._(name)

        def here() -> bool:
            return title in self.terminal.underlined

        for _ in range(len(_TABS) + 1):
            if here():
                return
            number = re.search(rf"(\d) {re.escape(title)}(?: |$)", "\n".join(self.body))
            self.press(number[1] if number and not self._happens() else "tab")
            self.soon(here)
        self.until(here, f"the part {title!r}")

    # -- place and devices ---------------------------------------------------------------------------------------

    def _set(self, name: str, step: Mapping[str, Any]) -> None:
        self.region("Place")
        setting = self.script.part("settings", name)
        self.find(said(setting["label"], self.words.language))
        if "options" in setting:
            wanted = [str(one["id"]) for one in setting["options"]].index(str(step["to"]))
            self._turn_to(wanted, lambda: self._way(), len(setting["options"]))
        else:
            self._turn_to(int(step["to"]), lambda: self._value(), 0, int(setting["step"]))
        self.press("enter")
        self.until(lambda: not any(line.endswith(" …") for line in self.body), "it to be measured")

    def _turn_to(self, wanted: int, look: Any, ways: int, size: int = 1) -> None:
        while (now := look()) != wanted:
            if now is None:
                self.fail("the value of a setting")
            key = "right" if ways or now < wanted else "left"
            count = 1 if ways else abs(wanted - now) // size
            self.press(*[key] * count)
            self.until(lambda: look() == (wanted if not ways else (now + 1) % ways), f"the value {wanted}")

    def _value(self) -> int | None:
        found = _VALUE.search("\n".join(self.body))
        return number_in(found[1]) if found else None

    def _way(self) -> int | None:
        """Which of several ways is chosen: the full dot below the highlighted label."""
        at = eyes.marker(self.body)
        below = self.body[at[0] : at[0] + 6] if at else []
        found = next((one for one in map(_WAYS.search, below) if one), None)
        return found[0].split(" ").index("●") if found else None

    def _test(self, device: str, step: Mapping[str, Any]) -> None:
        title = self._to_device(device, "tests", step)
        self.press("enter")
        self.until(lambda: self.entry().startswith("●"), f"an answer to {title!r}")

    def _act(self, device: str, step: Mapping[str, Any]) -> None:
        title = self._to_device(device, "acts", step)
        before = self.told()
        self.press("enter")
        self.soon(lambda: self.told() != before)
        if not eyes.fits(title, self.entry()):
            self.fail(f"still {title!r}")

    def _to_device(self, device: str, part: str, step: Mapping[str, Any]) -> str:
        """The title of a test or an act; where devices share it, the one in its place from the top."""
        self.region("Devices")
        listed = [(str(one["id"]), kind, entry) for one in self.script.data["devices"] for kind in ("tests", "acts")
                  for entry in one.get(kind, ())]  # fmt: skip
        at = next(n for n, (id, kind, entry) in enumerate(listed)
                  if (id, kind, str(entry["id"])) == (device, part, str(step["with"])))  # fmt: skip
        titles = [said(entry["title"], self.words.language) for _, _, entry in listed]
        if titles.count(titles[at]) == 1:
            self.find(titles[at])
            return titles[at]
        while self.changes("up", lambda: (eyes.marker(self.body), self.entry())):
            pass
        for _ in range(at):
            self.changes("down", lambda: (eyes.marker(self.body), self.entry()))
        return titles[at]

    # -- reports -------------------------------------------------------------------------------------------------

    def _report(self, name: str, step: Mapping[str, Any]) -> None:
        report, language = self.script.part("reports", name), self.words.language
        self.region("Reports")
        if len(self.script.data["reports"]) > 1:
            self._to_reports()
            self.find(said(report["title"], language))
            self.press_until("enter", lambda: self._slot() is not None, "the first part of the report")
        for number, slot in enumerate(report["slots"]):
            label = said(slot["label"], language)
            self.until(lambda label=label: self._slot() == eyes.squeezed(label), f"the part {label!r}")
            for phrase in slot["phrases"]:
                if phrase["id"] in step["phrases"]:
                    self.find(said(phrase["text"], self.spoken))
                    if slot.get("pick") == "any":
                        self.press("space")
            self.press("enter")
            self.until(lambda label=label: self._slot() != eyes.squeezed(label), f"what follows {label!r}")
            if not number:
                self.terminal.frame("workstation-report")
        self.until(lambda: eyes.fits(self._("Send the report"), self.entry()), self._("Send the report"))
        self.press_until("enter", lambda: self.sees(self._("The report has been sent.")), "it to be sent")

    def _to_reports(self) -> None:
        """The list of reports, where there are several."""
        while not self.entry().startswith("✎") and len(self.script.data["reports"]) > 1:
            self.press("escape")
            self.soon(lambda: self.entry().startswith("✎"), 0.3)

    def _slot(self) -> str | None:
        """The part that is being written, in brackets."""
        found = re.search(r"\[(?:✓ )?([^\[\]]{3,}?)\]", " ".join(eyes.cut(line) for line in self.body))
        return eyes.squeezed(found[1]) if found else None

    # -- rules, incident, day ------------------------------------------------------------------------------------

    def _open(self, name: str, step: Mapping[str, Any]) -> None:
        article = self.script.part("articles", name)
        self.region("Rules")
        self._to_list()
        self.find((str(article["number"]), said(article["title"], self.spoken)[:12]))
        self.press_until("enter", lambda: eyes.marker(self.body) is None, "the page")
        self.terminal.frame("workstation-page")
        self._to_list()

    def _to_list(self) -> None:
        """The list again, where a page is read."""
        if eyes.marker(self.body) is None:
            self.press_until("escape", lambda: eyes.marker(self.body) is not None, "the list of pages")

    def _respond(self, name: str, step: Mapping[str, Any]) -> None:
        acts = self.script.part("incidents", name)["acts"]
        title = next(said(one["title"], self.words.language) for one in acts if one["id"] == step["with"])
        for number in range(1, len(acts) + 1):
            self.press(str(number))
            if self.soon(lambda: eyes.fits(title, self._act_chosen()), 0.4):
                break
        self.until(lambda: eyes.fits(title, self._act_chosen()), f"the act {title!r}")
        self.terminal.frame("workstation-incident")
        self.press_until("enter", lambda: not eyes.fits(title, self._act_chosen()), "it to be done")

    def _act_chosen(self) -> str:
        """The highlighted act of the band above."""
        lines = [line.replace("▌", " ") if "▌ " in line[:12] else "" for line in self.body]
        found = eyes.marker(lines)
        return eyes.entry_at(lines, *found) if found else ""

    def _break(self, start: str, step: Mapping[str, Any]) -> None:
        self.region("Day")
        wanted = _minutes(*start.split(":"))
        self.find(("+", self._("new break")))
        while (now := self._times()) and now[0] != wanted:
            if not self.changes("right" if now[0] < wanted else "left", self._times):
                self.fail(f"a break at {start}")
        while (now := self._times()) and now[1] != int(step["minutes"]):
            if not self.changes("+" if now[1] < int(step["minutes"]) else "-", self._times):
                self.fail(f"a break of {step['minutes']} minutes")
        self.terminal.frame("workstation-day")
        self.press_until("enter", lambda: self.sees(f"● {start}"), f"the break at {start}")

    def _times(self) -> tuple[int, int] | None:
        """When the highlighted break begins, and how long it is."""
        found = _TIMES.search(self.entry())
        return (begin, _minutes(*found.groups()[2:]) - begin) if found and (
            begin := _minutes(*found.groups()[:2])) else None  # fmt: skip

    # -- for all -------------------------------------------------------------------------------------------------

    def state(self) -> list[str]:
        """Every part of the place, looked at from its beginning, and the end of what is long."""
        language, found = self.words.language, list[str]()
        settings, devices = self.script.data["settings"], self.script.data["devices"]
        firsts = {"Place": [said(settings[0]["label"], language)],
                  "Devices": [said(part[0]["title"], language) for part in (devices[0]["tests"], devices[-1]["tests"])],
                  "Day": ["+"], "Rules": [self._("Your task")]}  # fmt: skip
        for name in _TABS:
            self.region(name)
            if name == "Rules":
                self._to_list()
            elif name == "Reports":
                self._to_reports()
            for first in firsts.get(name, [""]):
                if first:
                    self.find((first,))
                self.settle(self.told)
                found.append(self.told())
        return found

    def sample(self) -> str:
        self.region("Rules")
        self._to_list()
        self.changes("down", self.entry)
        return self.entry().split("\n")[0]


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)
