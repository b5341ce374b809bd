"""raise from sets the cause; from None hides the context."""


def run(chain):
    try:
        try:
            {}["key"]
        except KeyError as error:
            if chain == "from":
                raise ValueError("v") from error
            if chain == "none":
                raise ValueError("v") from None
            raise ValueError("v")
    except ValueError as error:
        return error

for chain in "plain", "from", "none":
    error = run(chain)
    print(chain, repr(error.__cause__), repr(error.__context__),
          error.__suppress_context__)
