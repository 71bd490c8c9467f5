"""What the whole site does with data about people: each room tells its own part."""

from jumelage.foundation.kernel.declared import declared


def every_processing() -> list[dict[str, str]]:
    """What each room says by `queries.processings()` that it does with data about people, in the reader's language:
    "title", "what" is kept, "why", who "readers" are, "until" when; nothing that the city alone can say.
    """
    return [one for told in declared("queries", "processings") for one in told()]
