"""types.MethodType binds any callable to any object; isinstance() believes `__class__`."""
import types


class Robot:
    name = "robot"


def greet(self, word="hello"):
    return f"{word} from {self.name}"


robot = Robot()
robot.greet = types.MethodType(greet, robot)
print(robot.greet(), robot.greet("bye"), robot.greet.__self__ is robot, robot.greet == types.MethodType(greet, robot))
print(types.MethodType(len, [1, 2])(), type(robot.greet) is types.MethodType)
for arguments in ((greet, None), (1, 2), (greet,), (greet, 1, 2)):
    try:
        print(types.MethodType(*arguments))
    except TypeError as error:
        print(error)


class Stand:
    @property
    def __class__(self):
        return Robot


print(isinstance(Stand(), Robot), isinstance(Stand(), Stand), isinstance(Stand(), int), type(Stand()).__name__)
