"""The rules, one file per family; each exposes ``RULES``, and ``table`` names the families.

A rule looks at what is given to it and yields hits. It reads no file and knows no language: words come from
``trainer.checking.words``. To add a family: a file here and its name in ``table``.
"""
