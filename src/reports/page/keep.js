/* The page at work, first part: its units, what is written in them, and keeping that. All parts are one script (mk/page.mk). It
   shows only text that is already in the page, copied node by node, and makes no markup from strings. Without it the page still
   reads: marks are links to the lists. */

const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const units = [...document.querySelectorAll('.unit')];
const cellOf = (unit) => unit.querySelector('.edit');

/* Browsers that do not know plaintext-only break lines with elements. Marks are in the line. */
const textOf = (cell) => (cell.querySelector(':not(mark)') ? cell.innerText : cell.textContent).trim();

/* What is written stays in this browser, under the texts' names and content. */
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

/* The line that says how far one is. */
let shown = units.length;

function tell() {
  const parts = [`${written} of ${units.length} translated`];
  if (shown !== units.length) parts.push(`${shown} shown`);
  if (!kept) parts.push('this browser keeps nothing: save before you leave');
  $('status').textContent = parts.join(' · ');
}
