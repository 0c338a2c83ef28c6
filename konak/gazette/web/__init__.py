"""Staff screens of the gazette."""
