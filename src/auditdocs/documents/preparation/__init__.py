"""What is handed round before the audit."""
