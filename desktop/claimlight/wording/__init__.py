"""Every sentence that is not a widget's caption, and the way all of them are translated."""

import gettext

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(catalogue: gettext.NullTranslations) -> None:
    """Say everything from now on in the language of `catalogue`."""
    global _catalogue
    _catalogue = catalogue


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _catalogue.info().get("language", "en")


def _(message: str) -> str:
    """`message` in the language that is spoken now."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The plural form for `n` in the language that is spoken now."""
    return _catalogue.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """`message` in the language that is spoken now; `context` tells translators which of its meanings it has."""
    return _catalogue.pgettext(context, message)


def N_(message: str) -> str:  # the customary name
    """Mark `message` for translation where it stands; whoever says it passes it through `_`."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # as `N_`, for both forms
    """Mark both forms of a sentence for translation; whoever says them passes them through `ngettext`."""
    return one, many
