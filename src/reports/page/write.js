/* Writing in the cells. */

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
