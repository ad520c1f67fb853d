/**
 * `npm run new check|rule|reader|movement|paper|place <name>`: writes the files of the new part and its lines in the
 * lists, with a failing test that says what is still to do. Existing files are never overwritten.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS } from './kinds.mjs';

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));

const say = (text) => process.stdout.write(`${text}\n`);

const [kind = '', name = ''] = process.argv.slice(2);
if (!Object.hasOwn(KINDS, kind) || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  say(`npm run new ${Object.keys(KINDS).join('|')} <name-in-kebab-case>`);
  process.exit(2);
}
const { test, files, lines } = KINDS[kind];

const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const today = new Date().toISOString().slice(0, 10);
const WORDS = {
  name,
  camel,
  today,
  Pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
  words: name.replaceAll('-', ' '),
  year: today.slice(0, 4),
};

/** `{{name}}` and the other words; `{{to:core/paper}}` = the way there from the folder of `file`. */
function fill(text, file = '') {
  return text.replace(/\{\{(?:to:([^}]+)|(\w+))\}\}/g, (_, to, word) => {
    if (to === undefined) return WORDS[word];
    return relative(dirname(file), to).replaceAll('\\', '/');
  });
}

const targets = files.map(([template, place]) => ({ template, file: fill(place) }));
const taken = targets.filter(({ file }) => existsSync(file));
if (taken.length > 0) {
  say(`Already there: ${taken.map(({ file }) => file).join(', ')}`);
  process.exit(2);
}
for (const { template, file } of targets) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, fill(readFileSync(join(TEMPLATES, `${template}.template`), 'utf8'), file));
}
for (const [file, before, line] of lines) {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(before);
  if (at < 0) throw new Error(`${file} has no ${JSON.stringify(before)}`);
  writeFileSync(file, `${text.slice(0, at)}${fill(line, file)}${text.slice(at)}`);
}

const changed = new Set(lines.map(([file]) => file));
const touched = [...targets.map(({ file }) => file), ...changed];
spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...touched]);
for (const { file } of targets) say(`new   ${file}`);
for (const file of changed) say(`line  ${file}`);
say(`\nNow: npm test -- ${fill(test)}`);
