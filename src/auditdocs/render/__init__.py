"""The presses: one format a module; a job in, bytes out."""
