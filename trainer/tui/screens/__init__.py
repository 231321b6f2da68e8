"""Screens, one file each. A screen paints its flow's view and never opens files, stores or clocks."""
