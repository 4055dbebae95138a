"""What can go wrong."""

from __future__ import annotations

from typing import Any


class RolecallError(Exception):
    """Everything that this module raises."""


class BinaryNotFound(RolecallError):
    """The program is not there."""


class ChildDied(RolecallError):
    """The child process ended while a question was on its way; the next question starts another."""


class InvalidInput(RolecallError):
    """The question cannot be used, or has no answer. `problem` is the problem document (RFC 9457)."""

    def __init__(self, problem: dict[str, Any]) -> None:
        self.problem = problem
        detail = "; ".join(f"{fault['pointer']}: {fault['detail']}" for fault in self.errors)
        super().__init__(detail or str(problem.get("detail", problem)))

    @property
    def errors(self) -> list[dict[str, str]]:
        """The faults, each with `pointer`, `code` and `detail`."""
        return list(self.problem.get("errors", []))
