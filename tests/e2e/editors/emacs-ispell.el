;; Emacs with ispell-program-name = tlumach-ispell: flyspell, ispell-region, a region too large for the pipe, saving.  -*- lexical-binding: t -*-
(require 'ispell)
(require 'flyspell)

(defvar failed 0)
(defvar passed 0)
(defun check (what expected found)
  (if (equal expected found)
      (setq passed (1+ passed))
    (setq failed (1+ failed))
    (message "emacs: %s:\n  expected: %S\n  found:    %S" what expected found)))

(setq ispell-program-name (getenv "ISPELL")
      ispell-dictionary "uk_UA"
      ispell-silently-savep t
      flyspell-issue-message-flag nil)

(defun underlined ()
  "The words that flyspell has marked, in the order of the text."
  (mapcar (lambda (overlay) (buffer-substring-no-properties (overlay-start overlay) (overlay-end overlay)))
          (sort (seq-filter #'flyspell-overlay-p (overlays-in (point-min) (point-max)))
                (lambda (a b) (< (overlay-start a) (overlay-start b))))))

(defmacro with-text (text &rest body)
  `(with-temp-buffer
     (insert ,text)
     (goto-char (point-min))
     (flyspell-mode-on)
     ,@body))

(ispell-check-version)
(check "the version" "1.7.1" ispell-really-hunspell)
(check "the encoding" "-i" ispell-encoding8-command)

(defconst text "М’ята, м'ята і мʼята; об’єктів засиданя — за́мок 😀 помиилка.\nУ раді беспеки прем’єр-міністра Кyiv.")

(with-text text
  (flyspell-buffer)
  (check "flyspell underlines what is wrong, and whole words"
         '("засиданя" "помиилка" "беспеки" "Кyiv") (underlined)))

(with-text (concat text (apply #'concat (make-list 40 "Слово за словом до кінця.\n")) "помиилка, помиилка, бббюю\n")
  (check "a large region" t (> (buffer-size) flyspell-large-region))
  (flyspell-buffer)
  (check "is listed with -l" '("засиданя" "помиилка" "беспеки" "Кyiv" "помиилка" "помиилка" "бббюю") (underlined)))

;; One word at a time, as flyspell does while one types.
(with-text "Слово помиилка обʼєктами"
  (goto-char 10)
  (check "a wrong word" nil (flyspell-word))
  (goto-char 3)
  (check "a right word" t (flyspell-word))
  (goto-char (point-max))
  (check "a form" t (flyspell-word))
  (check "the words marked" '("помиилка") (underlined)))

;; ispell-region asks line by line; we answer for the person.
(defvar asked nil)
(advice-add 'ispell-command-loop :override
            (lambda (miss _guess word _start _end)
              (push word asked)
              (car miss)))
(with-temp-buffer
  (insert text)
  (setq asked nil)
  (ispell-buffer)
  (check "ispell-buffer stops at each wrong word" '("засиданя" "помиилка" "беспеки" "Кyiv") (nreverse asked))
  (check "and puts the first suggestion there"
         "М’ята, м'ята і мʼята; об’єктів засідання — за́мок 😀 помилка.\nУ раді безпеки прем’єр-міністра Київ." (buffer-string)))
(advice-mapc (lambda (f _) (advice-remove 'ispell-command-loop f)) 'ispell-command-loop)

;; Accepting, and saving.
(ispell-send-string "@Цюмпа\n")
(ispell-send-string "*мавченя\n")
(ispell-send-string "#\n")
(with-text "Цюмпа Мавченя ґґґюю"
  (flyspell-buffer)
  (check "accepted and saved words are right at once" '("ґґґюю") (underlined)))
(ispell-kill-ispell t)
(with-text "Цюмпа Мавченя"
  (flyspell-buffer)
  (check "what was saved is right for the next process" '("Цюмпа") (underlined)))
(check "the file of own words" "мавченя\n"
       (with-temp-buffer (insert-file-contents (getenv "PERSONAL")) (buffer-string)))

;; Words and parsing of a file's own.
(with-text "Цюмпа бббюю\n\n% LocalWords: Цюмпа\n% Local IspellParsing: ~tex\n"
  (setq asked nil)
  (advice-add 'ispell-command-loop :override (lambda (_miss _guess word &rest _) (push word asked) nil))
  (ispell-buffer)
  (check "LocalWords" '("бббюю") asked))

;; Two dictionaries.
(ispell-kill-ispell t)
(ispell-hunspell-add-multi-dic "uk_UA,en_US")
(ispell-change-dictionary "uk_UA,en_US" t)
(with-text "The рада teh помиилка м’ята"
  (flyspell-buffer)
  (check "two dictionaries" '("teh" "помиилка") (underlined)))

(message "emacs ispell: %d passed, %d failed" passed failed)
(kill-emacs (if (= failed 0) 0 1))
