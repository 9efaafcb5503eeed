// node vscode.cjs PROGRAM CODE-SERVER VSIX FOLDER [PICTURE]: Visual Studio Code in a browser, with our extension.
'use strict';
const fs = require('fs'), path = require('path'), { spawn, execFileSync } = require('child_process'), net = require('net');
const { chromium } = require('playwright-core');
const [program, server, vsix, folder, picture] = process.argv.slice(2);
const home = path.join(folder, 'home'), project = path.join(folder, 'project');
let passed = 0, failed = 0;
function check(what, ok, found) {
  if (ok) { passed++; return; }
  failed++;
  console.log(`vscode: ${what}: ${JSON.stringify(found)}`);
}
const freePort = () => new Promise(resolve => { const s = net.createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => resolve(port)); }); });

const shown = page => page.locator('.view-lines').first().innerText();

/* The pointer rests on the word, as often as it takes: lines that are drawn anew beneath a pointer at rest (a hint has come, a colour) show no hover. */
async function hovered(page, word, text) {
  const hover = page.locator('.monaco-hover:visible', { hasText: text });
  for (let i = 0; i < 12 && (await hover.count()) === 0; i++) {
    await page.mouse.move(5, 5);
    await page.locator('.view-line', { hasText: 'Засідання' }).first().locator('span', { hasText: word }).last().hover({ timeout: 40000 });
    await hover.first().waitFor({ timeout: 5000 }).catch(() => {});
  }
  return hover;
}

async function quickFix(page) {
  await page.locator('.view-line span', { hasText: 'помиилка' }).last().click();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: 'помилка' }).waitFor({ timeout: 40000 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.view-lines').innerText.includes('помилка'), null, { timeout: 40000 });
  check('a suggestion is put in the place of a misspelling', !(await shown(page)).includes('помиилка'), await shown(page));
}

/* What the palette offers of ours: a term goes into the term base, and is known at once; the server can be started again. */
async function commands(page) {
  const choose = async name => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget .quick-input-box input').fill(`>${name}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 40000 });
    await page.keyboard.press('Enter');
  };
  const answer = async text => {
    await page.locator('.quick-input-widget .quick-input-box input').fill(text);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  };
  const hint = page.locator('span', { hasText: '[to thank]' });
  await choose('Tlumach: Add a term to the term base');
  await page.waitForTimeout(300);
  await answer('подякувати');
  await answer('to thank');
  await hint.first().waitFor({ timeout: 40000 });
  check('a new term is known', fs.readFileSync(path.join(project, 'terms.tbx'), 'utf8').includes('<term>to thank</term>'));
  await choose('Tlumach: Restart the language server');
  await page.waitForTimeout(1500);
  await hint.first().waitFor({ timeout: 40000 });
  check('the server can be started again', (await hint.count()) > 0);
}

(async () => {
  const entry = path.join(server, 'out/node/entry.js'), port = await freePort();
  const settings = {
    'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false, 'workbench.tips.enabled': false, 'telemetry.telemetryLevel': 'off', 'git.enabled': false,
    'editor.wordWrap': 'on', 'editor.minimap.enabled': false, 'editor.unicodeHighlight.ambiguousCharacters': false, 'breadcrumbs.enabled': false,
    'editor.semanticHighlighting.enabled': true, 'editor.fontSize': 15, 'tlumach.names': 'hint', 'tlumach.program': program,
  };
  fs.mkdirSync(path.join(home, 'User'), { recursive: true });
  fs.writeFileSync(path.join(home, 'User/settings.json'), JSON.stringify(settings));
  const common = ['--user-data-dir', home, '--extensions-dir', path.join(home, 'extensions')];
  execFileSync('node', [entry, ...common, '--install-extension', vsix], { stdio: 'ignore' });
  const code = spawn('node', [entry, ...common, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', project],
                     { stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 520 } });
    for (let i = 0; ; i++) {
      try { await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(project)}`); break; } catch (error) { if (i > 60) throw error; await page.waitForTimeout(500); }
    }
    await page.getByText('article.uk.md').first().dblclick({ timeout: 60000 });
    await page.waitForSelector('.squiggly-info, .squiggly-hint, .squiggly-error, .squiggly-warning', { timeout: 60000 });
    check('misspellings are underlined', (await page.locator('.squiggly-info').count()) > 0);
    const hint = page.locator('span', { hasText: '[Security Council]' });
    await hint.first().waitFor({ timeout: 40000 });
    check('equivalents stand behind terms', (await hint.count()) > 0);
    check('nothing is complained of', (await page.locator('.notification-toast').count()) === 0);
    const hover = await hovered(page, 'безпеки', 'Security Council');
    check('a hover says what the term is', (await hover.count()) > 0);
    await page.waitForTimeout(picture ? 1000 : 0); // it fades in
    if (picture) await page.screenshot({ path: picture });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+M');
    const row = page.locator('.markers-panel', { hasText: 'помиилка' });
    await row.first().waitFor({ timeout: 40000 });
    check('the Problems panel lists them', (await row.count()) > 0);
    await page.keyboard.press('Control+J'); // the panel goes
    await quickFix(page);
    await commands(page);
  } catch (error) {
    check('it runs through', false, String(error).slice(0, 400));
    await browser.contexts()[0]?.pages()[0]?.screenshot({ path: path.join(folder, 'failed.png') });
  }
  await browser.close();
  code.kill();
  console.log(`vscode: ${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
