"""Who plays which kind of exercise."""

from __future__ import annotations

from tests.e2e.plays.desk import Desk
from tests.e2e.plays.hands import Hands
from tests.e2e.plays.post import Post
from tests.e2e.plays.talk import Talk

KINDS: dict[str, type[Hands]] = {"dialogue": Talk, "desk": Desk, "workstation": Post}
