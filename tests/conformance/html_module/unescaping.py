import html

for text in ['&lt;b&gt;', '&amp;amp;', '&amp &ampx &not; &copy2 &euro; &euro', '&#65;&#x41;&#X41 &#65 &#065x', '&#0; &#128;&#x80;&#xd800;&#x110000;', '&#1;&#13;|&#9;|&#127;',
             '&#xfffe;&#x1ffff;&#xfdd0;', '&#x99;&#x81;', '&', '&;', '& amp;', 'a&b', '&hellip;&mdash;&nbsp;|&lang;&alpha;&Alpha;&alefsym;', '&AMP;&AMP&QUOT;&GT', '&#;&#x;',
             '&é;', '&quot;&apos', 'AT&T &ltd', '&frac12;&sup2;&para;&szlig', '&amp;lt;', 'x=1&y=2&copy=3', '&notin;&sub;&sube', '&#128512;']:
    print(text, ascii(html.unescape(text)))
