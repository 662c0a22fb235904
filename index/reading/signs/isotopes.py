"""Tell the number of an isotope, as in ¹⁴CO₂, from the mark of a note before a word."""

import re

SYMBOL = re.compile(r"[A-Z][a-z]?(?![a-z])")
_ELEMENTS = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se "
    "Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb "
    "Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm"
).split()
_PROTONS = {symbol: number for number, symbol in enumerate(_ELEMENTS, start=1)}
_LIGHTEST, _HEAVIEST = 1.5, 2.7  # masses for each proton; hydrogen has 1 to 3


def is_isotope(mass: str, after: str) -> bool:
    """Tell whether a number is the mass of an atom whose symbol stands right behind it."""
    found = SYMBOL.match(after)
    protons = _PROTONS.get(found[0], 0) if found else 0
    if protons <= 1:
        return protons == 1 and mass in ("1", "2", "3")
    return _LIGHTEST * protons <= int(mass) <= _HEAVIEST * protons
