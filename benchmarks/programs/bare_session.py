"""``bare_session.py WARM ITEMS``: as many keys as ``session.py`` types, given to a bare OptionList."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from option_list import Question
from quick_keys import type_quickly
from resident import resident_megabytes

_KEYS = ("a", "c", "enter", "b", "n")


async def main(warm: int, items: int) -> None:
    type_quickly()
    app = Question()
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(warm):
            await pilot.press(*_KEYS)
        before = resident_megabytes()
        for _ in range(items):
            await pilot.press(*_KEYS)
        print(json.dumps({"growth": resident_megabytes() - before, "warm": before}))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
