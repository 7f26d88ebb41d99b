"""Lets Rasa be imported without the libraries this project leaves out (TensorFlow, other channels, ...).

Rasa 3.6 imports every neural component and every channel when it starts, used or not.
`install` puts a placeholder in the place of each library that is left out: a module whose
attributes can be named, subclassed and used as decorators while Rasa's own modules load, and which
raises `LeftOutOfRasa` as soon as somebody calls one for real. A library that is installed is never
replaced. Why each can go: docs/decisions/0002-what-is-left-out-of-rasa.md.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types

LEFT_OUT = frozenset(
    [
        "absl",
        "aio_pika",
        "aiogram",
        "aiormq",
        "boto3",
        "botocore",
        "confluent_kafka",
        "fbmessenger",
        "google",
        "h5py",
        "keras",
        "matplotlib",
        "mattermostwrapper",
        "pydot",
        "pymongo",
        "questionary",
        "rocketchat_API",
        "sentry_sdk",
        "sklearn_crfsuite",
        "skops",
        "slack",
        "slack_sdk",
        "structlog_sentry",
        "tensorflow",
        "tensorflow_hub",
        "tensorflow_text",
        "terminaltables",
        "twilio",
        "webexteamssdk",
    ]
)


class LeftOutOfRasa(RuntimeError):
    """A part of Rasa was used whose library this project leaves out on purpose."""

    def __init__(self, name: str):
        super().__init__(
            f"{name} was called, but its library is left out of this project "
            "(see docs/decisions/0002-what-is-left-out-of-rasa.md). Use a part of Rasa that does not need it."
        )


class _Placeholder(type):
    """The type of everything inside a placeholder module: names and subclasses work, calls do not."""

    def __getattr__(cls, name: str):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _named(f"{cls.__qualname__}.{name}")

    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_placeholder"):
            if len(args) == 1 and not kwargs and callable(args[0]):
                return args[0]  # used as a decorator while a module loads
            raise LeftOutOfRasa(cls.__qualname__)
        return super().__call__(*args, **kwargs)


def _named(qualified_name: str) -> _Placeholder:
    """Returns a fresh placeholder class with this name."""
    placeholder = _Placeholder(qualified_name.rpartition(".")[2], (), {"_is_placeholder": True})
    placeholder.__qualname__ = qualified_name
    return placeholder


class _PlaceholderModule(types.ModuleType):
    """A module that has every attribute."""

    __path__ = ()

    def __getattr__(self, name: str):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        placeholder = _named(f"{self.__name__}.{name}")
        setattr(self, name, placeholder)
        return placeholder


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Answers imports of left-out libraries; asked last, so an installed library always wins."""

    def find_spec(self, fullname, path=None, target=None):
        """Returns a spec for a left-out library and its submodules, else None."""
        parent = fullname.rpartition(".")[0]
        inside = not parent or isinstance(sys.modules.get(parent), _PlaceholderModule)
        if fullname.partition(".")[0] in LEFT_OUT and inside:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        """Returns the placeholder module."""
        return _PlaceholderModule(spec.name)

    def exec_module(self, module):
        """Does nothing: a placeholder has no code."""


def install() -> None:
    """Prepares this process for Rasa: placeholders in place, telemetry off. Safe to call twice.

    Call it before the first `import rasa`.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.append(_Finder())
