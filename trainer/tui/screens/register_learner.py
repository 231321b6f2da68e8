"""One learner of a class: the conditions of a record, and every try; an attempt is voided here, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.register import reason_of
from trainer.flows.register_view import Details, LearnerView
from trainer.tui.assess_moves import Decide
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.record_moves import OpenRecord
from trainer.tui.register_moves import VoidAttempt, VouchContent
from trainer.tui.safe import Plain
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.register_words import ATTEMPT, attempt_entry, condition_entry, detail_lines
from trainer.tui.widgets.dialog import Sheet
from trainer.tui.widgets.menu import Menu, Section

if TYPE_CHECKING:
    from trainer.flows.register import Standing
    from trainer.flows.register_view import LearnerFlow
    from trainer.i18n.catalogue import Translator

_ACTING, _READING = "write an act down", "read an attempt"


class RegisterLearnerScreen(LookingScreen[LearnerView]):
    """Paints :class:`~trainer.flows.register_view.LearnerView`."""

    OFFERS = (Decide, OpenRecord, VoidAttempt, VouchContent)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: LearnerFlow, looked: Looked[LearnerView]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._title = Plain(classes="title")
        self._menu = Menu()
        self._kept = Plain(classes="gap quiet")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._title
            yield self._menu
            yield self._kept

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words._("Register"), self.view.row.person.name]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def may(self, action: str) -> bool:
        match action:
            case "void":
                return bool(self.view.row.exams or self.view.row.exercises)
            case "vouch":
                return bool(self.view.row.unknown)
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self.view
        self._title.show(words._("{name} · {unit}", name=view.row.person.name, unit=words.text(view.title)))
        self._menu.offer(list(self._sections()))
        self._kept.show(words._("Kept until {day}, unless something more is handed in.", day=self._day()))

    def _day(self) -> str:
        from datetime import date

        from trainer.i18n.dates import day

        return day(date.fromisoformat(self.view.row.keep_until), self.words.language)

    def _sections(self) -> Iterator[Section]:
        words, row = self.words, self.view.row
        met = words._("{met} of {whole} met", met=row.met, whole=len(row.conditions))
        entries = tuple(condition_entry(one, self.view, words) for one in row.conditions)
        yield Section(words._("Conditions of a record"), entries, met, numbered=False)
        parts = ((words._("Counting exams"), row.exams), (words._("Assessed exercises"), row.exercises))
        for title, standings in parts:
            entries = tuple(attempt_entry(one, words) for one in reversed(standings))
            note = words._("the latest first") if entries else words._("none yet")
            yield Section(title, entries, note, numbered=False)

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if picked.entry.startswith(ATTEMPT):
            in_background(self, _READING, partial(self._flow.details, picked.entry.removeprefix(ATTEMPT)))

    def action_decide(self) -> None:
        self.open("decide", person=self.view.row.person.person, unit=self.view.row.unit)

    def _highlighted(self) -> Standing | None:
        found = self._menu.highlighted or ""
        return self.view.standing(found.removeprefix(ATTEMPT)) if found.startswith(ATTEMPT) else None

    def action_record(self) -> None:
        self.open("record", person=self.view.row.person.person, unit=self.view.row.unit)

    def action_void(self) -> None:
        """Ask why the highlighted attempt does not count, or why it does again."""
        words, one = self.words, self._highlighted()
        if one is None:
            self.notice.say(words._("Highlight an attempt first."))
            return
        title = words.text(one.short.title)
        if one.voided is None:
            asks = words._("Why does this attempt not count? It stays listed, with your reason.")
            self._ask(words._("Void: {title}", title=title), asks, partial(self._flow.void, one))
        else:
            asks = words._("Why does this attempt count again?")
            self._ask(words._("Count again: {title}", title=title), asks, partial(self._flow.void, one))

    def action_vouch(self) -> None:
        """Ask why content that is not known here may count."""
        words, one = self.words, self._highlighted()
        if one is None or one.content != "unknown":
            self.notice.say(words._("Highlight an attempt whose content is not known here."))
            return
        asks = words._("You have looked at what the learner was given. Why may it count?")
        self._ask(
            words._("Vouch for: {title}", title=words.text(one.short.title)), asks, partial(self._flow.vouch, one)
        )

    def _ask(self, title: str, text: str, do: Callable[[str, str], LearnerView]) -> None:
        """For a reason, and first for the name of whoever decides where nobody is known yet."""
        from trainer.tui.widgets.ask import Ask

        def named(by: str | None) -> None:
            if by is not None:
                self.app.push_screen(Ask(self.words, title, text, read=reason_of), partial(reasoned, by))

        def reasoned(by: str, reason: str | None) -> None:
            if reason is not None:
                in_background(self, _ACTING, partial(do, reason, by))

        if known := self._flow.assessor():
            named(known)
            return
        words = self.words
        asks = words._("Your name: it is kept with everything you decide here.")
        self.app.push_screen(Ask(words, words._("Who decides?"), asks, read=reason_of), named)

    def on_finished(self, done: Finished) -> None:
        if done.name == _READING and isinstance(done.result, Details):
            title = self.words.text(done.result.standing.short.title)
            lines = "\n".join(detail_lines(done.result, self.words))
            self.app.push_screen(Sheet(title, Plain(lines)))
        elif done.name == _ACTING and isinstance(done.result, LearnerView):
            self.view = done.result
            self.paint()
            self.show_offers()
        else:
            super().on_finished(done)
