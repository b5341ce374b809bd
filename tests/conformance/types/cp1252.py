"""cp1252: latin-1 with typographic characters, and five bytes that stand for nothing."""
text = "‘naïve’ – 5 € œuvre™ ÿ"
for name in ("cp1252", "windows-1252", "CP1252", "1252"):
    print(text.encode(name), text.encode(name).decode(name) == text)
print(bytes(set(range(256)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252")[128:])
for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
    for action in (lambda: "aāăb\x81".encode("cp1252", errors), lambda: b"a\x81\x90b".decode("cp1252", errors)):
        try:
            print(errors, ascii(action()))
        except UnicodeError as error:
            print(type(error).__name__, error)
print("é\ud800x".encode("utf-8", "replace"), "éā".encode("latin-1", "xmlcharrefreplace"))
