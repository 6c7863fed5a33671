"""What is recorded while the auditors are in the house."""
