"""typst_build.py SOURCE.typ OUT.pdf: Typst's PDF/A-2a and PDF/UA-1 edition, as a whole process."""
import sys

import typst

typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=["a-2a", "ua-1"])
