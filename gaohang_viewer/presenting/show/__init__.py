"""The state of a running show: slide, clocks, plan and ink. No Qt."""
