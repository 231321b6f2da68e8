"""The installed program in a pseudo-terminal, driven by keys alone; every frame can be saved and looked at."""
