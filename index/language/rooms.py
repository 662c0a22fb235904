"""The rooms of the languages beside English, each by its code."""

from index.language.chinese_japanese import CHINESE, JAPANESE
from index.language.european.dutch import DUTCH
from index.language.european.french import FRENCH
from index.language.european.german import GERMAN
from index.language.european.italian import ITALIAN
from index.language.european.portuguese import PORTUGUESE
from index.language.european.russian import RUSSIAN
from index.language.european.spanish import SPANISH
from index.language.room import Room

EUROPEAN: dict[str, Room] = {
    room.code: room for room in (DUTCH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, RUSSIAN, SPANISH)
}
ROOMS = {**EUROPEAN, CHINESE.code: CHINESE, JAPANESE.code: JAPANESE}
