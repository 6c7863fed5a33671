"""`python -m bench.typst_cars FOLDER COUNT`: the CARs of a folder (JSON) through Typst, in one process."""

import sys
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("car.typ")


def main(arguments: list[str]) -> None:
    """One compiler for all, as its users would do."""
    folder, count = Path(arguments[0]), int(arguments[1])
    compiler = typst.Compiler(str(TEMPLATE))
    for file in sorted(folder.glob("*.json"))[:count]:
        compiler.compile(output=str(file.with_suffix(".typst.pdf")), sys_inputs={"data": file.read_text("utf-8")})


if __name__ == "__main__":
    main(sys.argv[1:])
