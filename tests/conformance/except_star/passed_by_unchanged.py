"""A group of which a clause takes nothing goes on as the very group; so does a wrapped exception."""
first = ExceptionGroup("whole", [ValueError(1), KeyError(2)])
try:
    try:
        raise first
    except* TypeError:
        print("no")
except ExceptionGroup as group:
    print(group is first, repr(group))

try:
    try:
        try:
            raise KeyError(1)
        except* Exception as group:
            kept = group
            raise group
    except* ValueError:
        print("no")
except* Exception as group:
    print(group is kept, repr(group), repr(group.__context__))
