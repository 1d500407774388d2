"""One module for each thing that is looked for in a text.

A detector module has a ``TYPE``, ``ANCHORS`` (folded words, one of which stands in every hit's neighbourhood: where
none is in the text the detector isn't asked), ``DIGITS`` (how many digits a text needs at least, instead of anchors)
and ``find(reading, anchors, about)``, which yields hits in the order of the text. ``anchors`` are the offsets in
the text where an anchor begins. With neither anchors nor digits it is asked about every text, and must be quick.
"""
