;; Emacs with tlumach.el: compile-mode, filters over regions, the term base.  -*- lexical-binding: t -*-
(require 'bytecomp)

(defvar failed 0)
(defvar passed 0)
(defun check (what expected found)
  (if (equal expected found)
      (setq passed (1+ passed))
    (setq failed (1+ failed))
    (message "emacs: %s:\n  expected: %S\n  found:    %S" what expected found)))

(let ((file (expand-file-name "tlumach.el" (getenv "PACKAGE")))
      (byte-compile-error-on-warn t)
      (byte-compile-dest-file-function (lambda (_) (expand-file-name "tlumach.elc"))))
  (check "tlumach.el compiles without a warning" t (byte-compile-file file))
  (load (expand-file-name "tlumach.elc")))
(setq compilation-scroll-output nil
      compile-command ""
      vc-handled-backends nil
      make-backup-files nil)

(defun places (command)
  "Where `next-error' goes after COMMAND, and what stands there."
  (let ((buffer (save-window-excursion (call-interactively command) (get-buffer "*compilation*")))
        (next-error-highlight nil)
        found)
    (while (process-live-p (get-buffer-process buffer)) (accept-process-output nil 0.05))
    (accept-process-output nil 0.1)
    (condition-case nil
        (while t
          (with-current-buffer buffer (next-error))
          (with-current-buffer (window-buffer (selected-window))
            (push (format "%d:%s" (line-number-at-pos) (buffer-substring-no-properties (point) (min (point-max) (+ 4 (point))))) found)))
      (error nil))
    (nreverse found)))

(find-file "pairs.tsv")
(check "tlumach-check" '("1:21 p") (places #'tlumach-check))
(find-file "text.uk.md")
(check "tlumach-find" '("1:ради") (places #'tlumach-find))
(check "tlumach-spell" '("2:поми") (places #'tlumach-spell))
(find-file "news.en.md")
(check "a translation beside its text, and the place in the text" '("1:21 p" "1:12 л") (places #'tlumach-check))

(defmacro with-text (text &rest body)
  `(with-temp-buffer (insert ,text) ,@body (buffer-string)))

(check "a region through a command" "😀 ради безпеки [Security Council], слово"
       (with-text "😀 ради безпеки, слово" (shell-command-on-region (point-min) (point-max) "tlumach annotate" nil t)))
(check "tlumach-annotate-region" "ні ради безпеки [Security Council] ні ради безпеки"
       (with-text "ні ради безпеки ні ради безпеки" (tlumach-annotate-region 1 16)))
(check "tlumach-romanize-region" "Rada\n" (with-text "Рада\n" (tlumach-romanize-region (point-min) (point-max))))
(check "when it fails the text stays, and the message is told" '("ради безпеки" "tlumach: nosuch.tsv: cannot open: No such file or directory")
       (let* ((tlumach-options '("-g" "nosuch.tsv")) said
              (text (with-text "ради безпеки" (condition-case told (tlumach-annotate-region (point-min) (point-max)) (error (setq said (cadr told)))))))
         (list text said)))

(let ((tlumach-options '("-g" "terms.tbx")))
  (tlumach-add-term "збройні сили" "armed forces"))
(check "tlumach-add-term" t (with-temp-buffer (insert-file-contents "terms.tbx") (and (search-forward "armed forces" nil t) t)))

(tlumach-setup-spelling)
(require 'flyspell)
(check "tlumach-setup-spelling" '(nil t)
       (let (found) (with-text "мʼята помиилка" (setq found (list (flyspell-word) (progn (goto-char 2) (flyspell-word))))) found))
(message "emacs filters: %d passed, %d failed" passed failed)
(kill-emacs (if (= failed 0) 0 1))
