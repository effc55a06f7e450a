"""Fuzz for some seconds: `python -m tests.fuzz 60`, or one target: `python -m tests.fuzz 60 dates`.

What raises, or takes longer than a file may take, is kept in `tests/data/fuzz/`, where `make test`
runs it again. With `--coverage`, atheris leads the way through one target, where it is installed.
"""

import argparse
import hashlib
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

from tests.support.projects import DATA

MAX_SECONDS = 5.0
CORPUS = DATA / "fuzz"
_SEEDS = 100


def main() -> int:
    """Fuzz; return 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=int)
    parser.add_argument("target", nargs="?")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    parser.add_argument("--coverage", action="store_true")
    given = parser.parse_args()
    if given.coverage:
        return _follow_coverage(given.target or "yaml", given.seconds)
    from tests.fuzz.targets import TARGETS

    names = [given.target] if given.target else list(TARGETS)
    found = 0
    for name in names:
        random, target, runs = Random(given.seed), TARGETS[name], 0
        end = time.monotonic() + given.seconds / len(names)
        while time.monotonic() < end:
            data, runs = target.make(random), runs + 1
            before = time.process_time()
            try:
                target.run(data)
            except Exception:
                found += 1
                traceback.print_exc()
                _keep(name, data)
            if time.process_time() - before > MAX_SECONDS:
                found += 1
                print(f"{name}: {time.process_time() - before:.1f} s")
                _keep(name, data)
        print(f"{name}: {runs:,} executions, seed {given.seed}")
    print(f"found: {found}")
    return 1 if found else 0


def _keep(name: str, data: bytes) -> None:
    (CORPUS / name).mkdir(parents=True, exist_ok=True)
    file = CORPUS / name / hashlib.sha256(data).hexdigest()[:12]
    file.write_bytes(data)
    print(f"kept as {file}")


def _follow_coverage(name: str, seconds: int) -> int:
    try:
        import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        print("atheris is not installed: pip install atheris", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["generator"]):
        from tests.fuzz.targets import TARGETS
    folder = CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    seeds = Path(tempfile.mkdtemp())  # it begins with these, and adds what leads to new code
    for seed in range(_SEEDS):
        (seeds / f"{seed}").write_bytes(TARGETS[name].make(Random(seed)))
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={folder}/", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *options, str(seeds)], TARGETS[name].run)
    atheris.Fuzz()  # ends the process
    return 0


if __name__ == "__main__":
    sys.exit(main())
