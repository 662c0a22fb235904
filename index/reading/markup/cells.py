"""Parse the blocks of Markdown without a token for each part of a table."""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

CELL = "cell"  # what the text of a cell is known by
_PARTS = frozenset(
    f"{part}_{end}" for part in ("thead", "tbody", "tr", "th", "td") for end in ("open", "close")
)


class Blocks(ParserBlock):
    """Keeps of a table where it stands and its cells, which halves its time."""

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803 - the name is the library's
    ) -> list[Token] | None:
        """Add the tokens of a text to others."""
        if not src:
            return None
        state = _State(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _State(StateBlock):
    _part = Token("", "", 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, unless it is of a part of a table."""
        if ttype in _PARTS:
            self.level += nesting
            return self._part
        token = super().push(ttype, tag, nesting)
        if self.parentType == "table":
            token.info = CELL
        return token
