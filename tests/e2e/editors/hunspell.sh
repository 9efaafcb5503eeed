# The real hunspell over the sample, and over the sample with letters left out: the same words at the same places, but for what is explained.
real=$(PATH=${PATH#"$work/bin:"} command -v hunspell)
perl -CSD -Mutf8 -ne 'BEGIN { srand(5) } print; my $n = 0;
  s/(\p{L}{5,})/$n++ % 3 ? $1 : do { my $w = $1; substr($w, 1 + int(rand(length($w) - 2)), 1, ""); $w }/ge; print' \
  "$root/tests/sample/article.uk.txt" > corpus.txt
{ echo '!'; sed 's/^/^/' corpus.txt; } > asked
answers() { tail -n +2 | awk '/^$/ { line++ } /^&/ { print line + 1 ":" $4 + 0, $2 } /^#/ { print line + 1 ":" $3, $2 }' | sort; }
printf 'x\tx\n' > no-terms.tsv
"$real" -a -i UTF-8 -d uk_UA < asked | answers > hunspell.txt
tlumach-ispell -a --isolated -g no-terms.tsv < asked | answers > ours.txt
# Words that hunspell ends at a digit (СНО-3), abbreviations with their point, variation selectors of pictures.
explained='^[<>] [0-9:]* (.*-|-.*|Ст|ст|️)$'
check 'differences that nothing explains' '' "$(diff hunspell.txt ours.txt | grep -a '^[<>]' | grep -avE "$explained")"
check 'there was something to compare' 1 "$(($(wc -l < hunspell.txt) > 60))"
