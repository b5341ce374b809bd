"""Imports by a name that is a value: __import__ and importlib."""
import importlib

shapes = importlib.import_module("shapes")
names = importlib.import_module(".names", "shapes")
print(shapes.names is names, importlib.import_module("shapes.flat.square").side)
print(__import__("shapes.flat.square") is shapes, __import__("math").floor(2.5))
print(__import__("shapes", fromlist=["names"]) is shapes)
for attempt in (lambda: __import__("nothing"), lambda: importlib.import_module(".x"), lambda: __import__(""),
                lambda: importlib.import_module("shapes.nothing")):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
