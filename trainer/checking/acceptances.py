"""Warnings an author accepts, with the reason: they become infos. What accepts nothing is a warning itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from trainer.checking.findings import Finding
from trainer.checking.seen import SeenItem
from trainer.kernel.problems import N_, Problem

_ACCEPTED = N_("Accepted ({reason}): {finding}")
_UNKNOWN = N_("«{rule}» is no rule of the checker; take the acceptance out or correct its name.")
_UNUSED = N_("The item accepts «{rule}», which finds nothing in it; take the acceptance out.")
_ERROR = N_("«{rule}» is an error here and cannot be accepted; mend the item and take the acceptance out.")


def accept(
    findings: Iterable[tuple[Finding, SeenItem | None]], items: Iterable[SeenItem], rules: Collection[str]
) -> Iterator[Finding]:
    """The findings with what their items accept turned into infos, and warnings on acceptances."""
    used, refused = set[tuple[int, str]](), set[tuple[int, str]]()
    for finding, seen in findings:
        reason = seen.item.accept.get(finding.rule) if seen is not None else None
        if reason is None:
            yield finding
        elif finding.severity == "error":
            refused.add((id(seen), finding.rule))
            yield finding
        else:
            used.add((id(seen), finding.rule))
            values = {"reason": reason, "finding": Problem(finding.template, **finding.values)}
            yield Finding(finding.file, finding.line, finding.rule, "info", _ACCEPTED, values)
    for seen in items:
        for rule in seen.item.accept:
            if (id(seen), rule) not in used:
                unknown = rule not in rules
                template = _UNKNOWN if unknown else _ERROR if (id(seen), rule) in refused else _UNUSED
                line = seen.line_of(("accept", rule))
                yield Finding(seen.file, line, "A01" if unknown else "A02", "warning", template, {"rule": rule})
