"""Passages to mentions and trees."""
