"""types: the names of what has no name among the builtins, SimpleNamespace and MappingProxyType."""
import types


async def coroutine():
    pass


class Bowl:
    def method(self):
        pass


made = coroutine()
values = {"function": coroutine, "method": Bowl().method, "builtin": len, "coroutine": made, "module": types, "none": None, "generic": list[int], "union": int | str, "proxy": types.MappingProxyType({}), "lambda": lambda: 0}
for kind in (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.CoroutineType, types.ModuleType, types.NoneType, types.GenericAlias, types.UnionType, types.MappingProxyType):
    print(f"{kind.__name__:<28}", *(name for name, value in values.items() if isinstance(value, kind)))
made.close()
try:
    1 / 0
except ZeroDivisionError as error:
    print(isinstance(error.__traceback__, types.TracebackType))
space = types.SimpleNamespace(x=1, name="n")
space.y = [2]
print(space, space.x, vars(space), space == types.SimpleNamespace(x=1, name="n", y=[2]))
del space.x
print(space, hasattr(space, "x"))
view = types.MappingProxyType(source := {"a": 1})
source["b"] = 2
print(view, view["b"], len(view), list(view), view | {"c": 3})
for wrong in (lambda: view.__setitem__("a", 2), lambda: view["z"]):
    try:
        wrong()
    except (AttributeError, TypeError, KeyError) as error:
        print(f"{type(error).__name__}: {error}")
