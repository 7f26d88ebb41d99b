"""Methods of the Bot API by name. A method takes the server's parts and the parameters, and returns the result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

Method = Callable[..., Awaitable[object]]
METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Registers a method under its name; clients may write it in any case."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return register
