import html

for text in ['<a href="x">it\'s &amp; more</a>', '', 'plain', '&lt;', '<<>>&&', 'é "quoted"']:
    print(html.escape(text), html.escape(text, quote=False), html.escape(text, False), html.unescape(html.escape(text)) == text)
row = ['Tom & Jerry', '<script>alert("hi")</script>', "O'Neil"]
print('<tr>' + ''.join(f'<td>{html.escape(cell)}</td>' for cell in row) + '</tr>')
try:
    html.escape(3)
except AttributeError as error:
    print(error)
