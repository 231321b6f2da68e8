"""Memory is pure: every test here needs nothing but answers."""
