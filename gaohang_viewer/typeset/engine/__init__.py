"""The typesetter: fonts, the Typst compiler, and the child process that runs it."""
