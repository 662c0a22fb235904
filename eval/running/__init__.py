"""Ask the questions: the pipeline in this process, or a server."""
