"""What several views share: theme, translation, messages, drawing of pages."""
