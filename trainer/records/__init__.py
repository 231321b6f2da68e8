"""Completion records: the record as data, its credential, keys, proofs, the status list and verification.

Everything here is pure: bytes and values in, bytes and values out. No file is written, no clock read and nothing drawn;
the day, the random bytes and the trusted keys are arguments. ``record.py`` and ``strict.py`` stand on the standard
library; the libraries for signatures and linked data are imported inside the functions that need them, so that opening
the program never waits for them.

To add a member to the record: its field in ``record.py`` (a new version if older readers must not see it) and a case in
``tests/records``; to add a purpose of the status list: ``status_list.py`` and its finding in ``verify.py``.
"""
