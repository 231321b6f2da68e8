"""The verbs and what each is for, in the order ``--help`` shows them."""

from __future__ import annotations

from trainer.kernel.problems import N_

VERBS: dict[str, str] = {
    "study": N_("read a lesson"),
    "practise": N_("practise items with immediate feedback"),
    "exam": N_("take an exam, or draw a paper"),
    "catalogue": N_("list qualifications, units and modules"),
    "check": N_("check content and say what to mend"),
    "schema": N_("print the JSON Schemas of content files"),
    "learner": N_("list, export or erase learners"),
    "bank": N_("make and score blind sheets of a question bank"),
    "doctor": N_("look at this installation and mend what can be mended"),
}
