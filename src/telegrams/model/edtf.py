"""The EDTF string type (ISO 8601-2, levels 0 and 1): form and calendar are checked, nothing is guessed."""

from typing import Annotated

from pydantic import StringConstraints

Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9X.~?%/-]{1,40}$")]
