# nano: F12 runs "hunspell -l" and asks for each word.
printf 'Слово помиилка тут.\n' > text.txt
{ sleep 1; printf '\033[24~'; sleep 2; printf '\013помилка\r'; sleep 1; printf 'y'; sleep 1; printf '\017\r'; sleep 1; printf '\030'; sleep 1; } |
  timeout 30 script -qec 'nano --ignorercfiles text.txt' /dev/null > screen 2>&1
check 'the spell checker replaces a word' 'Слово помилка тут.' "$(cat text.txt)"

# ^T |: the text through a filter. Our file has a linter for it: M-B.
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf 'glossary = terms.tsv\n' > tlumach.conf
printf 'Ради безпеки, слово\n' > text.txt
{ sleep 1; printf '\024|tlumach annotate\r'; sleep 2; printf '\017\r'; sleep 1; printf '\030'; sleep 1; } |
  timeout 30 script -qec 'nano --ignorercfiles text.txt' /dev/null > screen 2>&1
check 'a filter' 'Ради безпеки [Security Council], слово' "$(cat text.txt)"
printf '😀\tслово\nСлово\tпомиилка тут.\n' > text.uk.txt
mkdir -p home/.config/nano data
printf 'include "%s"\n' "$root/editors/nano/tlumach.nanorc" > home/.config/nano/nanorc
# It stops at the first finding; Enter accepts the place, and what is typed goes there.
{ sleep 1; printf '\033B'; sleep 2; printf '\r'; sleep 1; printf 'ось '; sleep 1; printf '\017\r'; sleep 1; printf '\030'; sleep 1; } |
  timeout 30 script -qec 'nano text.uk.txt' /dev/null > screen 2>&1
check 'the linter leads to a misspelling' 'Слово ось помиилка тут.' "$(tail -n 1 text.uk.txt | tr '\t' ' ')"
