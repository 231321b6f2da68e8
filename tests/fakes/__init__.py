"""Stand-ins for what a test must hold in its hand: clocks that stand still and disks that fail when told to."""
