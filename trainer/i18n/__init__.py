"""Words in the learner's language: catalogues, plurals, numbers, dates, names of languages.

Plain messages are served by the standard library from compiled catalogues; Babel is imported only for numbers, dates,
names, and to compile or update catalogues. No code names a language: the folders of ``locales`` are the languages.
To add one: a folder ``locales/<language>/LC_MESSAGES`` with a ``trainer.po``, then ``python -m trainer.i18n.update``.
"""
