"""What several views share: theme, translation, messages, rendering of pages."""
