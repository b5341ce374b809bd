"""A failing subscript is marked with its brackets."""
data = {"user": {"name": "Ada"}}


def age(d):
    return "age: " + str(d["user"]["age"])

print(age(data))
