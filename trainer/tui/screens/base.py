"""What all screens share: header, page, quiet line, footer, the sentence for small terminals, words and commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from trainer.kernel.record import Record
from trainer.tui.background import Failed
from trainer.tui.changed_rows import ChangedRows
from trainer.tui.commands import Back, Command, Help, Offering, Quit, bindings
from trainer.tui.messages import GoBack, GoToPlace, OpenScreen
from trainer.tui.places import GoTo, OpenSearch
from trainer.tui.safe import Plain
from trainer.tui.theme import HEIGHTS, SMALLEST, WIDTHS
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.header import Header, HeaderWith
from trainer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.problems import Problem


_ELSEWHERE = ("search", "go", "go_to")


class Question(Record):
    """What is asked before leaving: a title, a sentence, the words for going and for staying."""

    title: str
    text: str
    go: str
    stay: str


class Page(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The scrolled middle of a screen. Its keys are the screen's: an arrow may go from field to field."""


class TooSmall(Plain):
    """Stands over everything where the terminal is too small (shown by the theme's CSS)."""

    DEFAULT_CSS = """
    TooSmall {
        display: none; layer: too-small; width: 100%; height: 100%; background: $background;
        content-align: center middle; text-align: center;
    }
    """


class TrainerScreen(Screen[None]):
    """Subclasses give ``OFFERS`` and ``BINDINGS``, :meth:`compose_page`, :meth:`place` and :meth:`paint`."""

    BINDINGS = [
        *bindings(Back, OpenSearch, GoTo),
        Binding("up", "scroll_page('up')", show=False),
        Binding("down", "scroll_page('down')", show=False),
        Binding("pageup", "scroll_page('page_up')", show=False),
        Binding("pagedown", "scroll_page('page_down')", show=False),
        Binding("home", "scroll_page('home')", show=False),
        Binding("end", "scroll_page('end')", show=False),
    ]
    OFFERS: ClassVar[Sequence[type[Command]]] = ()
    #: Whether one says here who is learning, so that nobody need be open.
    ASKS_WHO: ClassVar[bool] = False
    #: Whether one may look something up or go to another place from here.
    ROAMS: ClassVar[bool] = True
    #: Whether the learner's name stands in the header.
    learner: str = ""
    #: Its name in ``routes``.
    route: str = ""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._compositor = ChangedRows()
        self.words = words
        self._waiting_focus: Widget | None = None
        self._small: TooSmall | None = None
        self._shaped_for: Size | None = None
        self.header = self.make_header()
        self.page = Page(classes="page")
        self.notice = Notice()
        self.footer = Footer()

    # -- what subclasses say -------------------------------------------------------------------------------------

    def make_header(self) -> Header | HeaderWith:
        """The header; a screen with something of its own on the right makes another."""
        return Header()

    def compose_page(self) -> ComposeResult:
        """What stands in the page, usually one ``Vertical(classes="column")``."""
        yield from ()

    def place(self) -> Sequence[str]:
        """Where one is, from the general to the particular."""
        return ()

    def paint(self) -> None:
        """Show the flow's present view; called on mounting, after actions and when language or size change."""

    def resized(self) -> None:
        """The window has another size, or this screen has its first."""

    def renew(self, result: Any) -> bool:
        """Show what ``result`` (of the route's ``load``) holds from now on; False where another screen must be made."""
        return False

    def leaving(self) -> Question | None:
        """What to ask before leaving; None: nothing."""
        return None

    def left(self) -> None:
        """The learner is leaving this screen or the program: put the flow to rest. May be called twice."""

    # -- what is done for them -----------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield self.header
        with self.page:
            yield from self.compose_page()
        # Textual draws every widget of the screen's own level for each key: two lines in one cost less than two.
        with Vertical(classes="bottom"):
            yield self.notice
            yield self.footer

    def on_mount(self) -> None:
        self.repaint()

    def on_unmount(self) -> None:
        """Textual keeps the lines of up to 1,024 widgets that are gone, in a cache of colours: 80 MB in 1,000 items."""
        StylesCache.get_inner_outer.cache_clear()

    def on_screen_resume(self) -> None:
        self.show_offers()

    def shape_for(self, size: Size) -> None:
        """Be styled for a window of this size from the first frame on, and not only once Textual tells of it."""
        for steps, length in ((WIDTHS, size.width), (HEIGHTS, size.height)):
            best = max((step for step in steps if step[0] <= length), default=None)
            for step in steps:
                self.set_class(step == best, step[1], update=False)
        self._shaped_for = size

    def on_resize(self, event: events.Resize) -> None:
        """Keys reach no widget that cannot be seen: the focus waits until there is room again."""
        if event.size == self.size == self._shaped_for:
            # Textual tells each new screen three times of a size it has; each time it would be laid out and drawn.
            event.prevent_default()
        self._shaped_for = event.size
        self._say_too_small()
        if self.too_small and self.focused:
            self._waiting_focus = self.focused
            self.set_focus(None)
        elif not self.too_small and self._waiting_focus:
            self.set_focus(self._waiting_focus, scroll_visible=False)
            self._waiting_focus = None
        self.resized()

    def repaint(self) -> None:
        """Show everything again, for instance in another language."""
        self._say_too_small()
        self.header.show([self.words._("Trainer"), *self.place()], self.learner)
        self.paint()
        self.show_offers()

    def draw_together(self, *widgets: Widget) -> None:
        """Have widgets that changed drawn in one frame.

        Each asks for it when its own turn comes: a frame that begins between two of them makes the second wait 20 ms.
        """
        for widget in widgets:
            widget._check_refresh()

    def _say_too_small(self) -> None:
        """The sentence shown instead of everything; made when it is first needed, which it mostly never is."""
        if self._small is None and self.too_small:
            self._small = TooSmall()
            self.mount(self._small)
        if self._small is not None:
            width, height = SMALLEST
            self._small.show(
                self.words._("Please make this window larger: {width} × {height} characters or more.",
                             width=width, height=height)
            )  # fmt: skip

    def show_offers(self) -> None:
        """Bring the footer up to date with what can be done now."""
        others = (c for c in self.offers() if c.in_footer and c not in (Back, Help))
        always: list[type[Command]] = [*self.ways_out(), Help]
        shown = [(c.key_name(self.words), self.words._(c.footer)) for c in (*others, *always)]
        self.footer.offer(shown, len(always))

    def ways_out(self) -> Sequence[type[Command]]:
        """What the footer says about leaving: the way back, or out of the program where there is none."""
        return (Back if self.check_action(Back.action, ()) else Quit,)

    def offers(self) -> Iterator[type[Command]]:
        """The commands that can be given now, the most useful first."""
        for owner in self.offering():
            for command in owner.OFFERS:
                if owner.check_action(command.action.partition("(")[0], ()):
                    yield command

    def offering(self) -> Iterable[Offering]:
        """Whose ``OFFERS`` count; a screen adds widgets that have commands of their own."""
        return (self,)

    def tell(self, problem: Problem) -> None:
        """Say a refusal in the quiet line."""
        self.notice.say(self.words.translate(problem))

    def on_failed(self, event: Failed) -> None:
        event.stop()
        self.tell(event.problem)

    def on_key(self, _: events.Key) -> None:
        self.notice.clear(even_staying=False)

    @property
    def too_small(self) -> bool:
        """Whether only the sentence that asks for a larger window is seen."""
        return self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing may be answered or left unseen while the terminal is too small."""
        if self.too_small:
            return action in ("quit", "suspend_process")
        return self.ROAMS if action in _ELSEWHERE else self.may(action)

    def may(self, action: str) -> bool:
        """Whether an action can be taken now; commands that cannot are not offered."""
        return True

    def action_scroll_page(self, where: str) -> None:
        getattr(self.page, f"scroll_{where}")(animate=False)

    def action_back(self) -> None:
        self.post_message(GoBack())

    # -- other places --------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        self.open("search")

    def action_go(self) -> None:
        """Ask where to; the next key says it."""
        self.post_message(GoToPlace())

    def action_go_to(self, screen: str) -> None:
        """Go to another place: what is open is left as on the way back."""
        self.post_message(GoToPlace(screen))

    def open(self, name: str, *, replace: bool = False, **arguments: object) -> None:
        """Ask for another screen."""
        self.post_message(OpenScreen(name, arguments, replace))
