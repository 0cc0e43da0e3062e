#!/usr/bin/env python3
"""Runs the gradient checkers of other libraries, by their default rules, on the battery of `chainrule check`.

usage: compare.py CASES.json [--cases N]     after chainrule check --battery --write CASES.json

Each library is given the loss as a function of its own arrays, and as its derivative the gradient of the case: the right
one, then each one with a mistake that shows. Prints, as a table in Markdown, the share of right gradients that are rejected
and the share of wrong ones that are accepted. What is not installed is left out: torch, jax, autograd, pyceres."""

import argparse
import collections
import json
import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore")


def softplus(m, x):
    return m.maximum(x, 0 * x) + m.log1p(m.exp(-m.abs(x)))


def huber(m, r):
    a = m.abs(r)
    return m.where(a <= 1, 0.5 * r * r, a - 0.5)


def single(m, eta, y):
    r = m.float(eta) - m.float(y)
    return m.double(r * r)


ROWS = {
    "squared-error": lambda m, e, y: (e - y) ** 2,
    "squared-error-tiny": lambda m, e, y: (e - y) ** 2,
    "squared-error-huge": lambda m, e, y: (e - y) ** 2,
    "targets-near-1e6": lambda m, e, y: (e - y) ** 2,
    "squared-error-in-float": single,
    "log-loss": lambda m, e, y: softplus(m, e) - y * e,
    "log-loss-saturated": lambda m, e, y: softplus(m, -y * e),
    "poisson": lambda m, e, y: m.exp(e) - y * e,
    "softplus-at-30": lambda m, e, y: softplus(m, -y * e),
    "hinge": lambda m, e, y: m.maximum(1 - y * e, 0 * e),
    "huber": lambda m, e, y: huber(m, e - y),
    "quantile": lambda m, e, y: 0.4 * (y - e) + 0.5 * m.abs(y - e),
    "absolute-error": lambda m, e, y: m.abs(e - y),
}
COORDINATES = {
    "l1-at-0": lambda m, x: m.abs(x),
    "relu-at-0": lambda m, x: m.maximum(x, 0 * x),
    "abs-at-0.001": lambda m, x: m.abs(x),
    "relu-near-0": lambda m, x: m.maximum(x, 0 * x),
    "log-near-0": lambda m, x: m.log(x),
    "sqrt-near-0": lambda m, x: m.sqrt(x),
    "sin-1000x": lambda m, x: m.sin(1000 * x),
    "power-1.5": lambda m, x: x**1.5,
}
WHOLES = {
    "maximum": lambda m, x, d: m.max(x),
    "maximum-tied": lambda m, x, d: m.max(x),
    "log-sum-exp": lambda m, x, d: m.max(x) + m.log(m.sum(m.exp(x - m.max(x)))),
    "ill-conditioned-quadratic": lambda m, x, d: 0.5 * m.sum(d["lambda"] * (d["B"].reshape(len(x), len(x)) @ x) ** 2),
    "norm": lambda m, x, d: m.sqrt(m.sum(x * x)),
    "product": lambda m, x, d: m.prod(x),
    "rosenbrock": lambda m, x, d: 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2,
}


def value(m, case, x):
    """The loss of a case by the functions of a module, with its data as arrays of that module."""
    name, data = case["loss"], case["arrays"]
    if name in ROWS:
        eta = data["X"].reshape(-1, len(case["point"])) @ x
        return m.sum(ROWS[name](m, eta, data["y"])) / len(case["data"]["y"])
    if name in COORDINATES:
        return m.sum(COORDINATES[name](m, x)) / len(case["point"])
    return WHOLES[name](m, x, data)


class NumpyFunctions:
    """What losses are made of, for checkers that give and take NumPy's arrays."""

    maximum, log1p, exp, abs, where = np.maximum, np.log1p, np.exp, np.abs, np.where
    log, sqrt, sin, max, sum, prod = np.log, np.sqrt, np.sin, np.max, np.sum, np.prod
    float, double = staticmethod(np.float32), staticmethod(np.float64)


def torch_rules():
    import torch

    torch.set_num_threads(1)

    class Module:
        maximum, log1p, exp, abs, where = torch.maximum, torch.log1p, torch.exp, torch.abs, torch.where
        log, sqrt, sin, max, sum, prod = torch.log, torch.sqrt, torch.sin, torch.max, torch.sum, torch.prod
        float, double = torch.Tensor.float, torch.Tensor.double

    def check(case, gradient, fast):
        case["arrays"] = {k: torch.tensor(v, dtype=torch.float64) for k, v in case["data"].items()}
        slope = torch.tensor(gradient, dtype=torch.float64)

        class Loss(torch.autograd.Function):
            @staticmethod
            def forward(context, x):
                return value(Module, case, x)

            @staticmethod
            def backward(context, cotangent):
                return cotangent * slope

        point = torch.tensor(case["point"], dtype=torch.float64, requires_grad=True)
        return torch.autograd.gradcheck(Loss.apply, (point,), fast_mode=fast, raise_exception=False)

    version = torch.__version__.split("+")[0]
    yield f"torch {version} `gradcheck`", lambda case, gradient: check(case, gradient, False)
    yield f"torch {version} `gradcheck`, fast mode", lambda case, gradient: check(case, gradient, True)


def jax_rules():
    import jax

    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp
    from jax.test_util import check_grads

    class Module:
        maximum, log1p, exp, abs, where = jnp.maximum, jnp.log1p, jnp.exp, jnp.abs, jnp.where
        log, sqrt, sin, max, sum, prod = jnp.log, jnp.sqrt, jnp.sin, jnp.max, jnp.sum, jnp.prod
        float, double = staticmethod(lambda x: x.astype(jnp.float32)), staticmethod(lambda x: x.astype(jnp.float64))

    def check(case, gradient):
        case["arrays"] = {k: jnp.asarray(v) for k, v in case["data"].items()}
        slope = jnp.asarray(gradient)

        @jax.custom_vjp
        def loss(x):
            return value(Module, case, x)

        loss.defvjp(lambda x: (value(Module, case, x), None), lambda _, cotangent: (cotangent * slope,))
        try:
            check_grads(loss, (jnp.asarray(case["point"]),), 1, modes=("rev",))
            return True
        except AssertionError:
            return False
        except TypeError:  # The checker itself stumbles over a loss that folds to a constant.
            return None

    yield f"JAX {jax.__version__} `check_grads`", check


def autograd_rules():
    import autograd
    from autograd.extend import defvjp, primitive
    from autograd.test_util import check_grads
    from importlib.metadata import version

    def check(case, gradient):
        case["arrays"] = {k: np.array(v) for k, v in case["data"].items()}
        slope = np.array(gradient)
        loss = primitive(lambda x: float(value(NumpyFunctions, case, np.asarray(x))))
        defvjp(loss, lambda answer, x: lambda cotangent: cotangent * slope)
        try:
            check_grads(loss, modes=["rev"], order=1)(np.array(case["point"]))
            return True
        except AssertionError:
            return False

    yield f"autograd {version('autograd')} `check_grads`", check


def ceres_rules():
    import pyceres
    from importlib.metadata import version

    class Cost(pyceres.CostFunction):
        def __init__(self, case, gradient):
            super().__init__()
            self.case, self.gradient = case, gradient
            self.set_num_residuals(1)
            self.set_parameter_block_sizes([len(gradient)])

        def Evaluate(self, parameters, residuals, jacobians):
            residuals[0] = value(NumpyFunctions, self.case, np.array(parameters[0]))
            if jacobians is not None and jacobians[0] is not None:
                jacobians[0][:] = self.gradient
            return True

    def check(case, gradient):
        case["arrays"] = {k: np.array(v) for k, v in case["data"].items()}
        problem, cost, point = pyceres.Problem(), Cost(case, gradient), np.array(case["point"])
        problem.add_residual_block(cost, None, [point])
        options, summary = pyceres.SolverOptions(), pyceres.SolverSummary()
        options.check_gradients, options.max_num_iterations = True, 0
        options.logging_type = pyceres.LoggingType.SILENT
        pyceres.solve(options, problem, summary)
        return summary.termination_type != pyceres.TerminationType.FAILURE

    yield f"Ceres (pyceres {version('pyceres')}) `check_gradients`", check


def judge(check, cases):
    """Right gradients and how many are rejected; wrong ones by the mistake, and how many of each are accepted."""
    right, rejected, wrong, accepted = 0, 0, collections.Counter(), collections.Counter()
    for case in cases:
        if (verdict := check(case, case["gradient"])) is not None:
            right += 1
            rejected += not verdict
        for mistake, gradient in case["mistakes"].items():
            if (verdict := check(case, gradient)) is not None:
                wrong[mistake] += 1
                accepted[mistake] += verdict
    return right, rejected, wrong, accepted


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--cases", type=int, default=None, help="how many of each loss, the first ones")
    arguments = parser.parse_args()
    groups = collections.defaultdict(list)
    # JSON writes 0.0 as 0, and no checker is to be given integers.
    for case in json.load(open(arguments.file), parse_int=float):
        groups[case["loss"]].append(case)
    cases = [case for group in groups.values() for case in group[: arguments.cases]]
    print("| checker | right gradients rejected | wrong gradients accepted | of 1 % | of a sign in one branch |")
    print("| --- | --- | --- | --- | --- |")
    for rules in [torch_rules, jax_rules, autograd_rules, ceres_rules]:
        try:
            found = list(rules())
        except ImportError as error:
            print(f"{rules.__name__}: left out: {error}", file=sys.stderr)
            continue
        for name, check in found:
            right, rejected, wrong, accepted = judge(check, cases)
            share = lambda part, whole: f"{100 * part / max(whole, 1):.1f} %"
            some = [share(accepted[mistake], wrong[mistake]) for mistake in ["1 %", "a sign in one branch"]]
            print(f"| {name} | {share(rejected, right)} of {right} | {share(accepted.total(), wrong.total())} of {wrong.total()} | "
                  f"{' | '.join(some)} |", flush=True)


if __name__ == "__main__":
    main()
