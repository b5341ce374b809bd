"""utf-16, utf-32 and utf-8 with a mark: both ways, with every error handler."""
for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "UTF_32_BE", "utf-8-sig"):
    data = "aé☃😀".encode(name)
    print(name, data, data.decode(name), ascii("a\ud800b".encode(name, "surrogatepass").decode(name, "surrogatepass")))
broken = [(b"\xff\xfea", "utf-16"), (b"\xfe\xff\0a", "utf-16"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xdc", "utf-16-le"),
          (b"\x00\xd8a\0", "utf-16-le"), (b"\0\0\0", "utf-32"), (b"\xff" * 4, "utf-32-le"), (b"\xff\xfe", "utf-16")]
for data, name in broken:
    for errors in ("strict", "replace", "ignore", "backslashreplace"):
        try:
            print(name, errors, ascii(data.decode(name, errors)))
        except UnicodeDecodeError as error:
            print(error)
for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    for name in ("utf-16", "utf-32-be", "utf-8-sig", "ascii"):
        try:
            print(name, errors, "☃\udc80".encode(name, errors))
        except UnicodeEncodeError as error:
            print(error)
print(str(b"\xff\xfea\0", "utf-16"), bytes("é", "utf-16"), "".encode("utf-16"))
