" :compiler tlumach, then :make: what tlumach finds in the file of the buffer, in the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'tlumach'

" Vim counts columns in bytes (%c).
execute 'CompilerSet makeprg=' .. escape(tlumach#command_for(expand('%')), ' \|"')
execute 'CompilerSet errorformat=' .. escape(g:tlumach#errorformat, ' \|"')
