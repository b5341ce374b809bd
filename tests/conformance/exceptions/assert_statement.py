"""assert raises AssertionError, with a message if there is one."""
assert True, "never evaluated"
for check in (0, "", []):
    try:
        assert check, f"{check!r} is not true"
    except AssertionError as error:
        print(error)
try:
    assert 1 > 2
except AssertionError as error:
    print(repr(error))
