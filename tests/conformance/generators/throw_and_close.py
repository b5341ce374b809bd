"""throw raises at the yield; close raises GeneratorExit there."""


def patient():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            print("caught", error)
        finally:
            print("finally")

g = patient()
next(g)
print(g.throw(ValueError("thrown")))
g.close()
print(next(g, "exhausted"))
g = patient()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("passed through", error)
