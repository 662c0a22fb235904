"""Ask a running Wellspring with the `openai` package.

Run: python docs/transcripts/openai_client.py [ADDRESS].
"""

import sys

from openai import OpenAI

client = OpenAI(base_url=f"{(sys.argv[1:] or ['http://127.0.0.1:8000'])[0]}/v1", api_key="none")
QUESTION = "How many Dolan sheep were contracted for breeding?"

print("== models ==")
for model in client.models.list():
    print(model.id, "owned by", model.owned_by)

print(f"\n== an answer ==\n> {QUESTION}")
done = client.chat.completions.create(
    model="wellspring", messages=[{"role": "user", "content": QUESTION}]
)
print(done.choices[0].message.content)
print("tokens:", done.usage.prompt_tokens, "+", done.usage.completion_tokens)
for citation in done.model_extra["wellspring"]["citations"]:
    print("citation:", citation["marker"], citation["source"], citation["start"], citation["end"])

print("\n== a follow-up, streamed: one piece a line ==\n> By how many families?")
earlier = [
    {"role": "user", "content": QUESTION},
    {"role": "assistant", "content": done.choices[0].message.content},
]
asked = [*earlier, {"role": "user", "content": "By how many families?"}]
for chunk in client.chat.completions.create(model="wellspring", messages=asked, stream=True):
    if chunk.choices[0].delta.content:
        print(repr(chunk.choices[0].delta.content))
print("finish_reason:", chunk.choices[0].finish_reason)

print("\n== a question that the articles do not answer ==\n> Who won the world cup in 2018?")
declined = client.chat.completions.create(
    model="wellspring", messages=[{"role": "user", "content": "Who won the world cup in 2018?"}]
)
print(declined.choices[0].message.content)
print("answered:", declined.model_extra["wellspring"]["answered"])
