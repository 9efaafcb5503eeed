# Emacs: ispell and flyspell.
export ISPELL=$work/bin/tlumach-ispell PERSONAL=$work/data/tlumach/personal-uk.txt
said=$(timeout 120 emacs -Q --batch -l "$here/emacs-ispell.el" 2>&1)
grep -A2 '^emacs: ' <<< "$said"
add "$(tail -n 1 <<< "$said")"
