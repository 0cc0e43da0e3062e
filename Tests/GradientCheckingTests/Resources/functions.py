#!/usr/bin/env python3
"""Writes functions.csv: functions of doubles to 33 digits, by mpmath (1.3.0) with 80. Arguments and values are sums of doubles in
hexadecimal, so that nothing is rounded on the way. Run it in this folder; the same points come out each time."""

import random

from mpmath import mp, mpf
import mpmath

mp.dps = 80
draw = random.Random(13)


def points(count, low, high):
    return [draw.uniform(low, high) for _ in range(count)]


def parts(value):
    high = float(value)
    return [high.hex(), float(value - mpf(high)).hex()]


FUNCTIONS = {
    "squareRoot": (mpmath.sqrt, points(12, 0, 100) + [1e-300, 1e300, 2.0]),
    "exp": (mpmath.exp, points(20, -5, 5) + points(12, -600, 700) + [0.0, 1e-20, -0.34, 0.35]),
    "expm1": (mpmath.expm1, points(12, -1e-3, 1e-3) + points(16, -3, 3) + points(8, -90, 600) + [1e-300, 0.449, 0.451, -0.7]),
    "log": (mpmath.log, points(16, 0.01, 3) + points(8, 1, 1e6) + [1e-300, 1e300, 1 + 2**-40, 1 - 2**-30, 1.42, 0.705]),
    "log1p": (mpmath.log1p, points(16, -0.9, 0.9) + points(8, -1e-6, 1e-6) + points(4, 1, 1e5) + [0.419, 0.421, -0.41]),
    "sin": (mpmath.sin, points(16, -4, 4) + points(8, -1e4, 1e4) + [1e-10, 0.78, 0.79, 22.0, 1e7]),
    "cos": (mpmath.cos, points(16, -4, 4) + points(8, -1e4, 1e4) + [1e-10, 0.78, 0.79, 11.0, 1e7]),
    "atan": (mpmath.atan, points(20, -3, 3) + [1e-12, 0.999, 1.001, 1e8, -1e300]),
    "erf": (mpmath.erf, points(20, -2, 2) + points(6, -7, 7) + [1e-15, 0.999, 1.001]),
    "erfc": (mpmath.erfc, points(20, -2, 3) + points(10, 3, 26) + [0.999, 1.001, 0.5]),
    "logGamma": (mpmath.loggamma, points(20, 0.01, 5) + points(8, 5, 100) + [1 + 1e-8, 2 - 1e-9, 0.5, 1.5, 2.5, 39.9, 40.1, 1e10]),
    "logGammaNegative": (lambda x: mpmath.log(abs(mpmath.gamma(x))), points(12, -9.9, -0.1)),
    "digamma": (lambda x: mpmath.psi(0, x), points(20, 0.05, 5) + points(8, 5, 100) + points(6, -6, -0.1) + [1.46, 1e8]),
    "trigamma": (lambda x: mpmath.psi(1, x), points(16, 0.05, 50) + points(6, -6, -0.1)),
    "polygamma2": (lambda x: mpmath.psi(2, x), points(16, 0.05, 50)),
    "polygamma5": (lambda x: mpmath.psi(5, x), points(12, 0.1, 50)),
}

with open("functions.csv", "w") as file:
    file.write("function,x,y,high,low\n")
    for name, (function, arguments) in FUNCTIONS.items():
        for x in arguments:
            file.write(",".join([name, x.hex(), "0x0p+0"] + parts(function(mpf(x)))) + "\n")
    for x, y in zip(points(24, 0.1, 6), points(24, -2.5, 2.5)):
        file.write(",".join(["power", x.hex(), y.hex()] + parts(mpf(x) ** mpf(y))) + "\n")
