"""One verb per file: ``add_arguments(parser)`` and ``run(options, context) -> int`` (the exit code)."""
