# Kakoune: its own spell.kak, which runs "aspell". Regions are line.first-byte,line.last-byte.
kakoune() { # COMMANDS FILE
  timeout 30 kak -ui dummy -e "hook -once global RuntimeError .* %{ nop %sh{ printf '%s\n' \"\$kak_hook_param\" >> said }; quit! }
$1" "$2" 2>> kak.log
}

printf 'Слово помиилка тут 😀 беспека\nРаді м’ята Кyiv мавченя\n' > text.txt
kakoune 'hook global BufSetOption spell_regions=.+ %{ nop %sh{ printf "%s\n" "$kak_opt_spell_regions" > said }; quit! }
spell uk' text.txt
check 'spell marks what is wrong' '1.12,1.27 1.41,1.54 2.22,2.26 2.28,2.41' "$(tr ' ' '\n' < said | sed -n 's/|DiagnosticError$//p' | xargs)"

rm said
kakoune 'execute-keys gjgl<a-b>; spell-add; nop %sh{ printf "%s\n" "$kak_selection" > said }; quit!' text.txt
check 'spell-add adds the selection' 'мавченя мавченя' "$(cat said) $(cat "$work/data/tlumach/personal-uk.txt")"

rm said
kakoune 'hook global BufSetOption spell_regions=.+ %{ spell-next; spell-next; nop %sh{ printf "%s\n" "$kak_selection_desc" > said }; quit! }
execute-keys gg; spell uk' text.txt
check 'spell-next goes to the next one' '1.41,1.54' "$(cat said)"

# spell-replace shows what this makes of the selection.
check 'suggestions' 'помилка' "$(printf помиилка | aspell -a | sed -n -e '/^&/ { s/^[^:]*: //; s/, /\n/g; p }' | head -n 1)"
