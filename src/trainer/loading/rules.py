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
    "No file of the course is larger than 1 MB, or holds more than 100,000 keys and values.",
    "A lesson is one sitting: part the file. Pictures belong into `images/`.",
)
FILE_IS_IN_THE_COURSE = Rule(
    "file-is-in-the-course",
    Severity.ERROR,
    "No path and no symbolic link leads out of the course's folder.",
    "Copy the file into the course.",
)
FOLDER_IS_READABLE = Rule(
    "folder-is-readable",
    Severity.ERROR,
    "Every folder of the course is a folder whose files can be listed.",
    "Put a folder there, and see that you may read it.",
)
IMAGE_IS_A_PICTURE = Rule(
    "image-is-a-picture",
    Severity.ERROR,
    "Every file in `curriculum/images/` is a picture by its name and by its content (PNG, JPEG,"
    " WebP, AVIF, GIF, SVG), and no SVG holds scripts or leads out of itself. All of these files"
    " are published.",
    "Move other files away. Save a drawing as plain SVG, or export it as PNG.",
)
FILE_IS_NAMED_BY_ITS_ID = Rule(
    "file-is-named-by-its-id",
    Severity.ERROR,
    "A file (for a module its folder) is called by the id that stands in it, and ends in `.yml`;"
    " no name holds characters that cannot be seen.",
    "Rename the file, or change `id`; when learners use the course already, put the old id into `formerly`.",
)
FILE_IS_LISTED = Rule(
    "file-is-listed",
    Severity.WARNING,
    "Every module stands in `course.yml`, every lesson in its `module.yml`, every page in `course.yml`;"
    " and no file of the course lies where nothing reads it.",
    "Add its id to the list, at the place where it belongs; move other files to their folder.",
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
TEXT_IS_WHOLE = Rule(
    "text-is-whole",
    Severity.WARNING,
    "No text without quotes is cut by a ` #` in it, or ends with a quotation mark that nothing opens.",
    "Put the whole text into quotes.",
)
RULES = (
    FILE_EXISTS,
    FILE_IS_TEXT,
    FILE_HAS_CONTENT,
    FILE_IS_SMALL,
    FILE_IS_IN_THE_COURSE,
    FOLDER_IS_READABLE,
    IMAGE_IS_A_PICTURE,
    FILE_IS_NAMED_BY_ITS_ID,
    FILE_IS_LISTED,
    YAML_IS_VALID,
    YAML_IS_PLAIN,
    KEY_IS_UNIQUE,
    KEY_IS_KNOWN,
    KEY_IS_PRESENT,
    VALUE_HAS_ITS_TYPE,
    VALUE_HAS_ITS_FORM,
    TEXT_IS_WHOLE,
)
