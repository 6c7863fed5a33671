"""What is filled in and signed while the auditors are in the house."""
