# Emacs with lsp-mode and tlumach lsp.
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf 'Засідання ради безпеки, помиилка.\n\n' > text.uk.txt
export PACKAGE=$root/editors/emacs
said=$(timeout 120 emacs --batch -l "$here/emacs-lsp-mode.el" 2>&1)
grep -A2 '^emacs: ' <<< "$said"
add "$(grep -a '^emacs lsp-mode: .* passed' <<< "$said")"
grep -qa '^emacs lsp-mode: .* passed' <<< "$said" || tail -n 20 <<< "$said"
