# Kakoune: its own spell.kak, which runs "aspell". Regions are line.first-byte,line.last-byte.
kakoune() { # COMMANDS FILE
  timeout 30 kak -ui dummy -e "hook -once global RuntimeError .* %{ nop %sh{ printf '%s\n' \"\$kak_hook_param\" >> said }; evaluate-commands -client client0 quit! }
$1" "$2" 2>> kak.log
}

printf 'Слово помиилка тут 😀 беспека\nРаді м’ята Кyiv мавченя\n' > text.txt
kakoune 'hook global BufSetOption spell_regions=.+ %{ nop %sh{ printf "%s\n" "$kak_opt_spell_regions" > said }; evaluate-commands -client client0 quit! }
spell uk' text.txt
check 'spell marks what is wrong' '1.12,1.27 1.41,1.54 2.22,2.26 2.28,2.41' "$(tr ' ' '\n' < said | sed -n 's/|DiagnosticError$//p' | xargs)"

rm said
kakoune 'execute-keys gjgl<a-b>; spell-add; nop %sh{ printf "%s\n" "$kak_selection" > said }; quit!' text.txt
check 'spell-add adds the selection' 'мавченя мавченя' "$(cat said) $(cat "$work/data/tlumach/personal-uk.txt")"

rm said
kakoune 'hook global BufSetOption spell_regions=.+ %{ spell-next; spell-next; nop %sh{ printf "%s\n" "$kak_selection_desc" > said }; evaluate-commands -client client0 quit! }
execute-keys gg; spell uk' text.txt
check 'spell-next goes to the next one' '1.41,1.54' "$(cat said)"

# spell-replace shows what this makes of the selection.
check 'suggestions' 'помилка' "$(printf помиилка | aspell -a | sed -n -e '/^&/ { s/^[^:]*: //; s/, /\n/g; p }' | head -n 1)"

# Our own file: filters, lint, completion.
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf 'glossary = terms.tsv\n' > tlumach.conf
printf '😀 ради безпеки\nпомиилка\n' > text.uk.md
printf 'The Sec\n' > text.en.md
ours="source $root/editors/kakoune/tlumach.kak"
kakoune "execute-keys '%|tlumach annotate<ret>'; write! said; quit!" text.uk.md
check '%| annotates' '😀 ради безпеки [Security Council] помиилка' "$(xargs < said)"
kakoune "$ours
execute-keys ggx; tlumach-annotate; write! said; quit!" text.uk.md
check 'tlumach-annotate' '😀 ради безпеки [Security Council] помиилка' "$(xargs < said)"
rm said
kakoune "$ours
set-option global tlumach_options '-g nosuch.tsv'; try %{ execute-keys %; tlumach-annotate }; write! said; quit!" text.uk.md
check 'tlumach-annotate that fails leaves the text' "$(cat text.uk.md)" "$(cat said)"
for command in spell find; do
  rm -f said
  kakoune "$ours
hook global BufSetOption lint_messages=.+ %{ nop %sh{ printf '%s\n' \"\$kak_opt_lint_messages\" > said }; evaluate-commands -client client0 quit! }
tlumach-lint $command" text.uk.md
  cp said "said-$command"
done
check 'tlumach-lint' '2|warning: misspelt: помиилка' "$(grep -o '2|warning: misspelt: помиилка' said-spell)"
check 'its columns are bytes' '(col 6)' "$(grep -o '(col [0-9]*)' said-find)"
rm said
kakoune "$ours
execute-keys gli<right>; tlumach-complete; tlumach-update-completions; nop %sh{ printf '%s\n' \"\$kak_opt_tlumach_completions\" > said }; quit!" text.en.md
check 'tlumach-complete' '1.5+3 Security Council' "$(sed -n "s/@[0-9]*'* *'*\([^|]*\)|.*/ \1/p" said)"
