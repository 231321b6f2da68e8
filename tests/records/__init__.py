"""Records are pure: bytes, keys made of fixed bytes, days given."""
