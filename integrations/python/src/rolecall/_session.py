"""One child process that answers questions: `rolecall mcp`, asked line by line."""

from __future__ import annotations

import collections
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any


from ._binary import find
from ._errors import ChildDied, InvalidInput, RolecallError

Answer = dict[str, Any]
Question = Mapping[str, Any]

#: The tool that answers each question.
_TOOLS = {
    "recommend": "recommend_hire",
    "compare": "compare_roles",
    "salary": "check_pay",
    "offer": "check_pay",
    "cost": "employer_cost",
    "draft": "draft_job_description",
    "audit": "audit_job_ad",
}
#: Questions on their way at once. The program answers as many at the same time as there are processors.
_AHEAD = 8
#: Seconds for a child that is ending to end by itself, and for what it said to be read.
_LAST_WORDS = 2.0


class Session:
    """Answers questions by a child process of its own.

    `data_dir` is a folder of data that overlays the built-in data. A session may be used by several threads, which take
    turns; for answers at the same time use several sessions.
    """

    def __init__(self, *, data_dir: str | os.PathLike[str] | None = None, program: str | None = None) -> None:
        self._program = program
        self._data_dir = data_dir
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.RLock()
        self._next = 0

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child process; a later question starts another."""
        with self._lock:
            child, self._child = self._child, None
        if child is None:
            return
        _close(child)
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def ask(self, question: str, body: Question, *, lang: str = "en", as_of: str | None = None) -> Answer:
        """Answers one question: `recommend`, `compare`, `salary`, `offer`, `cost`, `draft` or `audit`."""
        with self._lock:
            self._send(question, body, lang, as_of)
            result = self._receive()
        if isinstance(result, RolecallError):
            raise result
        return result

    def map(
        self, question: str, bodies: Iterable[Question], *, lang: str = "en", as_of: str | None = None
    ) -> Iterator[Answer | InvalidInput]:
        """Answers many questions of a kind, in their order; what cannot be answered is an `InvalidInput` in its place.

        Nothing is read far ahead, so that any number of questions takes the memory of a few. Other threads wait until the
        iterator is used up or closed.
        """
        with self._lock:
            waiting = 0
            try:
                for body in bodies:
                    self._send(question, body, lang, as_of)
                    waiting += 1
                    if waiting == _AHEAD:
                        waiting -= 1
                        yield self._receive()
                while waiting:
                    waiting -= 1
                    yield self._receive()
            finally:
                # Whoever stops early leaves answers behind that belong to nobody.
                if waiting:
                    self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        # What ended by itself between two questions.
        self.close()
        command = [self._program or find(), "mcp"]
        if self._data_dir is not None:
            command[1:1] = ["--data-dir", os.fspath(self._data_dir)]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._pending: collections.deque[int] = collections.deque()
        self._early: dict[int, Any] = {}
        self._said: collections.deque[str] = collections.deque(maxlen=20)
        self._errors = threading.Thread(target=_read_errors, args=(self._child, self._said), daemon=True)
        self._errors.start()
        opening = {
            "protocolVersion": "2025-11-25",
            "capabilities": {},
            "clientInfo": {"name": "rolecall-python", "version": "1"},
        }
        number = self._write("initialize", opening)
        self._answer_to(number)
        self._line({"jsonrpc": "2.0", "method": "notifications/initialized"})
        return self._child

    def _line(self, message: Mapping[str, Any]) -> None:
        child = self._child
        try:
            assert child is not None and child.stdin is not None
            child.stdin.write(json.dumps(message).encode() + b"\n")
            child.stdin.flush()
        except (OSError, ValueError) as error:
            raise self._died() from error

    def _write(self, method: str, params: Mapping[str, Any]) -> int:
        self._next += 1
        self._line({"jsonrpc": "2.0", "id": self._next, "method": method, "params": params})
        return self._next

    def _send(self, question: str, body: Question, lang: str, as_of: str | None) -> None:
        tool = _TOOLS.get(question)
        if tool is None:
            raise RolecallError(f"no question {question!r}; there are {', '.join(_TOOLS)}")
        self._start()
        arguments = {**body, "lang": lang}
        if as_of is not None:
            arguments["as_of"] = as_of
        self._pending.append(self._write("tools/call", {"name": tool, "arguments": arguments}))

    def _answer_to(self, number: int) -> Any:
        """The answer to a message; those to later ones may come first."""
        child = self._child
        while number not in self._early:
            line = child.stdout.readline() if child is not None and child.stdout is not None else b""
            # A line without its end is what a killed child had written so far.
            if not line.endswith(b"\n"):
                raise self._died()
            message = json.loads(line)
            if "id" in message:
                self._early[message["id"]] = message
        return self._early.pop(number)

    def _receive(self) -> Answer | InvalidInput:
        message = self._answer_to(self._pending.popleft())
        if "error" in message:
            raise RolecallError(str(message["error"].get("message", message["error"])))
        result = message["result"]
        if result.get("isError"):
            return InvalidInput(result.get("structuredContent") or {"detail": result["content"][0]["text"]})
        answer: Answer = result["structuredContent"]
        return answer

    def _died(self) -> ChildDied:
        child, self._child = self._child, None
        if child is None:
            return ChildDied("there is no child process")
        _close(child)
        # A child that no longer reads or writes is about to end, and may still be saying why.
        try:
            status = child.wait(_LAST_WORDS)
        except subprocess.TimeoutExpired:
            child.kill()
            status = child.wait()
        self._errors.join(_LAST_WORDS)
        said = "\n".join(self._said)
        return ChildDied(f"the child process ended ({status}){': ' if said else ''}{said}")


def _read_errors(child: subprocess.Popen[bytes], said: collections.deque[str]) -> None:
    """Keeps the last lines that a child says on its standard error."""
    if child.stderr:
        with child.stderr as errors:
            for line in errors:
                said.append(line.decode(errors="replace").rstrip())


def _close(child: subprocess.Popen[bytes]) -> None:
    """Closes the pipes to a child; that to its errors is closed by who reads them."""
    for pipe in (child.stdin, child.stdout):
        try:
            if pipe:
                pipe.close()
        except OSError:
            pass
