"""What platform says of the interpreter, and of any Linux."""
import platform

print(platform.system(), platform.machine(), platform.python_implementation())
print(platform.python_version(), platform.python_version_tuple(), platform.architecture())
print(platform.uname()._fields[:1], platform.uname().system, platform.platform().startswith("Linux-"))
if platform.system() == "Windows":
    print("no")
