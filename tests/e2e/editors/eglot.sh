# Emacs with eglot and tlumach lsp.
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf 'Засідання ради безпеки, помиилка.\n\n' > text.uk.txt
said=$(timeout 120 emacs --batch -l "$here/emacs-eglot.el" 2>&1)
grep -A2 '^emacs: ' <<< "$said"
add "$(tail -n 1 <<< "$said")"
[ "$(tail -n 1 <<< "$said" | grep -c passed)" = 1 ] || tail -n 20 <<< "$said"
