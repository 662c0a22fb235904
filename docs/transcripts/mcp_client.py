"""Use the tools of `wellspring mcp` over stdio with the `mcp` package. Run: python docs/transcripts/mcp_client.py [COMMAND]."""

import asyncio
import os
import sys

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
            print(
                f"{tool.name}({', '.join(tool.input_schema['properties'])}): {tool.description.splitlines()[0]}"
            )

        print(f"\n== ask ==\n> {QUESTION}")
        answer = (await client.call_tool("ask", {"question": QUESTION})).structured_content
        print(answer["answer"], "  confidence", answer["confidence"])
        quote = answer["citations"][0]
        print(
            f"[{quote['marker']}] {quote['source']} {quote['start']}-{quote['end']}: “{quote['quote']}”"
        )

        print("\n== search ==\n> Dolan sheep")
        for passage in (
            await client.call_tool("search", {"query": "Dolan sheep", "top_k": 3})
        ).structured_content["passages"]:
            print(
                f"{passage['score']:.2f} {passage['source']} {passage['start']}-{passage['end']}: {passage['text'][:60]!r}…"
            )

        place = {
            "article_id": quote["article_id"],
            "start": quote["start"] - 120,
            "end": quote["end"] + 120,
        }
        print(f"\n== read_article ==\n> {place}")
        print((await client.call_tool("read_article", place)).structured_content["text"])


asyncio.run(main())
