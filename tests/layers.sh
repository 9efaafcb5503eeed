#!/bin/bash
# The floors of src/ (docs/ARCHITECTURE.md): a file includes what is below it, never beside or above. Three walls: Hunspell, ICU and libxml2
# are known to few.
set -u
cd "$(dirname "$0")/.."

# Floor by floor, from the ground; the folders of one line are siblings. The public headers (tlumach/) are for all.
floors='base
text
lang
terms
bitext
checks mining
reports
session
editors
commands'

failed=0
report() { # NAME, faults on stdin
  local faults
  faults=$(cat)
  [ -z "$faults" ] && { passed=$((passed + 1)); return; }
  failed=$((failed + 1))
  printf 'layers: %s\n%s\n' "$1" "$faults"
}
passed=0

floor=0
allowed=tlumach
while read -r folders; do
  for folder in $folders; do
    [ -d "src/$folder" ] || continue
    may="$allowed $folder"
    # The embedders see the library through its public face, base/ and each other's floor only.
    [ "$folder" = editors ] && may="tlumach base editors"
    [ "$folder" = commands ] && may="tlumach base editors commands"
    report "src/$folder may include: $may" < <(
      grep -rHnE --include='*.[ch]' '^ *# *include *"' "src/$folder" | awk -v may=" $may " '{
        match($0, /"[^"]*"/); path = substr($0, RSTART + 1, RLENGTH - 2)
        if (path == "tlumach.h") next
        split(path, part, "/")
        if (index(path, "/") == 0) { # made by the build, or a neighbour named without its folder
          split($0, where, ":"); sub(/[^\/]*$/, "", where[1])
          if (system("test -e " where[1] path) == 0) print "  " $0
        } else if (index(path, "..") || !index(may, " " part[1] " ")) print "  " $0
      }')
  done
  allowed="$allowed $folders"
done <<< "$floors"

report 'src/tlumach includes public headers only' < <(
  grep -HnE '^ *# *include *"' src/tlumach.h src/tlumach/*.h | grep -v '"tlumach/' | sed 's/^/  /')

wall() { # HEADER-PATTERN ALLOWED-FILES
  report "only $2 may include <$1…>" < <(
    grep -rHnE "^ *# *include *<$1" src | grep -vE "^src/($2)" | sed 's/^/  /')
}
wall 'hunspell/' 'lang/worker/'
wall 'unicode/' 'base/charset|text/|lang/'
wall 'libxml/' 'base/xml_'

report 'a folder of src/ that is on no floor' < <(
  for folder in src/*/; do
    name=$(basename "$folder")
    case " tlumach $(echo $floors) " in *" $name "*) ;; *) echo "  $folder" ;; esac
  done)

echo "layers: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
