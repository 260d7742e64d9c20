"""Rehearsals compared with the plan."""
