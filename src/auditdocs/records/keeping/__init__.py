"""Filing, retention, holds and disposal."""
