"""Ratios against peers, measured in one process."""
