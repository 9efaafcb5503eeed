# tlumach in Kakoune; docs/editors/kakoune.md says how to load it. All knowledge is in the program.

declare-option -docstring 'options for every call of tlumach, for example -g terms.tbx' str tlumach_options
declare-option -hidden completions tlumach_completions
declare-option -hidden str tlumach_cursor

define-command tlumach-annotate -docstring 'write English equivalents behind the terms of the selections' %{
    evaluate-commands -draft %{ execute-keys "|tlumach annotate %opt{tlumach_options}<ret>" }
}

define-command tlumach-romanize -docstring 'put the selections into Latin letters' %{
    evaluate-commands -draft %{ execute-keys "|tlumach romanize %opt{tlumach_options}<ret>" }
}

define-command tlumach-lint -params 0..1 -shell-script-candidates %{ printf '%s\n' spell find check } \
    -docstring 'tlumach-lint [spell|find|check]: misspellings, terms or faults, marked beside the lines' %{
    # Kakoune counts columns in bytes. What lint wants of a linter is text and no exit code.
    set-option buffer lintcmd %sh{
        printf 'tlumach %s -f gcc --column-unit=byte %s' "${1:-spell}" "$kak_opt_tlumach_options"
    }
    lint-buffer
}

define-command tlumach-info -docstring 'what is known of the terms in the selection, and why they match' %{
    info -title tlumach -- %sh{
        printf '%s\n' "$kak_selection" | tlumach find --why $kak_opt_tlumach_options 2>&1 | sed 's/^-:[0-9]*:[0-9]*: //'
    }
}

define-command tlumach-add-term -params 2 -docstring 'tlumach-add-term TERM EQUIVALENT: into the term base of tlumach.conf' %{
    echo -- %sh{ tlumach term add $kak_opt_tlumach_options -- "$1" "$2" 2>&1 }
}

define-command tlumach-complete -docstring 'complete the English of the terms in this text, or in NAME.uk.md for NAME.en.md' %{
    set-option -add window completers option=tlumach_completions
    hook window InsertIdle .* tlumach-update-completions
}

define-command -hidden tlumach-update-completions %{
    set-option window tlumach_cursor "%val{cursor_line}.%val{cursor_column}"
    evaluate-commands -draft %{
        execute-keys x
        set-option window tlumach_completions %sh{
            typed=$(printf %s "$kak_selection" | head -c "$((${kak_opt_tlumach_cursor#*.} - 1))" | LC_ALL=C sed 's/.*[^A-Za-z]//')
            printf '%s.%s+%s@%s' "${kak_opt_tlumach_cursor%.*}" "$((${kak_opt_tlumach_cursor#*.} - ${#typed}))" "${#typed}" "$kak_timestamp"
        }
        evaluate-commands %sh{
            source=$(printf %s "$kak_buffile" | sed 's/\.en\(\.[^./]*\)$/.uk\1/')
            [ -r "$source" ] || source=$kak_buffile
            # file, line, column, text, term, concept, match, equivalents
            tlumach find -q -f tsv $kak_opt_tlumach_options "$source" | awk -F '\t' '
                { gsub(/\047/, "\047\047"); gsub(/\|/, "\\|")
                  n = split($8, equivalents, "; ")
                  for (i = 1; i <= n; i++) if (!seen[equivalents[i]]++)
                    printf "set-option -add window tlumach_completions \047%s||%s  {Default+d}%s\047\n", equivalents[i], equivalents[i], $5 }'
        }
    }
}
