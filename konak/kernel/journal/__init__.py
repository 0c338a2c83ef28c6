"""Every deed writes its fact here, in the same transaction."""
