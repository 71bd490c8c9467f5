BBBBBBB BBBBBBBBBBBBBBBBBBB
BBBB BBBB
BBBBB BBBBB gettext(u'No access') BBBBBBBB
BBBBB BBBBXXXBBBBBBBB
BBBBB BBBBBBB gettext(u'You may not open this page') BBBBBBBB
BBBBB BBBB
  XXX gettext(u'Your account does not have the right to see it. If you need it for your work, ask the person who manages the accounts.') XXXX
BBBBBBBB
