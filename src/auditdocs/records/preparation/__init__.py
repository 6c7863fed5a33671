"""From the first call to the day before the audit."""
