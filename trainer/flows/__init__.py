"""What a person does, without a front end: each flow is a frozen view and methods that change it.

Flows join content, engine and store; they own the clock and choose seeds. They neither print nor translate: views hold
texts by language, refusals are :class:`~trainer.kernel.problems.Problem`. To add one: a file with a view and a class.
"""
