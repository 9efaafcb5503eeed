/* Saving what is written, in the formats of the C writers (src/reports/writer_*.c). */

/* Lines of what is known of a unit, each once, by kind: as the other formats of tlumach have them. */
function notes(unit) {
  const lines = {term: new Set(), name: new Set(), misspelt: new Set()};
  for (const a of unit.querySelectorAll('.source .text a'))
    for (const id of entriesOf(a))
      lines[{t: 'term', n: 'name', m: 'misspelt'}[id[0]]].add($(id).dataset.line);
  return lines;
}

const sourceOf = (unit) => unit.querySelector('.source .text').textContent;
/* XML 1.0 §2.2: what a document can hold; the rest becomes U+FFFD. */
const legal = (text) => text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
const xml = (text) => legal(text).replace(/[&<>"\r]/g, (c) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;'})[c]);
const cell = (text) => text.replace(/[\t\n\r\\]/g, (c) => ({'\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\'})[c]);
const maker = () => document.querySelector('meta[name=generator]').content.split(' ')[1];

function tsv() {
  const rows = units.map((unit) => {
    const known = Object.values(notes(unit)).map((lines) => [...lines].map(cell).join(' | '));
    return [cell(sourceOf(unit)), cell(textOf(cellOf(unit))), ...known].join('\t');
  });
  return ['source\ttarget\tterms\tnames\tmisspellings', ...rows, ''].join('\n');
}

function noteElements(unit, attributes) {
  return Object.entries(notes(unit)).flatMap(([kind, lines]) => [...lines].map((line) => `  <note${attributes}>${kind}: ${xml(line)}</note>\n`));
}

function tmx() {
  const {source, target} = root.dataset;
  const tuv = (language, text) => `  <tuv xml:lang="${xml(language)}"><seg>${xml(text)}</seg></tuv>\n`;
  const tus = units.map((unit, i) => [
    `<tu tuid="${i + 1}">\n`,
    ...noteElements(unit, ''),
    `  <prop type="x-file">${xml(unit.closest('.file').dataset.name)}</prop>\n  <prop type="x-line">${unit.dataset.line}</prop>\n`,
    tuv(source, sourceOf(unit)),
    textOf(cellOf(unit)) ? tuv(target, textOf(cellOf(unit))) : '',
    '</tu>\n'].join(''));
  return ['<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n',
    `<header creationtool="tlumach" creationtoolversion="${xml(maker())}" segtype="sentence" o-tmf="tlumach" adminlang="en" `,
    `srclang="${xml(source)}" datatype="plaintext"/>\n<body>\n`, ...tus, '</body>\n</tmx>\n'].join('');
}

function xliffUnit(unit, i) {
  const text = textOf(cellOf(unit));
  return [` <trans-unit id="${i + 1}">\n  <source>${xml(sourceOf(unit))}</source>\n`,
    text ? `  <target>${xml(text)}</target>\n` : '',
    `  <context-group purpose="location"><context context-type="linenumber">${unit.dataset.line}</context></context-group>\n`,
    ...noteElements(unit, ' from="tlumach" annotates="source"'),
    ' </trans-unit>\n'].join('');
}

function xliff() {
  const {source, target} = root.dataset;
  const datatype = (format) => ({html: 'html', markdown: 'x-markdown'})[format] || 'plaintext';
  const files = [...document.querySelectorAll('.file')].map((file) => [
    `<file original="${xml(file.dataset.name)}" source-language="${xml(source)}" target-language="${xml(target)}" `,
    `datatype="${datatype(file.dataset.format)}">\n<body>\n`,
    ...[...file.querySelectorAll('.unit')].map(xliffUnit),
    '</body>\n</file>\n'].join(''));
  return ['<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n',
    ...files, '</xliff>\n'].join('');
}

const formats = {
  tsv: {make: tsv, ending: 'tsv', type: 'text/tab-separated-values'},
  tmx: {make: tmx, ending: 'tmx', type: 'application/xml'},
  xliff: {make: xliff, ending: 'xlf', type: 'application/xml'},
};

function save(name) {
  const {make, ending, type} = formats[name];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([make()], {type: `${type};charset=utf-8`}));
  link.download = `${document.title.replace(/\.[^.]*$/, '')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
