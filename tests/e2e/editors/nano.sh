# nano: F12 runs "hunspell -l" and asks for each word.
printf 'Слово помиилка тут.\n' > text.txt
{ sleep 1; printf '\033[24~'; sleep 2; printf '\013помилка\r'; sleep 1; printf 'y'; sleep 1; printf '\017\r'; sleep 1; printf '\030'; sleep 1; } |
  timeout 30 script -qec 'nano --ignorercfiles text.txt' /dev/null > screen 2>&1
check 'the spell checker replaces a word' 'Слово помилка тут.' "$(cat text.txt)"
