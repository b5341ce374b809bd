"""Chains of exceptions: implicit context, explicit cause, suppressed, and notes; then the end of the program."""
import traceback


class ConfigError(Exception):
    """Raised when the configuration cannot be used."""


def parse(text):
    return int(text)


def load(settings, key):
    try:
        return parse(settings[key])
    except KeyError as missing:
        raise ConfigError(f"no setting {key!r}") from missing
    except ValueError as bad:
        bad.add_note(f"while reading {key!r}")
        bad.add_note("settings are:\n" + "\n".join(f"  {k} = {v}" for k, v in settings.items()))
        raise


def show(error, depth=0):
    print("  " * depth + repr(error), getattr(error, "__notes__", ""))
    for label in ("__cause__", "__context__"):
        inner = getattr(error, label)
        if inner is not None:
            print("  " * depth + f" {label} (suppressed: {error.__suppress_context__}):")
            show(inner, depth + 1)


for key in ("port", "host", "size"):
    try:
        print(key, load({"port": "80", "size": "big"}, key))
    except (ConfigError, ValueError) as error:
        show(error)
        print("".join(traceback.format_exception_only(error)), end="")

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("hidden") from None
except KeyError as error:
    show(error)

try:
    try:
        {}["a"]
    finally:
        [][0]
except LookupError as error:
    show(error)

original = ValueError("first")
try:
    raise RuntimeError("second") from original
except RuntimeError as error:
    print(error.__cause__ is original, error.args, error.__traceback__ is not None)
try:
    raise RuntimeError from "text"
except TypeError as error:
    print(error)
try:
    raise 42
except TypeError as error:
    print(error)
try:
    original.add_note(3)
except TypeError as error:
    print(error)

try:
    load({"size": "huge"}, "size")
except ValueError as error:
    raise ConfigError("bad", "settings", 3) from error
