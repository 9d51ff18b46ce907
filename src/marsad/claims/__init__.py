"""What the cards of each kind read in a passage; one folder per kind of claim, and two that wrap any claim."""
