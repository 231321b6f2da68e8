"""Who is learning: the learners of this machine to choose from.

On the way to the first screen: nothing here may import pydantic, TinyDB or the store.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.flows.workspace import Workspace
from trainer.kernel.record import Record
from trainer.kernel.text import LocalText
from trainer.progress.learners import by_last_use


class LearnerChoice(Record):
    """A learner. ``name`` is the id where the store cannot be read; ``qualification`` is empty until it is known.

    ``used_at``: when something was saved last, in epoch seconds.
    """

    id: str
    name: str
    qualification: LocalText
    used_at: float
    readable: bool


class ChooserView(Record):
    """The learners, who was here last first. ``present`` is the id of the one who is open, empty when nobody is."""

    learners: tuple[LearnerChoice, ...]
    present: str


class ChooserFlow:
    """Shows names at once; the titles of their qualifications come with :meth:`open`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._cards = by_last_use(workspace.locations)
        self._titles: Mapping[str, LocalText] = {}

    @property
    def view(self) -> ChooserView:
        learners = tuple(
            LearnerChoice(
                card.id, card.name or card.id, self._titles.get(card.qualification, {}), card.used_at,
                card.problem is None,
            )
            for card in self._cards
        )  # fmt: skip
        return ChooserView(learners, self._workspace.learner or "")

    @property
    def now(self) -> float:
        """Epoch seconds, for saying how long ago somebody was here."""
        return self._workspace.clock.now().timestamp()

    def open(self) -> None:
        """Read the titles of qualifications. Slow; where content is not compiled yet they stay unknown."""
        catalogue = self._workspace.catalogue_if_current()
        known = {row.id: row.title for row in catalogue.qualifications()} if catalogue else {}
        self._titles = {code: known.get(code, {"": code}) for code in {card.qualification for card in self._cards}}
