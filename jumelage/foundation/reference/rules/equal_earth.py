"""The Equal Earth projection: every country at its true size.

Source: B. Šavrič, T. Patterson and B. Jenny, “The Equal Earth map projection”, International
Journal of Geographical Information Science 33 (3), 2019, equations 1 to 4 and table 1.
"""

from math import asin, cos, pi, radians, sin, sqrt

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_HALF_ROOT = sqrt(3) / 2
# The meridian in the middle of the map: Europe and Africa stand upright around it.
CENTRE_DEGREES = 10.0
# The width of the whole world, in the units of our maps.
WIDTH = 1000.0
_HALF_WORLD = pi / (_HALF_ROOT * _A[0])
_SCALE = WIDTH / (2 * _HALF_WORLD)


def _height(latitude: float) -> tuple[float, float, float]:
    """The parametric latitude, the ordinate and the stretch of a parallel."""
    theta = asin(_HALF_ROOT * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    ordinate = theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    stretch = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    return theta, ordinate, stretch


# The map runs from the north of Greenland to Cape Horn, in degrees; Antarctica is left out.
NORTH_DEGREES = 84.0
SOUTH_DEGREES = -57.0
_TOP = _height(NORTH_DEGREES)[1]
HEIGHT = (_TOP - _height(SOUTH_DEGREES)[1]) * _SCALE


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Map units from the north-west corner, x to the east and y to the south, of degrees.

    Longitudes up to half a turn on either side of `CENTRE_DEGREES` fall inside the map; others
    fall outside of it, so that an outline may be cut there.
    """
    theta, ordinate, stretch = _height(latitude)
    abscissa = radians(longitude - CENTRE_DEGREES) * cos(theta) / (_HALF_ROOT * stretch)
    return (abscissa + _HALF_WORLD) * _SCALE, (_TOP - ordinate) * _SCALE


def turned(longitude: float) -> float:
    """The same meridian, in degrees, within half a turn of `CENTRE_DEGREES`."""
    return (longitude - CENTRE_DEGREES + 180) % 360 - 180 + CENTRE_DEGREES
