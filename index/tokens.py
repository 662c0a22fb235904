"""Count tokens with `tiktoken`, from a model's own byte-level BPE vocabulary."""

import json
from pathlib import Path

import tiktoken

# GPT-2's pattern, but every digit is a token of its own, as SmolLM2 was trained.
_PATTERN = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"


def load_encoding(tokenizer_json: Path) -> tiktoken.Encoding:
    """Build an `Encoding` from the merges in a `tokenizer.json`; nothing is downloaded.

    Ranks follow the order of the merges, so counts equal the model's own tokenizer; ids do not.
    """
    model = json.loads(tokenizer_json.read_text("utf-8"))["model"]
    to_byte = {char: byte for byte, char in _byte_characters().items()}
    ranks = {bytes([byte]): byte for byte in range(256)}
    for merge in model["merges"]:
        left, right = merge if isinstance(merge, list) else merge.split(" ")
        ranks.setdefault(bytes(to_byte[char] for char in left + right), len(ranks))
    return tiktoken.Encoding(
        tokenizer_json.parent.name, pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens={}
    )


def _byte_characters() -> dict[int, str]:
    """Return the printable character that byte-level BPE writes for each byte (GPT-2's table)."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    table = {byte: chr(byte) for byte in printable}
    for byte in range(256):
        table.setdefault(byte, chr(256 + len(table) - len(printable)))
    return table
