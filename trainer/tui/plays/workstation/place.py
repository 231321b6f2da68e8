"""The place of work: its drawing, and beside it what can be set and what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.exercises.play import Move
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells, wrap
from trainer.tui.plays.workstation import plan
from trainer.tui.plays.workstation.measures import written
from trainer.tui.plays.workstation.panel import NO_CURSOR, Panel, beside
from trainer.tui.plays.workstation.picture import picture, width_for
from trainer.tui.plays.workstation.region import Moves, Region

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import Drawn, SetupView
    from trainer.tui.plays.workstation.region import Texts

_LIST, _WIDEST_LIST = 30, 52
#: Lines of the drawing.
_LOWEST, _HIGHEST = 9, 44
_WAITING = "…"
#: Cells between label and value from which arrows have spaces of their own, and at which both share a line.
_ROOMY, _CLOSE = 6, 4
#: Every setting with its scale and apart, with its scale, and the highlighted one with its scale.
_WAYS = ((True, True), (True, False), (False, False))


class Place(Region):
    """Changes a setting at once in the drawing; what comes of it is sent when the learner goes on or waits."""

    name = "place"
    ACTIONS = frozenset({"step", "turn", "confirm"})

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._set: tuple[Drawn, ...] = ()
        self._read: tuple[Drawn, ...] = ()
        self._at = 0
        self._draft: int | None = None

    def title(self) -> str:
        return self.words._("Place")

    def present(self, view: SetupView) -> None:
        self._set = tuple(one for one in view.drawn if one.token)
        self._read = tuple(one for one in view.drawn if not one.token)
        self._at = min(self._at, len(self._set) - 1)

    def there(self) -> bool:
        return bool(self._set)

    def may(self, action: str) -> bool:
        return super().may(action) and (action != "confirm" or self.waits)

    # -- keys --------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> Moves:
        moves = self.pending()
        self._at = (self._at + by) % len(self._set)
        return moves

    def turn(self, by: int) -> Moves:
        """A number stops at its ends; one of several ways goes round."""
        one = self._set[self._at]
        value = (one.value if self._draft is None else self._draft) + by * one.step
        if one.options:
            value %= len(one.options)
        self._draft = max(one.least, min(value, one.most))
        if self._draft == one.value:
            self._draft = None
        return ()

    def confirm(self) -> Moves:
        return self.pending()

    def pending(self) -> Moves:
        draft, self._draft = self._draft, None
        if draft is None:
            return ()
        one = self._set[self._at]
        return (Move("set", one.token, {"to": one.options[draft].token if one.options else draft}),)

    @property
    def waits(self) -> bool:
        """Whether something was changed and is not sent."""
        return self._draft is not None

    # -- drawing -----------------------------------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> list[Content]:
        settings = self._settings()
        here = settings[self._at]
        if height < _LOWEST:
            return self._list(min(width, _WIDEST_LIST), height)
        high = min(height, _HIGHEST)
        room = max(
            _LIST, min(self._ideal(settings), width * 3 // 8), min(_WIDEST_LIST, width - width_for(settings, high) - 2)
        )
        drawing = (width - room - 2, high)
        side = self._list(room, height)
        window = next((one for one in settings if one.part == "window" and one.options), None)
        if window is not None and len(side) + plan.HEIGHT + 2 <= height:
            side += [Content("")] * (height - len(side) - plan.HEIGHT - 1) + self._plan(window, here)
        elif window is not None and here.part == "window":
            return beside(self._from_above(window, here, *drawing), side, (drawing[0], room))
        return beside(picture(settings, here.part, *drawing), side, (drawing[0], room))

    def _ideal(self, settings: Sequence[Drawn]) -> int:
        """Where every label has its value beside it."""
        words = [self._label(one) + self._value(one) for one in (*settings, *self._read)]
        return max(cells((Run(text),)) for text in words) + len(NO_CURSOR) + 6

    def _settings(self) -> list[Drawn]:
        settings = list(self._set)
        if self._draft is not None:
            one = settings[self._at]
            chosen = one.options[self._draft].token if one.options else ""
            settings[self._at] = replace(one, value=self._draft, chosen=chosen)
        return settings

    def _plan(self, window: Drawn, here: Drawn) -> list[Content]:
        words = self.words
        title = Content.styled(f"  {words._('from above')}", "$quiet")
        return [title, *plan.plan(window, lit=here.part == "window", name=words._("window"))]

    def _from_above(self, window: Drawn, here: Drawn, width: int, height: int) -> list[Content]:
        drawn = self._plan(window, here)
        above = max(0, (height - len(drawn)) // 2)
        indent = Content(" " * max(0, (width - plan.WIDTH) // 2))
        return [Content("")] * above + [indent + line for line in drawn]

    def _list(self, width: int, height: int) -> list[Content]:
        measured = self._measured(width)
        room = height - len(measured.lines)
        if room < height // 2:
            room, measured.lines = height - height // 2, measured.window(height // 2)
        airy, full, short = (self._chosen(width, every=every, apart=apart) for every, apart in _WAYS)
        above = next((one for one in (airy, full) if len(one.lines) < room), short)
        shown = above.window(room)
        return [*shown, *[Content("")] * (len(shown) < room), *measured.lines]

    def _chosen(self, width: int, *, every: bool, apart: bool) -> Panel:
        """What can be set; ``every`` setting with its scale, or the highlighted one only; ``apart`` or close."""
        panel = Panel(width)
        for number, one in enumerate(self._settings()):
            lit = number == self._at
            if apart:
                panel.blank()
            scale = [self._scale(one, width, lit=lit)] if every or lit else []
            panel.exact([*self._named(one, width - len(NO_CURSOR), lit=lit), *scale], lit=lit)
        return panel

    def _named(self, one: Drawn, width: int, *, lit: bool) -> list[Runs]:
        """Label and value on one line where both fit with arrows, else the value below; the same when it is not lit."""
        label, value = self._label(one), self._value(one)
        gap = width - cells((Run(label), Run(value)))
        if gap >= _CLOSE:
            space = " " if gap >= _ROOMY else ""
            shown = _between(value, space, lit=lit)
            return [(Run(label), Run(" " * (width - cells((Run(label), *shown)))), *shown)]
        lines = wrap((Run(value, "bold"),), width - _ROOMY)
        shown = _between("".join(run.text for run in lines[0]), " ", lit=lit)
        below = [(Run(" " * (width - 2 - cells(line))), *line) for line in lines[1:]]
        return [*wrap((Run(label),), width), (Run(" " * (width - cells(shown))), *shown), *below]

    def _label(self, one: Drawn) -> str:
        return self.texts.label(one.label)

    def _value(self, one: Drawn) -> str:
        return self.texts.label(one.options[one.value].text) if one.options else written(one)

    def _scale(self, one: Drawn, width: int, *, lit: bool) -> Runs:
        """Where in its range it stands; of several ways, which of them."""
        if one.options:
            dots = " ".join("●" if at == one.value else "○" for at in range(len(one.options)))
            return Run("  "), Run(dots, "$accent" if lit else "$quiet")
        least, most = f"{one.least}".replace("-", "−"), f"{one.most}".replace("-", "−")
        room = max(5, min(32, width - len(least) - len(most) - 8))
        place = round((one.value - one.least) * (room - 1) / max(1, one.most - one.least))
        ruler = ["─"] * room
        ruler[0], ruler[-1] = "├", "┤"
        before, behind = "".join(ruler[:place]), "".join(ruler[place + 1 :])
        style = "bold $accent" if lit else ""
        return Run(f"  {least} {before}", "$quiet"), Run("●", style), Run(f"{behind} {most}", "$quiet")

    def _measured(self, width: int) -> Panel:
        """What the measuring tape says; it is read again once a change has settled."""
        panel = Panel(width)
        if not self._read:
            return panel
        title = f"  {self.words._('Measured')} "
        panel.put((Run(title, "$quiet"), Run("─" * max(0, width - cells((Run(title),))), "$quiet")))
        values = [_WAITING if self.waits else written(one) for one in self._read]
        labels = [self._label(one) for one in self._read]
        room = width - len(NO_CURSOR)
        gaps = [room - cells((Run(label + value),)) for label, value in zip(labels, values, strict=True)]
        # In one column with the values above, unless that parts a value from its label.
        end = "" if any(1 <= gap < 3 for gap in gaps) else "  "
        for label, value, gap in zip(labels, values, gaps, strict=True):
            if gap < 1:
                panel.say(label, lead=NO_CURSOR)
                panel.put((Run(" " * (width - cells((Run(value + end),)))), Run(value, "bold")))
            else:
                panel.put((Run(f"{NO_CURSOR}{label}{' ' * (gap - len(end))}"), Run(value, "bold")))
        return panel


def _between(value: str, space: str, *, lit: bool) -> Runs:
    """A value between arrows; the room for them stays where it is not lit."""
    before, behind = (f"‹{space}", f"{space}›") if lit else (f" {space}", f"{space} ")
    return Run(before, "bold $accent"), Run(value, "bold"), Run(behind, "bold $accent")
