"""The command line: opens the window, or works on a file without one. No Qt."""
