" Commands of tlumach for Vim and Neovim; docs/editors/vim.md says what they are good for.
if exists('g:loaded_tlumach')
  finish
endif
let g:loaded_tlumach = 1

command! -nargs=* -complete=file TlumachCheck call tlumach#quickfix('check', [<f-args>])
command! -nargs=* -complete=file TlumachSpell call tlumach#quickfix('spell', [<f-args>])
command! -nargs=* -complete=file TlumachFind call tlumach#quickfix('find', [<f-args>])
command! -range=% TlumachAnnotate call tlumach#filter(<line1>, <line2>, 'annotate')
command! -range=% TlumachRomanize call tlumach#filter(<line1>, <line2>, 'romanize')
command! -nargs=+ TlumachAddTerm call tlumach#add_term([<f-args>])
