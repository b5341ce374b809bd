from ..names import LARGE
from .. import names as above
side = LARGE * above.LARGE
