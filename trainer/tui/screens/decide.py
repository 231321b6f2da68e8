"""What is decided about one learner: the oral assessment, unsupervised work, prior learning, identity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.deciding import DecidingView, HeldOral, method_of
from trainer.flows.register import reason_of
from trainer.i18n.dates import minutes, moment
from trainer.kernel.problems import N_
from trainer.tui.background import Finished, in_background
from trainer.tui.safe import Plain
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.signing import ask_name
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.deciding import DecidingFlow
    from trainer.i18n.catalogue import Translator

_ACTING = "decide something"
_ORAL = "oral:"
#: How many modules are named.
_NAMED = 3
_RESULTS = {"sufficient": N_("sufficient"), "insufficient": N_("insufficient")}


class DecideScreen(LookingScreen[DecidingView]):
    """Paints :class:`~trainer.flows.deciding.DecidingView`; every decision is signed with a name."""

    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: DecidingFlow, looked: Looked[DecidingView]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._title, self._menu = Plain(classes="title"), Menu()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._title
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words._("Register"), self.view.person.name, self.words._("Decisions")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def repaint(self) -> None:
        """Who learns on this machine has no part in it."""
        self.learner = ""
        super().repaint()

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self.view
        self._title.show(words._("{name} · {unit}", name=view.person.name, unit=words.text(view.title)))
        sections = [Section(words._("To be decided"), tuple(self._entries()))]
        if view.orals:
            entries = tuple(self._held(one) for one in view.orals)
            sections.append(Section(words._("Oral assessments held"), entries, words._("open one to take it back")))
        self._menu.offer(sections)

    def _entries(self) -> Iterator[Entry]:
        words, view = self.words, self.view
        if view.has_protocol:
            yield Entry("oral", words._("Hold an oral assessment"),
                        words._("Questions and observation points of the unit's protocol"), "·")  # fmt: skip
        else:
            yield Entry("none", words._("There is no protocol for an oral assessment of this unit."), faint=True)
        count = len(view.unaccepted)
        waits = words.ngettext("{count} attempt waits for that", "{count} attempts wait for that", count)
        yield Entry(
            "unsupervised", words._("Accept that the work was done unsupervised, on the learner's own machine"),
            waits if count else words._("nothing waits for that"), "○" if count else "✓", faint=not count,
        )  # fmt: skip
        lacking = self._named([words.text(title) for title in view.lacking.values()])
        yield Entry(
            "recognise", words._("Recognise prior learning in the place of study"),
            words._("not studied: {modules}", modules=lacking) if lacking else words._("every module is accounted for"),
            "○" if lacking else "✓", faint=not lacking,
        )  # fmt: skip
        said = words._("not checked yet")
        if view.identity:
            said = words._("{method} ({name})", method=view.identity[0], name=view.identity[1])
        yield Entry("identity", words._("Say how the identity was checked"), said, "✓" if view.identity else "○")

    def _named(self, titles: list[str]) -> str:
        """Some of them, and how many more."""
        more, said = len(titles) - _NAMED, ", ".join(titles[:_NAMED])
        return self.words._("{what} and {count} more", what=said, count=more) if more > 0 else said

    def _held(self, one: HeldOral) -> Entry:
        words, held = self.words, one.held
        good = held.outcome == "sufficient"
        said = [words._(_RESULTS[held.outcome]), minutes(held.seconds / 60, words.language), held.by]
        sign, style = ("✓", "$success") if good else ("✗", "$error")
        return Entry(f"{_ORAL}{held.oral}", moment(one.at, words.language), BETWEEN.join(said), sign, style)

    # -- deciding ------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        words = self.words
        match picked.entry:
            case "oral":
                self.open("oral", person=self.view.person.person, unit=self.view.unit)
            case "unsupervised" if self.view.unaccepted:
                self._accept()
            case "recognise" if self.view.lacking:
                self._recognise()
            case "identity":
                asks = words._(
                    "How was it checked, for instance «identity card shown»? Never write a document's number."
                )
                self._ask(words._("Identity"), asks, self._flow.check_identity, method_of)
            case oral if oral.startswith(_ORAL):
                asks = words._("Why does this oral assessment not stand? It is kept, with your reason.")
                take_back = partial(self._flow.withdraw_oral, oral.removeprefix(_ORAL))
                self._ask(words._("Take an oral assessment back"), asks, take_back, reason_of)

    def _accept(self) -> None:
        from trainer.tui.widgets.dialog import Confirm

        words = self.words
        text = words._("Nobody watched this work being done: who did it, and with what help, the program cannot say. "
                       "You have looked at it and accept it all the same; the record says so.")  # fmt: skip
        dialog = Confirm(words._("Accept unsupervised work?"), text, go=words._("Accept it"), stay=words._("Not yet"))
        accept = partial(self._signed, lambda by: self._flow.accept_unsupervised(by))
        self.app.push_screen(dialog, lambda go: accept() if go else None)

    def _recognise(self) -> None:
        from trainer.tui.widgets.ticks import Ticks

        words = self.words
        options = [(slug, words.text(title)) for slug, title in self.view.lacking.items()]
        text = words._("Tick the modules whose study something learned before stands for.")
        title = words._("Prior learning")
        ticks = Ticks(words, title, text, options, [options[0][0]] if len(options) == 1 else [])

        def ticked(modules: tuple[str, ...] | None) -> None:
            if modules:
                asks = words._("What was learned before, and how do you know? The reason is printed on the record.")
                self._ask(title, asks, lambda reason, by: self._flow.recognise(modules, reason, by), reason_of)

        self.app.push_screen(ticks, ticked)

    def _ask(self, title: str, text: str, do: Callable[[str, str], DecidingView], read: Callable[[str], str]) -> None:
        from trainer.tui.widgets.ask import Ask

        def said(reason: str | None) -> None:
            if reason is not None:
                self._signed(lambda by: do(reason, by))

        self.app.push_screen(Ask(self.words, title, text, read=read), said)

    def _signed(self, do: Callable[[str], DecidingView]) -> None:
        """Do it under the name that is known, or ask for one first."""
        known = self._flow.register.settings().assessor
        if known:
            in_background(self, _ACTING, partial(do, known))
        else:
            ask_name(self, "", lambda name: in_background(self, _ACTING, partial(do, name)))

    def on_finished(self, done: Finished) -> None:
        if done.name == _ACTING and isinstance(done.result, DecidingView):
            self.view = done.result
            self.paint()
        else:
            super().on_finished(done)
