;; Emacs with eglot and tlumach lsp: diagnostics through flymake, hover, completion, an edit, an action, a command.  -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'flymake)

(defvar failed 0)
(defvar passed 0)
(defun check (what expected found)
  (if (equal expected found)
      (setq passed (1+ passed))
    (setq failed (1+ failed))
    (message "emacs: %s:\n  expected: %S\n  found:    %S" what expected found)))

(defmacro wait-for (condition)
  `(let ((until (+ (float-time) 10)))
     (while (and (not ,condition) (< (float-time) until))
       (accept-process-output nil 0.05))
     ,condition))

(setq eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      vc-handled-backends nil
      flymake-no-changes-timeout 0.1)
(find-file "text.uk.txt")
(text-mode)
(add-to-list 'eglot-server-programs '(text-mode . ("tlumach" "lsp" "-g" "terms.tsv")))
(cl-letf (((symbol-function 'project-current) (lambda (&rest _) (cons 'transient default-directory))))
  (apply #'eglot--connect (eglot--guess-contact)))
(check "eglot is connected" t (and (wait-for (eglot-current-server)) t))

(defun marked ()
  (flymake-start)
  (sort (mapcar (lambda (d) (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))) (flymake-diagnostics)) #'string<))
(defun check-marked (what words)
  (wait-for (equal words (marked)))
  (check what words (marked)))

(check-marked "diagnostics at the right words" '("помиилка" "ради безпеки"))

(defun request (method &rest more)
  (jsonrpc-request (eglot--current-server-or-lose) method (append (eglot--TextDocumentPositionParams) more)))
(goto-char 12)
(check "hover" t (and (string-match-p "Security Council" (plist-get (plist-get (request :textDocument/hover) :contents) :value)) t))
(goto-char (point-max))
(check "completion" "Security Council" (plist-get (aref (plist-get (request :textDocument/completion) :items) 0) :label))

(goto-char (point-min))
(insert "😀 бббю ")
(eglot--signal-textDocument/didChange)
(check-marked "an edit" '("бббю" "помиилка" "ради безпеки"))

(search-forward "помии")
(let* ((actions (jsonrpc-request (eglot--current-server-or-lose) :textDocument/codeAction
                                 (list :textDocument (eglot--TextDocumentIdentifier)
                                       :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                                       :context '(:diagnostics []))))
       (replace (seq-find (lambda (one) (equal (plist-get one :title) "помилка")) actions))
       (mine (seq-find (lambda (one) (string-prefix-p "Add" (plist-get one :title))) actions)))
  (eglot--apply-workspace-edit (plist-get replace :edit))
  (check "an action edits" "😀 бббю Засідання ради безпеки, помилка." (buffer-substring-no-properties (point-min) (line-end-position)))
  (check "a command is offered" "tlumach.addWord" (plist-get (plist-get mine :command) :command)))
(eglot--signal-textDocument/didChange)
(check-marked "and the diagnostics follow" '("бббю" "ради безпеки"))

(jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand '(:command "tlumach.addWord" :arguments ["бббю" "own"]))
(check-marked "a word is added" '("ради безпеки"))

(let ((process (jsonrpc--process (eglot-current-server))))
  (eglot-shutdown (eglot-current-server))
  (check "it ends" t (wait-for (not (process-live-p process)))))
(message "emacs eglot: %d passed, %d failed" passed failed)
(set-buffer-modified-p nil)
(kill-emacs (if (= failed 0) 0 1))
