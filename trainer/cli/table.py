"""The global options and the verbs with what each is for, in the order ``--help`` shows them."""

from __future__ import annotations

from trainer.kernel.problems import N_

OPTIONS: dict[str, str] = {
    "--home DIR": N_("keep data, settings and cache below DIR (or TRAINER_HOME)"),
    "--learner ID": N_("open this learner"),
    "--lang CODE": N_("language of messages (it, en)"),
    "--json": N_("print JSON and nothing else on standard output"),
    "--version": N_("print the version and leave"),
    "-h, --help": N_("show this help and leave"),
}

VERBS: dict[str, str] = {
    "study": N_("read a lesson"),
    "practise": N_("practise items with immediate feedback"),
    "exam": N_("take an exam, or draw a paper"),
    "unit": N_("say how far a unit is and list the tries at its exam"),
    "catalogue": N_("list qualifications, units and modules"),
    "check": N_("check content and say what to mend"),
    "schema": N_("print the JSON Schemas of content files"),
    "content": N_("add, list or remove content of your own"),
    "learner": N_("list, rename, export, import or erase learners, or hand in a unit"),
    "register": N_("take in what learners handed in, and see where a class stands"),
    "issuer": N_("become the issuer of records, and look after its key"),
    "record": N_("issue, list, hand out, verify or revoke completion records"),
    "bank": N_("make and score blind sheets of a question bank"),
    "doctor": N_("look at this installation and mend what can be mended"),
}
