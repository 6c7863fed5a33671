"""Rooms of what people write: one record type a module."""
