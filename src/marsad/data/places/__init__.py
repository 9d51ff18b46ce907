"""Where places are kept: a compiled gazetteer and what is written by hand for the wars covered."""
