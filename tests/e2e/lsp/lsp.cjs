// node lsp.cjs TLUMACH FOLDER ARTICLE
'use strict';
const fs = require('fs'), path = require('path'), { spawn } = require('child_process'), { pathToFileURL } = require('url');
const rpc = require('vscode-jsonrpc/node');
const types = require('vscode-languageserver-types');
const meta = process.env.LSP_META_MODEL ? require('./meta.cjs')(process.env.LSP_META_MODEL) : null;

const [program, folder, article] = process.argv.slice(2);
const options = ['lsp', '--isolated', '-g', path.join(folder, 'terms.tsv')];
let passed = 0, failed = 0;

function check(what, ok, found) {
  if (ok) { passed++; return; }
  failed++;
  console.log(`lsp: ${what}: ${found === undefined ? 'no' : JSON.stringify(found).slice(0, 600)}`);
}
const same = (what, expected, found) => check(what, JSON.stringify(expected) === JSON.stringify(found), found);
function shape(wrong) { if (meta) check('the meta model', wrong.length === 0, wrong.slice(0, 5)); }

class Client {
  constructor(capabilities) {
    this.capabilities = capabilities;
    this.process = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = rpc.createMessageConnection(new rpc.StreamMessageReader(this.process.stdout), new rpc.StreamMessageWriter(this.process.stdin));
    this.waiting = [];
    this.published = [];
    this.connection.onNotification((method, params) => {
      shape(meta ? meta.call(method, params, false) : []);
      if (method !== 'textDocument/publishDiagnostics') return;
      const next = this.waiting.shift();
      if (next) next(params); else this.published.push(params);
    });
    this.edits = [];
    this.connection.onRequest((method, params) => {
      shape(meta ? meta.call(method, params, true) : []);
      if (method === 'workspace/configuration') return params.items.map(() => null);
      if (method === 'workspace/applyEdit') { this.edits.push(params.edit); return { applied: true }; }
      return null;
    });
    this.connection.listen();
  }
  async ask(method, params) {
    const result = await this.connection.sendRequest(method, params);
    shape(meta ? meta.result(method, result) : []);
    return result;
  }
  tell(method, params) { return this.connection.sendNotification(method, params); }
  diagnostics() {
    const now = this.published.shift();
    return now ? Promise.resolve(now) : new Promise(resolve => this.waiting.push(resolve));
  }
  async start() {
    const began = process.hrtime.bigint();
    const result = await this.ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: this.capabilities });
    this.initialize = Number(process.hrtime.bigint() - began) / 1e6;
    await this.tell('initialized', {});
    return result;
  }
  async open(uri, languageId, text) {
    await this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }
  async end() {
    const gone = new Promise(resolve => this.process.on('exit', resolve));
    await this.ask('shutdown', undefined);
    await this.tell('exit');
    return gone;
  }
}

const all = encoding => ({
  general: { positionEncodings: [encoding] },
  window: { workDoneProgress: true },
  workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
    semanticTokens: { requests: { full: true }, tokenTypes: ['type'], tokenModifiers: [], formats: ['relative'] },
  },
});

/* The guards of Microsoft's types against what is answered about the sample. */
async function shapes() {
  const client = new Client(all('utf-16')), uri = 'file:///tmp/%D1%81%20t.uk.txt', textDocument = { uri };
  await client.start();
  const text = fs.readFileSync(article, 'utf8') + '\nПомиилка ради безпеки 😀 збройним силам.\n';
  await client.open(uri, 'plaintext', text);
  const { diagnostics, version } = await client.diagnostics();
  same('version', 1, version);
  check('diagnostics', diagnostics.length > 3 && diagnostics.every(types.Diagnostic.is), diagnostics);
  const lines = text.split('\n'), line = lines.length - 2;
  const hover = await client.ask('textDocument/hover', { textDocument, position: { line, character: 12 } });
  check('hover', types.Hover.is(hover) && hover.contents.value.includes('Security Council'), hover);
  const completion = await client.ask('textDocument/completion', { textDocument, position: { line: line + 1, character: 0 } });
  check('completion', completion.items.length > 0 && completion.items.every(one => types.TextEdit.is(one.textEdit)), completion);
  const at = character => ({ textDocument, range: { start: { line, character }, end: { line, character } }, context: { diagnostics: [] } });
  for (const place of [3, 14]) {
    const actions = await client.ask('textDocument/codeAction', at(place));
    check('actions', actions.length > 0 && actions.every(types.CodeAction.is), actions);
    check('edits', actions.filter(one => one.edit).every(one => types.WorkspaceEdit.is(one.edit)), actions);
  }
  const hints = await client.ask('textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end: { line: line + 1, character: 0 } } });
  check('hints', hints.length > 1 && hints.every(types.InlayHint.is), hints);
  const links = await client.ask('textDocument/documentLink', { textDocument });
  check('links', links.length > 1 && links.every(types.DocumentLink.is), links);
  const place = await client.ask('textDocument/definition', { textDocument, position: { line, character: 12 } });
  check('definition', types.Location.is(place), place);
  const tokens = await client.ask('textDocument/semanticTokens/full', { textDocument });
  check('tokens', types.SemanticTokens.is(tokens) && tokens.data.length % 5 === 0 && tokens.data.every(one => one >= 0), tokens);
  same('it ends', 0, await client.end());
}

/* A text that is edited here and sent as changes must be, to the server, what it is when it is sent whole. */
const bits = ['ради безпеки', 'помиилка', ' ', '\n', '\r\n', '\n\n', '😀', 'збройним силам', 'м’ята', '\u0301', 'слово. ', '\r', 'Київ'];
function units(encoding, text) {
  return encoding === 'utf-16' ? text.length : encoding === 'utf-8' ? Buffer.byteLength(text) : [...text].length;
}
function position(encoding, text, offset) { // offset in UTF-16 units of JavaScript
  const before = text.slice(0, offset).split(/\r\n|\r(?!\n)|\n/);
  return { line: before.length - 1, character: units(encoding, before[before.length - 1]) };
}
async function edits(encoding, rounds) {
  const client = new Client(all(encoding)), uri = ['untitled:changed', 'untitled:whole'];
  let seed = 7, text = 'Засідання ради безпеки.\r\nПомиилка.\n', version = 1, differences = 0;
  const random = n => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n;
  const place = () => { // between characters, and not inside CR LF
    let offset = random(text.length + 1);
    while (offset > 0 && offset < text.length && ((text.charCodeAt(offset) & 0xFC00) === 0xDC00 || (text[offset] === '\n' && text[offset - 1] === '\r'))) offset--;
    return offset;
  };
  same(`${encoding} is chosen`, encoding, (await client.start()).capabilities.positionEncoding);
  for (const one of uri) await client.open(one, 'plaintext', text);
  for (let round = 0; round < rounds; round++) {
    const contentChanges = [];
    for (let n = 1 + random(3); n > 0; n--) {
      let [start, end] = [place(), place()].sort((a, b) => a - b);
      if (end - start > 30 || (text.length < 200 && random(2))) end = start;
      const insert = text.length > 600 ? '' : bits[random(bits.length)];
      contentChanges.push({ range: { start: position(encoding, text, start), end: position(encoding, text, end) }, text: insert });
      text = text.slice(0, start) + insert + text.slice(end);
      /* A lone CR and LF that have come together are one line end now. */
    }
    version++;
    client.tell('textDocument/didChange', { textDocument: { uri: uri[0], version }, contentChanges });
    if (round % 20 !== 19) continue;
    client.tell('textDocument/didChange', { textDocument: { uri: uri[1], version }, contentChanges: [{ text }] });
    const [changed, whole] = await Promise.all(uri.map(one => client.ask('textDocument/semanticTokens/full', { textDocument: { uri: one } })));
    if (JSON.stringify(changed.data) !== JSON.stringify(whole.data)) differences++;
  }
  same(`${rounds} edits in ${encoding}: incremental and whole are equal`, 0, differences);
  await client.end();
}

/* Not a test: what a person waits for. */
async function times() {
  const client = new Client({}), sample = fs.readFileSync(article, 'utf8');
  const text = sample.repeat(Math.ceil(100000 / Buffer.byteLength(sample))), uri = 'file:///tmp/long.uk.txt';
  await client.start();
  const began = process.hrtime.bigint();
  await client.open(uri, 'plaintext', text);
  await client.diagnostics();
  console.log(`initialize ${client.initialize.toFixed(0)} ms, first diagnostics of ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB ` +
              `${(Number(process.hrtime.bigint() - began) / 1e6).toFixed(0)} ms`);
  await client.end();
}

(async () => {
  const late = setTimeout(() => { console.log('lsp: no answer'); process.exit(1); }, 240000);
  await shapes();
  for (const encoding of ['utf-16', 'utf-8', 'utf-32']) await edits(encoding, 2000);
  await times();
  clearTimeout(late);
  console.log(`lsp: ${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
