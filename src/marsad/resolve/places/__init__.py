"""The steps of locating a report's places."""
