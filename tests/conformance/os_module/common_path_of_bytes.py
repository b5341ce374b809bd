# What paths have in common, as bytes where they are bytes.
import os.path

print(os.path.commonpath([b"/usr/lib", b"/usr/local/lib"]), os.path.commonpath(["a/b/c", "a/b/d"]))
print(os.path.commonpath([b"a/\xff/b", b"a/\xff/c"]))
for paths in ([b"/a", "/a"], ["/a", b"/a"], [b"/a", b"a"], []):
    try:
        print(os.path.commonpath(paths))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
