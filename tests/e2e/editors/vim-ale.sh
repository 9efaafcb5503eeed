# Vim with ALE and tlumach lsp. ALE takes units of UTF-16 for bytes: its columns are wrong on lines with Cyrillic letters, its lines are right.
printf 'Слово\nпомиилка\nx помиилка\n' > text.txt
cat > ale.vim <<'END'
set nocompatible
let g:ale_linters = {'text': ['tlumach']}
let g:ale_echo_cursor = 0
packadd ale
filetype plugin on
call ale#linter#Define('text', {'name': 'tlumach', 'lsp': 'stdio', 'executable': 'tlumach', 'command': '%e lsp', 'project_root': getcwd(), 'language': 'plaintext'})
edit text.txt
setfiletype text
call ale#Queue(0)
let s:tries = 0
while s:tries < 100 && len(ale#engine#GetLoclist(bufnr(''))) < 2
  sleep 100m
  let s:tries += 1
endwhile
call writefile(map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> one.lnum .. ' ' .. one.type .. ' ' .. one.text}), 'said')
qall!
END
timeout 60 script -qec 'vim -Nu NONE -i NONE -n -S ale.vim' /dev/null < /dev/null > screen 2>&1
check 'diagnostics in their lines' '2 W “помиилка” is in no dictionary;3 W “помиилка” is in no dictionary;' "$(tr '\n' ';' < said)"
