"""The state of a show, its clocks, plan and ink. No Qt."""
