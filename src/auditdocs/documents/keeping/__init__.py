"""Filing, retention, disposal and access."""
