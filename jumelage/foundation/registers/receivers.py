"""What the room does upon news from below."""
