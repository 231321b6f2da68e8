"""``python -m tests.records.tamper``: every damage to a record with the exit code it leads to; 1 on any surprise."""

from __future__ import annotations

import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module

from tests.records import tampering
from tests.records.tampering.case import Case, Family

#: Families of so many cases are told by their number; of fewer, one by one.
MANY = 40


def families() -> Iterator[tuple[str, Family]]:
    """All families, by module: whoever adds one to ``tampering`` is found."""
    for module in sorted(info.name for info in pkgutil.iter_modules(tampering.__path__) if info.name != "case"):
        yield from import_module(f"{tampering.__name__}.{module}").FAMILIES.items()


def told(family: str, cases: list[Case]) -> Iterator[tuple[str, bool]]:
    """Lines of the table, and whether each is as it should be."""
    codes = [(case, case.run()) for case in cases]
    wrong = [(case, code) for case, code in codes if code not in case.expected]
    if len(cases) < MANY:
        for case, code in codes:
            yield f"  {case.name:62}{code:>4}", code in case.expected
        return
    counts = ", ".join(f"{number} × {code}" for code, number in sorted(Counter(code for _, code in codes).items()))
    yield f"  {len(cases)} cases: {counts}", not wrong
    for case, code in wrong:
        yield f"  {case.name:62}{code:>4}", False


def main() -> int:
    """Print the table."""
    surprises = 0
    for name, family in families():
        print(name)
        for line, right in told(name, list(family())):
            surprises += not right
            print(line if right else f"{line}   SURPRISE")
    print(f"{surprises} surprises" if surprises else "as it should be")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
