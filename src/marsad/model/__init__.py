"""Frozen value classes that flow between the steps; they import nothing of ours and do nothing beyond their own meaning."""
