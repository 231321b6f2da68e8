"""``trainer catalogue``: what there is to learn, for people or as JSON."""

from __future__ import annotations

import argparse

from trainer.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("qualification", nargs="?", metavar="ID", help="show one qualification with its units")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.catalogue.as_json import catalogue_as_json
    from trainer.flows.words import readiness_words

    catalogue = context.workspace().catalogue
    if context.json:
        context.print_json(catalogue_as_json(catalogue))
        return 0
    text = context.translator.text
    for row in catalogue.qualifications():
        if options.qualification not in (None, row.id):
            continue
        context.say(f"{row.id}  {text(row.title)}")
        for unit in catalogue.units(row.id):
            context.say(f"  {unit.id:10} {text(unit.title)} ({context._(readiness_words(unit.readiness))})")
    context.say()
    for module in catalogue.modules():
        if module.state == "present":
            counts = context._("{lessons} lessons, {items} items", lessons=module.lessons, items=module.items)
            context.say(f"  {module.slug:36} {counts}")
        else:
            context.say(f"  {module.slug:36} {context._('in preparation')}")
    return 0
