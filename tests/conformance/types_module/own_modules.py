"""A module made by hand."""
import types

module = types.ModuleType('made', 'What it is for.')
print(module, module.__name__, module.__doc__, sorted(vars(module)), isinstance(module, types.ModuleType))
module.value = 3
print(module.value, types.ModuleType('bare').__doc__)
for wrong in ((), (5,), ('a', 'b', 'c')):
    try:
        types.ModuleType(*wrong)
    except TypeError as error:
        print(error)
