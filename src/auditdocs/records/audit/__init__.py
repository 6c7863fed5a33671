"""An audit as a whole: its file, its life, its result."""
