"""Names, tokens and their parts cannot be set; what a ContextVar needs and refuses."""
# shows: contextvars / Token.var / the variable, cannot be set
# shows: contextvars / Token.old_value / what it was before, or Token.MISSING; cannot be set
# shows: contextvars / Token.MISSING / a marker of its own
# shows: contextvars / ContextVar / a name is required, default= is keyword-only; ContextVar[int] in annotations
import contextvars

var: contextvars.ContextVar[int] = contextvars.ContextVar("var", default=42)
first, second = var.set(1), var.set(2)
print(first.var is var, first.old_value is contextvars.Token.MISSING, second.old_value, contextvars.Token.MISSING)
print(contextvars.ContextVar[int])
for wrong in (lambda: setattr(first, "var", var),
              lambda: setattr(first, "old_value", 3), lambda: contextvars.ContextVar(),
              lambda: contextvars.ContextVar(5), lambda: contextvars.Token(),
              lambda: var.set(), lambda: var.reset(5)):
    try:
        wrong()
    except (AttributeError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
