/* Finding: from mark to mark, and filtering. */

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
let visited = null;

function nextPlace(id) {
  const places = [...document.querySelectorAll('.source .text a')].filter((a) => entriesOf(a).includes(id));
  if (!places.length) return false;
  visited = places[(places.indexOf(visited) + 1) % places.length];
  if (visited.closest('.unit').hidden) clearFilter();
  goTo(visited);
  return true;
}

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
