"""Documented information: policies, changes to them, documents from outside."""
