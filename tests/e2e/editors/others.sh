# Programs that are not in Debian, by what they send (their sources): the answers that they need.
printf 'Слово помиилка тут\n😀 рада беспека\n' > text.txt

# micro's aspell plugin, flymake-aspell, flycheck-aspell: aspell pipe, !, ^line
check 'micro' '& помиилка 7;;& беспека 8;;' \
  "$({ echo '!'; sed 's/^/^/' text.txt; } | aspell pipe --encoding=utf-8 --mode=none --lang=uk | grep -v International | awk '/^&/ { print $1, $2, $4 + 0 } /^$/ { print "" }' | tr '\n' ';')"
check 'flymake-aspell' 2 "$({ echo '!'; sed 's/^/^/' text.txt; } | aspell pipe -d uk --mode url --guess --sug-mode=normal | grep -c '^&')"
# vis-spellcheck: a list of words, exit 0
check 'vis with hunspell' 'помиилка беспека' "$(hunspell -l -d uk_UA < text.txt | xargs)"
check 'vis with aspell' 'помиилка беспека' "$(aspell list -l uk < text.txt | xargs)"
ln -s "$build/tlumach" bin/enchant-2
check 'vis with enchant' 'помиилка беспека' "$(enchant-2 -l -d uk_UA < text.txt | xargs)"
# wucuo, irssi, wrappers in Python, Go and Tcl: no encoding named, whatever the locale
check 'hunspell -a without -i in the C locale' 2 "$(LC_ALL=C hunspell -a -d uk_UA < text.txt | grep -c '^&')"
