"""memory_peer.py TMX: looks the lines of standard input up with Translate Toolkit's matcher; prints the mean milliseconds a line, loading left out."""
import sys
import time

from translate.search import match
from translate.storage import factory

store = factory.getobject(sys.argv[1])
matcher = match.matcher(store, max_candidates=1, min_similarity=60, max_length=300)
lines = [line.strip() for line in sys.stdin if line.strip()]
start = time.monotonic()
for line in lines:
    matcher.matches(line)
print((time.monotonic() - start) * 1000 / len(lines))
