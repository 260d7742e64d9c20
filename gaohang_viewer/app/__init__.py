"""The main window, its actions, and the place where all objects are built and connected."""
