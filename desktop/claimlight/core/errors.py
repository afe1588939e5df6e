"""What can go wrong, as a code and its parameters; `wording` turns it into a sentence for a person."""


class ClaimlightError(Exception):
    """A foreseen failure: `code` names it, `params` fill its sentence (see `wording.errors`)."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code} ({told})" if told else self.code


class TextError(ClaimlightError):
    """An article that cannot be read or built."""


class LessonError(ClaimlightError):
    """A lesson, codebook or answer key that cannot be used."""


class WorkError(ClaimlightError):
    """A student's work that cannot be read or graded."""


class StoreError(ClaimlightError):
    """A data folder or store that cannot be opened or written."""
