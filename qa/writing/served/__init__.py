"""A generator on a model server of the OpenAI kind: Ollama, llama.cpp, vLLM and others."""
