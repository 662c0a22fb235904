"""Use the tools of `wellspring mcp` over stdio with the `mcp` package.

Run: python docs/transcripts/mcp_client.py [COMMAND].
"""

import asyncio
import os
import sys
from typing import Any

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

COMMAND = (sys.argv[1:] or ["wellspring"])[0]
QUESTION = "How many Dolan sheep were contracted for breeding?"


async def main() -> None:
    """List the tools, then call each."""
    server = StdioServerParameters(command=COMMAND, args=["mcp"], env=dict(os.environ))
    async with Client(stdio_client(server)) as client:
        print("== tools ==")
        for tool in (await client.list_tools()).tools:
            given = ", ".join(tool.input_schema["properties"])
            print(f"{tool.name}({given}): {tool.description.splitlines()[0]}")

        print(f"\n== ask ==\n> {QUESTION}")
        answer = (await client.call_tool("ask", {"question": QUESTION})).structured_content
        print(answer["answer"], "  confidence", answer["confidence"])
        quote = answer["citations"][0]
        print(f"[{quote['marker']}] {where(quote)}: “{quote['quote']}”")

        print("\n== search ==\n> Dolan sheep")
        found = await client.call_tool("search", {"query": "Dolan sheep", "top_k": 3})
        for passage in found.structured_content["passages"]:
            print(f"{passage['score']:.2f} {where(passage)}: {passage['text'][:60]!r}…")

        start, end = quote["start"] - 120, quote["end"] + 120
        place = {"article_id": quote["article_id"], "start": start, "end": end}
        print(f"\n== read_article ==\n> {place}")
        print((await client.call_tool("read_article", place)).structured_content["text"])


def where(found: dict[str, Any]) -> str:
    """Name the place of a quote or a passage."""
    return f"{found['source']} {found['start']}-{found['end']}"


asyncio.run(main())
