"""In which widths a picture is kept.

Source: the site's own layout: 20 rem on a telephone, 46 rem of running text, twice as much for dense screens.
"""

WIDTHS = (480, 960, 1600)


def widths_of(width: int) -> list[int]:
    """The widths in pixels of the copies of a picture `width` pixels wide: never larger than it is."""
    smaller = [each for each in WIDTHS if each < width]
    return [*smaller, width] if width <= WIDTHS[-1] else smaller


def height_at(width: int, *, of: tuple[int, int]) -> int:
    """The height in pixels, at `width` pixels, of a picture that measures `of` (width, height)."""
    return max(1, round(of[1] * width / of[0]))
