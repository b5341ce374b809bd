"""Configuration from JSON text: defaults merged, types checked, errors told with their place."""
import json

DEFAULTS = {"host": "localhost", "port": 8080, "tags": [], "limits": {"time": 1.5, "retries": 3}, "debug": False}


def merge(base, extra, path=""):
    result = dict(base)
    for key, value in extra.items():
        where = f"{path}.{key}".lstrip(".")
        if key not in base:
            raise KeyError(f"unknown setting {where}")
        if isinstance(base[key], dict):
            result[key] = merge(base[key], value, where)
        elif type(value) is not type(base[key]):
            raise TypeError(f"{where} must be {type(base[key]).__name__}, not {type(value).__name__}")
        else:
            result[key] = value
    return result


for text in ('{}', '{"port": 9000, "tags": ["a", "\\u00e9"]}', '{"limits": {"retries": 5}}', '{"prt": 1}', '{"limits": {"time": "1"}}', '{"port": 1,}', '{"debug": true} x', "{'port': 1}", '[1, 2', '', '{"a" 1}', '"open', '{"debug": null}', 'nul'):
    try:
        settings = merge(DEFAULTS, json.loads(text))
        print(json.dumps(settings, sort_keys=True))
    except json.JSONDecodeError as error:
        print(f"{text!r}: {error} | {error.msg} at {error.lineno}:{error.colno}")
    except (KeyError, TypeError) as error:
        print(f"{text!r}: {type(error).__name__}: {error}")
data = {"name": "Zoë", "list": [1, 2.5, None, True], "nested": {"t": (1, 2), 3: "int key"}, "empty": [{}, []]}
print(json.dumps(data), json.dumps(data, ensure_ascii=False, indent=2), json.dumps([1, 2], separators=(",", ":")), sep="\n")
print(json.loads(json.dumps(data))["nested"], json.loads("1e3"), json.loads('"\\n\\t\\""'), json.loads(" [true, false, null] "), json.loads("12345678901234567890"))
for wrong in ({1, 2}, object, {(1, 2): 3}, float("nan"), b"bytes"):
    try:
        print(json.dumps(wrong))
    except TypeError as error:
        print(error)
print(json.dumps({1, 2}, default=sorted), json.dumps("</é\x07>"))
