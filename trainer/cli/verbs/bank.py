"""``trainer bank blind --lang it -o F`` makes a sheet without keys; ``trainer bank blind score F`` compares answers."""

from __future__ import annotations

import argparse
import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.context import Context
from trainer.kernel.problems import N_, InputUnreadable, Refused, UsageProblem

if TYPE_CHECKING:
    from trainer.banks.blind import BlindScore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="blind")
    blind = verbs.add_parser("blind", help="make a blind sheet, or score a filled one")
    blind.add_argument("words", nargs="*", metavar="[MODULE] | score FILE…")
    blind.add_argument("-o", "--output", metavar="FILE.json", help="where to write the sheet")
    blind.add_argument("--seed", help="order of the options (default: a new one)")
    blind.add_argument("--record", action="store_true", help="with score: keep the figures beside the bank")


def run(options: argparse.Namespace, context: Context) -> int:
    if options.words[:1] == ["score"]:
        return _score(options, context)
    return _sheet(options, context)


def _sheet(options: argparse.Namespace, context: Context) -> int:
    from trainer.banks.blind import blind_sheet
    from trainer.flows.banking import load_items, only_bank

    if context.language is None or options.output is None or len(options.words) > 1:
        raise UsageProblem(N_("Write: trainer bank blind [MODULE] --lang CODE -o FILE.json"))
    bank = options.words[0] if options.words else only_bank()
    target = Path(options.output)
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    sheet = blind_sheet(bank, load_items(bank), context.language, options.seed or secrets.token_hex(4))
    target.write_text(json.dumps(sheet, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    context.say(context._("{count} items written to {file}.", count=len(sheet["items"]), file=target))
    return 0


def _score(options: argparse.Namespace, context: Context) -> int:
    from trainer.banks.blind import score_sheet, standing
    from trainer.flows.banking import load_items, record_blind

    if len(options.words) < 2:
        raise UsageProblem(N_("Write: trainer bank blind score FILE.json"))
    together: dict[tuple[str, str], list[BlindScore]] = {}
    rows = []
    for name in options.words[1:]:
        sheet = _read(Path(name))
        score = score_sheet(sheet, load_items(str(sheet.get("bank", ""))), name)
        together.setdefault((score.bank, score.language), []).append(score)
        rows.append(_row(name, score))
        _say(name, score, context)
    complete = True
    for (bank, language), scores in together.items():
        agreed = sum(standing(scores).values())
        complete = complete and agreed == scores[-1].items
        if len(scores) > 1:
            context.say(context._(
                "{bank}, {language}: {agreed} of {items} agree in their present wording.",
                bank=bank, language=language, agreed=agreed, items=scores[-1].items,
            ))  # fmt: skip
        if options.record:
            record_blind(scores)
    if context.json:
        context.print_json({"version": 1, "scores": rows})
    return 0 if complete else 1


def _row(name: str, score: BlindScore) -> dict[str, object]:
    wrong = [
        {"id": found.id, "answered": found.answered, "key": found.key, "sure": found.sure, "unclear": found.unclear}
        for found in score.disagreements
    ]
    return {
        "file": name, "bank": score.bank, "language": score.language, "items": score.items, "agreed": score.agreed,
        "share": round(score.share, 4), "missing": list(score.missing), "stale": list(score.stale),
        "disagreements": wrong, "excluded": list(score.excluded),
    }  # fmt: skip


def _say(name: str, score: BlindScore, context: Context) -> None:
    context.say(context._(
        "{file}: {agreed} of {items} agree with the key, {missing} without an answer, {stale} changed since.",
        file=name, agreed=score.agreed, items=score.items, missing=len(score.missing), stale=len(score.stale),
    ))  # fmt: skip
    if score.excluded:
        context.say(context.translator.ngettext(
            "{count} open question is left out: only an assessor can mark it.",
            "{count} open questions are left out: only an assessor can mark them.", len(score.excluded),
        ))  # fmt: skip
    for found in score.disagreements:
        answered = "; ".join("+".join(ids) or "–" for ids in found.answered.values())
        context.say(f"  {found.id}: {answered}  {found.unclear}")


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise InputUnreadable(N_("{file} cannot be read: {why}."), file=path, why=error.strerror) from None
    except ValueError as error:
        raise InputUnreadable(N_("{file} is not JSON: {why}."), file=path, why=str(error)) from None
    if not isinstance(data, dict):
        raise InputUnreadable(N_("{file} is not a filled blind sheet of this version."), file=path)
    return data
