-- Neovim's own client of language servers, started by our file: diagnostics, hover, completion, an edit, an action with its edit and with its command.
local passed, failed = 0, 0
local function check(what, expected, found)
  if vim.deep_equal(expected, found) then
    passed = passed + 1
  else
    failed = failed + 1
    io.stdout:write(('neovim: %s:\n  expected: %s\n  found:    %s\n'):format(what, vim.inspect(expected), vim.inspect(found)))
  end
end

vim.opt.runtimepath:prepend(vim.env.PLUGIN)
vim.cmd('filetype on')
require('tlumach').setup { cmd = { 'tlumach', 'lsp', '-g', 'terms.tsv' }, settings = { terms = 'information' } }
vim.cmd('edit text.uk.md')
local buffer = vim.api.nvim_get_current_buf()
vim.wait(10000, function() return next(vim.lsp.buf_get_clients(buffer)) ~= nil end, 20)
local client, attached = next(vim.lsp.buf_get_clients(buffer))
check('the folder of tlumach.conf', vim.fn.getcwd(), attached.config.root_dir)
vim.cmd('split other.uk.md')
vim.wait(10000, function() return next(vim.lsp.buf_get_clients(0)) ~= nil end, 20)
check('one server for all texts', { client }, vim.tbl_keys(vim.lsp.buf_get_clients(0)))
vim.cmd('close')

local function diagnostics(count)
  vim.wait(10000, function() return #vim.diagnostic.get(buffer) == count end, 20)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    local text = vim.api.nvim_buf_get_text(buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})[1]
    table.insert(found, text)
  end
  table.sort(found)
  return found
end

local function ask(method, line, character, more)
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = line, character = character } }
  local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('force', params, more or {}), 10000)
  return answers[client].result
end

check('diagnostics at the right words', { 'помиилка', 'ради безпеки' }, diagnostics(2))
check('the settings are taken', vim.diagnostic.severity.INFO, vim.diagnostic.get(buffer)[1].severity)
check('hover', true, ask('textDocument/hover', 0, 14).contents.value:find('Security Council', 1, true) ~= nil)
check('completion', 'Security Council', ask('textDocument/completion', 1, 0).items[1].label)

-- What is typed comes over as changes.
vim.api.nvim_buf_set_text(buffer, 0, 0, 0, 0, { '😀 бббю ' })
check('an edit', { 'бббю', 'помиилка', 'ради безпеки' }, diagnostics(3))

-- The diagnostics that this client sends back are in bytes.
local function action(title)
  vim.api.nvim_win_set_cursor(0, { 1, vim.fn.match(vim.fn.getline(1), 'помиилка') })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, 0) }
  for _, one in ipairs(vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 10000)[client].result) do
    if one.title == title then return one end
  end
end
local replace = action('помилка')
vim.lsp.util.apply_workspace_edit(replace.edit, 'utf-16')
check('an action edits', '😀 бббю Засідання ради безпеки, помилка.', vim.fn.getline(1))
check('and the diagnostics follow', { 'бббю', 'ради безпеки' }, diagnostics(2))

vim.lsp.buf_request_sync(buffer, 'workspace/executeCommand', { command = 'tlumach.addWord', arguments = { 'бббю', 'own' } }, 10000)
check('a word is added', { 'ради безпеки' }, diagnostics(1))

vim.lsp.stop_client(client)
check('it ends', true, vim.wait(10000, function() return vim.lsp.client_is_stopped(client) end, 20))
io.stdout:write(('neovim: %d passed, %d failed\n'):format(passed, failed))
vim.cmd(failed == 0 and 'qall!' or 'cquit')
