"""Which function says what the words of each pattern mean."""

from marsad.reading.times.dates import DATES
from marsad.reading.times.relative import RELATIVE
from marsad.reading.times.spans import SPANS

BUILDERS = {**DATES, **RELATIVE, **SPANS}
