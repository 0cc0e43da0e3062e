"""Writes slopes.txt: first and second derivatives of functions of one number at ordinary and at extreme arguments.

    python3 slopes.py > slopes.txt

Each line holds the function, the argument, and both derivatives, computed with mpmath 1.3.0 from the closed forms below to
60 digits and rounded to 20. Arguments are single-precision numbers where these reach, so that both precisions read the same.
"""

import struct
from mpmath import mp, mpf, cosh, sinh, exp, log, sqrt, sin, cos, tan, pi, psi, nstr

mp.dps = 60


def logistic(x):
    return 1 / (1 + exp(-x))


sigma1 = lambda x: exp(-abs(x)) / (1 + exp(-abs(x))) ** 2
th = lambda x: (1 if x > 0 else -1) * (-mp.expm1(-2 * abs(x))) / (1 + exp(-2 * abs(x)))
sech = lambda x: 2 * exp(-abs(x)) / (1 + exp(-2 * abs(x)))
bell = lambda x: 2 / sqrt(pi) * exp(-x * x)

# Name: domain, first and second derivative.
ALL, POSITIVE, UNIT = (lambda x: True), (lambda x: x > 0), (lambda x: abs(x) < 1)
SMALL = lambda x: abs(x) <= 1e8
FUNCTIONS = {
    "negate": (ALL, lambda x: -1, lambda x: 0),
    "square": (ALL, lambda x: 2 * x, lambda x: 2),
    "sqrt": (POSITIVE, lambda x: 1 / (2 * sqrt(x)), lambda x: -1 / (4 * x * sqrt(x))),
    "exp": (ALL, exp, exp),
    "expm1": (ALL, exp, exp),
    "log": (POSITIVE, lambda x: 1 / x, lambda x: -1 / x**2),
    "log1p": (lambda x: x > -1, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2),
    "sin": (SMALL, cos, lambda x: -sin(x)),
    "cos": (SMALL, lambda x: -sin(x), lambda x: -cos(x)),
    "tan": (SMALL, lambda x: 1 + tan(x) ** 2, lambda x: 2 * tan(x) * (1 + tan(x) ** 2)),
    "asin": (UNIT, lambda x: 1 / sqrt(1 - x * x), lambda x: x / sqrt(1 - x * x) ** 3),
    "acos": (UNIT, lambda x: -1 / sqrt(1 - x * x), lambda x: -x / sqrt(1 - x * x) ** 3),
    "atan": (ALL, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2),
    "sinh": (ALL, cosh, sinh),
    "cosh": (ALL, sinh, cosh),
    "tanh": (ALL, lambda x: sech(x) ** 2, lambda x: -2 * sech(x) ** 2 * th(x)),
    "asinh": (ALL, lambda x: 1 / sqrt(1 + x * x), lambda x: -x / sqrt(1 + x * x) ** 3),
    "acosh": (lambda x: x > 1, lambda x: 1 / sqrt(x * x - 1), lambda x: -x / sqrt(x * x - 1) ** 3),
    "atanh": (UNIT, lambda x: 1 / (1 - x * x), lambda x: 2 * x / (1 - x * x) ** 2),
    "sech": (ALL, lambda x: -sech(x) * th(x), lambda x: sech(x) * (th(x) ** 2 - sech(x) ** 2)),
    "erf": (ALL, bell, lambda x: -2 * x * bell(x)),
    "erfc": (ALL, lambda x: -bell(x), lambda x: 2 * x * bell(x)),
    "logGamma": (lambda x: 0 < x < 1e8, lambda x: psi(0, x), lambda x: psi(1, x)),
    "oneMinusSquare": (ALL, lambda x: -2 * x, lambda x: -2),
    "sigmoid": (ALL, sigma1, lambda x: -sigma1(x) * th(x / 2)),
    "sigmoidSlope": (ALL, lambda x: -sigma1(x) * th(x / 2), lambda x: sigma1(x) * (1 - 6 * sigma1(x))),
    "softplus": (ALL, logistic, sigma1),
    "1 / s": (ALL, lambda x: -1 / x**2, lambda x: 2 / x**3),
    "s⁻²": (ALL, lambda x: -2 / x**3, lambda x: 6 / x**4),
    "3 / (1 + s)": (POSITIVE, lambda x: -3 / (1 + x) ** 2, lambda x: 6 / (1 + x) ** 3),
    "log(1 / s)": (POSITIVE, lambda x: -1 / x, lambda x: 1 / x**2),
    "exp(-1 / s)": (lambda x: x > 1e-13 and x != 0.5, lambda x: exp(-1 / x) / x**2,
                    lambda x: exp(-1 / x) * (1 - 2 * x) / x**4),
    "-log σ(s)": (ALL, lambda x: -logistic(-x), sigma1),
    "log(1 - σ(s))": (ALL, lambda x: -logistic(x), lambda x: -sigma1(x)),
    "log cosh(s)": (ALL, th, lambda x: sech(x) ** 2),
    "log sech(s)": (ALL, lambda x: -th(x), lambda x: -sech(x) ** 2),
    "log exp(s)": (ALL, lambda x: 1, lambda x: 0),
    "log s²": (ALL, lambda x: 2 / x, lambda x: -2 / x**2),
    "log s³": (POSITIVE, lambda x: 3 / x, lambda x: -3 / x**2),
    "-log softmax(s, 0)": (ALL, lambda x: -logistic(-x), sigma1),
    "log softmax(0, s)": (ALL, lambda x: -logistic(x), lambda x: -sigma1(x)),
    "atan2(s, 1)": (ALL, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2),
    "logaddexp(s, 1)": (ALL, lambda x: logistic(x - 1), lambda x: sigma1(x - 1)),
}
SIZES = ["1e-300", "1e-160", "1e-100", "1e-30", "1e-20", "1e-12", "1e-8", "0.1", "0.5", "0.99", "1.01", "3", "10",
         "20", "46", "80", "100", "400", "700", "1e4", "1e8", "1e12", "1e20", "1e30", "1e100", "1e160", "1e300"]


def argument(text):
    number = float(text)
    return struct.unpack("f", struct.pack("f", number))[0] if 1e-37 < number < 1e38 else number


def main():
    for name, (domain, first, second) in FUNCTIONS.items():
        for size in SIZES:
            for sign in (1, -1):
                number = sign * argument(size)
                if not domain(number):
                    continue
                x = mpf(number)
                print(f"{name}\t{number!r}\t{nstr(mpf(first(x)), 20)}\t{nstr(mpf(second(x)), 20)}")


main()
