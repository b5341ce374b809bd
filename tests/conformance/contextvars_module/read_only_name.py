"""The name of a context variable is fixed."""
# shows: contextvars / ContextVar.name / it is read-only
import contextvars

try:
    contextvars.ContextVar("var").name = "other"
except AttributeError as error:
    print(error)
try:
    contextvars.ContextVar("var", 5)
except TypeError as error:
    print(error)
