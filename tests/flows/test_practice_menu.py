"""What can be practised, with its numbers; what is offered is what a practice takes."""

from __future__ import annotations

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.remembering import DAY, drawn, practised
from trainer.flows.practice_menu import PracticeMenu, Practisable, practice_menu
from trainer.flows.practice_start import start_scope
from trainer.kernel.problems import Refused


def everything(menu: PracticeMenu) -> list[Practisable]:
    lessons = [lesson for module in menu.modules for lesson in module.lessons]
    return [*menu.again, *menu.units, *(module.whole for module in menu.modules), *lessons]


def sizes(menu: PracticeMenu) -> dict[tuple[str, str], int]:
    return {(one.scope, one.target): one.items for one in everything(menu)}


def test_a_new_learner_sees_all_places_and_why_nothing_comes_back(workspace: TinyWorkspace) -> None:
    menu = practice_menu(workspace)
    assert menu.about == "" and menu.first == ""
    found = sizes(menu)
    assert found["unit", "tin.u1"] == 8 and found["unit", "tin.u2"] == 4
    assert found["module", "greeting"] == 4 and found["lesson", "greeting/listening"] == 2
    assert [one.items for one in menu.again] == [0, 0, 0]
    assert all(one.refusal is not None for one in menu.again)


def test_every_number_is_what_a_practice_could_take(workspace: TinyWorkspace, clock: FakeClock) -> None:
    practised(workspace, clock, [True, False, False])
    clock.wait(DAY)
    menu = practice_menu(workspace)
    assert [one.items for one in menu.again if one.scope == "review"] == [2]
    for one in everything(menu):
        if one.items:
            assert one.refusal is None
            flow = start_scope(workspace, one.scope, one.target, seed="1")
            assert len(drawn(flow)) == min(one.items, 10)
            flow.leave()
        else:
            with pytest.raises(Refused):
                start_scope(workspace, one.scope, one.target)


def test_of_a_unit(workspace: TinyWorkspace) -> None:
    menu = practice_menu(workspace, unit="tin.u2")
    assert menu.about == "unit" and menu.title["en"]
    assert [one.target for one in menu.units] == ["tin.u2"]
    assert [module.whole.target for module in menu.modules] == ["privacy"]


def test_of_a_module_with_a_lesson_first(workspace: TinyWorkspace) -> None:
    menu = practice_menu(workspace, module="greeting", lesson="listening")
    assert (menu.about, menu.first, menu.units) == ("module", "greeting/listening", ())
    assert [module.whole.target for module in menu.modules] == ["greeting"]


@pytest.mark.parametrize("place", [{"module": "no-such"}, {"unit": "no.such"}, {"module": "later"}])
def test_of_what_does_not_exist_only_the_rest_is_there(workspace: TinyWorkspace, place: dict[str, str]) -> None:
    menu = practice_menu(workspace, **place)
    assert menu.again
    assert all(one.whole.target not in place.values() for one in menu.modules)
