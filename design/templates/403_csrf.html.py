BBBBBBB BBBBBBBBBBBBBBBBBBB
BBBB BBBB
BBBBB BBBBB gettext(u'Not sent') BBBBBBBB
BBBBB BBBBXXXBBBBBBBB
BBBBB BBBBBBB gettext(u'Your form was not sent') BBBBBBBB
BBBBB BBBB
  XXX gettext(u'The page was open for too long, or your browser refuses cookies. Nothing was changed.') XXXX
  XXX gettext(u'Go back, load the page again and send the form once more.') XXXX
BBBBBBBB
