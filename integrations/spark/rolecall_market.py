"""Market figures from job ads on a Spark cluster: the program as a line filter, the statistics left to `market build`.

    spark-submit rolecall_market.py INPUT OUTPUT --binary ./rolecall [--salt-file salt] [--map title=name]

INPUT is JSON lines, CSV or Parquet, by its suffix. OUTPUT gets `records` (a data frame as Parquet) and `counts` (lines of
`rolecall market merge`, one file a partition). Then, on any machine:

    cat OUTPUT/counts/part-* | rolecall market build --overlay market

The program is started once for each partition, never for each batch: a start costs a tenth of a second. It is shipped to
the workers with `addArtifact`, or found at the same path everywhere with `--installed`, as Sail asks for.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

Batches = Iterator[pa.RecordBatch]
LINES = "line string"


def filtered(command: list[str], shipped: str | None) -> Callable[[Batches], Batches]:
    """A function for `mapInArrow` that pipes the lines of a partition through a program and gives its lines."""

    def run(batches: Batches) -> Batches:
        program = command
        if shipped is not None:
            from pyspark import SparkFiles

            path = SparkFiles.get(shipped)
            # What is shipped as a file comes without its right to be run.
            os.chmod(path, 0o755)
            program = [path, *command[1:]]
        child = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert child.stdin is not None and child.stdout is not None
        fault: list[BaseException] = []

        def feed() -> None:
            try:
                with child.stdin as pipe:  # type: ignore[union-attr]
                    for batch in batches:
                        pipe.writelines(f"{line}\n".encode() for line in batch.column(0).to_pylist())
            except BaseException as error:  # handed on below: a broken pipe is the filter's death, anything else the input's
                fault.append(error)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        lines: list[str] = []
        for line in child.stdout:
            lines.append(line.decode().rstrip("\n"))
            if len(lines) == 4096:
                yield pa.RecordBatch.from_pydict({"line": lines})
                lines = []
        feeder.join()
        status = child.wait()
        # A task that fails is run again from its beginning: nothing is counted twice, nothing is lost.
        if status not in (0, 1) or fault:
            raise RuntimeError(f"{program[0]} ended with {status}; {fault[:1]}")
        yield pa.RecordBatch.from_pydict({"line": lines})

    return run


def read(spark: SparkSession, path: str) -> DataFrame:
    """The ads as lines of JSON, whatever they are kept in."""
    name = path.rstrip("/").lower()
    if name.endswith(".parquet"):
        return spark.read.parquet(path).selectExpr("to_json(struct(*)) as line")
    if name.endswith((".csv", ".csv.gz")):
        return spark.read.csv(path, header=True, multiLine=True, escape='"').selectExpr("to_json(struct(*)) as line")
    return spark.read.text(path).withColumnRenamed("value", "line")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--binary", default="rolecall", help="the program: a file to be shipped, or with --installed a path")
    parser.add_argument("--installed", action="store_true", help="the program is on every worker already")
    parser.add_argument("--salt-file", help="a file that every worker can read")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=PATH")
    parser.add_argument("--partitions", type=int, help="how many parts; as many as Spark finds where left out")
    parser.add_argument("--remote", help="address of a Spark Connect server, such as Sail's")
    chosen = parser.parse_args(arguments)
    builder = SparkSession.builder.appName("rolecall-market")
    spark: Any = (builder.remote(chosen.remote) if chosen.remote else builder).getOrCreate()
    shipped = None
    if not chosen.installed:
        spark.addArtifact(os.path.abspath(chosen.binary), file=True)
        shipped = os.path.basename(chosen.binary)
    hidden = ["--salt-file", chosen.salt_file] if chosen.salt_file else []
    maps = [part for field in chosen.map for part in ("--map", field)]
    ads = read(spark, chosen.input)
    if chosen.partitions:
        ads = ads.repartition(chosen.partitions)
    observe = filtered([chosen.binary, "market", "observe", "--jobs", "1", *hidden, *maps], shipped)
    records = ads.mapInArrow(observe, LINES).cache()
    records.write.mode("overwrite").text(f"{chosen.output}/lines")
    lines = spark.read.text(f"{chosen.output}/lines").withColumnRenamed("value", "line")
    spark.read.json(f"{chosen.output}/lines").write.mode("overwrite").option("compression", "gzip").parquet(f"{chosen.output}/records")
    merge = filtered([chosen.binary, "market", "merge", "--jobs", "1"], shipped)
    lines.mapInArrow(merge, LINES).write.mode("overwrite").text(f"{chosen.output}/counts")
    print(json.dumps({"records": lines.count()}))
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
