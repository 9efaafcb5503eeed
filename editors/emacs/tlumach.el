;;; tlumach.el --- Terms, names and spelling for translators from Ukrainian  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: i18n, wp
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; The program tlumach in Emacs: spelling through `flyspell-mode' and `ispell', terms through `eglot', faults of a translation through
;; `compile', filters for regions.  docs/editors/emacs.md has set-ups to copy.

;;; Code:

(require 'compile)
(require 'subr-x)

(defgroup tlumach nil
  "Terms, names and spelling for translators from Ukrainian."
  :group 'text)

(defcustom tlumach-program "tlumach"
  "The program."
  :type 'string)

(defcustom tlumach-ispell-program "tlumach-ispell"
  "The program that stands in for ispell."
  :type 'string)

(defcustom tlumach-options nil
  "Options for every call, for example (\"-g\" \"terms.tbx\")."
  :type '(repeat string))

(defcustom tlumach-eglot-modes '(text-mode markdown-mode)
  "Major modes in which `tlumach-setup-eglot' offers the language server."
  :type '(repeat symbol))

;;; Spelling

(defvar ispell-program-name)
(defvar ispell-dictionary)
(declare-function ispell-kill-ispell "ispell")

;;;###autoload
(defun tlumach-setup-spelling ()
  "Let `flyspell-mode' and `ispell' ask tlumach, in all buffers."
  (require 'ispell)
  (setq ispell-program-name tlumach-ispell-program
        ispell-dictionary "uk_UA")
  (ispell-kill-ispell t))

;;; The language server

(defvar eglot-server-programs)

;;;###autoload
(defun tlumach-setup-eglot ()
  "Tell `eglot' of the language server, for `tlumach-eglot-modes'."
  (with-eval-after-load 'eglot
    (add-to-list 'eglot-server-programs
                 `(,tlumach-eglot-modes . (,tlumach-program "lsp" ,@tlumach-options)))))

(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-activate-on "lsp-mode")

;;;###autoload
(defun tlumach-setup-lsp-mode ()
  "Tell `lsp-mode' of the language server, for text and Markdown."
  (with-eval-after-load 'lsp-mode
    (add-to-list 'lsp-language-id-configuration '(text-mode . "plaintext"))
    (lsp-register-client
     (make-lsp-client :new-connection (lsp-stdio-connection (lambda () `(,tlumach-program "lsp" ,@tlumach-options)))
                      :activation-fn (lsp-activate-on "plaintext" "markdown")
                      :add-on? t
                      :server-id 'tlumach))))

;;; Files: what is found, in a buffer to jump from

(defun tlumach--source (file)
  "The text that FILE translates: NAME.uk.md of NAME.en.md; or nil."
  (when (string-match "\\.en\\(\\.[^./]+\\)\\'" file)
    (let ((source (replace-match ".uk\\1" t nil file)))
      (and (file-exists-p source) source))))

(defun tlumach--compile (command files)
  "Run COMMAND over FILES in a compilation buffer."
  ;; Emacs counts columns as they are displayed (`compilation-error-screen-columns').
  (with-current-buffer
      (compile (mapconcat #'shell-quote-argument
                          `(,tlumach-program ,command "-f" "gcc" "--column-unit=display" ,@tlumach-options ,@files)
                          " "))
    (setq-local compilation-skip-threshold 0))) ; notes are worth a look, too

(defun tlumach--file ()
  "The file of the buffer, saved."
  (unless buffer-file-name
    (user-error "This buffer has no file"))
  (save-buffer)
  (file-relative-name buffer-file-name))

;;;###autoload
(defun tlumach-check ()
  "Check the translation in this buffer.
That is a bilingual file, or NAME.en.md beside NAME.uk.md."
  (interactive)
  (let* ((file (tlumach--file))
         (source (tlumach--source file)))
    (tlumach--compile "check" (if source (list source file) (list file)))))

;;;###autoload
(defun tlumach-find ()
  "List the terms of the text in this buffer."
  (interactive)
  (tlumach--compile "find" (list (tlumach--file))))

;;;###autoload
(defun tlumach-spell ()
  "List the misspelt words of the text in this buffer."
  (interactive)
  (tlumach--compile "spell" (list (tlumach--file))))

;;; Filters

(defun tlumach--call (text &rest arguments)
  "What the program says to TEXT (nil: none) when called with ARGUMENTS.
When it fails, its message is an error here and nothing has changed."
  (let ((errors (make-temp-file "tlumach")))
    (unwind-protect
        (with-temp-buffer
          (let* ((coding-system-for-read 'utf-8-unix)
                 (coding-system-for-write 'utf-8-unix)
                 (status (apply #'call-process-region (or text "") nil tlumach-program nil (list t errors) nil
                                (append arguments tlumach-options))))
            (unless (eql status 0)
              (error "%s" (with-temp-buffer
                            (insert-file-contents errors)
                            (string-trim (buffer-string)))))
            (buffer-string)))
      (delete-file errors))))

(defun tlumach--filter (command start end)
  "Put what COMMAND makes of the text from START to END in its place."
  (let* ((text (buffer-substring-no-properties start end))
         (new (tlumach--call text command)))
    (unless (string-suffix-p "\n" text)
      (setq new (string-remove-suffix "\n" new)))
    (save-excursion
      (goto-char start)
      (delete-region start end)
      (insert new))))

;;;###autoload
(defun tlumach-annotate-region (start end)
  "Write the English equivalents behind the terms from START to END."
  (interactive "*r")
  (tlumach--filter "annotate" start end))

;;;###autoload
(defun tlumach-romanize-region (start end)
  "Put the text from START to END into Latin letters."
  (interactive "*r")
  (tlumach--filter "romanize" start end))

;;; Term bases

;;;###autoload
(defun tlumach-add-term (term equivalent)
  "Add TERM with its EQUIVALENT to the term base.
That is the one of tlumach.conf or `tlumach-options'."
  (interactive
   (let ((term (read-string "Ukrainian term: " (and (use-region-p)
                                                    (buffer-substring-no-properties (region-beginning) (region-end))))))
     (list term (read-string (format "English for %s: " term)))))
  (message "%s" (string-trim (tlumach--call nil "term" "add" term equivalent))))

(provide 'tlumach)
;;; tlumach.el ends here
