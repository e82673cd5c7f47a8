"""Generates the messages and stubs of RedSail's API beside the programs, as the package redsail.v1.

  python generate.py [SCHEMAS]

SCHEMAS is the folder that holds redsail/v1/*.proto: by default that of this checkout, elsewhere the one that
redsail-proto.tar.gz unpacks to.
"""

import pathlib
import subprocess
import sys

import google.api

HERE = pathlib.Path(__file__).resolve().parent
schemas = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "proto"
files = sorted(str(file.relative_to(schemas)) for file in schemas.glob("redsail/v1/*.proto"))
if not files:
    sys.exit(f"generate.py: expected redsail/v1/*.proto in {schemas}, found none")

# googleapis-common-protos brings the schemas of google/api and google/rpc, and their generated Python too.
common = pathlib.Path(next(iter(google.api.__path__))).parent.parent
subprocess.run(
    [
        sys.executable, "-m", "grpc_tools.protoc", f"-I{schemas}", f"-I{common}",
        f"--python_out={HERE}", f"--grpc_python_out={HERE}", *files,
    ],
    check=True,
)
print(f"generated {len(files)} schemas in {HERE / 'redsail'}")
