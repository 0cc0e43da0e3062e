"""The table quantile.csv, and reference values of quantile regression on it: the linear programme solved by HiGHS (SciPy 1.17.1).

Prints the coefficients in the units of the data, the intercept and the value of the objective, as QuantileTests.swift has them. Each
optimum is found again with the costs of coefficients moved by 1e-11, at the same vertex: it is the only one."""

import numpy as np
from scipy.optimize import linprog

generator = np.random.default_rng(20240607)
N = 200
x = np.round(generator.uniform(0, 10, size=(N, 2)), 3)
noise = generator.normal(size=N)
y = np.round(3.2 + 3.0 * x[:, 0] - 0.5 * x[:, 1] + noise, 4)
far = y.copy()
far[17] = 1e6
skewed = np.round(np.exp(0.3 * x[:, 0] + 1.5 * noise), 6)


def solve(target, tau, penalty, move):
    mean, scale = (x.mean(0), x.std(0)) if penalty > 0 else (0 * x[0], 1 + 0 * x[0])
    X = (x - mean) / scale
    cost = np.concatenate([np.full(4, penalty), [0], np.full(N, tau / N), np.full(N, (1 - tau) / N)])
    cost[:5] += move
    rows = np.hstack([X, -X, np.ones((N, 1)), np.eye(N), -np.eye(N)])
    bounds = [(0, None)] * 4 + [(None, None)] + [(0, None)] * (2 * N)
    options = dict(primal_feasibility_tolerance=1e-10, dual_feasibility_tolerance=1e-10)
    found = linprog(cost, A_eq=rows, b_eq=target, bounds=bounds, method="highs-ds", options=options)
    w = (found.x[:2] - found.x[2:4]) / scale
    return np.concatenate([w, [found.x[4] - (w * mean).sum(), found.fun]])


with open("quantile.csv", "w") as file:
    file.write("x1,x2,y,far,skewed\n")
    for row in zip(x[:, 0], x[:, 1], y, far, skewed):
        file.write(",".join(repr(float(value)) for value in row) + "\n")
for name, target in (("y", y), ("far", far), ("skewed", skewed)):
    for tau in (0.1, 0.5, 0.75):
        for penalty in (0.0, 0.05):
            plain = solve(target, tau, penalty, 0)
            for seed in range(1, 6):
                moved = solve(target, tau, penalty, 1e-11 * np.random.default_rng(seed).normal(size=5))
                assert np.allclose(plain[:3], moved[:3], rtol=1e-11, atol=1e-11)
            print(name, tau, penalty, *map(float, plain))
