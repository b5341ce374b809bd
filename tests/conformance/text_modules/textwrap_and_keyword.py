import keyword
import textwrap

text = ('The quick brown fox jumped over the lazy dog - a well-known state-of-the-art  sentence.  It has--sort of--dashes, '
        'a verylongwordthatdoesnotfitanywhere\tand tabs.\nNew lines too')
for width in (70, 12):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 40, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap(text, 30, break_long_words=False), textwrap.wrap(text, 30, break_on_hyphens=False))
print(textwrap.wrap(text, 30, max_lines=2), textwrap.wrap(text, 30, max_lines=1, placeholder='...'))
