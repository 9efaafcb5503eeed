/* The page at work. Everything that it shows is text that is already in the page, copied node by node: it makes no markup from
   strings. Without it the page still reads: marks are links to the lists. */
(() => {
'use strict';

const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const units = [...document.querySelectorAll('.unit')];
const card = $('card');
const cellOf = (unit) => unit.querySelector('.edit');
const textOf = (cell) => cell.textContent.replace(/\u00a0/g, ' ').trim();

/* ---- keeping: what is written stays in this browser, under the texts' names and content ---- */

const storeKey = 'tlumach:' + document.title + ':' + root.dataset.key;
const given = new Map(units.map((unit) => [unit.id, textOf(cellOf(unit))]));
let written = 0;
let keeping = 0;
let kept = true;

function load() {
  try {
    return JSON.parse(localStorage.getItem(storeKey)) || {};
  } catch {
    return {};
  }
}

const work = load();

function keep() {
  clearTimeout(keeping);
  keeping = 0;
  try {
    if (Object.keys(work).length) localStorage.setItem(storeKey, JSON.stringify(work));
    else localStorage.removeItem(storeKey);
    kept = true;
  } catch {
    kept = false;
  }
  tell();
}

function keepSoon() {
  if (!keeping) keeping = setTimeout(keep, 400);
}

function changed(unit) {
  const text = textOf(cellOf(unit));
  const was = unit.dataset.written === 'yes';
  if (was !== (text !== '')) {
    written += was ? -1 : 1;
    unit.dataset.written = was ? 'no' : 'yes';
  }
  unit.classList.toggle('changed', text !== given.get(unit.id));
  if (text === given.get(unit.id)) delete work[unit.id];
  else work[unit.id] = text;
}

/* ---- the line that says how far one is ---- */

let shown = units.length;

function tell() {
  const parts = [`${written} of ${units.length} translated`];
  if (shown !== units.length) parts.push(`${shown} shown`);
  if (!kept) parts.push('this browser keeps nothing: save before you leave');
  $('status').textContent = parts.join(' · ');
}

/* ---- writing ---- */

function prepareCell(unit) {
  const cell = cellOf(unit);
  if (Object.hasOwn(work, unit.id)) cell.textContent = work[unit.id];
  /* Older browsers do not know plaintext-only; they get the plain kind, and paste() sees to it that only text comes in. */
  if (cell.contentEditable !== 'plaintext-only') cell.contentEditable = 'true';
  changed(unit);
}

let caret = null; /* where it last was: a range inside a cell */

function rememberCaret() {
  const selection = getSelection();
  if (!selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (element?.closest('.edit')) caret = range.cloneRange();
}

function toEnd(cell) {
  const range = document.createRange();
  range.selectNodeContents(cell);
  range.collapse(false);
  return range;
}

/* Puts text at the caret of a cell, with the blanks that words need around it. Browsers' own undo goes on working. */
function insert(cell, text) {
  const range = caret && cell.contains(caret.commonAncestorContainer) ? caret : toEnd(cell);
  cell.focus({preventScroll: true});
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const before = document.createRange();
  before.selectNodeContents(cell);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.selectNodeContents(cell);
  after.setStart(range.endContainer, range.endOffset);
  const left = /[^\s(\[“‘"'«—\/-]$/u.test(before.toString()) ? ' ' : '';
  const right = /^[\p{L}\p{N}]/u.test(after.toString()) ? ' ' : '';
  if (!document.execCommand('insertText', false, left + text + right)) {
    range.deleteContents();
    range.insertNode(document.createTextNode(left + text + right));
    range.collapse(false);
    cell.normalize();
    cell.dispatchEvent(new Event('input', {bubbles: true}));
  }
  cell.scrollIntoView({block: 'nearest'});
}

function paste(event) {
  const cell = event.target.closest?.('.edit');
  if (!cell || cell.contentEditable === 'plaintext-only') return;
  event.preventDefault();
  document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
}

function nextCell(unit, step) {
  const visible = units.filter((other) => !other.hidden || other === unit);
  const other = visible[visible.indexOf(unit) + step];
  if (!other) return;
  const cell = cellOf(other);
  cell.focus();
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(toEnd(cell));
  other.scrollIntoView({block: 'nearest'});
}

/* ---- cards ---- */

let mark = null; /* whose card is open */
let closing = 0;

const entriesOf = (a) => [a.hash.slice(1), ...(a.dataset.more || '').split(' ').filter(Boolean)];

/* A copy of an entry of the lists without its count, and why it is here. */
function cardPart(id, why) {
  const part = document.createElement('div');
  part.className = 'entry';
  for (const node of $(id).children) part.append(node.cloneNode(true));
  part.querySelector('.count')?.remove();
  for (const button of part.querySelectorAll('.put')) button.removeAttribute('tabindex');
  if (why) {
    const line = document.createElement('p');
    line.className = 'why';
    line.textContent = `Why: ${why}`;
    part.append(line);
  }
  return part;
}

/* Below the mark, above it where there is no room. The mark may run over two lines: its first one counts. */
function place() {
  const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const gap = 6;
  const below = innerHeight - at.bottom - gap;
  const top = card.offsetHeight <= below || below > at.top ? at.bottom + gap : Math.max(gap, at.top - gap - card.offsetHeight);
  card.style.top = `${top}px`;
  card.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - card.offsetWidth - 2 * gap))}px`;
}

function openCard(a) {
  clearTimeout(closing);
  if (mark === a) return;
  closeCard();
  mark = a;
  const whys = (a.dataset.why || '').split('\n');
  card.replaceChildren(...entriesOf(a).map((id, i) => cardPart(id, whys[i])));
  card.hidden = false;
  a.classList.add('open');
  a.setAttribute('aria-describedby', 'card');
  place();
}

function closeCard() {
  clearTimeout(closing);
  if (!mark) return;
  mark.classList.remove('open');
  mark.removeAttribute('aria-describedby');
  mark = null;
  card.hidden = true;
}

/* Left some time to reach the card with the pointer. */
function closeSoon() {
  clearTimeout(closing);
  closing = setTimeout(() => {
    if (!card.contains(document.activeElement) && mark !== document.activeElement) closeCard();
  }, 250);
}

const markUnder = (node) => node?.closest?.('.source .text a');

/* ---- going from mark to mark ---- */

const wanted = () => ({name: 'a.name', misspelt: 'a.misspelt'})[$('show').value] || 'a.term';

function goTo(a) {
  a.closest('.unit').scrollIntoView({block: 'nearest'});
  a.focus({preventScroll: true});
  a.scrollIntoView({block: 'nearest'});
  openCard(a);
}

/* From the mark that is open or has the focus, else from what is on the screen. */
function step(by) {
  const marks = [...document.querySelectorAll(`.unit:not([hidden]) .source .text ${wanted()}`)];
  if (!marks.length) return;
  const here = mark || markUnder(document.activeElement) || document.activeElement?.closest?.('.unit');
  let i = -1;
  if (here && here !== document.body)
    i = by > 0 ? marks.findIndex((a) => a !== here && here.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING)
               : marks.findLastIndex((a) => a !== here && here.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING);
  else
    i = marks.findIndex((a) => a.getBoundingClientRect().bottom > 60);
  goTo(marks[i < 0 ? (by > 0 ? 0 : marks.length - 1) : i]);
}

/* The places of an entry, one after the other. */
function nextPlace(id) {
  const places = [...document.querySelectorAll('.source .text a')].filter((a) => entriesOf(a).includes(id));
  if (!places.length) return false;
  const a = places[(places.indexOf(mark) + 1) % places.length];
  if (a.closest('.unit').hidden) clearFilter();
  goTo(a);
  return true;
}

/* ---- filter ---- */

let filtering = 0;

function filter() {
  const words = $('filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  const kind = $('show').value;
  shown = 0;
  for (const unit of units) {
    const text = words.length ? unit.textContent.toLowerCase() : '';
    const fits = words.every((word) => text.includes(word)) &&
      (kind === '' || (kind === 'todo' ? unit.dataset.written !== 'yes' : unit.querySelector(`.source .text a.${kind}`) !== null));
    unit.hidden = !fits;
    shown += fits;
  }
  closeCard();
  tell();
}

function filterSoon() {
  clearTimeout(filtering);
  filtering = setTimeout(filter, 120);
}

function clearFilter() {
  $('filter').value = '';
  $('show').value = '';
  filter();
}

/* ---- saving ---- */

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

/* ---- what comes from the person ---- */

function toggleGlosses() {
  const hide = root.classList.toggle('hide-glosses');
  $('glosses').setAttribute('aria-pressed', String(!hide));
}

/* Into the cell of the unit that the button, or the mark of its card, stands in; from the lists: where the caret last was. */
function put(button) {
  const unit = (card.contains(button) ? mark : button).closest('.unit') || caret?.startContainer.parentElement?.closest('.unit');
  if (!unit) return;
  closeCard();
  insert(cellOf(unit), button.textContent);
}

function click(event) {
  const at = event.target;
  const button = at.closest('button');
  const a = markUnder(at);
  if (button?.classList.contains('put')) {
    put(button);
  } else if (button?.dataset.save) {
    save(button.dataset.save);
  } else if (at.closest('.count') && nextPlace(at.closest('.entries > li').id)) {
    event.preventDefault();
  } else if (a) {
    /* By keyboard, Enter leads into the card. */
    event.preventDefault();
    openCard(a);
    if (event.detail === 0) card.querySelector('.put')?.focus();
  } else if (mark && !card.contains(at)) {
    closeCard();
  }
}

function keyInCell(event, unit) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    nextCell(unit, 1);
  } else if (event.key === 'Escape') {
    document.activeElement.blur();
  }
}

function keyInCard(event) {
  const buttons = [...card.querySelectorAll('.put')];
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') {
    const back = mark;
    if (event.key === 'Escape') event.preventDefault();
    back.focus({preventScroll: true});
    closeCard();
  } else if (by) {
    event.preventDefault();
    buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length]?.focus();
  }
}

function key(event) {
  const at = event.target;
  const unit = at.closest?.('.edit')?.closest('.unit');
  if (unit) return keyInCell(event, unit);
  if (card.contains(at)) return keyInCard(event);
  if (event.key === 'Escape') {
    if (at === $('filter')) clearFilter();
    closeCard();
  }
  if (at.closest?.('input, select') || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {n: () => step(1), p: () => step(-1), e: toggleGlosses, '/': () => $('filter').focus()}[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function listen() {
  document.addEventListener('click', click);
  document.addEventListener('keydown', key);
  document.addEventListener('paste', paste);
  document.addEventListener('selectionchange', rememberCaret);
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest('.put')) event.preventDefault(); /* the caret stays where it is */
  });
  document.addEventListener('input', (event) => {
    const edited = event.target.closest('.edit');
    if (!edited) return;
    if (textOf(edited) === '') edited.textContent = '';
    changed(edited.closest('.unit'));
    keepSoon();
    tell();
  });
  document.addEventListener('mouseover', (event) => {
    const a = markUnder(event.target);
    if (a) openCard(a);
    else if (card.contains(event.target)) clearTimeout(closing);
    else if (mark) closeSoon();
  });
  document.addEventListener('focusin', (event) => {
    const a = markUnder(event.target);
    if (a) openCard(a);
    else if (mark && !card.contains(event.target)) closeCard();
  });
  addEventListener('scroll', () => mark && place(), {passive: true});
  addEventListener('resize', () => mark && place());
  addEventListener('pagehide', () => keeping && keep());
  $('filter').addEventListener('input', filterSoon);
  $('show').addEventListener('change', filter);
  $('previous').addEventListener('click', () => step(-1));
  $('next').addEventListener('click', () => step(1));
  $('glosses').addEventListener('click', toggleGlosses);
}

units.forEach(prepareCell);
$('tools').hidden = false;
$('keys').hidden = false;
listen();
tell();
})();
