"""What happens to every answer: pages kept in memory, headers, the spaces of French."""
