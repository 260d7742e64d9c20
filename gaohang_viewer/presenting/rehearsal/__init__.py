"""Shows the times of rehearsals beside the plan."""
