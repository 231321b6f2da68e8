"""Named damages by what they spoil. To add one: a function with ``@damage`` in the file of its family."""
