"""The register by keys: how it begins, taking files in, what a learner lacks, voiding with a reason; and handing in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exercises.making import RUCKSACK
from tests.flows.playing import argue, played
from tests.flows.registering import DAY, UNIT, Machine, School, sit, study
from tests.tui.stage import Stage, on_stage
from trainer.flows.register import RegisterFlow
from trainer.tui.messages import OpenScreen

SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]
TODAY = OpenScreen("today")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Three who hand in: Anna has done everything, Bea has studied, Carlo has failed first and argued then."""
    found = School(tmp_path_factory.mktemp("school"))
    files = found.folder / "files"
    files.mkdir()
    anna = found.finished("Anna Rossi")
    anna.hand_in("files/anna.zip")
    anna.close()
    found.handed_in("Bea", study).rename(files / "bea.zip")
    carlo = found.learner("Carlo Conti")
    played(carlo, found.clock, RUCKSACK, "bad")
    sit(carlo, right=False)
    found.clock.wait(DAY)
    argue(carlo, played(carlo, found.clock, RUCKSACK).attempt)
    carlo.hand_in("files/carlo.zip")
    carlo.close()
    return found


@pytest.fixture
def instructor(school: School, tmp_path: Path) -> Machine:
    machine = Machine(school, tmp_path / "home")
    machine.create_learner("Ivo", "en", "it", "dem")
    return machine


def register_of(machine: Machine) -> RegisterFlow:
    return RegisterFlow.of(machine)


async def typed(stage: Stage, text: str) -> None:
    """What stands in the field is replaced."""
    await stage.press("ctrl+u", *text, "enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_from_nothing_to_a_class(
    school: School, instructor: Machine, size: tuple[int, int], language: str
) -> None:
    async with on_stage(instructor, TODAY, language=language, size=size) as stage:
        await stage.press("g", "r")
        assert stage.screens[-1] == "RegisterScreen"
        assert ("Nobody has handed anything in" if language == "en" else "Nessuno ha ancora consegnato") in stage.text
        await stage.press("i")
        await typed(stage, str(school.folder / "files"))
        for name in ("Anna Rossi", "Bea", "Carlo Conti"):
            assert name in stage.text or size == (60, 18)
        assert ("3 taken" if language == "en" else "acquisiti 3") in stage.text
        await stage.press("1", "enter")
        assert stage.screens[-1] == "RegisterLearnerScreen" and "Anna Rossi" in stage.text
        await stage.press("end")
        one_line = " ".join(stage.text.split())
        assert ("on the learner's own machine" if language == "en" else "sul computer di chi studia") in one_line
        await stage.press("escape")
        assert stage.screens[-1] == "RegisterScreen"


async def test_it_is_in_the_palette(instructor: Machine) -> None:
    async with on_stage(instructor, TODAY) as stage:
        await stage.press("ctrl+p", *"instructor's register", "enter")
        await stage.settle()
        assert stage.screens[-1] == "RegisterScreen"


async def test_what_is_refused_is_said_and_the_rest_is_there(
    school: School, instructor: Machine, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a-bad.zip").write_bytes(b"x")
    (folder / "bea.zip").write_bytes((school.folder / "files" / "bea.zip").read_bytes())
    async with on_stage(instructor, TODAY) as stage:
        await stage.open("register")
        await stage.press("i")
        await typed(stage, str(folder))
        assert "What came of the files" in stage.text and "a-bad.zip" in stage.text and "no hand-in" in stage.text
        await stage.press("escape")
        assert "Bea" in stage.text and "1 refused" in stage.text
        for wrong, says in ((tmp_path / "none.zip", "no such file"), (tmp_path / "home", "no zip files")):
            await stage.press("i")
            await typed(stage, str(wrong))
            assert says in " ".join(stage.text.split())
            await stage.press(*(["escape"] if wrong.name == "none.zip" else []))
        assert [one.name for one in register_of(instructor).people()] == ["Bea"]


async def test_an_attempt_is_voided_with_a_reason_and_counts_again(school: School, instructor: Machine) -> None:
    async with on_stage(instructor, TODAY, size=(120, 40)) as stage:
        await stage.open("register")
        await stage.press("i")
        await typed(stage, str(school.folder / "files"))
        await stage.press("1", "enter", "v")
        assert "Highlight an attempt first" in stage.text
        await stage.press(*["down"] * 7, "v")
        assert "Who decides?" in stage.text
        await stage.press("enter")
        assert "Say why" in stage.text, "a name is asked for until there is one"
        await typed(stage, "Ivo Valutatore")
        await typed(stage, "another person sat it")
        assert "voided: another person sat it" in stage.text and "A counting exam of the unit" in stage.text
        register = register_of(instructor)
        (act,) = [one.act for one in register.state.voided.values()]
        assert (act.reason, act.by) == ("another person sat it", "Ivo Valutatore")
        await stage.press("v")
        assert "Why does this attempt count again?" in stage.text
        await stage.press("escape")
        assert register_of(instructor).state.voided, "leaving decides nothing"
        await stage.press("v")
        await typed(stage, "it was she")
        assert "voided" not in stage.text and not register_of(instructor).state.voided


async def test_an_attempt_is_looked_at(school: School, instructor: Machine) -> None:
    async with on_stage(instructor, TODAY, size=(120, 40)) as stage:
        await stage.open("register")
        await stage.press("i")
        await typed(stage, str(school.folder / "files"))
        await stage.press("1", "enter", *["down"] * 8, "enter")
        person = register_of(instructor).person("Anna Rossi").person
        ids = {one.attempt for one in register_of(instructor).standings(person, UNIT)}
        assert any(name in stage.text for name in ids) and "✓" in stage.text and "20 %" not in stage.text
        await stage.press("escape")
        assert stage.screens[-1] == "RegisterLearnerScreen"


async def test_a_hostile_name_is_shown_as_text(instructor: Machine, school: School) -> None:
    eve = school.machine("eve")
    eve.create_learner("[@click=app.quit]Eve[/]", "it", "en", "dem")
    study(eve)
    file = eve.hand_in("eve.zip").file
    eve.close()
    async with on_stage(instructor, TODAY) as stage:
        await stage.open("register")
        await stage.press("i")
        await typed(stage, str(file))
        assert "[@click=app.quit]Eve[/]" in stage.text
        await stage.press("1", "enter")
        assert "[@click=app.quit]Eve[/]" in stage.text


async def test_a_damaged_register_is_a_sentence(school: School, instructor: Machine) -> None:
    folder = instructor.locations.register
    folder.mkdir(parents=True)
    (folder / "acts.jsonl").write_bytes(b"x\ny\n")
    async with on_stage(instructor, TODAY) as stage:
        await stage.press("g", "r")
        assert stage.screens[-1] == "TodayScreen" and "broken here" in " ".join(stage.text.split())


# -- handing in --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_unit_is_handed_in_from_its_screen(
    school: School, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    machine = Machine(school, tmp_path / "home")
    machine.create_learner("Dora", "en", "it", "dem")
    async with on_stage(machine, TODAY, size=size) as stage:
        await stage.open("unit", unit=UNIT)
        await stage.press("h")
        assert "nothing to hand in" in " ".join(stage.text.split())
    study(machine)
    async with on_stage(machine, TODAY, size=size) as stage:
        await stage.open("unit", unit=UNIT)
        await stage.press("h")
        assert "2 modules studied" in stage.text and "~/dem.u1-dora-" in stage.text
        await stage.press("escape")
        assert not list(tmp_path.glob("*.zip"))
        await stage.press("h", "enter")
        (file,) = tmp_path.glob("dem.u1-dora-*.zip")
        assert file.name in "".join(stage.text.split()) and "Give this file" in " ".join(stage.text.split())
    machine.close()
