"""Write our present output into the entries of `commonmark-deviations.json`, to be read then.

Examples that differ without an entry are named only: each needs its reason first.
"""

import json
import sys

from test_markup_commonmark import DEVIATIONS, EXAMPLES, HERE, LIST, ours

if __name__ == "__main__":
    entries = [{**entry, "html": ours(number)} for number, entry in DEVIATIONS.items()]
    lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in entries)
    reasons = json.dumps(LIST["reasons"], indent=1, ensure_ascii=False)
    text = f'{{\n"reasons": {reasons},\n"deviations": [\n{lines}\n]\n}}\n'
    (HERE / "commonmark-deviations.json").write_text(text, "utf-8")
    for number, example in EXAMPLES.items():
        if number not in DEVIATIONS and ours(number) != example["html"]:
            sys.stdout.write(f"{number} ({example['section']}) differs and has no entry\n")
