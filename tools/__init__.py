"""Programs that make what the repository commits; nothing here runs when documents are built."""
