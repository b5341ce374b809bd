import unicodedata

for character in ('é', '½', 'ṩ', 'a', 'ﬁ', '가', '①', 'Ω', '\u0378', '\u00a0', '²', 'ª', '㎏'):
    print(ascii(character), repr(unicodedata.decomposition(character)), unicodedata.east_asian_width(character))
for wrong in (lambda: unicodedata.decomposition('ab'), lambda: unicodedata.name('ab'), lambda: unicodedata.numeric(3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
for way in ('xmlcharrefreplace', 'namereplace'):
    try:
        b'\xff'.decode('ascii', way)
    except TypeError as error:
        print(error)
