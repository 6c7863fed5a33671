"""What an audit, or a year of audits, has shown."""
