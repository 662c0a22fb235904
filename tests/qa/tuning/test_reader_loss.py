"""What an evidence reader is taught, with a scripted model and a tokenizer of words."""

from typing import Any

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

from qa.tuning.data.examples import Example
from qa.tuning.reader_loss import Target, loss_of, make_target, make_targets, scores

TEXT = "It is long. It was opened in 1874. Nobody came."
SENTENCE = (TEXT.index("It was"), TEXT.index("1874.") + 5)
SPAN = (TEXT.index("1874"), TEXT.index("1874") + 4)
GOLD = Example("When was it opened?", "", TEXT, (SENTENCE,), SPAN)
NONE = Example("Who built it?", "Bridge", TEXT)


@pytest.fixture
def tokenizer() -> PreTrainedTokenizerFast:
    words = Tokenizer(models.WordLevel({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=words, unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )


def target_of(tokenizer: Any, example: Example) -> Target:
    target = make_target(tokenizer, example)
    assert target is not None
    return target


class Saying:
    """A model that is sure of one sentence (0 is "none") and of one range of tokens."""

    def __init__(self, sentence: int, first: int, last: int) -> None:
        self.sentence, self.first, self.last = sentence, first, last

    def __call__(self, ids: Any, types: Any, mask: Any, sentence: Any) -> tuple[Any, Any]:
        spans = torch.zeros(*ids.shape, 2)
        spans[:, self.first, 0] = spans[:, self.last, 1] = 20.0
        sentences = torch.zeros(len(ids), int(sentence.max()) + 2)
        sentences[:, self.sentence] = 20.0
        return spans, sentences


def test_a_target_names_the_gold_sentence_and_the_tokens_of_the_answer(tokenizer: Any) -> None:
    target = target_of(tokenizer, GOLD)
    assert target.gold == (1,)
    assert target.first == target.last
    assert target.encoded.offsets[target.first] == SPAN
    assert target.knows_span


def test_an_answer_of_several_words_begins_and_ends_with_its_tokens(tokenizer: Any) -> None:
    start = TEXT.index("opened in")
    example = Example("When?", "Bridge", TEXT, (SENTENCE,), (start, SPAN[1]))
    target = target_of(tokenizer, example)
    offsets = target.encoded.offsets
    assert TEXT[offsets[target.first][0] : offsets[target.last][1]] == "opened in 1874"


def test_without_an_answer_the_first_token_is_meant(tokenizer: Any) -> None:
    target = target_of(tokenizer, NONE)
    assert (target.first, target.last, target.gold) == (0, 0, ())


def test_an_answer_beyond_what_is_read_is_no_target(tokenizer: Any) -> None:
    far = "Ships come every single day. " * 100
    moved = (SENTENCE[0] + len(far), SENTENCE[1] + len(far))
    span = (SPAN[0] + len(far), SPAN[1] + len(far))
    beyond = Example("When was it opened?", "", far + TEXT, (moved,), span)
    assert make_target(tokenizer, beyond) is None
    assert make_target(tokenizer, Example("When?", "", far + TEXT, (moved,))) is None
    assert make_target(tokenizer, Example("When?", "", "")) is None
    assert len(make_targets(tokenizer, [GOLD, beyond, NONE])) == 2


def test_the_loss_is_low_for_the_right_sentence_and_range_and_high_for_others(
    tokenizer: Any,
) -> None:
    at = target_of(tokenizer, GOLD).first
    right = float(loss_of(Saying(2, at, at), tokenizer, [GOLD], "cpu"))
    other_sentence = float(loss_of(Saying(1, at, at), tokenizer, [GOLD], "cpu"))
    other_range = float(loss_of(Saying(2, at - 1, at), tokenizer, [GOLD], "cpu"))
    assert right < 0.01
    assert other_sentence == pytest.approx(20, abs=0.1)
    assert other_range == pytest.approx(10, abs=0.1)


def test_a_range_that_is_not_known_does_not_count(tokenizer: Any) -> None:
    unknown = Example("When?", "", TEXT, (SENTENCE,), None, knows_span=False)
    assert float(loss_of(Saying(2, 5, 5), tokenizer, [unknown], "cpu")) < 0.01


def test_a_batch_that_is_not_read_costs_nothing(tokenizer: Any) -> None:
    loss = loss_of(Saying(0, 0, 0), tokenizer, [Example("When?", "", "")], "cpu")
    assert float(loss.detach()) == 0
    loss.backward()


def test_the_scores_are_shares_of_right_first_sentences(tokenizer: Any) -> None:
    batches = [[GOLD, GOLD], [NONE], [Example("When?", "", "")]]
    sure = scores(Saying(2, 0, 0), tokenizer, batches, "cpu")
    assert sure == {"sentence_first": 1.0, "none_first": 0.0, "examples": 3}
    declining = scores(Saying(0, 0, 0), tokenizer, batches, "cpu")
    assert declining == {"sentence_first": 0.0, "none_first": 1.0, "examples": 3}
    assert scores(Saying(0, 0, 0), tokenizer, [], "cpu") == {"examples": 0}
