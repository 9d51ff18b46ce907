"""How the parser multiplies its matrices: they are small, and on one thread numpy's own product is the fastest by half.

On several threads numpy's product is the slowest, because they wait for each other. So one thread is asked for where numpy has not been
loaded yet; import this module before numpy.
"""

import os
import sys

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")

if "numpy" not in sys.modules:
    for name in THREADS:
        os.environ.setdefault(name, "1")
    ONE_THREAD = all(os.environ[name] == "1" for name in THREADS)
else:
    ONE_THREAD = "1" in (os.environ.get(name) for name in THREADS)
