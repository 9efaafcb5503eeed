-- tlumach lsp in Neovim's own client (0.7 and later): require('tlumach').setup { settings = { terms = 'hint' } }
local M = {}

local defaults = {
  cmd = { 'tlumach', 'lsp' },
  filetypes = { 'text', 'markdown', 'html', 'xml', 'po', 'tsv' },
  settings = {},
}

-- The folder of tlumach.conf, else of .git, else of the file.
local function root_of(name)
  local from = vim.fn.fnamemodify(name, ':p:h')
  local found = vim.fn.findfile('tlumach.conf', from .. ';')
  if found == '' then found = vim.fn.finddir('.git', from .. ';') end
  return found ~= '' and vim.fn.fnamemodify(found, ':p'):gsub('/$', ''):match('(.*)/') or from
end

local started = {} -- folder -> client

local function start(config, buffer)
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local id = started[config.root_dir]
  if not id or vim.lsp.client_is_stopped(id) then
    id = vim.lsp.start_client(config)
    started[config.root_dir] = id
  end
  vim.lsp.buf_attach_client(buffer, id)
end

function M.setup(options)
  options = vim.tbl_extend('force', defaults, options or {})
  local function attach(buffer)
    local name = vim.api.nvim_buf_get_name(buffer)
    if name == '' or vim.bo[buffer].buftype ~= '' then return end
    start({
      name = 'tlumach',
      cmd = options.cmd,
      root_dir = root_of(name),
      settings = { tlumach = options.settings },
      init_options = options.settings,
      on_attach = function(_, attached)
        vim.bo[attached].omnifunc = 'v:lua.vim.lsp.omnifunc'
        if vim.lsp.inlay_hint and vim.lsp.inlay_hint.enable then vim.lsp.inlay_hint.enable(true, { bufnr = attached }) end
        if options.on_attach then options.on_attach(attached) end
      end,
    }, buffer)
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('tlumach', {}),
    pattern = options.filetypes,
    callback = function(event) attach(event.buf or vim.api.nvim_get_current_buf()) end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, vim.bo[buffer].filetype) then attach(buffer) end
  end
end

return M
