/* Cards: what is known of a mark, beside it. */

const card = $('card');
let mark = null; /* whose card is open */
let opening = 0;
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
  clearTimeout(opening);
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
  clearTimeout(opening);
  clearTimeout(closing);
  if (!mark) return;
  mark.classList.remove('open');
  mark.removeAttribute('aria-describedby');
  mark = null;
  card.hidden = true;
}

/* A pointer that only passes opens nothing. */
function openSoon(a) {
  clearTimeout(opening);
  clearTimeout(closing);
  if (a !== mark) opening = setTimeout(openCard, 120, a);
}

/* Left some time to reach the card with the pointer. */
function closeSoon() {
  clearTimeout(opening);
  clearTimeout(closing);
  closing = setTimeout(() => {
    if (!card.contains(document.activeElement) && mark !== document.activeElement) closeCard();
  }, 250);
}

const markUnder = (node) => node?.closest?.('.source .text a');
