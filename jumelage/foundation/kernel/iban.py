"""Account numbers as they are written. Which ones are right is asked where they are typed, in the dossiers."""


def format_iban(number: str) -> str:
    """In groups of four: BE71 0961 2345 6769."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))
