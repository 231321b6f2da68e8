"""What can be done at a workstation: one function per act, from a setup and a move to the setup after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from trainer.exercises.composing import joined
from trainer.exercises.play import Move, MoveRefused
from trainer.exercises.workstation.timeline import Break, fits, minutes_of, time_of
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText, clean

if TYPE_CHECKING:
    from trainer.exercises.workstation.setup import Setup

T = TypeVar("T")
#: Characters of one's own words that are kept for an assessor.
_LONGEST = 2000


def _found(things: Mapping[str, T], id: str) -> T:
    if id not in things:
        raise MoveRefused(N_("There is no such thing at this workstation."))
    return things[id]


def _one(things: list[Any], id: object) -> Any:
    for one in things:
        if one.id == id:
            return one
    raise MoveRefused(N_("There is no such choice."))


def _arrow(left: LocalText, right: LocalText | str) -> LocalText:
    """``left → right`` in every language of the left."""
    return {
        language: f"{text} → {right if isinstance(right, str) else right.get(language, '')}"
        for language, text in left.items()
    }


def set_to(setup: Setup, move: Move) -> Setup:
    """``set`` a setting ``to`` a number of its range or one of its options."""
    setting = _found(setup.workstation.setting_of, move.on)
    to = move.values.get("to")
    if setting.options:
        shown: LocalText | str = _one(list(setting.options), to).title
    elif not isinstance(to, int) or isinstance(to, bool) or to not in setting.steps:
        raise MoveRefused(N_("It cannot be set to this."))
    else:
        shown = f"{to} {setting.unit}"
    setup = setup.with_moment("set", _arrow(setting.label, shown), "set", setting.id)
    chosen: int | str = to if isinstance(to, int) else str(to)
    return replace(setup, values={**setup.values, setting.id: chosen})


def test(setup: Setup, move: Move) -> Setup:
    """Make one of a device's tests: ``test`` names it."""
    device = _found(setup.workstation.device_of, move.on)
    one = _one(list(device.tests), move.values.get("test"))
    answer = one.answers[setup.states[device.id]]
    text = {language: f"{title}: {answer.get(language, '')}" for language, title in one.title.items()}
    setup = setup.with_moment("tested", text, "tested", device.id, one.id)
    return replace(setup, answers={**setup.answers, (device.id, one.id): answer})


def act(setup: Setup, move: Move) -> Setup:
    """Do something to a device: ``act`` names it."""
    device = _found(setup.workstation.device_of, move.on)
    one = _one(list(device.acts), move.values.get("act"))
    works = not one.from_ or setup.states[device.id] in one.from_
    result: LocalText = one.text if works else one.otherwise
    text = {language: f"{title}: {result.get(language, '')}" for language, title in one.title.items()}
    setup = setup.with_moment("acted", text, "acted", device.id, one.id)
    states = {**setup.states, device.id: str(one.to)} if works and one.to else setup.states
    return replace(setup, states=states)


def report(setup: Setup, move: Move) -> Setup:
    """Send a ``report`` put together from ``phrases``; ``text`` is one's own words, kept for an assessor."""
    composed = _found(setup.workstation.report_of, move.on)
    phrases = composed.chosen(move.values.get("phrases"), setup.possible)
    free = move.values.get("text", "")
    if not isinstance(free, str):
        raise MoveRefused(N_("This move is not complete."))
    text = joined(phrases, clean(free).strip()[:_LONGEST])
    return setup.with_moment("reported", text, "reported", composed.id, *(p.id for p in phrases), spoken=True)


def respond(setup: Setup, move: Move) -> Setup:
    """``respond`` to an incident that is open with one of its acts."""
    incident = _found({one.id: one for one in setup.open_incidents()}, move.on)
    one = _one(list(incident.acts), move.values.get("act"))
    if any(moment.names == ("did", incident.id, one.id) for moment in setup.moments):
        raise MoveRefused(N_("You have done this already."))
    text = {language: f"{title}\n{one.then.get(language, '')}" for language, title in one.title.items()}
    setup = setup.with_moment("did", text, "did", incident.id, one.id)
    return replace(setup, ended=setup.ended | {incident.id}) if one.ends else setup


def put_break(setup: Setup, move: Move) -> Setup:
    """Put a ``break`` of so many ``minutes`` into the day, at ``start``."""
    day, minutes = setup.workstation.day, move.values.get("minutes")
    if day is None:
        raise MoveRefused(N_("There is no day to plan here."))
    if not isinstance(minutes, int) or isinstance(minutes, bool):
        raise MoveRefused(N_("This move is not complete."))
    wanted = Break(_minute(move.values.get("start")), minutes)
    if not fits(day, setup.breaks, wanted):
        raise MoveRefused(N_("A break cannot stand here."))
    text = _same(setup, f"{time_of(wanted.start)}–{time_of(wanted.end)}")
    setup = setup.with_moment("break", text, "break", time_of(wanted.start))
    return replace(setup, breaks=tuple(sorted((*setup.breaks, wanted))))


def take_break_out(setup: Setup, move: Move) -> Setup:
    """Take the break at ``start`` out of the day again."""
    start = _minute(move.values.get("start"))
    kept = tuple(one for one in setup.breaks if one.start != start)
    if len(kept) == len(setup.breaks):
        raise MoveRefused(N_("There is no break at this time."))
    setup = setup.with_moment("unbreak", _same(setup, time_of(start)), "unbreak", time_of(start))
    return replace(setup, breaks=kept)


def _minute(time: object) -> int:
    text = time if isinstance(time, str) else ""
    if len(text) != 5 or text[2] != ":" or not (text[:2] + text[3:]).isdecimal():
        raise MoveRefused(N_("This is no time of the day."))
    return minutes_of(text)


def open_article(setup: Setup, move: Move) -> Setup:
    """``open`` a page of the knowledge base."""
    article = _found(setup.workstation.article_of, move.on)
    text = {language: f"{article.number} · {title}" for language, title in article.title.items()}
    setup = setup.with_moment("opened", text, "opened", article.id, spoken=True)
    seen = setup.seen if article.id in setup.seen else (*setup.seen, article.id)
    return replace(setup, seen=seen, on_screen=article.id)


def finish(setup: Setup, _: Move) -> Setup:
    """Be done."""
    return replace(setup.with_moment("finished", _same(setup, ""), "finished"), finished=True)


def _same(setup: Setup, text: str) -> LocalText:
    return dict.fromkeys(setup.workstation.title, text)


ACTS: Mapping[str, Callable[[Setup, Move], Setup]] = {
    "set": set_to,
    "test": test,
    "act": act,
    "report": report,
    "respond": respond,
    "break": put_break,
    "unbreak": take_break_out,
    "open": open_article,
    "finish": finish,
}
