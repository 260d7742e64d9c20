"""The report itself: frozen values, and pure functions over them. No Qt, and nothing else of ours."""
