# Vim: filters, :make into the quickfix list, completion; with our files and without.
printf 'glossary = terms.tsv\n' > tlumach.conf
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf '😀 Засідання ради безпеки.\nпомиилка\n' > text.uk.md
printf 'The \n' > text.en.md
printf '😀 Рада безпеки.\tThe safety board.\nЗагинуло 12 людей.\t21 people died.\n' > pairs.tsv
vi() { # FILE COMMAND…: the commands of a person, in a Vim without a face
  local file=$1 arguments=()
  shift
  for command in "$@"; do arguments+=(-c "$command"); done
  timeout 60 vim -Nu NONE -i NONE -n -es --cmd "set encoding=utf-8 runtimepath^=$root/editors/vim" --cmd 'filetype plugin on' \
    -c "runtime plugin/tlumach.vim" "${arguments[@]}" -c 'qall!' "$file" < /dev/null > vim.log 2>&1
}
quickfix='call writefile(map(getqflist(), {_, one -> one.type .. " " .. bufname(one.bufnr) .. ":" .. one.lnum .. ":" .. one.col .. ": " .. strpart(getbufline(one.bufnr, one.lnum)[0], one.col - 1, 8)}), "said")'

vi text.uk.md '%!tlumach annotate' 'write! said'
check ':%! annotates' '😀 Засідання ради безпеки [Security Council]. помиилка' "$(xargs < said)"
vi text.uk.md '1!tlumach annotate -g nosuch.tsv 2>/dev/null' 'write! said'
check ':! that fails leaves the text' "$(cat text.uk.md)" "$(cat said)"
vi text.uk.md '1!tlumach romanize' 'write! said'
check 'a line through a filter' '😀 Zasidannia rady bezpeky.' "$(head -n 1 said)"

vi pairs.tsv 'set makeprg=tlumach\ check\ -f\ gcc\ --column-unit=byte\ %' 'set errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m' 'silent make' "$quickfix"
check 'makeprg and errorformat by hand' 'w pairs.tsv:1:31: The safe e pairs.tsv:2:33: 21 peopl' "$(xargs < said)"
vi pairs.tsv 'compiler tlumach' 'silent make' "$quickfix"
check ':compiler tlumach, a bilingual file' 'e pairs.tsv:2:33: 21 peopl' "$(tail -n 1 said)"
vi text.uk.md 'compiler tlumach' 'silent make' "$quickfix"
check ':compiler tlumach, a text' 'w text.uk.md:2:1: поми' "$(cat said)"
vi text.uk.md 'TlumachFind' "$quickfix"
check ':TlumachFind' 'n text.uk.md:1:25: ради' "$(cat said)"
vi text.uk.md 'let g:tlumach_options = ["-g", "nosuch.tsv"]' 'TlumachFind' 'call writefile(map(getqflist(), "v:val.text"), "said")'
check 'what went wrong is shown' 'nosuch.tsv: cannot open: No such file or directory' "$(cat said)"

vi text.uk.md '1TlumachAnnotate' 'write! said'
check ':TlumachAnnotate' '😀 Засідання ради безпеки [Security Council]. помиилка' "$(xargs < said)"
vi text.uk.md 'let g:tlumach_options = ["-g", "nosuch.tsv"]' '%TlumachAnnotate' 'write! said'
check ':TlumachAnnotate that fails leaves the text' "$(cat text.uk.md)" "$(cat said)"

vi text.en.md 'setlocal omnifunc=tlumach#complete' 'execute "normal! A\<C-x>\<C-o>"' 'write! said'
check 'completion from the text that this is a translation of' 'The Security Council' "$(cat said)"

"$build/tlumach" term convert -q terms.tsv -f tbx -o terms.tbx
vi text.uk.md 'let g:tlumach_options = ["-g", "terms.tbx"]' 'TlumachAddTerm збройні сили = armed forces'
check ':TlumachAddTerm' 1 "$(grep -c 'armed forces' terms.tbx)"
