"""The command line, called in process: what is printed, where, and with which exit code."""
