"""Ads in Parquet to records in Parquet on one machine: `market.py ADS.parquet RECORDS.parquet [OPTION of market observe]…`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from typing import IO

import duckdb


def feed(ads: str, pipe: IO[bytes]) -> None:
    """Writes each row of the ads as a line of JSON."""
    with pipe:
        rows = duckdb.connect().execute("select to_json(a) from read_parquet(?) a", [ads])
        while found := rows.fetchmany(1024):
            pipe.writelines(f"{line}\n".encode() for (line,) in found)


def main(ads: str, records: str, *options: str) -> None:
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as lines:
        child = subprocess.Popen(["rolecall", "market", "observe", *options], stdin=subprocess.PIPE, stdout=lines)
        assert child.stdin is not None
        feeder = threading.Thread(target=feed, args=(ads, child.stdin))
        feeder.start()
        feeder.join()
        if status := child.wait():
            raise SystemExit(f"rolecall ended with {status}")
        duckdb.connect().execute(
            "copy (select * from read_json_auto(?, format = 'newline_delimited', sample_size = -1)) to '" + records.replace("'", "''") + "' (format parquet)",
            [lines.name],
        )


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
