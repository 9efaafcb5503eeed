/* What comes from the person, and the start. */

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
    if (a) openSoon(a);
    else if (card.contains(event.target)) clearTimeout(closing);
    else closeSoon();
  });
  document.addEventListener('focusin', (event) => {
    const a = markUnder(event.target);
    if (a) openCard(a);
    else if (mark && !card.contains(event.target)) closeCard();
  });
  addEventListener('scroll', () => mark && place(), {passive: true});
  addEventListener('resize', () => mark && place());
  addEventListener('pagehide', () => keeping && keep());
  addEventListener('beforeunload', (event) => {
    if (!kept && Object.keys(work).length) event.preventDefault();
  });
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
