"""Makes records of `rolecall market observe` for measuring `market build`, always the same ones: `records.py COUNT`."""

from __future__ import annotations

import random
import sys

ROLES = ["community-manager", "social-media-manager", "both", "content-manager"]
LEVELS = ["junior", "mid", "senior"]
PLACES = [("FR", "EUR", ["FR-IDF", "FR-ARA", "FR-BRE", "FR-PAC"]), ("GB", "GBP", ["GB-ENG", "GB-SCT"]), ("US", "USD", ["US-CA", "US-NY", "US-TX"])]


def main() -> None:
    count = int(sys.argv[1])
    draw = random.Random(1)
    write = sys.stdout.write
    for number in range(count):
        country, currency, regions = PLACES[draw.randrange(3)]
        role, level = ROLES[draw.randrange(4)], LEVELS[draw.randrange(3)]
        low = 20_000 + draw.randrange(300) * 100
        high = low + draw.randrange(1, 60) * 100
        text, sketch, employer = draw.getrandbits(64), draw.getrandbits(64), draw.randrange(400_000)
        silent = number % 2
        pay = '"pay":"absent"' if silent else f'"pay":"parsed","min":{low},"max":{high},"currency":"{currency}","period":"year","annual_min":{low},"annual_max":{high},"annual":{(low + high) // 2}'
        write(
            f'{{"id":"{number:08}","date":"2026-{number % 9 + 1:02}-{number % 28 + 1:02}","text":"{text:016x}","sketch":"{sketch:016x}","employer":"{employer:016x}",'
            f'"agency":false,"role":"{role}","shares":{{"community":60,"social":20,"content":5,"other":10}},"confidence":"high","level":"{level}",'
            f'"country":"{country}","region":"{regions[number % len(regions)]}",{pay},"data":"2026.11.29"}}\n'
        )


if __name__ == "__main__":
    main()
