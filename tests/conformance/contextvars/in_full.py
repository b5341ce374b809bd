"""Variables, tokens and contexts, one by one."""
# shows: contextvars / ContextVar / a name and perhaps a default
# shows: contextvars / ContextVar.name / as it was given
# shows: contextvars / ContextVar.get / the value, the argument, the default, or LookupError
# shows: contextvars / ContextVar.set / gives a token
# shows: contextvars / ContextVar.reset / to what it was before that set(); each token once
# shows: contextvars / Token / var, old_value, MISSING
# shows: contextvars / copy_context / a copy of the current one
# shows: contextvars / Context / a mapping; an empty one is made by calling it
# shows: contextvars / Context.run / changes stay in the context; not while it is entered
# shows: contextvars / Context.copy / a shallow copy
# shows: contextvars / Context.get / value or default
# shows: contextvars / Context.keys / with values() and items()
import contextvars

plain = contextvars.ContextVar("plain")
var = contextvars.ContextVar("var", default=42)


def attempt(call):
    try:
        print(call())
    except (LookupError, RuntimeError, ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


attempt(plain.get)
attempt(lambda: plain.get("given"))
attempt(lambda: (var.get(), var.get("given"), var.name))
token = var.set(1)
print(token.var is var, token.old_value is contextvars.Token.MISSING, var.get())
second = var.set(2)
print(second.old_value, var.reset(second), var.get(), var.reset(token), var.get())
attempt(lambda: var.reset(token))
attempt(lambda: plain.reset(second))
context = contextvars.copy_context()
print(len(context), var in context, list(context))


def change():
    plain.set("inside")
    var.set(7)
    attempt(lambda: context.run(print))
    return plain.get(), var.get()


print(context.run(change), var.get(), plain.get("outside"))
copy = context.copy()
copy.run(plain.set, "copy")
print(context[plain], copy[plain], context.get(var), copy.get(contextvars.ContextVar("other"), "none"))
print(sorted(v.name for v in context.keys()), sorted(map(str, context.values())),
      sorted((v.name, x) for v, x in context.items()))
print(len(contextvars.Context()), contextvars.Context().run(lambda: plain.get("empty")))
attempt(lambda: context[contextvars.ContextVar("missing")])
attempt(lambda: context.run(var.reset, var.set(5)))
