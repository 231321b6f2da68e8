"""``trainer check``: every rule content must keep, and the report of what breaks them.

``rules/<family>.py`` holds one family each, ``rules/table.py`` names them all, ``wordlists/<language>.yaml`` the words
that rules look for, ``gather`` what is checked. Rules are pure functions over what ``gather`` loaded and return hits;
nothing here prints, translates or changes a file.

To add a rule: a function in its family's file and a line in that family's ``RULES``. To add a language: a word list;
without one the rules that need words leave the language alone.
"""
