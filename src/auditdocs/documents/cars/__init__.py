"""Corrective actions, their register, and what goes to the customer."""
