" What the commands of plugin/tlumach.vim do. All of it is asked of the program; nothing is known here.

" g:tlumach_program: where it is. g:tlumach_options: for every call, a list, as ['-g', 'terms.tbx'].
function! s:line(...) abort
  return join(map([get(g:, 'tlumach_program', 'tlumach')] + flatten(copy(a:000)), {_, one -> shellescape(one)}))
endfunction

function! s:options() abort
  return get(g:, 'tlumach_options', [])
endfunction

let g:tlumach#errorformat = '%f:%l:%c: %trror: %m,%f:%l:%c: %tarning: %m,%f:%l:%c: %tote: %m,tlumach: %m'

" NAME.uk.md beside NAME.en.md; '' when there is none.
function! tlumach#source_of(name) abort
  let source = substitute(a:name, '\.en\.\ze[^./]\+$', '.uk.', '')
  return source !=# a:name && filereadable(source) ? source : ''
endfunction

" The command line that looks at a file: a translation is checked, a Ukrainian text read for misspellings.
function! tlumach#command_for(name) abort
  let source = tlumach#source_of(a:name)
  let command = a:name =~? '\.\(tmx\|xlf\|xliff\|po\|tsv\)$' ? ['check', a:name] : source !=# '' ? ['check', source, a:name] : ['spell', a:name]
  return s:line(command[0], '-f', 'gcc', '--column-unit=byte', s:options(), command[1:])
endfunction

function! tlumach#quickfix(command, arguments) abort
  let source = tlumach#source_of(expand('%'))
  let files = !empty(a:arguments) ? a:arguments : a:command ==# 'check' && source !=# '' ? [source, expand('%')] : [expand('%')]
  silent update
  let said = systemlist(s:line(a:command, '-f', 'gcc', '--column-unit=byte', s:options(), files))
  call setqflist([], ' ', {'title': 'tlumach ' .. a:command, 'lines': said, 'efm': g:tlumach#errorformat})
  cwindow
endfunction

" Lines through a command; when it fails they stay as they are.
function! tlumach#filter(first, last, command) abort
  let said = systemlist(s:line(a:command, s:options()), getline(a:first, a:last))
  if v:shell_error
    echohl ErrorMsg | echomsg get(said, -1, 'tlumach failed') | echohl None
    return
  endif
  call append(a:last, said)
  silent execute a:first .. ',' .. a:last .. 'delete _'
endfunction

" Adds to the term base of tlumach.conf, or of g:tlumach_options. Words of a term are joined by spaces, term and equivalent by '='.
function! tlumach#add_term(words) abort
  let terms = split(join(a:words), '\s*=\s*')
  let said = systemlist(s:line('term', 'add', s:options(), '--', terms))
  echomsg join(said)
endfunction

" omnifunc: the English of the terms in this text, or in the one that it is a translation of; those of the same line first.
function! tlumach#complete(findstart, base) abort
  if a:findstart
    return match(getline('.')[: col('.') - 2], '\k*$')
  endif
  let source = tlumach#source_of(expand('%:p'))
  let lines = source ==# '' ? getline(1, '$') : readfile(source)
  let found = systemlist(s:line('find', '-q', '-f', 'jsonl', s:options()), lines)
  let here = line('.')
  let hits = v:shell_error ? [] : map(found, {_, one -> json_decode(one)})
  call sort(hits, {a, b -> abs(a.line - here) - abs(b.line - here)})
  let items = []
  for hit in hits
    for target in hit.targets
      if stridx(tolower(target.text), tolower(a:base)) == 0 && index(map(copy(items), 'v:val.word'), target.text) < 0
        call add(items, {'word': target.text, 'menu': hit.term, 'icase': 1})
      endif
    endfor
  endfor
  return items
endfunction
