"""Where a project stands, how the explorer is asked, and which codes are known."""
