"""What a site's configuration says of how severe findings are."""

from __future__ import annotations

from difflib import get_close_matches

from mkdocs_compat.diagnostics import Severity
from mkdocs_compat.errors import ConfigurationError

_WORDS = tuple(severity.value for severity in Severity)


def read_severities(said: object) -> dict[str, Severity]:
    """Return severities by the code or name of a check, as a configuration has them.

    Raises:
        ConfigurationError: It is no mapping from checks to `error`, `warning` or `info`.
    """
    if not said:
        return {}
    if not isinstance(said, dict):
        raise ConfigurationError("expected a mapping such as {gap: warning}")
    # Of all checks only the names are needed, and only where one is named.
    from mkdocs_compat.checks.registry import CHECKS  # noqa: PLC0415

    known = [word for check in CHECKS for word in (check.code, check.name)]
    found = {}
    for name, word in said.items():
        if name not in known:
            close = get_close_matches(str(name)[:80], known, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else ""
            raise ConfigurationError(f"there is no check '{name}'{hint}")
        if word not in _WORDS:
            raise ConfigurationError(f"'{name}' is to be '{word}', expected {', '.join(_WORDS)}")
        found[str(name)] = Severity(word)
    return found
