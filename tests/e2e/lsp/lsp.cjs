// node lsp.cjs TLUMACH FOLDER ARTICLE
'use strict';
const fs = require('fs'), path = require('path'), { spawn } = require('child_process'), { pathToFileURL } = require('url');
const rpc = require('vscode-jsonrpc/node');
const types = require('vscode-languageserver-types');
const [program, folder, article] = process.argv.slice(2);
const wrong = require('./schema.cjs')(folder);
const options = ['lsp', '--isolated', '-g', path.join(folder, 'terms.tsv')];
let passed = 0, failed = 0;

function check(what, ok, found) {
  if (ok) { passed++; return; }
  failed++;
  console.log(`lsp: ${what}: ${found === undefined ? 'no' : JSON.stringify(found).slice(0, 600)}`);
}
const same = (what, expected, found) => check(what, JSON.stringify(expected) === JSON.stringify(found), found);
const faults = [];
let messages = 0;
function shape(kind, method, value) {
  messages++;
  faults.push(...wrong(kind, method, value));
}

class Client {
  constructor(capabilities, line = options) {
    this.capabilities = capabilities;
    this.process = spawn(program, line, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = rpc.createMessageConnection(new rpc.StreamMessageReader(this.process.stdout), new rpc.StreamMessageWriter(this.process.stdin));
    this.waiting = [];
    this.published = [];
    this.connection.onNotification((method, params) => {
      shape('notification', method, params);
      if (method !== 'textDocument/publishDiagnostics') return;
      const next = this.waiting.shift();
      if (next) next(params); else this.published.push(params);
    });
    this.edits = [];
    this.connection.onRequest((method, params) => {
      shape('request', method, params);
      if (method === 'workspace/configuration') return params.items.map(() => null);
      if (method === 'workspace/applyEdit') { this.edits.push(params.edit); return { applied: true }; }
      return null;
    });
    this.connection.listen();
  }
  async ask(method, params) {
    const result = await this.connection.sendRequest(method, params);
    shape('result', method, result);
    return result;
  }
  tell(method, params) { return this.connection.sendNotification(method, params); }
  diagnostics() {
    const now = this.published.shift();
    return now ? Promise.resolve(now) : new Promise(resolve => this.waiting.push(resolve));
  }
  async diagnosticsOf(uri) {
    for (;;) {
      const one = await this.diagnostics();
      if (one.uri === uri) return one.diagnostics;
    }
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

/* The same check, action and completion in each bilingual format, and what a command does. */
const pair = ['Ради безпеки не було, 12 < 13 людей.', 'There was no council, 21 &lt; 13 people.'];
const bilingual = {
  'x.tsv': `${pair[0]}\t${pair[1]}\n`,
  'x.po': `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "${pair[0]}"\nmsgstr "${pair[1]}"\n`,
  'x.tmx': `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="uk" segtype="sentence" o-tmf="x" adminlang="en" creationtool="x" creationtoolversion="1" datatype="plaintext"/>\n` +
           `<body><tu><tuv xml:lang="uk"><seg>${pair[0].replace('<', '&lt;')}</seg></tuv><tuv xml:lang="en"><seg>${pair[1]}</seg></tuv></tu></body></tmx>\n`,
  'x.xlf': `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="uk" target-language="en" original="x" datatype="plaintext">\n` +
           `<body><trans-unit id="1"><source>${pair[0].replace('<', '&lt;')}</source><target>${pair[1]}</target></trans-unit></body></file></xliff>\n`,
};
async function translations() {
  const client = new Client({ ...all('utf-16'), textDocument: { ...all('utf-16').textDocument, publishDiagnostics: { relatedInformation: true } } });
  await client.start();
  for (const [name, text] of Object.entries(bilingual)) {
    const uri = pathToFileURL(path.join(folder, name)).href, textDocument = { uri }, lines = text.split('\n');
    await client.open(uri, 'plaintext', text);
    const of = list => list.filter(one => one.code === 'numbers' && one.message.includes('21'));
    const found = of(await client.diagnosticsOf(uri))[0];
    check(`${name}: the number`, found && types.Diagnostic.is(found) && lines[found.range.start.line].slice(found.range.start.character, found.range.end.character) === '21', found);
    if (!found) continue;
    const inSource = found.relatedInformation && found.relatedInformation[0].location.range;
    check(`${name}: its place in the source`, inSource && lines[inSource.start.line].slice(inSource.start.character, inSource.end.character) === '12', inSource);
    const { start } = found.range;
    const completion = await client.ask('textDocument/completion', { textDocument, position: { line: start.line, character: lines[start.line].indexOf('council') } });
    same(`${name}: completion`, ['Security Council'], completion.items.map(one => one.label));
    const actions = await client.ask('textDocument/codeAction', { textDocument, range: found.range, context: { diagnostics: [found] } });
    const leave = actions.find(one => one.title.startsWith('Leave it be') && one.title.includes('21'));
    check(`${name}: actions`, leave && actions.every(types.CodeAction.is), actions);
    const told = client.diagnosticsOf(uri);
    await client.ask('workspace/executeCommand', leave.command);
    same(`${name}: it may stay`, 0, of(await told).length);
    const hints = await client.ask('textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } } });
    same(`${name}: hints behind the terms of the source`, ['[Security Council]'], hints.map(one => one.label));
  }
  same('it ends', 0, await client.end());
}

/* Words of one's own, the project's, and a new term: files written by the server, and all texts looked at anew. */
async function files() {
  fs.writeFileSync(path.join(folder, 'tlumach.conf'), 'glossary = terms.tbx\npersonal = words.txt\n');
  fs.writeFileSync(path.join(folder, 'terms.tbx'), '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n' +
    '<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n' +
    '<conceptEntry id="c1"><langSec xml:lang="uk"><termSec><term>рада безпеки</term></termSec></langSec><langSec xml:lang="en"><termSec><term>Security Council</term></termSec></langSec></conceptEntry>\n' +
    '</body></text>\n</tbx>\n');
  for (const one of ['words.txt', path.join('data', 'tlumach', 'personal-uk.txt')]) fs.rmSync(path.join(folder, one), { force: true });
  const client = new Client(all('utf-16'), ['lsp']), uri = ['untitled:one', 'untitled:two'];
  await client.start();
  for (const one of uri) await client.open(one, 'plaintext', 'Помиилка бббю: збройним силам.');
  const run = (command, ...list) => client.ask('workspace/executeCommand', { command, arguments: list });
  const counts = async () => { // of misspellings and terms, in both texts
    const now = {};
    while (!uri.every(one => one in now)) { const one = await client.diagnostics(); now[one.uri] = one.diagnostics.map(d => d.code).sort().join(); }
    return uri.map(one => now[one]);
  };
  same('before', ['spelling,spelling', 'spelling,spelling'], await counts());
  await run('tlumach.addWord', 'бббю', 'project');
  same('a word of the project', ['spelling', 'spelling'], await counts());
  await run('tlumach.addWord', 'помиилка', 'own');
  same('a word of one\'s own', ['', ''], await counts());
  same('the files', ['бббю\n', 'помиилка\n'], ['words.txt', 'data/tlumach/personal-uk.txt'].map(one => fs.readFileSync(path.join(folder, one), 'utf8')));
  fs.writeFileSync(path.join(folder, 'words.txt'), 'чогось\n'); // somebody else writes it
  client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(folder, 'words.txt')).href, type: 2 }] });
  same('a word less', ['spelling', 'spelling'], await counts());
  await run('tlumach.addWord', 'бббю', 'project');
  same('and there again', ['', ''], await counts());
  await run('tlumach.addTerm', 'збройні сили', 'armed forces');
  same('a term', ['term', 'term'], await counts());
  check('in its file', fs.readFileSync(path.join(folder, 'terms.tbx'), 'utf8').includes('<term>armed forces</term>'));
  await run('tlumach.addTerm', 'збройні сили', 'armed forces');
  same('only once', 1, fs.readFileSync(path.join(folder, 'terms.tbx'), 'utf8').split('armed forces').length - 1);
  fs.writeFileSync(path.join(folder, 'tlumach.conf'), 'glossary = terms.tsv\n');
  /* What the project waives is not told, as on the command line. */
  const news = pathToFileURL(path.join(folder, 'news.tsv')).href, numbers = list => list.filter(one => one.code === 'numbers').length;
  await client.open(news, 'plaintext', 'Загинуло 12 людей.\t21 people died.\n');
  same('a finding', 1, numbers(await client.diagnosticsOf(news)));
  fs.writeFileSync(path.join(folder, 'tlumach.conf'), 'glossary = terms.tsv\nwaive = numbers -- the author says so\n');
  const changed = client.diagnosticsOf(news);
  client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(folder, 'tlumach.conf')).href, type: 2 }] });
  same('a waiver of the project', 0, numbers(await changed));
  /* Left be in the editor, for good: it stands in the configuration, narrowed down to its words. */
  fs.writeFileSync(path.join(folder, 'tlumach.conf'), 'glossary = terms.tsv\n# the end');
  const back = client.diagnosticsOf(news);
  client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(folder, 'tlumach.conf')).href, type: 2 }] });
  const [finding] = (await back).filter(one => one.code === 'numbers');
  const offered = await client.ask('textDocument/codeAction', { textDocument: { uri: news }, range: finding.range, context: { diagnostics: [] } });
  const waive = offered.map(one => one.command).find(one => one && one.command === 'tlumach.waive' && one.arguments[2] === 'project');
  const waived = client.diagnosticsOf(news);
  await client.ask('workspace/executeCommand', { command: waive.command, arguments: waive.arguments });
  same('a waiver by an action', 0, numbers(await waived));
  check('what it wrote', /^glossary = terms\.tsv\n# the end\nwaive = numbers 21 -- accepted in the editor, \d{4}-\d\d-\d\d\n$/
    .test(fs.readFileSync(path.join(folder, 'tlumach.conf'), 'utf8')), fs.readFileSync(path.join(folder, 'tlumach.conf'), 'utf8'));
  client.tell('textDocument/didClose', { textDocument: { uri: news } });
  await client.diagnosticsOf(news);
  fs.writeFileSync(path.join(folder, 'tlumach.conf'), 'glossary = terms.tsv\n');
  client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(folder, 'tlumach.conf')).href, type: 2 }] });
  same('another configuration, and no word list', ['spelling,term', 'spelling,term'], await counts());
  same('it ends', 0, await client.end());
  fs.rmSync(path.join(folder, 'tlumach.conf'));
}

/* A text that is edited here and sent as changes must be, to the server, what it is when it is sent whole. */
const bits = ['ради безпеки', '# ', '**', '<p>', '&amp;', '- ', 'помиилка', ' ', '\n', '\r\n', '\n\n', '😀', 'збройним силам', 'м’ята', '\u0301', 'слово. ', '\r', 'Київ'];
function units(encoding, text) {
  return encoding === 'utf-16' ? text.length : encoding === 'utf-8' ? Buffer.byteLength(text) : [...text].length;
}
function position(encoding, text, offset) { // offset in UTF-16 units of JavaScript
  const before = text.slice(0, offset).split(/\r\n|\r(?!\n)|\n/);
  return { line: before.length - 1, character: units(encoding, before[before.length - 1]) };
}
async function edits(encoding, language, rounds) {
  const client = new Client(all(encoding)), uri = ['untitled:changed', 'untitled:whole'];
  let seed = 7, text = 'Засідання ради безпеки.\r\nПомиилка.\n\nДякуємо збройним силам.\r'.repeat(20), version = 1, differences = 0;
  const random = n => { // mulberry32: the low bits of simpler ones have short periods
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  const place = offset => { // between characters, and not inside CR LF
    offset = Math.min(offset, text.length);
    while (offset > 0 && offset < text.length && ((text.charCodeAt(offset) & 0xFC00) === 0xDC00 || (text[offset] === '\n' && text[offset - 1] === '\r'))) offset--;
    return offset;
  };
  same(`${encoding} is chosen`, encoding, (await client.start()).capabilities.positionEncoding);
  for (const one of uri) await client.open(one, language, text);
  for (let round = 0; round < rounds; round++) {
    const contentChanges = [];
    for (let n = 1 + random(3); n > 0; n--) {
      const start = place(random(text.length + 1)), end = random(2) ? start : place(start + random(30));
      const insert = text.length > 2500 || (end > start && random(2)) ? '' : bits[random(bits.length)];
      contentChanges.push({ range: { start: position(encoding, text, start), end: position(encoding, text, end) }, text: insert });
      text = text.slice(0, start) + insert + text.slice(end);
      /* A lone CR and LF that have come together are one line end now. */
    }
    version++;
    client.tell('textDocument/didChange', { textDocument: { uri: uri[0], version }, contentChanges });
    if (round % 4) continue; // not each time: several changes may come between two questions
    const now = client.ask('textDocument/semanticTokens/full', { textDocument: { uri: uri[0] } });
    if (round % 20) continue;
    client.tell('textDocument/didClose', { textDocument: { uri: uri[1] } }); // what was known of it is gone
    await client.open(uri[1], language, text);
    const [changed, whole] = await Promise.all([now, client.ask('textDocument/semanticTokens/full', { textDocument: { uri: uri[1] } })]);
    if (JSON.stringify(changed.data) !== JSON.stringify(whole.data)) differences++;
  }
  same(`${rounds} edits of ${language} in ${encoding}: incremental and whole are equal`, 0, differences);
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
  const first = Number(process.hrtime.bigint() - began) / 1e6, edits = [];
  for (let version = 2; version < 42; version++) { // a letter, and the colours of all terms after it
    const line = Math.floor(text.split('\n').length * version / 50), position = { line, character: 0 }, start = process.hrtime.bigint();
    client.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: position, end: position }, text: 'ж' }] });
    await client.ask('textDocument/inlayHint', { textDocument: { uri }, range: { start: position, end: { line: line + 40, character: 0 } } });
    edits.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  edits.sort((a, b) => a - b);
  const resident = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${client.process.pid}/status`, 'utf8'));
  console.log(`initialize ${client.initialize.toFixed(0)} ms, first diagnostics of ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB ${first.toFixed(0)} ms, ` +
              `an edit and its hints ${edits[20].toFixed(0)} ms (median), resident ${(resident[1] / 1024).toFixed(0)} MB`);
  await client.end();
}

(async () => {
  const late = setTimeout(() => { console.log('lsp: no answer'); process.exit(1); }, 240000 + Number(process.env.LSP_EDITS || 0) * 10);
  await shapes();
  await translations();
  await files();
  const rounds = Math.ceil(Number(process.env.LSP_EDITS || 100000) / 3);
  for (const [encoding, language] of [['utf-16', 'plaintext'], ['utf-8', 'markdown'], ['utf-32', 'html']]) await edits(encoding, language, rounds);
  await times();
  check('all messages are of the types of the protocol', messages > 200 && faults.length === 0, [messages, ...faults.slice(0, 5)]);
  clearTimeout(late);
  console.log(`lsp: ${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
