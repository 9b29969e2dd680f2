"""What can go wrong while citations are set."""

from telegrams.errors import WriteError


class CiteError(WriteError):
    """The citations cannot be set; `code` names the finding and `hint` what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code, self.hint = code, hint
        super().__init__(message)
