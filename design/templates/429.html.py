BBBBBBB BBBBBBBBBBBBBBBBBBB
BBBB BBBB
BBBBB BBBBB gettext(u'Too many attempts') BBBBBBBB
BBBBB BBBBXXXBBBBBBBB
BBBBB BBBBBBB gettext(u'Too many attempts') BBBBBBBB
BBBBB BBBB
  XXX gettext(u'To protect the accounts, we limit how often this can be tried. Wait a few minutes, then try again.') XXXX
BBBBBBBB
