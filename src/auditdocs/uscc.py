"""The unified social credit code (统一社会信用代码) and its check character (GB 32100-2015)."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, S, V, Z, which are easily misread
_WEIGHTS = tuple(3**place % 31 for place in range(17))


def uscc_check_digit(body: str) -> str:
    """The 18th character that belongs to the first 17."""
    if len(body) != 17 or not set(body) <= set(ALPHABET):
        raise ValueError("the body of a code is 17 characters of the alphabet of GB 32100")
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def is_uscc(code: str) -> bool:
    """Whether this is a well-formed code with the right check character."""
    return len(code) == 18 and set(code) <= set(ALPHABET) and uscc_check_digit(code[:17]) == code[17]
