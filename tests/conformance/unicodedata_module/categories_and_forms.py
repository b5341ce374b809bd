import unicodedata as u

for letter in 'aA1é☃ \n\u0301\u4e2d_+(\u05d0\u0660\u200b':
    print(ascii(letter), u.category(letter), u.combining(letter), u.bidirectional(letter), u.mirrored(letter))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, [ascii(u.normalize(form, text)) for text in ('é', 'e\u0301', '\ufb01x', '\u2460', 'Å', '')], u.is_normalized(form, 'é'))
print(''.join(c for c in u.normalize('NFD', 'Crème Brûlée') if u.category(c) != 'Mn'))
for bad in (lambda: u.category('ab'), lambda: u.category(5), lambda: u.normalize('X', 'a'), lambda: u.normalize('NFC', 5)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
