import pytest

from index.language.rooms import ROOMS
from qa.text.denied import is_denied


@pytest.mark.parametrize(
    ("language", "question", "sentence", "denied"),
    [
        ("de", "Wann wurde das Haus verkauft?", "Das Haus wurde nicht 1990 verkauft.", True),
        ("de", "Wann wurde das Haus verkauft?", "Das Haus wurde 1990 verkauft.", False),
        ("de", "Wann wird das Haus abgerissen?", "Das Haus soll 2030 abgerissen werden.", True),
        ("de", "Wann soll das Haus weichen?", "Das Haus soll 2030 weichen.", False),
        ("de", "Wann soll das Haus weichen?", "Das Haus soll nicht 2030 weichen.", True),
        ("de", "Wann erbaut?", "Herr Müller behauptet, sie sei 1800 erbaut worden.", True),
        ("de", "Wann erbaut?", "Es stimmt nicht, dass sie 1800 erbaut wurde.", True),
        ("de", "Warum ist das Bad zu?", "Das Bad ist zu, weil die Decke nicht hält.", False),
        ("de", "Warum ist das Bad zu?", "Das Bad ist nicht zu, weil die Decke hält.", True),
        ("de", "Wann ist das Bad geöffnet?", "Das Bad ist außer montags geöffnet.", False),
        ("de", "Wann ist das Bad geöffnet?", "Es ist täglich geöffnet, montags nicht.", False),
        ("de", "Wann ist das Bad geöffnet?", "Das Bad ist montags nicht geöffnet.", True),
        ("de", "Wann ist das Bad nicht auf?", "Das Bad ist montags nicht auf.", False),
        ("de", "Wer kam?", "Nicht nur Karl Huber kam.", False),
        ("fr", "Quand le pont fut-il détruit ?", "Le pont n'a pas été détruit en 1990.", True),
        ("fr", "Quand le pont fut-il détruit ?", "Le pont aurait été détruit en 1990.", True),
        ("fr", "Pourquoi fermé ?", "Il est fermé parce que le sol n'est pas sûr.", False),
        ("es", "¿Cuándo fue destruido?", "El puente no fue destruido en 1990.", True),
        ("es", "¿Cuándo fue destruido?", "Sin embargo, fue destruido en 1990.", False),
        ("nl", "Wanneer verkocht?", "Het huis werd niet in 1990 verkocht.", True),
        ("it", "Quando venduta?", "La casa non fu venduta nel 1990.", True),
        ("pt", "Quando vendida?", "A casa não foi vendida em 1990.", True),
        ("zh", "白塔建于什么时候？", "白塔不是建于1990年。", True),
        ("zh", "白塔建于什么时候？", "据说白塔建于1990年。", True),
        ("zh", "白塔建于什么时候？", "白塔建于1990年，用不锈钢。", False),
        ("ja", "いつ開館しましたか", "1990年に開館しませんでした。", True),
        ("ja", "いつ開館しましたか", "青葉という館は1990年に開館しました。", False),
    ],
)
def test_what_is_denied_planned_or_claimed_is_not_so(
    language: str, question: str, sentence: str, denied: bool
) -> None:
    assert is_denied(sentence, question, ROOMS[language]) is denied
