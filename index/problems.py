"""Every problem that people are told of: the word that programs read, and its HTTP status.

The one place where both are said. `WellspringError` takes a `Problem`, so that a code without a
status does not type-check.
"""

from enum import StrEnum
from typing import Self


class Problem(StrEnum):
    """What is wrong, as a stable word; its `status` also where only a command can meet it today."""

    status: int

    def __new__(cls, code: str, status: int) -> Self:
        """Make a word that knows its status."""
        problem = str.__new__(cls, code)
        problem._value_, problem.status = code, status
        return problem

    # What was asked or sent cannot be used.
    MALFORMED_JSON = "malformed_json", 400
    BROKEN_FORM = "broken_form", 400
    INVALID_REQUEST = "invalid_request", 422
    UNSUPPORTED_REQUEST = "unsupported_request", 422
    NO_QUESTION = "no_question", 422
    EMPTY_QUESTION = "empty_question", 422
    NO_WORDS = "no_words", 422
    BAD_TITLE = "bad_title", 422
    EMPTY_SCOPE = "empty_scope", 422
    AMBIGUOUS_ARTICLE = "ambiguous_article", 422
    QUESTION_TOO_LONG = "question_too_long", 413
    MESSAGES_TOO_LONG = "messages_too_long", 413
    COMMENT_TOO_LONG = "comment_too_long", 413
    REQUEST_TOO_LARGE = "request_too_large", 413
    CLIENT_GONE = "client_gone", 499  # nginx' word for it; nobody reads it

    # Who asks may not.
    KEY_NEEDED = "key_needed", 401
    FOREIGN_HOST = "foreign_host", 403
    CROSS_SITE = "cross_site", 403
    NOT_EDITABLE = "not_editable", 403
    OPEN_TO_ALL = "open_to_all", 403

    # What was named is not there.
    UNKNOWN_ARTICLE = "unknown_article", 404
    UNKNOWN_PAGE = "unknown_page", 404
    CHANGED_FILE = "changed_file", 404
    UNKNOWN_FOLDER = "unknown_folder", 404
    UNKNOWN_CONVERSATION = "unknown_conversation", 404
    UNKNOWN_ANSWER = "unknown_answer", 404
    UNKNOWN_UNDO = "unknown_undo", 404
    UNKNOWN_MODEL = "unknown_model", 404

    # It does not go with what is there by now.
    ALREADY_ASKED = "already_asked", 409
    DUPLICATE = "duplicate", 409
    NAME_TAKEN = "name_taken", 409
    LAST_ARTICLE = "last_article", 409
    MISSING_FILE = "missing_file", 409
    ONE_OF_MANY = "one_of_many", 409
    OTHER_FOLDER = "other_folder", 409
    CHANGED_MEANWHILE = "changed_meanwhile", 412

    # A file cannot be an article.
    NO_FILE = "no_file", 422
    ONE_FILE_NEEDED = "one_file_needed", 422
    PATH_IN_NAME = "path_in_name", 422
    BAD_FILE_NAME = "bad_file_name", 422
    EMPTY_FILE = "empty_file", 422
    UNREADABLE_FILE = "unreadable_file", 422
    IGNORED_FILE = "ignored_file", 422
    NO_ARTICLES = "no_articles", 422
    FILE_TOO_LARGE = "file_too_large", 413
    UNSUPPORTED_TYPE = "unsupported_type", 415
    UNSUPPORTED_BODY = "unsupported_body", 415

    # The service cannot work until whoever runs it mends something, or waits.
    TOO_MANY_QUESTIONS = "too_many_questions", 503
    INDEX_BUSY = "index_busy", 503
    ARTICLES_CHANGED = "articles_changed", 503
    PAGE_NOT_DRAWN = "page_not_drawn", 503
    MISSING_INDEX = "missing_index", 503
    DAMAGED_INDEX = "damaged_index", 503
    OTHER_SETTINGS = "other_settings", 503
    DAMAGED_REMOVAL = "damaged_removal", 503
    DAMAGED_CONVERSATIONS = "damaged_conversations", 503
    MISSING_FOLDER = "missing_folder", 503
    NOT_A_FOLDER = "not_a_folder", 503
    UNREADABLE_FOLDER = "unreadable_folder", 503
    EMPTY_FOLDER = "empty_folder", 503
    BAD_IGNORE = "bad_ignore", 503
    BAD_SETTING = "bad_setting", 503
    UNKNOWN_SETTING = "unknown_setting", 503
    PORT_BUSY = "port_busy", 503
    BAD_EMBEDDER = "bad_embedder", 503
    BAD_GENERATOR = "bad_generator", 503
    MODEL_SERVER_AWAY = "model_server_away", 503
    BAD_READER = "bad_reader", 503
    BAD_ADAPTER = "bad_adapter", 503
    OTHER_BASE = "other_base", 503
    NO_BASE = "no_base", 503
    MISSING_MODEL = "missing_model", 503
    CORRUPTED_MODEL = "corrupted_model", 503
    WRONG_HASH = "wrong_hash", 503
    INTERRUPTED = "interrupted", 503
    NO_PIP = "no_pip", 503
    NO_NETWORK = "no_network", 503
    NO_PACKAGE = "no_package", 503
    NO_HUB = "no_hub", 503
    MODELS_BUSY = "models_busy", 503
    MISSING_PACKAGE = "missing_package", 503
    LITTLE_MEMORY = "little_memory", 503
    NO_ROOM = "no_room", 507
    DISK_FULL = "disk_full", 507
    NOT_WRITABLE = "not_writable", 507

    # Of evaluating and tuning.
    MISSING_DATA = "missing_data", 404
    UNKNOWN_SET = "unknown_set", 404
    UNKNOWN_KIND = "unknown_kind", 422
    UNKNOWN_SPLIT = "unknown_split", 422
    UNKNOWN_EVIDENCE = "unknown_evidence", 422
    BAD_QUESTION = "bad_question", 422
    UNREADABLE_QUESTIONS = "unreadable_questions", 422
    NO_QUESTIONS = "no_questions", 422
    BAD_PUBLIC_SET = "bad_public_set", 422
    BAD_RECORD = "bad_record", 422
    NO_EXAMPLES = "no_examples", 422
    BAD_RESULT = "bad_result", 422
    BAD_COUNT = "bad_count", 422
    BAD_LIMIT = "bad_limit", 422
    NO_DRAFTS = "no_drafts", 422
    FILE_EXISTS = "file_exists", 409
    OTHER_QUESTIONS = "other_questions", 409
    OTHER_TRAINING = "other_training", 409
    GATE_FAILED = "gate_failed", 409
    NO_SERVER = "no_server", 502
    SERVER_ERROR = "server_error", 502
    NO_ANSWER = "no_answer", 502

    # A fault of Wellspring itself.
    UNCOVERED_TEXT = "uncovered_text", 500
    INTERNAL_ERROR = "internal_error", 500
