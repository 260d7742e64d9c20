"""The deck: which slides a report has, and how they are typeset."""
