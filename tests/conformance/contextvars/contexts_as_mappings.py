"""A context is a mapping of variables to values, though one that only run() changes."""
# shows: contextvars / Context / in, [], iter, len; a collections.abc.Mapping that cannot be changed from outside
# shows: contextvars / Context.values / the values
# shows: contextvars / Context.items / pairs of variable and value
import collections.abc
import contextvars

one, two, three = (contextvars.ContextVar(name) for name in ("one", "two", "three"))
context = contextvars.Context()
print(len(context), list(context), bool(context))
context.run(one.set, 1)
context.run(two.set, 2)
print(isinstance(context, collections.abc.Mapping), len(context), one in context, three in context, context[two])
print(sorted(var.name for var in context), sorted(var.name for var in context.keys()), sorted(context.values()),
      sorted((var.name, value) for var, value in context.items()))
print(context == context.copy(), context == contextvars.Context(), context.get(three), context.get(three, "none"))
for wrong in (lambda: context[three], lambda: "one" in context, lambda: context["one"], lambda: context.get("one")):
    try:
        print(wrong())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, str(error).split(" name=")[0])
try:
    context[one] = 5
except TypeError as error:
    print(error)
