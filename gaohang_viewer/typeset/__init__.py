"""Sets a report as PDF through Typst: the paper to hand out, and the slides. No Qt."""
