"""The rooms of the languages beside English, each by its code."""

from index.language.european.dutch import DUTCH
from index.language.european.french import FRENCH
from index.language.european.german import GERMAN
from index.language.european.italian import ITALIAN
from index.language.european.language import Language
from index.language.european.portuguese import PORTUGUESE
from index.language.european.spanish import SPANISH

EUROPEAN: dict[str, Language] = {
    room.code: room for room in (DUTCH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, SPANISH)
}
