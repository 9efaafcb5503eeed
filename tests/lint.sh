#!/bin/bash
# What no compiler says: sizes of files, lines, notes to oneself, cppcheck. `make lint` has built all with clang -Werror before.
set -u
cd "$(dirname "$0")/.."
failed=0
fault() {
  echo "lint: $*"
  failed=$((failed + 1))
}

code=$(git ls-files 'src/*.[ch]' 'tests/*.[ch]')
for file in $code; do
  lines=$(wc -l < "$file")
  [ "$lines" -le 500 ] || fault "$file has $lines lines; 500 is the most, 200 is good"
done
# Each folder's page names each of its files.
for folder in $(git ls-files 'src/*/*' | sed 's|[^/]*$||' | sort -u); do
  [ -f "$folder/README.md" ] || fault "$folder has no README.md"
  for file in $(git ls-files "$folder" | grep "^$folder[^/]*\.[ch]$"); do
    name=$(basename "${file%.[ch]}")
    grep -qE "\`($name|$name\.h|cmd_\*\.c)\`" "$folder/README.md" && continue
    case $name in cmd_*) continue ;; esac
    fault "$folder""README.md does not name $name"
  done
done
shape=$(echo "$code" | xargs clang-format --dry-run -Werror 2>&1 | grep -E '^[^ ]+:[0-9]+:' | head -n 5)
[ -z "$shape" ] || fault "not as clang-format has it (make format): $shape"
notes=$(grep -nE '\b(TODO|FIXME|XXX|HACK)\b' $code) && fault "notes to oneself: $notes"
tabs=$(grep -lP '\t' $code) && fault "tabs: $tabs"

# cppcheck cannot see through GLib's cleanup macros, so it does not judge leaks: make check does.
if command -v cppcheck >/dev/null; then
  cppcheck --quiet --std=c11 --library=gtk --enable=warning,portability --error-exitcode=1 -j "$(nproc)" -Isrc \
    '-DG_DEFINE_AUTOPTR_CLEANUP_FUNC(a,b)=' '-DG_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(a,b)=' '-DG_DEFINE_QUARK(a,b)=' '-DG_GNUC_PRINTF(a,b)=' \
    -DG_GNUC_UNUSED= -Dg_autofree= '-Dg_autoptr(t)=t*' '-Dg_auto(t)=t' -DTLUMACH_API= --suppress=missingIncludeSystem --suppress=memleak --suppress=invalidFunctionArg \
    --suppress=nullPointerArithmeticRedundantCheck \
    --suppress=arrayIndexOutOfBoundsCond:src/lang/suggest_search.c --suppress=uninitvar:src/bitext/align/learn.c \
    --suppress=returnDanglingLifetime:src/bitext/memory/sqlite_cache.c src || fault "cppcheck"
fi
if command -v mandoc >/dev/null; then
  for page in docs/man/*.1; do
    said=$(mandoc -T lint -W warning "$page" 2>&1) || fault "$said"
  done
fi
[ "$failed" -eq 0 ] && echo "lint: clean"
