"""The instructor's machine: hand-ins taken in, work judged by raters by keys, a record issued, handed out, revoked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.e2e.certifying.machine import Machine
from tests.e2e.plays.aftermath import whole_page
from tests.e2e.plays.hands import Seeing
from tests.e2e.plays.proof import LINES
from tests.e2e.terminal import ScreenTimeout

RATERS = ("Bruno Neri", "Carla Verdi")
#: What each rater gives the criteria of a rationale, over and over: they differ, and need no third one.
LEVELS = {RATERS[0]: "23", RATERS[1]: "322"}
#: Columns from which a piece of work stands beside its rubric.
BESIDE = 100
_CRITERION = re.compile(r"▸ ([○✓] [^\n]*)")
PASSPHRASE = "correct horse battery"


class Instructor(Machine):
    """``person``: the learner's name, as the register knows it."""

    person = ""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.name = "Dora Bianchi"

    # -- commands ------------------------------------------------------------------------------------------------

    def take_in(self, file: Path) -> None:
        """Take a hand-in in; it must be taken."""
        self.command("import", "register", "import", str(file))

    def lacking(self) -> tuple[str, ...]:
        """The conditions that stand against the learner's record; nothing is issued by asking."""
        code, said = self.ask("issue-refused", "record", "issue", self.unit, "--person", self.person, "--json",
                              "--passphrase-file", str(self.passphrase))  # fmt: skip
        if code != 1:
            raise ScreenTimeout(f"a record was issued, or could not be refused ({code}):\n{said}")
        found = json.loads(said)["lacking"]
        if not all(one["why"] for one in found):
            raise ScreenTimeout(f"a condition is refused without a sentence: {said}")
        return tuple(one["condition"] for one in found)

    @property
    def passphrase(self) -> Path:
        """A file only the instructor reads."""
        path = self.home / "passphrase"
        if not path.exists():
            path.touch(0o600)
            path.write_text(PASSPHRASE + "\n", encoding="utf-8")
        return path

    def become_issuer(self, name: str) -> Path:
        """A key of one's own, and the public file that others verify with."""
        self.command("issuer-init", "issuer", "init", "--name", name, "--country", "IT", "--contact",
                     "records@example.org", "--quality", "Two raters judge every rationale.", "--passphrase-file",
                     str(self.passphrase))  # fmt: skip
        public = self.home / "issuer.json"
        self.command("issuer-show", "issuer", "show", "-o", str(public))
        return public

    def issue(self) -> str:
        """Issue the record: its id."""
        said = self.command("issue", "record", "issue", self.unit, "--person", self.person, "--by", self.name, "--json",
                            "--passphrase-file", str(self.passphrase))  # fmt: skip
        return str(json.loads(said)["record"])

    def hand_out(self, record: str, folder: Path) -> Mapping[str, Path]:
        """Everything there is of a record, and the list of revoked ones."""
        folder.mkdir(parents=True, exist_ok=True)
        files = {"json": folder / "record.json", "jcs": folder / "record-jcs.json", "pdf": folder / "record.pdf",
                 "list": folder / "status.json", "dossier": folder / "dossier"}  # fmt: skip
        self.command("export", "record", "export", record, "--json-file", str(files["json"]), "--jcs-file",
                     str(files["jcs"]), "--pdf", str(files["pdf"]), "--status-list", str(files["list"]),
                     "--dossier", str(files["dossier"]))  # fmt: skip
        if lacking := [name for name, path in files.items() if not path.exists()]:
            raise ScreenTimeout(f"not written: {lacking}")
        return files

    def records(self) -> dict[str, str]:
        """The records issued here, each with how it stands, the first one first."""
        found = json.loads(self.command("list", "record", "list", "--json"))["records"]
        return {str(one["record"]): str(one["status"]) for one in found}

    def revoke(self, record: str, reason: str, listed: Path) -> None:
        """Revoke it, and hand out the list that says so."""
        self.command("revoke", "record", "revoke", record, "--reason", reason, "--passphrase-file",
                     str(self.passphrase))  # fmt: skip
        listed.unlink(missing_ok=True)
        self.command("export-list", "record", "export", "--status-list", str(listed))

    # -- the register, by keys -----------------------------------------------------------------------------------

    def open_register(self) -> Seeing:
        """The program at the register."""
        seeing = self.today(self.open()) if self.terminal else self.begin()
        seeing.press("g")
        seeing.until(lambda: seeing.sees(self._("Go to")), "the places")
        seeing.press_until("r", lambda: self._("Register") in seeing.terminal.lines[0], "the register")
        seeing.settle(lambda: seeing.body)
        seeing.terminal.frame("register")
        return seeing

    def judge(self, seeing: Seeing, rater: str, *, first: bool) -> int:
        """Sign as this rater and judge whatever waits; how many pieces that were."""
        seeing.press_until("a", lambda: self._at_queue(seeing), "the queue")
        self._sign(seeing, rater)
        if first:
            wanted = self._("Two raters are wanted for each piece.")
            seeing.press_until("d", lambda: seeing.sees(wanted), wanted)
        seeing.terminal.frame("queue")
        due, judged = self._due(seeing), 0
        seeing.press("home", "enter")
        with self.unwatched():
            while judged < due:
                judged += 1
                self._judge_piece(seeing, rater, last=judged == due)
        seeing.press_until("escape", lambda: not self._due(seeing) and self._at_queue(seeing), "the queue")
        seeing.terminal.frame("queue-judged")
        seeing.press_until("escape", lambda: not self._at_queue(seeing), "the register")
        return judged

    def _at_queue(self, seeing: Seeing) -> bool:
        return f"{self._('Register')} · {self._('Assess')}" in seeing.terminal.lines[0]

    def _sign(self, seeing: Seeing, rater: str) -> None:
        seeing.press_until("r", lambda: seeing.sees(self._("Who decides?")), "who judges")
        seeing.press(*["backspace"] * 40)
        seeing.terminal.type(rater)
        seeing.until(lambda: seeing.sees(rater), rater)
        signed = self._("Judging as {name}.").replace("{name}", rater)
        seeing.press_until("enter", lambda: seeing.sees(signed), signed)

    def _due(self, seeing: Seeing) -> int:
        found = re.search(rf"{re.escape(self._('To be judged by you'))}\s+·?\s*(\d+)", seeing.terminal.text)
        return int(found[1]) if found else 0

    def _judge_piece(self, seeing: Seeing, rater: str, *, last: bool) -> None:
        """A level for each criterion of the open piece, then judged; then the next one that waits."""
        seeing.settle(lambda: seeing.body)
        seeing.terminal.frame("piece")
        self._read(seeing)
        given = 0
        while (open_one := self._criterion(seeing)).startswith("○"):
            # A level leads to the next criterion without one; the last one stays open.
            seeing.press(LEVELS[rater][given % len(LEVELS[rater])])
            seeing.until(lambda open_one=open_one: self._criterion(seeing) not in ("", open_one), "a level")
            given += 1
        seeing.terminal.frame("piece-levels")
        done = (self._("Judged by you; another rater is wanted."), f"✓ {self._('Sufficient')}")
        seeing.press("enter")
        seeing.until(lambda: self._is_said(seeing, done), "the judgement")
        seeing.terminal.frame("piece-judged")
        if not last:
            title = seeing.terminal.lines[0]
            seeing.press_until("enter", lambda: seeing.terminal.lines[0] != title, "the next piece")

    def _is_said(self, seeing: Seeing, sentences: Sequence[str]) -> bool:
        """Whether one of these stands on the page, or above what of it is seen."""
        return any(map(seeing.sees, sentences)) or (
            seeing.changes("pageup", lambda: seeing.body) and any(map(seeing.sees, sentences))
        )

    def _criterion(self, seeing: Seeing) -> str:
        """The line of the criterion that is open: whether it has a level, and what it is."""
        found = _CRITERION.search(seeing.terminal.text)
        return found[1].strip() if found else ""

    def _read(self, seeing: Seeing) -> None:
        """The work itself, to its end; where it does not stand beside the rubric, with a key and back."""
        alone = seeing.terminal.columns < BESIDE
        if alone:
            seeing.changes("tab", lambda: seeing.body)
        lines = whole_page(seeing.terminal)
        seeing.terminal.frame("piece-work")
        if LINES[self.language][:20] not in "\n".join(lines):
            raise ScreenTimeout("the rationale cannot be read:\n" + "\n".join(lines))
        if alone:
            seeing.changes("tab", lambda: seeing.body)

    def accept(self, seeing: Seeing) -> None:
        """Accept, for this learner, that the work was done unsupervised."""
        seeing.find(self.person)
        seeing.press_until("enter", lambda: f"· {self.person}" in seeing.terminal.lines[0], "the learner's page")
        seeing.settle(lambda: seeing.body)
        seeing.terminal.frame("learner")
        seeing.press_until("d", lambda: seeing.sees(self._("To be decided")), "the decisions")
        seeing.terminal.frame("decisions")
        seeing.find(self._("Accept that the work was done unsupervised, on the learner's own machine"))
        seeing.press("enter")
        asks = self._("Accept unsupervised work?")
        seeing.until(lambda: seeing.sees(asks), asks)
        seeing.terminal.frame("accept-asks")
        seeing.confirm(asks)
        nothing = self._("nothing waits for that")
        seeing.until(lambda: seeing.sees(nothing), nothing)
        seeing.terminal.frame("accepted")
        seeing.press_until("escape", lambda: not seeing.sees(nothing), "the learner's page")

    # -- the record, by keys -------------------------------------------------------------------------------------

    def to_record(self) -> Seeing:
        """The program at the learner's record."""
        seeing = self.open_register()
        seeing.find(self.person)
        seeing.press_until("enter", lambda: f"· {self.person}" in seeing.terminal.lines[0], "the learner's page")
        seeing.settle(lambda: seeing.body)
        holds = self._("A record was issued and holds.")
        seeing.press_until("r", lambda: seeing.sees(holds), holds)
        seeing.terminal.frame("record")
        return seeing

    def correct(self, seeing: Seeing, name: str) -> None:
        """Issue it again under another name; a passphrase that is wrong opens nothing."""
        for passphrase, good in ((f"{PASSPHRASE} not", False), (PASSPHRASE, True)):
            before = self.records()
            seeing.press_until("c", lambda: seeing.sees(self._("Holder")), "the holder to be asked for")
            seeing.terminal.type(name)
            seeing.until(lambda: seeing.sees(name), name)
            seeing.press_until("enter", lambda: seeing.sees(self._("Namesakes")), "what tells namesakes apart")
            asks = self._("Passphrase of the issuer's key")
            seeing.press_until("enter", lambda asks=asks: seeing.sees(asks), asks)
            seeing.terminal.type(passphrase)
            seeing.terminal.frame("record-passphrase")
            if seeing.sees(passphrase):
                raise ScreenTimeout("the passphrase can be read on the screen")
            said = self._("Issued.") if good else self._("The key does not open with this passphrase.")
            seeing.press_until("enter", lambda said=said: seeing.sees(said), said)
            seeing.terminal.frame("record-corrected" if good else "record-refused")
            if (self.records() != before) != good:
                raise ScreenTimeout(f"with the {'right' if good else 'wrong'} passphrase: {self.records()}")
