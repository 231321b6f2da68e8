"""A record by keys: what is missing, issuing with a passphrase, correcting, revoking, handing out; one's own page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from tests.flows.offices import ASSESSOR, DRAFT, PASSPHRASE, Office, accept, judge
from tests.flows.registering import UNIT, Machine, School, study, take
from tests.tui.hostile import BAIT, harm
from tests.tui.stage import Stage, on_stage
from trainer.flows.issued_records import issued_records
from trainer.flows.verifying import verify_file
from trainer.tui.messages import OpenScreen

SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]


@pytest.fixture(scope="module")
def class_of_two(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Anna has done everything and was judged; Bea has studied. There is no issuer."""
    school = School(tmp_path_factory.mktemp("school"))
    anna = school.finished("Anna Rossi")
    file = anna.hand_in("anna.zip").file
    anna.close()
    office = Office(school, "office")
    take(office.register, file, school.handed_in("Bea", study))
    judge(office.register, office.person())
    return office


@pytest.fixture
def office(class_of_two: Office, request: pytest.FixtureRequest) -> Iterator[Office]:
    name = "".join(sign if sign.isalnum() else "-" for sign in request.node.name)
    found = class_of_two.copy(f"tui-{name}"[:80])
    found.register.assessor(ASSESSOR)
    yield found


@asynccontextmanager
async def record_of(
    office: Office, *, size: tuple[int, int] = (80, 60), language: str = "en", person: str = "Anna Rossi"
) -> AsyncIterator[Stage]:
    machine = office.machine
    machine.create_learner("Ivo", language, "it", "dem")
    async with on_stage(machine, OpenScreen("today"), language=language, size=size) as stage:
        await stage.open("record", person=office.person(person), unit=UNIT)
        yield stage
    machine.close()


def seen(stage: Stage) -> str:
    return " ".join(stage.text.split())


async def everything(stage: Stage) -> str:
    """The whole page, from top to bottom."""
    await stage.press("home")
    found = [seen(stage)]
    for _ in range(8):
        await stage.press("pagedown")
        found.append(seen(stage))
    await stage.press("home")
    return " ".join(found)


def be_an_issuer(office: Office, passphrase: str | None = None) -> None:
    office.flow().issuers.init(DRAFT, passphrase)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_what_is_missing_is_a_list_with_what_to_do(office: Office, size: tuple[int, int], language: str) -> None:
    async with record_of(office, size=size, language=language) as stage:
        text = await everything(stage)
        for words in (
            ("There is an issuer", "«trainer issuer init»") if language == "en" else ("ente che rilascia", "init»")
        ):
            assert words in text
        assert ("6 of 8 met" if language == "en" else "6 su 8") in text
        await stage.press("i")
        assert ("unsupervised" if language == "en" else "senza sorveglianza") in seen(stage)
        await stage.press("v")
        assert stage.screens[-1] == "RecordScreen" and harm(stage.app) == []
    assert office.files() == []


async def test_a_condition_leads_to_where_it_is_put_right(office: Office) -> None:
    async with record_of(office) as stage:
        await stage.press(*["down"] * 6, "enter")
        assert stage.screens[-1] == "DecideScreen"
        await stage.press("escape")
        assert stage.screens[-1] == "RecordScreen"
        accept(office.register, office.person())
        await stage.press("escape")
        await stage.open("record", person=office.person(), unit=UNIT)
        assert "7 of 8 met" in seen(stage)


@pytest.mark.parametrize("size", SIZES[::2])
async def test_issued_with_a_passphrase_that_nobody_sees(office: Office, size: tuple[int, int]) -> None:
    accept(office.register, office.person())
    be_an_issuer(office, PASSPHRASE)
    async with record_of(office, size=size) as stage:
        assert "Every condition is met" in seen(stage)
        await stage.press("v")
        assert stage.screens[-1] == "Sheet" and "This is how it would be issued now" in seen(stage)
        await stage.press("escape", "i")
        assert "Anna Rossi" in seen(stage)
        await stage.press("enter", *"RSSNNA99B68H501X", "enter")
        assert "tax code" in seen(stage), "refused where it is typed"
        await stage.press("ctrl+u", *"1999-02-28", "enter")
        await stage.press(*"wrong horse battery")
        assert "wrong" not in seen(stage) and "•••" in seen(stage)
        await stage.press("enter")
        assert "The key does not open with this passphrase." in seen(stage) and office.files() == []
        await stage.press("i", "enter", *"1999-02-28", "enter", *PASSPHRASE, "enter")
        (one,) = issued_records(office.register)
        assert "Issued." in seen(stage) and "holds" in seen(stage)
        assert office.flow().read(one.record)[0].holder.birth_date == "1999-02-28"
        await stage.press("v")
        assert "Anna Rossi" in seen(stage)
        await stage.press("escape", "x", *"somebody else sat the exam", "enter", *PASSPHRASE, "enter")
        assert "Revoked." in seen(stage)
    (one,) = issued_records(office.register)
    assert one.status == "revoked" and one.reason == "somebody else sat the exam" and one.by == ASSESSOR


async def test_leaving_a_question_does_nothing(office: Office) -> None:
    accept(office.register, office.person())
    be_an_issuer(office, PASSPHRASE)
    async with record_of(office) as stage:
        for keys in (("i", "escape"), ("i", "enter", "escape"), ("i", "enter", "enter", "escape")):
            await stage.press(*keys)
            assert stage.screens[-1] == "RecordScreen" and office.files() == []


async def test_corrected_and_handed_out(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    accept(office.register, office.person())
    be_an_issuer(office)
    first = office.flow().issue(office.person(), UNIT, None)
    async with record_of(office) as stage:
        assert "A record was issued and holds." in seen(stage)
        await stage.press("c", *"Anna Maria Rossi", "enter", "enter")
        assert [one.status for one in issued_records(office.register)] == ["superseded", "good"]
        await stage.press("e", "enter")
        assert "Written to" in seen(stage)
    (folder,) = tmp_path.glob("anna-rossi-dem.u1-*")
    day = office.school.clock.now().date()
    found = verify_file(
        folder / "record.pdf", issuers=[str(folder / "issuer.json")], status=folder / "status-list.json", today=day
    )  # fmt: skip
    assert found.exit_code == 0 and found.record is not None
    assert found.record.holder.name == "Anna Maria Rossi" and found.record.supersedes == first.record


async def test_whoever_nobody_knows_is_asked_for_a_name(class_of_two: Office) -> None:
    office = class_of_two.copy("nameless")
    office.register.store.files.save_settings(type(office.register.settings())())
    accept(office.register, office.person())
    office.register.store.files.save_settings(type(office.register.settings())())
    be_an_issuer(office)
    async with record_of(office) as stage:
        await stage.press("i", "enter", "enter")
        assert "Who decides?" in seen(stage)
        await stage.press(*"Carla", "enter")
        assert "Issued." in seen(stage)
    assert [one.by for one in issued_records(office.register)] == ["Carla"]


async def test_it_opens_from_the_learner_of_a_class(office: Office) -> None:
    machine = office.machine
    machine.create_learner("Ivo", "en", "it", "dem")
    async with on_stage(machine, OpenScreen("today"), size=(80, 40)) as stage:
        await stage.open("register_learner", person=office.person("Bea"), unit=UNIT)
        await stage.press("r")
        assert stage.screens[-1] == "RecordScreen" and "The record cannot be issued yet." in seen(stage)
        await stage.press("escape")
        assert stage.screens[-1] == "RegisterLearnerScreen"
    machine.close()


async def test_bait_in_a_name_and_a_reason(office: Office) -> None:
    accept(office.register, office.person())
    be_an_issuer(office)
    async with record_of(office) as stage:
        await stage.press("i", "ctrl+u")
        stage.app.post_message(events.Paste(BAIT))
        await stage.press("enter", "enter")
        assert harm(stage.app) == []
        for one in issued_records(office.register):
            await stage.press("x")
            stage.app.post_message(events.Paste(BAIT))
            await stage.press("enter")
            assert harm(stage.app) == [] and one.record
        await stage.press("v")
        assert harm(stage.app) == []


# -- the learner's own page ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_the_learner_sees_what_is_missing(
    class_of_two: Office, size: tuple[int, int], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    machine = Machine(class_of_two.school, tmp_path / "home")
    machine.create_learner("Bea", language, "it", "dem")
    study(machine)
    async with on_stage(machine, OpenScreen("today"), language=language, size=size) as stage:
        await stage.open("unit", unit=UNIT)
        await stage.press("r")
        assert stage.screens[-1] == "OwnRecordScreen"
        text = await everything(stage)
        assert ("2 of 4 met" if language == "en" else "2 su 4") in text
        assert ("a complaint" if language == "en" else "un reclamo") in text
        await stage.press("s", "enter")
        assert ("Written to" if language == "en" else "Scritto in") in seen(stage)
        await stage.press("escape")
        assert stage.screens[-1] == "UnitScreen"
    (statement,) = tmp_path.glob("*.pdf")
    assert statement.read_bytes().startswith(b"%PDF")
    machine.close()
