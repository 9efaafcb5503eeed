#!/bin/bash
# Each public header compiles alone, in strict C17 and in C++, and needs nothing of ours but the other public headers.
set -u
cd "$(dirname "$0")/.."
CC=${CC:-cc}
glib=$(pkg-config --cflags glib-2.0)
passed=0 failed=0

check() { # NAME COMPILER…
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'headers: %s\n%s\n' "$name" "$said"
  fi
}

for header in src/tlumach.h src/tlumach/*.h; do
  name=${header#src/}
  program="#include \"$name\"
int main(void) { return 0; }"
  check "$name" $CC -std=c17 -pedantic -Wall -Wextra -Werror -Isrc $glib -fsyntax-only -x c - <<< "$program"
  if command -v c++ >/dev/null; then
    check "$name in C++" c++ -std=c++17 -Wall -Wextra -Werror -Isrc $glib -fsyntax-only -x c++ - <<< "$program"
  fi
done
echo "headers: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
