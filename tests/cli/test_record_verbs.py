"""``trainer issuer`` and ``trainer record`` from first word to exit code; the study statement and the class report."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.flows.offices import ASSESSOR, DRAFT, PASSPHRASE, Office, accept, judge
from tests.flows.registering import UNIT, School, take
from trainer.cli.context import Context
from trainer.cli.main import main

Run = Any


@pytest.fixture(scope="module")
def class_of_one(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A register in which everything is met but that there is no issuer."""
    school = School(tmp_path_factory.mktemp("school"))
    anna = school.finished("Anna Rossi")
    file = anna.hand_in("anna.zip").file
    anna.close()
    office = Office(school, "office")
    take(office.register, file)
    judge(office.register, office.person())
    accept(office.register, office.person())
    return office


@pytest.fixture
def office(class_of_one: Office, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A copy of it, which commands run on, at the time of its clock."""
    found = class_of_one.copy(f"cli-{request.node.name}"[:60])
    monkeypatch.setattr(Context, "workspace", lambda self: found.machine)
    monkeypatch.setattr("trainer.kernel.clock.SystemClock", lambda: found.school.clock)
    return found


@pytest.fixture
def trainer(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: exit code, standard output and standard error."""

    def run(*words: str, language: str = "en") -> tuple[int, str, str]:
        code = main(["--lang", language, *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def init(trainer: Run, *more: str) -> tuple[int, str, str]:
    said: tuple[int, str, str] = trainer(
        "issuer", "init", "--name", DRAFT.name, "--country", "IT", "--contact", DRAFT.contact, "--quality",
        DRAFT.quality_assurance, *more,
    )  # fmt: skip
    return said


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    path = tmp_path / "passphrase"
    path.write_text(f"{PASSPHRASE}\n")
    return str(path)


@pytest.mark.parametrize("language", ["it", "en"])
def test_from_an_issuer_to_a_revoked_record(
    office: Office, trainer: Run, passphrase: str, tmp_path: Path, language: str
) -> None:
    def said(*words: str) -> tuple[int, str, str]:
        found: tuple[int, str, str] = trainer(*words, language=language)
        return found

    record, page, listed, key = (str(tmp_path / name) for name in ("r.json", "r.pdf", "l.json", "k.json"))
    opening = ("--passphrase-file", passphrase)
    code, _, error = said("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR)
    assert code == 1 and "  8 " in error and "trainer issuer init" in error
    assert init(trainer, *opening)[0] == 0
    assert said("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR, *opening)[0] == 0
    code, out, _ = said("--json", "record", "list")
    (one,) = json.loads(out)["records"]
    number = one["record"][9:17]
    assert said("record", "show", number)[0] == 0
    assert said("record", "export", number, "--json-file", record, "--pdf", page, "--status-list", listed)[0] == 0
    assert said("issuer", "show", "-o", key)[0] == 0
    for file in (record, page):
        assert said("record", "verify", file)[0] == 11
        assert said("record", "verify", file, "--issuer", key)[0] == 0
        assert said("record", "verify", file, "--issuer", key, "--status", listed)[0] == 0
    Path(record).write_bytes(Path(record).read_bytes().replace(b"Anna", b"Anja"))
    code, out, _ = said("record", "verify", record, "--issuer", key)
    assert code == 10 and "✗" in out
    assert said("record", "revoke", number, "--reason", "a mistake", *opening)[0] == 0
    Path(listed).unlink()
    assert said("record", "export", "--status-list", listed)[0] == 0
    assert said("record", "verify", page, "--issuer", key, "--status", listed)[0] == 13
    assert said("record", "list")[1].count("a mistake") == 1


def test_json_is_all_there_is_on_standard_output(office: Office, trainer: Run, tmp_path: Path) -> None:
    code, out, error = trainer("--json", "record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR)
    lacking = json.loads(out)
    assert code == 1 and lacking["issued"] is False and [one["condition"] for one in lacking["lacking"]] == ["issuer"]
    code, out, error = trainer(
        "--json", "issuer", "init", "--name", DRAFT.name, "--country", "it", "--contact", "x", "--quality", "y",
        "--unprotected",
    )  # fmt: skip
    issuer = json.loads(out)
    assert code == 0 and issuer["protected"] is False and "whoever reads this file" in error
    for words, names in (
        (("record", "issue", UNIT, "--person", "Anna Rossi"), {"record", "status", "unit"}),
        (("record", "list"), {"records"}),
        (("issuer", "show"), {"keys", "name"}),
        (("issuer", "backup", "-o", str(tmp_path / "b")), {"file", "protected"}),
        (("record", "renew-list"), {"renewed"}),
        (("issuer", "rotate", "--unprotected"), {"keys"}),
    ):
        code, out, _ = trainer("--json", *words)
        assert code == 0 and names <= json.loads(out).keys(), words
    code, out, _ = trainer("--json", "record", "show", office.flow().register.state.issued.copy().popitem()[0])
    assert code == 0 and json.loads(out)["holder"]["name"] == "Anna Rossi"
    page = str(tmp_path / "p.pdf")
    trainer("record", "export", "urn:uuid:" + next(iter(office.register.state.issued))[9:], "--pdf", page)
    code, out, _ = trainer("--json", "record", "verify", page)
    found = json.loads(out)
    assert code == 11 == found["exit_code"] and found["record"]["holder"] == "Anna Rossi"
    assert [one["about"] for one in found["findings"]] == ["integrity", "issuer", "status", "page"]


def test_a_record_in_words(office: Office, trainer: Run, tmp_path: Path) -> None:
    init(trainer, "--unprotected")
    trainer("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR, "--birth-date", "1999-02-28")
    record = next(iter(office.register.state.issued))
    code, out, _ = trainer("record", "show", record)
    assert code == 0 and "\x1b" not in out and "Anna Rossi" in out and "Status: holds" in out
    for words in ("Feb 28, 1999", "Yesterday’s rucksack", "unsupervised, on the learner's own machine", "house rule",
                  "dem.u1.k01", "public items", "Lucia Neri", DRAFT.name):  # fmt: skip
        assert words in out
    assert max(map(len, out.splitlines())) <= 96
    file = tmp_path / "r.pdf"
    trainer("record", "export", record[9:], "--pdf", str(file), "--languages", "it")
    code, again, _ = trainer("record", "show", str(file))
    assert code == 0 and again.strip() == out.partition("\nStatus")[0].strip()
    code, _, error = trainer("record", "show", "ffff0000")
    assert code == 1 and "record list" in error


def test_passphrases_come_from_where_nobody_else_reads_them(
    office: Office, trainer: Run, passphrase: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _, error = init(trainer)
    assert code == 2 and "--passphrase-file" in error
    code, _, error = init(trainer, "--unprotected", "--passphrase-file", passphrase)
    assert code == 2
    (tmp_path / "empty").write_text("\n")
    assert init(trainer, "--passphrase-file", str(tmp_path / "empty"))[0] == 2
    assert init(trainer, "--passphrase-file", str(tmp_path / "none"))[0] == 3
    (tmp_path / "short").write_text("short")
    code, _, error = init(trainer, "--passphrase-file", str(tmp_path / "short"))
    assert code == 1 and "at least 12" in error
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSPHRASE}\r\nmore"))
    assert init(trainer, "--passphrase-file", "-")[0] == 0
    assert init(trainer, "--passphrase-file", passphrase)[0] == 1
    (tmp_path / "wrong").write_text("wrong horse battery")
    words = ("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR)
    code, _, error = trainer(*words, "--passphrase-file", str(tmp_path / "wrong"))
    assert code == 1 and error == "trainer: The key does not open with this passphrase.\n"
    assert trainer(*words)[0] == 2, "nobody to ask"
    assert office.files() == []
    assert trainer(*words, "--passphrase-file", passphrase)[0] == 0


def test_on_a_terminal_it_is_asked_for_twice(
    office: Office, trainer: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    answers = iter([PASSPHRASE, "another one typed", PASSPHRASE, PASSPHRASE, "wrong horse battery", PASSPHRASE])
    monkeypatch.setattr("sys.stdin", Terminal("Scuola\nit\na@b.it\nRevisione\n" * 2))
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: next(answers))
    assert trainer("issuer", "init")[0] == 1
    assert trainer("issuer", "init")[0] == 0 and office.flow().issuers.issuer().name == "Scuola"
    words = ("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR)
    assert [trainer(*words)[0] for _ in range(2)] == [1, 0]


def test_what_is_asked_of_export(office: Office, trainer: Run, tmp_path: Path) -> None:
    init(trainer, "--unprotected")
    trainer("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR)
    record = next(iter(office.register.state.issued))
    assert trainer("record", "export", record)[0] == 2
    assert trainer("record", "export", "--pdf", str(tmp_path / "x.pdf"))[0] == 2
    assert trainer("record", "export", record, "--pdf", str(tmp_path / "x.pdf"), "--languages", "de")[0] == 1
    code, _, _ = trainer(
        "record", "export", record, "--dossier", str(tmp_path / "d"), "--jcs-file", str(tmp_path / "j")
    )
    assert code == 0 and (tmp_path / "j").exists() and len(list((tmp_path / "d").iterdir())) == 1
    code, _, error = trainer("record", "export", record, "--jcs-file", str(tmp_path / "j"))
    assert code == 1 and "exists already" in error


def test_a_correction_and_a_clock_set_back(office: Office, trainer: Run) -> None:
    init(trainer, "--unprotected")
    words = ("record", "issue", UNIT, "--person", "Anna Rossi", "--by", ASSESSOR)
    trainer(*words)
    record = next(iter(office.register.state.issued))
    code, _, error = trainer(*words)
    assert code == 1 and "--corrects" in error
    office.school.clock.move_wall(-86_400)
    try:
        code, _, error = trainer(*words, "--corrects", record)
        assert code == 1 and "Set the clock right" in error
    finally:
        office.school.clock.move_wall(86_400)
    code, out, _ = trainer(*words, "--corrects", record, "--name", "Anna Maria Rossi")
    assert code == 0 and record in out
    assert trainer("record", "list")[1].count("superseded") == 1


def test_the_statement_and_the_report(office: Office, trainer: Run, tmp_path: Path) -> None:
    bea = office.school.learner("Bea")
    bea.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Context, "workspace", lambda self: office.school.machine("Bea"))
        statement = tmp_path / "s.pdf"
        code, out, _ = trainer("learner", "statement", UNIT, "-o", str(statement), "--languages", "both")
        assert code == 0 and "self-declared" in out
        assert trainer("record", "verify", str(statement))[0] == 18
        assert trainer("learner", "statement", "dem.u9", "-o", str(tmp_path / "x.pdf"))[0] == 1
    code, out, _ = trainer("--json", "register", "report", "-o", str(tmp_path / "r.pdf"))
    assert code == 0 and json.loads(out)["learners"] == 1 and (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert trainer("register", "report", "-o", str(tmp_path / "r.pdf"))[0] == 1
    assert trainer("register", "report", "-o", str(tmp_path / "none" / "r.pdf"))[0] == 3
