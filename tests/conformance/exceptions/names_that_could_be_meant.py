"""A NameError proposes names of the function, bound or not, but none that only inner functions share."""


def close():
    for price in ():
        print(prices)
    print(pries)


def captured():
    total = 1

    def inner():
        return total

    print(totl)


try:
    captured()
except NameError as error:
    print(error)
close()
