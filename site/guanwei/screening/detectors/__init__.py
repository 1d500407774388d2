"""One module for each thing that is looked for in a text.

A detector module has a ``TYPE``, ``ANCHORS`` (folded words, one of which stands in every hit's neighbourhood: where
none is in the text the detector isn't asked), ``DIGITS`` (how many digits a text needs at least, together but for
gaps and stops, instead of anchors) and ``find(reading, anchors, about)``, which yields hits in the order of the text.
``anchors`` are the offsets in the text where an anchor begins. With neither anchors nor digits it is asked about every
text, and must be quick.

Common words are dear anchors: a page of ordinary prose should wake hardly any detector, for all of them together have
about ten microseconds for one. Where a hit needs a second word, or digits, beside a common one, a module says so:
an anchor counts only if one of ``NEAR`` begins, or ``NEAR_DIGITS`` digits stand together, or a digit before one of
``NEAR_MARKS``, within ``REACH`` characters of its beginning, marks left out.
"""
