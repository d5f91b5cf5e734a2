"""Full dates, with day, month and year, as people write them."""

import re

_MONTHS = (
    "Jan(?:uary|uar|uari|ner|\\.)?",
    "Feb(?:ruary|ruar|ruari|\\.)?|Feber",
    "March|Mar\\.?|M[äa]rz|maart|mrt\\.?",
    "Apr(?:il|\\.)?",
    "May|Mai|mei",
    "June?|Juni",
    "July?|Juli",
    "Aug(?:ust|ustus|\\.)?",
    "Sept?(?:ember|\\.)?",
    "O[ck]t(?:ober|\\.)?",
    "Nov(?:ember|\\.)?",
    "De[cz](?:ember|\\.)?",
)
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d{2}"
_ORDINAL = r"(?:st|nd|rd|th|\.)?"
_BORN = r"(?:born(?: on)?|DOB|date of birth|geb(?:\.|oren)(?: am| op)?|geboortedatum|Geburtsdatum)"
FULL_DATE = re.compile(
    rf"(?<![\w./-])(?:"
    rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}\. ?{_MONTH_NUMBER}\. ?{_YEAR}"
    rf"|{_DAY}(?P<sign>[/-]){_MONTH_NUMBER}(?P=sign){_YEAR}"
    rf"|{_MONTH_NUMBER}(?P<other>[/-]){_DAY}(?P=other){_YEAR}"
    rf"|{_DAY}{_ORDINAL}(?: of)? {_MONTH},? {_YEAR}"
    rf"|{_MONTH} {_DAY}{_ORDINAL},? {_YEAR}"
    rf"|{_BORN}:? {_DAY}[./-] ?{_MONTH_NUMBER}[./-] ?\d{{2}}"
    rf")(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
