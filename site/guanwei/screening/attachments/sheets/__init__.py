"""Workbooks: cells with what they show and what they compute, and what stands beside them."""
