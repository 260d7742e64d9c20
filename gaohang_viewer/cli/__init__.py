"""The command line: opens the window, or runs a command on a file, without Qt."""
