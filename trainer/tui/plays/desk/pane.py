"""The pane of a desk: what each key does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding

from trainer.exercises.play import Move
from trainer.tui.commands import Command, bindings
from trainer.tui.plays.desk import keys
from trainer.tui.plays.desk.acts import ACTS
from trainer.tui.plays.desk.board import LIST, SHEET
from trainer.tui.plays.desk.speech import SEARCHED
from trainer.tui.plays.desk.strip import DESK_ACTS
from trainer.tui.plays.desk.work import Work

if TYPE_CHECKING:
    from textual import events
    from textual.message import Message
    from textual.widget import Widget

    from trainer.tui.controls.fields import FieldLeft, TooLong


class DeskPane(Work):
    """One widget has the focus and all keys, but for the fields one types in; ``side`` says what they act on."""

    ENDS_ITSELF = True
    BINDINGS = [
        *bindings(*keys.BOUND, *ACTS.values()),
        *(Binding(str(number), f"digit({number})", show=False) for number in range(10)),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    # -- commands ------------------------------------------------------------------------------------------------

    @property
    def OFFERS(self) -> Sequence[type[Command]]:  # type: ignore[override] # noqa: N802 - a class attribute elsewhere
        """What keys can do now, for the footer, the help screen and the palette."""
        if self.searching and self.side == LIST:
            return (keys.SearchNow, keys.LeaveSearch)
        if self.filling and self.form is not None:
            return (*self.form.offers(), keys.OtherSide)
        listed = [keys.RowAbove, keys.OpenRow] if self.side == LIST else [keys.ReadFar]
        pages = [keys.TurnPage] if self.check_action("turn", ()) else []
        search = [keys.SearchList] if self.check_action("search", ()) else []
        acts = [ACTS[word] for word in self.possible()]
        return (*listed, *search, *pages, keys.GoToList, keys.OtherSide, *acts)

    def possible(self) -> Sequence[str]:
        play = self.play
        if play is None or self.over:
            return ()
        seen = self.reading is None and (self.side == SHEET or self.has_class("-beside"))
        sheet = play.sheet if seen else None
        follow = ("follow",) if sheet and sheet.links else ()
        return (*(sheet.acts if sheet else ()), *follow, *DESK_ACTS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "act":
                here = not (self.filling or self.writing)
                return here and (not parameters or parameters[0] in self.possible())
            case "search":
                return self.side == LIST and self.listed in SEARCHED and not (self.searching or self.over)
            case "turn":
                pages = self.window.pages if self.window else 1
                return self.filling or (self.side == LIST and pages > 1 and not self.over)
            case "tick" | "erase":
                return self.filling
            case "other_side":
                # When all is over ``tab`` leads out of the desk, to the menu below it.
                return not self.over
        return True

    def on_key(self, event: events.Key) -> None:
        """Begin a search, and take what is typed right after it: keys come here until the field has the focus, and
        bindings are looked for only after a key went up to the app."""
        if event.character and event.is_printable and self.searching and self.search_field.writing:
            self.search_field.type(event.character)
            event.stop()
        elif event.key == keys.SearchList.key and not self.writing and self.check_action("search", ()):
            self.action_search()
            event.stop()

    # -- moving about --------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        if self.filling and self.form:
            self.form.step(by)
        elif self.side == LIST and self.window:
            self.cursors[self.listed] = max(0, min(self.cursor + by, len(self.window.rows) - 1))
        else:
            self.sheet_part.scroll_relative(y=by, animate=False)
            return
        self.changed()

    def action_edge(self, by: int) -> None:
        """To the first or the last line."""
        if self.filling or self.side == LIST:
            self.action_step(by * 1000)
        else:
            self.sheet_part.scroll_to(y=0 if by < 0 else self.sheet_part.max_scroll_y, animate=False)

    def action_turn(self, by: int) -> None:
        if self.filling and self.form:
            self.form.turn(by)
            self.changed()
        elif self.window:
            page = (self.window.page + by) % self.window.pages
            self.cursors[self.listed] = 0
            self.make(Move("page", self.listed, {"page": page}))

    def action_read(self, by: int) -> None:
        if self.filling and self.form and self.form.leap(by):
            self.changed()
            return
        part = self.scrolls()
        part.scroll_relative(y=by * max(1, part.size.height - 2), animate=False)

    def scrolls(self) -> Widget:
        """What is read where keys act."""
        return self.sheet_part if self.side == SHEET else self.list_part

    def action_digit(self, number: int) -> None:
        if self.filling and self.form:
            self.formed(self.form.number(number))
        elif number == 0:
            self.open_waiting()
        elif self.play and number <= len(self.play.lists):
            self.listed, self.side, self.searching = self.play.lists[number - 1].name, LIST, False
            self.changed()

    def action_other_side(self) -> None:
        self.collect()
        self.side, self.searching = (LIST if self.side == SHEET else SHEET), False
        self.take_focus()
        self.changed()
        if self.filling:
            self.form_field.focus()

    def action_search(self) -> None:
        self.searching = True
        self.changed()

    def action_tick(self) -> None:
        if self.form:
            self.form.tick()
            self.changed()

    def action_erase(self) -> None:
        if self.form:
            self.form.erase()
            self.changed()

    def action_take(self) -> None:
        """``enter``: search, go on in the form, open the highlighted line."""
        self.collect()
        if self.searching and self.side == LIST:
            text, self.searching = self.search_field.text, False
            self.cursors[self.listed] = 0
            self.take_focus()
            self.make(Move("search", self.listed, {"text": text}))
        elif self.filling and self.form:
            self.formed(self.form.take())
        elif self.side == LIST and self.window and self.window.rows:
            self.open_row(self.window.rows[self.cursor])
        elif self.check_action("act", ("follow",)):
            self.begin("follow")

    def action_act(self, word: str) -> None:
        match word:
            case "briefing":
                self.read()
            case "wait":
                self.make(Move("wait"))
            case "finish":
                self.finish()
            case "delete":
                self.delete()
            case _:
                self.begin(word)

    def back(self) -> bool:
        """``escape``: a step back in the form, out of it, out of what is read, to the list."""
        if self.searching:
            self.searching = False
        elif self.filling and self.form:
            if not self.form.back():
                self.leave_form()
        elif self.reading is not None or self.side == SHEET:
            self.reading, self.side = None, LIST
        else:
            return False
        self.changed()
        return True

    # -- fields --------------------------------------------------------------------------------------------------

    def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        self.collect()
        self.take_focus()
        self.back()

    def on_too_long(self, event: TooLong) -> None:
        event.stop()
        self.host.tell(self.words._("There is room for {limit} characters here.", limit=event.limit))

    def on_input_changed(self, event: Message) -> None:
        event.stop()
        self._typed()

    def on_text_area_changed(self, event: Message) -> None:
        event.stop()
        self._typed()

    def _typed(self) -> None:
        if self.form is not None and self.form_field.group:
            self.paint()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        self.host.show_offers()

    def on_descendant_blur(self, _: events.DescendantBlur) -> None:
        self.host.show_offers()
