"""Rooms of what people read: one document kind a module."""
