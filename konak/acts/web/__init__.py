"""Staff screens of acts."""
