"""What a person can be found by: dates, numbers and addresses that stand out in a text.

The patterns know Britain, the United States, Germany, Austria, Switzerland and the
Netherlands, and what has the same shape elsewhere. They would rather miss something than
take a time, an age, a year, a dose or a blood pressure for an identifier.

No pattern repeats without end and gives back, so that no text is looked at again and again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trainer.checks.dates import FULL_DATE
from trainer.words import Phrase, phrase


@dataclass(frozen=True)
class Identifier:
    """Something that looks like a direct identifier."""

    offset: int
    text: str
    what: Phrase


@dataclass(frozen=True)
class _Pattern:
    what: Phrase
    expression: re.Pattern[str]
    is_meant: Callable[[str], bool] = bool


_DIGIT_OR_AT = re.compile(r"[\d@]")
_LINK_TARGET = re.compile(r"\]\((?!mailto:)[^()\s]*\)|\[@[^\[\]]*\]|<?https?://[^\s<>]+>?")
"""Where numbers belong to an address on the web, or to the place in a cited work."""

_LONGEST_SHOWN = 60
_TELEPHONE = phrase("a telephone number")
_NUMBER = phrase("the number of a record, an insurance or an identity card")
_POSTCODE = phrase("a postcode")

_UK_AREA = (
    "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]"
    "|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?"
    "|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE"
)
_US_STATE = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY]"
)
_NAMED = (
    r"MRN|NHS(?: number| no)?|hospital (?:number|no)|record (?:number|no)|chart (?:number|no)"
    r"|patient (?:number|no|id)|case (?:number|no)|file (?:number|no)|policy (?:number|no)"
    r"|insurance (?:number|no)|social security(?: number| no)?|SSN|medicare|medicaid"
    r"|(?:kranken|sozial)?versicherungs?(?:nummer|nr)|(?:patienten|fall|akten)(?:nummer|nr)"
    r"|aktenzeichen|AHV(?:-?(?:nummer|nr))?|SVNR|BSN|(?:polis|patiënt|dossier)nummer"
)
_SPOKEN = r"tel(?:ephone|efon|efoon)?|phone|mobile|mobil|handy|mobiel|fax|ring|call|number is"
_TIME = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")


def _has_digits(fewest: int) -> Callable[[str], bool]:
    return lambda text: sum(character.isdigit() for character in text) >= fewest


def _is_no_row_of_times(text: str) -> bool:
    groups = re.findall(r"\d+", text)
    return _has_digits(9)(text) and not all(_TIME.fullmatch(group) for group in groups)


_PATTERNS = (
    _Pattern(
        phrase("an e-mail address"),
        re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-zA-Z]{2,24}"),
    ),
    _Pattern(phrase("a full date, such as that of a birth"), FULL_DATE),
    # numbers with a form of their own
    _Pattern(_NUMBER, re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")),
    _Pattern(_NUMBER, re.compile(r"\b\d{3}-\d{2}-\d{4}\b")),
    _Pattern(_NUMBER, re.compile(r"\b756\.\d{4}\.\d{4}\.\d{2}\b")),
    _Pattern(_NUMBER, re.compile(r"\b\d{4} (?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\b")),
    _Pattern(_NUMBER, re.compile(r"\b[A-Z]\d{9}\b")),
    _Pattern(
        _NUMBER,
        re.compile(
            rf"\b(?:{_NAMED})\b\.?(?:\s{{1,3}}(?:is|was|ist|war)\b)?\s{{0,3}}[:#]?\s{{0,3}}"
            r"(?-i:[A-Z]{0,9}[\d /.-]{0,40}\d)",
            re.IGNORECASE,
        ),
        _has_digits(4),
    ),
    # telephones
    _Pattern(_TELEPHONE, re.compile(r"(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?:[ ()/.-]{0,3}\d){7,12}\b")),
    _Pattern(
        _TELEPHONE,
        re.compile(
            r"(?<![\w.,/:-])\(?0[1-9]\d{0,40}+\)?\d{0,40}+(?: ?[-/ ] ?\d{2,40}+){0,5}(?![\w:]|[.,]\d)"
        ),
        _is_no_row_of_times,
    ),
    _Pattern(
        _TELEPHONE,
        re.compile(r"(?<![\w.-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])\d{3}[.-]\d{4}\b"),
    ),
    _Pattern(
        _TELEPHONE,
        re.compile(
            rf"\b(?:{_SPOKEN})\b\.?(?:\s{{1,3}}(?:me|us|her|him|on|at|is)){{0,4}}[:\s]\s{{0,3}}\(?\d"
            r"[\d ()/-]{0,40}\d",
            re.IGNORECASE,
        ),
        _has_digits(7),
    ),
    _Pattern(
        _NUMBER, re.compile(r"(?<![\w.,/-])(?:\d{3}[ -]\d{3}[ -]\d{4}|\d{8,}+)(?![\w,/-]|\.\d)")
    ),
    # postcodes
    _Pattern(_POSTCODE, re.compile(rf"\b(?:{_UK_AREA})\d[\dA-Z]? ?\d[ABD-HJLNP-UW-Z]{{2}}\b")),
    _Pattern(
        _POSTCODE, re.compile(rf"\b(?:{_US_STATE}) \d{{5}}(?:-\d{{4}})?\b|\b\d{{5}}-\d{{4}}\b")
    ),
    _Pattern(
        _POSTCODE,
        re.compile(
            r"\b[1-9]\d{3}(?:(?!S[ADS])[A-Z]{2}\b|\s(?!S[ADS]|GP|UK|US|EU)[A-Z]{2},? [A-Z][a-z])"
        ),
    ),
    _Pattern(
        _POSTCODE,
        re.compile(
            r"\b(?:D|A|CH|DE|AT|NL|L|B)-\d{4,5}\b"
            r"|(?<![\w.-])[A-ZÄÖÜ][\w.-]{1,60} \d{1,3} ?[a-z]?, ?\d{4,5} [A-ZÄÖÜ][a-zäöüß]{1,60}"
        ),
    ),
)


def identifiers(text: str) -> Iterator[Identifier]:
    """Yield what a person could be found by, in the order of the patterns, nothing twice."""
    if not _DIGIT_OR_AT.search(text):
        return
    masked = _LINK_TARGET.sub(lambda found: "\0" * len(found[0]), text)
    taken = bytearray(len(text))
    for pattern in _PATTERNS:
        for match in pattern.expression.finditer(masked):
            begin, end = match.span()
            if pattern.is_meant(match[0]) and not any(taken[begin:end]):
                taken[begin:end] = b"\1" * (end - begin)
                yield Identifier(begin, _shown(match[0]), pattern.what)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
