"""The engine for rule cards: cards are frames over syntax, and a sentence is read by filling their roles."""
