"""Policies and the lists of controlled documents."""
