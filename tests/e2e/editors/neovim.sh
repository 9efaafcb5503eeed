# Neovim with tlumach lsp.
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf 'Засідання ради безпеки, помиилка.\n\n' > text.uk.md
touch tlumach.conf
said=$(PLUGIN=$root/editors/vim timeout 120 nvim --headless -u NONE -i NONE -n -c "luafile $here/neovim.lua" -c cquit 2>&1)
grep -A2 '^neovim: .*:$' <<< "$said"
add "$(tail -n 1 <<< "$said")"
check 'the word is in the file' 'бббю' "$(cat "$work/data/tlumach/personal-uk.txt")"
