"""Corrective actions and what is handed to the customer."""
