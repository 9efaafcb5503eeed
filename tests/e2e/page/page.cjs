/* The page in Chromium: node page.cjs FOLDER, where article.html is. A test is a line of `tests`; each has a fresh page. */
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const {execFileSync} = require('node:child_process');
const {chromium} = require('playwright-core');

const folder = path.resolve(process.argv[2]);
const address = 'file://' + path.join(folder, 'article.html');
const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const focusedUnit = (page) => page.evaluate(() => document.activeElement.closest('.unit')?.id);
const cell = (page, n) => page.locator(`#s${n} .edit`);
const shown = (page) => page.$$eval('.unit:not([hidden])', (units) => units.map((unit) => unit.id));
const show = async (page, words) => {
  await page.fill('#filter', words);
  await page.waitForTimeout(250);
};

async function saved(page, format) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save=${format}]`)]);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

const tests = {
  'a card by pointer: equivalents, statuses, definition, why': async (page) => {
    await page.hover('#s1 a.term');
    await page.waitForSelector('#card:not([hidden])');
    const card = await page.innerText('#card');
    for (const part of ['рада безпеки', 'Security Council preferred', 'safety board deprecated', 'A body <b>of the UN</b>.', 'ради is a form of рада'])
      assert.ok(card.includes(part), `${part}: ${card}`);
    assert.strictEqual(await page.locator('#card button', {hasText: 'safety board'}).count(), 0);
    await page.hover('#card');
    await page.waitForTimeout(400);
    assert.ok(await page.isVisible('#card'), 'stays under the pointer');
    await page.mouse.move(2, 2);
    await page.waitForSelector('#card', {state: 'hidden'});
  },

  'n and p go from term to term, Esc closes': async (page) => {
    await page.keyboard.press('n');
    assert.strictEqual(await focused(page), 'ради безпеки');
    assert.ok(await page.isVisible('#card'));
    await page.keyboard.press('n');
    assert.strictEqual(await focused(page), 'Рада безпеки');
    await page.keyboard.press('p');
    assert.strictEqual(await focused(page), 'ради безпеки');
    await page.keyboard.press('p');
    assert.strictEqual(await focused(page), 'Транш'); /* round the corner */
    await page.keyboard.press('Escape');
    assert.ok(await page.isHidden('#card'));
  },

  'an equivalent goes in at the caret, with its blanks, and can be undone': async (page) => {
    await cell(page, 3).click();
    await page.keyboard.type('The adopted it.');
    for (let i = 0; i < 'adopted it.'.length; i++) await page.keyboard.press('ArrowLeft');
    await page.hover('#s3 a.term');
    await page.click('#card button >> nth=0');
    assert.strictEqual(await cell(page, 3).textContent(), 'The Security Council adopted it.');
    await page.keyboard.press('Control+z');
    assert.strictEqual(await cell(page, 3).textContent(), 'The adopted it.');
  },

  'an equivalent by keyboard alone': async (page) => {
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    assert.strictEqual(await focused(page), 'Security Council');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.strictEqual(await cell(page, 1).textContent(), 'UN Security Council');
    assert.strictEqual(await focusedUnit(page), 's1');
    await page.keyboard.press('Enter');
    assert.strictEqual(await focusedUnit(page), 's2');
  },

  'equivalents below a segment go in, too': async (page) => {
    await page.click('#s3 .gloss button >> text=natural gas');
    await page.click('#s3 .gloss button >> text="UN Security Council"');
    assert.strictEqual(await cell(page, 3).textContent(), 'natural gas UN Security Council');
  },

  'what is written stays text': async (page) => {
    await cell(page, 1).click();
    await page.keyboard.type('<img src=x onerror=alert(1)>');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('& more');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<b onclick="alert(1)">bold</b>');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    });
    assert.strictEqual(await cell(page, 1).textContent(), '<img src=x onerror=alert(1)>\n& more');
    assert.strictEqual(await page.locator('.edit *').count(), 0);
  },

  'work is kept for the same text, and forgotten when it is taken back': async (page) => {
    await cell(page, 2).click();
    await page.keyboard.type('Talks were held.');
    await page.reload();
    assert.strictEqual(await cell(page, 2).textContent(), 'Talks were held.');
    assert.strictEqual(await page.textContent('#status'), '1 of 6 translated');
    await cell(page, 2).fill('');
    await page.reload();
    assert.strictEqual(await cell(page, 2).textContent(), '');
    assert.strictEqual(await page.evaluate(() => localStorage.length), 0);
  },

  'a browser that keeps nothing is told of': async (page) => {
    await page.evaluate(() => Object.defineProperty(Storage.prototype, 'setItem', {value() { throw new Error('full'); }}));
    await cell(page, 2).click();
    await page.keyboard.type('x');
    await page.waitForTimeout(600);
    assert.match(await page.textContent('#status'), /keeps nothing/);
  },

  'the filter: words, kinds, what is left to do': async (page) => {
    await show(page, 'ПРАХАЗК');
    assert.deepStrictEqual(await shown(page), ['s1', 's5']);
    await show(page, 'natural рада');
    assert.deepStrictEqual(await shown(page), ['s3']);
    await page.focus('#filter');
    await page.keyboard.press('Escape');
    assert.strictEqual((await shown(page)).length, 6);
    await page.selectOption('#show', 'misspelt');
    assert.deepStrictEqual(await shown(page), ['s5']);
    await page.click('#next');
    assert.strictEqual(await focused(page), 'Міністтр');
    assert.match(await page.innerText('#card'), /Міністр/);
    await page.selectOption('#show', '');
    await cell(page, 1).fill('done');
    await page.selectOption('#show', 'todo');
    assert.deepStrictEqual(await shown(page), ['s2', 's3', 's4', 's5', 's6']);
  },

  'a count leads from place to place': async (page) => {
    const count = page.locator('#terms li', {hasText: 'транш'}).locator('.count');
    assert.strictEqual(await count.textContent(), '2');
    await count.click();
    assert.strictEqual(await focusedUnit(page), 's4');
    await count.click();
    assert.strictEqual(await focusedUnit(page), 's6');
    await count.click();
    assert.strictEqual(await focusedUnit(page), 's4');
  },

  'saved files are what they say': async (page) => {
    await cell(page, 5).fill('A <minister>\tcame\nin & "out" \\');
    const table = fs.readFileSync(await saved(page, 'tsv'), 'utf8').split('\n');
    assert.strictEqual(table.length, 8);
    assert.strictEqual(table[0], 'source\ttarget\tterms\tnames\tmisspellings');
    const row = table[5].split('\t');
    assert.strictEqual(row[1], 'A <minister>\\tcame\\nin & "out" \\\\');
    assert.strictEqual(row[3], 'Прахазка = Prakhazka');
    assert.match(row[4], /^Міністтр = /);
    assert.strictEqual(table[1].split('\t')[2], 'рада безпеки = Security Council; UN Security Council; safety board (deprecated)');
    for (const [format, pattern] of [['tmx', /<seg>A &lt;minister&gt;\tcame\nin &amp; &quot;out&quot; \\<\/seg>/],
                                     ['xliff', /<target>A &lt;minister&gt;\tcame\nin &amp; &quot;out&quot; \\<\/target>/]]) {
      const file = await saved(page, format);
      execFileSync('xmllint', ['--nonet', '--noout', file]);
      assert.match(fs.readFileSync(file, 'utf8'), pattern);
    }
  },

  'nothing is wider than the window': async (page) => {
    for (const width of [360, 800, 1280]) {
      await page.setViewportSize({width, height: 800});
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width}`);
      await page.locator('#s3 a.term').first().focus();
      const box = await page.locator('#card').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `card at ${width}`);
      await page.keyboard.press('Escape');
      await page.evaluate(() => document.activeElement.blur());
    }
  },

  'without its script the page reads': async (page, browser) => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const plain = await context.newPage();
    await plain.goto(address);
    await plain.click('#s1 a.term');
    assert.match(plain.url(), /#t1$/);
    assert.ok(await plain.isVisible('#t1'));
    assert.ok(await plain.isHidden('#tools'));
    await context.close();
  },

  'axe finds no fault, in either theme': async (page, browser) => {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({bypassCSP: true, colorScheme});
      const checked = await context.newPage();
      await checked.goto(address);
      await checked.addScriptTag({path: require.resolve('axe-core/axe.min.js')});
      await checked.keyboard.press('n');
      const {violations} = await checked.evaluate(() => globalThis.axe.run());
      const said = violations.map((fault) => `${fault.id}: ${fault.nodes[0].html} ${fault.nodes[0].failureSummary}`);
      assert.deepStrictEqual(said, []);
      await context.close();
    }
  },
};

/* What no test may cause: errors, dialogs, anything asked from outside, a script of the text. */
function watch(page, faults) {
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push('a dialog');
    dialog.dismiss();
  });
  page.on('request', (request) => /^(file|blob):/.test(request.url()) || faults.push(request.url()));
}

async function run(browser, test) {
  const faults = [];
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, acceptDownloads: true});
  const page = await context.newPage();
  watch(page, faults);
  await page.goto(address);
  await test(page, browser);
  assert.strictEqual(await page.title(), 'article.uk.txt');
  assert.deepStrictEqual(faults, []);
  await context.close();
}

async function main() {
  let failed = 0;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  for (const [name, test] of Object.entries(tests)) {
    try {
      await run(browser, test);
    } catch (error) {
      failed++;
      console.log(`page: ${name}\n${error.message}`);
    }
  }
  await browser.close();
  console.log(`page: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

main();
