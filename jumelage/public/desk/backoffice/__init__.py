"""Staff pages that join several rooms."""
