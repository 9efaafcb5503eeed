'use strict';
// node sarif.cjs TLUMACH WORK: logs of check with findings of every kind are valid, and say what the program says elsewhere.
const { execFileSync, spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv-draft-04');
const formats = require('ajv-formats');

const [program, work] = process.argv.slice(2);
const matchers = path.dirname(require.resolve('@microsoft/jest-sarif/package.json'));
const schemas = path.join(matchers, 'lib', 'schemas');
const schema = JSON.parse(fs.readFileSync(path.join(schemas, fs.readdirSync(schemas).find((name) => name.startsWith('sarif-2.1.0')))));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats(ajv);
const validate = ajv.compile(schema);

let passed = 0;
let failed = 0;
function test(name, body) {
  try {
    body();
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.message}`);
  }
}

function assert(truth, what) {
  if (!truth) throw new Error(what);
}

function check(...args) {
  const run = spawnSync(program, ['check', '--isolated', '-f', 'sarif', ...args], { cwd: work, encoding: 'utf8' });
  assert(run.status === 0 || run.status === 1, run.stderr);
  const log = JSON.parse(run.stdout);
  assert(validate(log), ajv.errorsText(validate.errors, { separator: '\n' }));
  return log.runs[0];
}

function write(name, text) {
  fs.writeFileSync(path.join(work, name), text);
  return name;
}

// The example of a fault that each check has.
const list = execFileSync(program, ['check', '--list'], { encoding: 'utf8' }).split('\n');
const examples = list.filter((line) => line.startsWith(' ') && line.includes(' | ')).map((line) => line.trim().split(' | '));
const all = write('all.tsv', examples.map((pair) => pair.join('\t') + '\n').join(''));

test('findings of all kinds', () => {
  const run = check('--strict', all);
  const ids = new Set(run.results.map((result) => result.ruleId));
  assert(ids.size >= 10, `only ${[...ids]}`);
  for (const result of run.results) assert(run.tool.driver.rules[result.ruleIndex].id === result.ruleId, `${result.ruleId} is not at its index`);
});
test('what is wrong is not valid', () => {
  const log = JSON.parse(spawnSync(program, ['check', '--isolated', '-f', 'sarif', all], { cwd: work, encoding: 'utf8' }).stdout);
  log.runs[0].results[0].level = 'fatal';
  assert(!validate(log), 'a level that there is not');
});
test('no findings', () => assert(check(write('good.tsv', 'Так.\tYes.\n')).results.length === 0, 'there are some'));
test('names that are no URI', () => check(write('новини 100%#?.tsv', 'Загинуло 12 людей.\t21 people died.\n')));
test('an absolute name', () => {
  const uri = check(path.join(work, all)).results[0].locations[0].physicalLocation.artifactLocation.uri;
  assert(uri.startsWith('file:///'), uri);
});
test('columns', () => {
  const name = write('columns.tsv', '😀 Загинуло 12 людей.\t😀 21 people died.\n');
  const column = (unit) => {
    const run = check('--only', 'numbers', '--column-unit', unit, name);
    return [run.columnKind, run.results[0].locations[0].physicalLocation.region.startColumn].join(' ');
  };
  assert(column('char') === 'unicodeCodePoints 24', column('char'));
  assert(column('utf16') === 'utf16CodeUnits 26', column('utf16'));
});
test('a waived finding', () => {
  const name = write('waived.tsv', 'source\ttarget\tnote\nЗагинуло 12 людей.\t21 people died.\ttlumach: waive numbers -- so it is\n');
  const [suppression] = check('--only', 'numbers', name).results[0].suppressions;
  assert(suppression.justification === 'so it is', JSON.stringify(suppression));
});
test('two texts and a file with control characters', () => {
  check(write('a.uk.txt', 'Загинуло 12 людей.\n'), write('a.en.txt', '21 people died.\n'));
  check(write('odd.tsv', Buffer.from('Загинуло\x01 12 людей.\t21 \xff people\x1b died.\n', 'latin1')));
});

console.log(`sarif: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
