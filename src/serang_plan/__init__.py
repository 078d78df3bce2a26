"""serang-plan: how Kota Serang plans its way to a kota metropolis."""

__version__ = "0.1.0"
__all__ = (
    "BuiltReport",
    "CheckResult",
    "Lang",
    "PlanState",
    "ProblemError",
    "build_report",
    "check",
    "read_plan",
    "render",
)
"""The Python API: docs/en/python.md. Its types stand in `__init__.pyi`."""


def __getattr__(name: str) -> object:
    """Return what the API offers, loaded when it is asked for: the program itself needs none of it."""
    from importlib import import_module

    if name in __all__:
        return getattr(import_module("serang_plan.operations.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
