"""Every crate that is compiled into the program, with its licence and the text of it, as Markdown on standard output."""

import json
import pathlib
import subprocess
import sys

COMMAND = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-musl"]
NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE")


def compiled(metadata):
    """The packages that the program itself is made of: no build or test dependencies."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    found, queue = set(), [metadata["resolve"]["root"]]
    while queue:
        package = queue.pop()
        if package in found:
            continue
        found.add(package)
        for dependency in nodes[package]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                queue.append(dependency["pkg"])
    return found


def main():
    metadata = json.loads(subprocess.run(COMMAND, capture_output=True, check=True).stdout)
    inside = compiled(metadata)
    packages = [package for package in metadata["packages"] if package["id"] in inside and package["source"]]
    packages.sort(key=lambda package: (package["name"], package["version"]))
    print(f"# What others wrote\n\n{len(packages)} crates are compiled into rolecall. Their licences:\n")
    texts = {}
    for package in packages:
        licence = package["license"] or "see its text"
        print(f"- {package['name']} {package['version']}: {licence} – {package['repository'] or 'no repository'}")
        folder = pathlib.Path(package["manifest_path"]).parent
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.name.upper().startswith(NAMES):
                text = file.read_text(errors="replace").strip()
                texts.setdefault(text, []).append(f"{package['name']} {package['version']}")
    without = [package["name"] for package in packages if not package["license"] and not package["license_file"]]
    if without:
        print(f"release: no licence is given by {', '.join(without)}", file=sys.stderr)
    for text, names in texts.items():
        fence = "`" * 4
        print(f"\n## {', '.join(names)}\n\n{fence}text\n{text}\n{fence}")


if __name__ == "__main__":
    main()
