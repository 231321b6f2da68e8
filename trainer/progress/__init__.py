"""What a learner has done, on disk: locations, durable writes, journals, frozen papers and the TinyDB store.

The only package that imports tinydb, filelock and platformdirs. Every durable write goes through :mod:`.disk`, so the
order write, fsync, acknowledge (and replace) can be watched and broken by tests. What derives from journals can be
rebuilt from them. To keep a new kind of fact, add a table to ``store`` and raise its format with a migration.
"""
