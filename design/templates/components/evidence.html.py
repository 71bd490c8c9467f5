
BBBB BBBB BBBBB
BB BBBBBB
  XXXXXXXX XXXXXXXXXXXXXXXXX
    XXXXXXXXX
      BB BBBBBBB gettext(u'Sources:') BBBB gettext(u'Source:') BBBBB
      BBB BBBBBBBBB BB BBBBBBBBBBBB BBB BBBBBBBBBBBBX BBBBBBBBBBB
    XXXXXXXXXX
    XXXXX
      XXXX
        BBB BBBBB BB BBBBBB
          BBBB BBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBB
            XXXX
              XXX
                XXXXXXXXXXXXXXXXX
                BB BBBBBBBBBBBBBBBX gettext(u'announced') XBBBBB
                BB BBBBBBB BBB BBBBBBBBBBBBBX gettext(u'value shown here') XBBBBB
              XXXX
              BB BBBBBBBBBBBBBB
                XXXXXXXXXXXBB BBBBBBBBBBBBBBBBBBBBBBB XXXXXXXBBBBBXXXXXXXXXXXXXXXXXXXXX
              BBBBB
              XXX
                X
                BB BBBBBBBBBBBBBB
                  XX XXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXX X gettext(u'external site') X
                BBBB
                  XXXXXXXXXXXXX X gettext(u'address unknown') X
                BBBBB
                BB BBBBBBBBBBBBBX BBBBB
              XXXX
              XXX
                BB BBBBBBBBBBB gettext(u'dated')  FFFFFFFF XBBBBB
                BB BBBBBBBBBBBBBB gettext(u'read on')  FFFFFFFFBBBB gettext(u'date of reading unknown') BBBBB
                BB BBBBBBBBBBBBBBBBBBX  gettext(u'copy received on')  FFFFFFFFBBBBB
              XXXX
              BBBBBBB BBBBBBBBBBBBBBBBBBBBBB BBBBBBBBBBBBB BB BBBBBBBBBBB
              BB BBBBBBBBBBBXXXXXXXXXX XXXXXXXXXXXXXXXXXBBBBB
              BB BBBBBBBBBBBXXXXXXXBBBBB
            XXXXX
          BBBBBBB
        BBBBBB
      XXXXX
      BB BBBBBBB BBB BBBBBBBBBBBBBBBBBBB
        XXX gettext(u'Why this value is shown:')  XXXX
      BBBBB
    XXXXXX
  XXXXXXXXXX
BBBBB
