"""A reader of sections, keys and references, with errors that name the line."""
import re
from collections import ChainMap

TEXT = """
; a comment
[base]
host = localhost
port=8080
debug = yes

[live : base]
host = example.org
debug = no
url = http://${host}:${port}/
"""


class ConfigError(Exception):
    def __init__(self, line, message):
        super().__init__(line, message)
        self.line = line

    def __str__(self):
        return "line {}: {}".format(*self.args)


def parse(text):
    sections, current = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split(";")[0].strip()
        if not line:
            continue
        if header := re.fullmatch(r"\[\s*(\w+)\s*(?::\s*(\w+)\s*)?\]", line):
            name, parent = header.groups()
            if parent and parent not in sections:
                raise ConfigError(number, f"unknown section {parent!r}")
            current = ChainMap({}, *(sections[parent].maps if parent else []))
            sections[name] = current
        elif pair := re.fullmatch(r"(?P<key>\w+)\s*=\s*(?P<value>.*)", line):
            if current is None:
                raise ConfigError(number, "a key outside of any section")
            current[pair["key"]] = pair["value"]
        else:
            raise ConfigError(number, f"cannot read {line!r}")
    return sections


def get(section, key, kind=str):
    value = re.sub(r"\$\{(\w+)\}", lambda m: get(section, m[1]), section[key])
    if kind is bool:
        return {"yes": True, "on": True, "no": False, "off": False}[value.lower()]
    return kind(value)


config = parse(TEXT)
for name, section in config.items():
    print(name, get(section, "host"), get(section, "port", int) + 1, get(section, "debug", bool))
print(get(config["live"], "url"), sorted(config["live"]), len(config["live"].maps))
for wrong in ("[a\n", "x = 1", "[s]\nnonsense", "[s : t]"):
    try:
        parse(wrong)
    except ConfigError as error:
        print(f"{error} (at {error.line})")
try:
    get(config["base"], "url")
except KeyError as error:
    print("KeyError:", error)
