"""What must be true of a file before its course can be looked at."""

from trainer.problems import Rule, Severity

FILE_EXISTS = Rule(
    "file-exists",
    Severity.ERROR,
    "Every file that the course names exists.",
    "Create the file, or take its name off the list.",
)
FILE_IS_TEXT = Rule(
    "file-is-text",
    Severity.ERROR,
    "Every file of the course can be read, and is text in UTF-8.",
    "Save it as UTF-8 in your editor.",
)
FILE_HAS_CONTENT = Rule(
    "file-has-content",
    Severity.ERROR,
    "No file of the course is empty.",
    "Fill it, or delete it.",
)
FILE_IS_SMALL = Rule(
    "file-is-small",
    Severity.ERROR,
    "No file of the course is larger than 1 MB.",
    "A lesson is one sitting: part the file. Pictures belong into `images/`.",
)
FILE_IS_IN_THE_COURSE = Rule(
    "file-is-in-the-course",
    Severity.ERROR,
    "No path and no symbolic link leads out of the course's folder.",
    "Copy the file into the course.",
)
FILE_IS_NAMED_BY_ITS_ID = Rule(
    "file-is-named-by-its-id",
    Severity.ERROR,
    "A file (for a module its folder) is called by the id that stands in it, and ends in `.yml`.",
    "Rename the file, or change `id`; when learners use the course already, put the old id into `formerly`.",
)
FILE_IS_LISTED = Rule(
    "file-is-listed",
    Severity.WARNING,
    "Every module stands in `course.yml`, every lesson in its `module.yml`, every page in `course.yml`;"
    " and beside `course.yml` lie only files that are read.",
    "Add its id to the list, at the place where it belongs.",
)
YAML_IS_VALID = Rule(
    "yaml-is-valid",
    Severity.ERROR,
    "Every file is valid YAML.",
    "Indent with spaces, never tabs; quote text that contains `: ` or begins with a special sign.",
)
YAML_IS_PLAIN = Rule(
    "yaml-is-plain",
    Severity.ERROR,
    "Files use plain YAML: no merge keys, no tags, no lists as keys, no endless repetition by anchors.",
    "Write out what is meant.",
)
KEY_IS_UNIQUE = Rule(
    "key-is-unique",
    Severity.ERROR,
    "No key stands twice in one mapping.",
    "Delete one of the two, or join their contents.",
)
KEY_IS_KNOWN = Rule(
    "key-is-known",
    Severity.ERROR,
    "Every key is one that Trainer knows.",
    "Mind the spelling; `trainer schema` lets your editor complete keys.",
)
KEY_IS_PRESENT = Rule(
    "key-is-present",
    Severity.ERROR,
    "Every key that is needed is there and is not empty.",
    "Add it.",
)
VALUE_HAS_ITS_TYPE = Rule(
    "value-has-its-type",
    Severity.ERROR,
    "Every value has the type that its key asks for: text, number, `true` or `false`, list, mapping.",
    "The message says which type is meant.",
)
VALUE_HAS_ITS_FORM = Rule(
    "value-has-its-form",
    Severity.ERROR,
    "Ids, durations, days, times, addresses and chosen words have the form that is asked for.",
    "The message shows an example.",
)
RULES = (
    FILE_EXISTS,
    FILE_IS_TEXT,
    FILE_HAS_CONTENT,
    FILE_IS_SMALL,
    FILE_IS_IN_THE_COURSE,
    FILE_IS_NAMED_BY_ITS_ID,
    FILE_IS_LISTED,
    YAML_IS_VALID,
    YAML_IS_PLAIN,
    KEY_IS_UNIQUE,
    KEY_IS_KNOWN,
    KEY_IS_PRESENT,
    VALUE_HAS_ITS_TYPE,
    VALUE_HAS_ITS_FORM,
)
