"""Runs every example of /docs against a running server: examples.py http://127.0.0.1:PORT"""

import html
import re
import subprocess
import sys
import urllib.request

SHOWN = "http://127.0.0.1:8080"


def main(base: str) -> int:
    with urllib.request.urlopen(f"{base}/docs") as response:
        page = response.read().decode()
    examples = re.findall(r'<pre[^>]* data-example="(\w+)"[^>]*><code>(.*?)</code></pre>', page, re.S)
    failed = 0
    for kind, text in examples:
        text = html.unescape(text)
        if SHOWN not in text:
            print(f"an example without an address: {text[:80]}")
            failed += 1
            continue
        text = text.replace(SHOWN, base)
        command = ["bash", "-c", text.replace("curl -sS", "curl -sS --fail-with-body", 1)]
        if kind == "python":
            command = [sys.executable, "-c", text]
        run = subprocess.run(command, capture_output=True, timeout=60)
        if run.returncode or not run.stdout.strip():
            failed += 1
            print(f"{kind} example failed ({run.returncode}):\n{text}\n{run.stdout[:400]!r} {run.stderr[-400:]!r}")
    print(f"{len(examples)} examples of the documentation, {failed} failed")
    # As many as there are operations, at least: an empty page would pass otherwise.
    return 1 if failed or len(examples) < 25 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
