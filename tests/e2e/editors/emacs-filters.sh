# Emacs with our package: compile-mode, regions, the term base.
printf 'glossary = terms.tsv\n' > tlumach.conf
printf 'рада безпеки\tSecurity Council\n' > terms.tsv
printf '😀 Загинуло 12 людей.\t21 people died.\n' > pairs.tsv
printf '😀 ради безпеки\nпомиилка\n' > text.uk.md
tlumach term convert -q terms.tsv -f tbx -o terms.tbx
printf 'Загинуло 12 людей.\n' > news.uk.md
printf '21 people died.\n' > news.en.md
export PACKAGE=$root/editors/emacs
said=$(timeout 120 emacs -Q --batch -l "$here/emacs-filters.el" 2>&1)
grep -A2 '^emacs: ' <<< "$said"
add "$(tail -n 1 <<< "$said")"
[ "$(tail -n 1 <<< "$said" | grep -c passed)" = 1 ] || tail -n 20 <<< "$said"
