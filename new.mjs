/**
 * `npm run new check|rule|reader|movement <name>`: the files of a new one and its lines in the lists, with a case that
 * fails and says what is
 * still to do. Nothing that is there is written over.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [kind, name = ''] = process.argv.slice(2);
const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
const today = new Date().toISOString().slice(0, 10);

const say = (text) => process.stdout.write(`${text}\n`);
const KINDS = { check, rule, reader, movement };
if (!Object.hasOwn(KINDS, kind ?? '') || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  say('npm run new check|rule|reader|movement <name-in-kebab-case>');
  process.exit(2);
}
const made = KINDS[kind]();
const files = [...Object.keys(made.files), ...made.lines.map(([file]) => file)];
const taken = Object.keys(made.files).filter((file) => existsSync(file));
if (taken.length > 0) {
  say(`Already there: ${taken.join(', ')}`);
  process.exit(2);
}
for (const [file, text] of Object.entries(made.files)) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const [file, before, line] of made.lines) {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(before);
  if (at < 0) throw new Error(`${file} has no ${JSON.stringify(before)}`);
  writeFileSync(file, `${text.slice(0, at)}${line}${text.slice(at)}`);
}
spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...new Set(files)]);
for (const file of new Set(files)) say(`${Object.hasOwn(made.files, file) ? 'new ' : 'line'}  ${file}`);
say(`\nNow: npm test -- ${made.test}`);

function check() {
  return {
    test: 'test/unit/judge/check/check.test.ts',
    files: {
      [`core/judge/check/checks/${name}.ts`]: `import type { Check, Finding } from '../finding.ts';
import type { Run } from '../run.ts';

/** Nói một câu: cảnh báo này nghĩa là gì (docs/flags.md) */
export const ${camel}: Check<'${name}'> = {
  code: '${name}',
  severity: 'warning',
  doubt: 'nothing',
  name: '',
  todo: '',
  find,
};

/** Say what is found, and on which cell; one fault gives one flag. */
function find({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((): readonly Finding[] => []);
}
`,
      [`test/unit/judge/check/cases/${name}.ts`]: `import { inOneFile, type Planter } from '../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault } from '../faults.ts';
import { fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  { name: 'plant the fault in a correct report, and name the cell it must be found in', files: [fileOf(base)], cell: null },
];

export const planters: readonly Planter[] = [
  {
    code: '${name}',
    name: 'plant the same fault in sheets composed at random',
    plant: (draft) => inOneFile(draft, { criterion: null }),
  },
];
`,
    },
    lines: [
      ['core/judge/check/registry.ts', '\nexport const CHECKS', `import { ${camel} } from './checks/${name}.ts';\n`],
      ['core/judge/check/registry.ts', '] as const', `  ${camel},\n`],
    ],
  };
}

function rule() {
  return {
    test: 'test/unit/judge/score/rules/registry.test.ts',
    files: {
      [`core/movement/rules/${name}.ts`]: `import * as z from 'zod/mini';
import {
  ANY_MEASURE,
  asItIs,
  type CompiledRule,
  never,
  noGoals,
  nothingToCheck,
  plainFacts,
  type RuleKind,
} from './rule-kind.ts';

export interface ${pascal} {
  readonly kind: '${name}';
}

export const ${camel}: RuleKind<${pascal}> = {
  shape: () => z.object({ kind: z.literal('${name}') }),
  measures: ANY_MEASURE,
  usual: 'amount',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: () => '',
  words: '${name.replaceAll('-', ' ')}',
  facts: plainFacts,
  score,
};

/** Say what a value earns; null is what only people can score. */
function score(): CompiledRule {
  return { points: () => null, explain: () => '', least: 0 };
}
`,
    },
    lines: [
      [
        'core/movement/rule.ts',
        'import type { RuleFacts',
        `import { type ${pascal}, ${camel} } from './rules/${name}.ts';\n`,
      ],
      ['core/movement/rule.ts', ';\n\n/** All kinds:', `\n  | ${pascal}`],
      ['core/movement/rule.ts', "};\n\n/** What is said of a rule's kind. */", `  '${name}': ${camel},\n`],
      [
        'test/unit/judge/score/rules/rule-cases.ts',
        "  'council-graded': {",
        `  '${name}': {
    ...{ rule: { kind: '${name}' }, max: 500, measure: 'count', entry: { value: number(1) }, points: 500, goals: [] },
    sentence: 'Say in the form how points are given.',
    slip: null,
  },
`,
      ],
    ],
  };
}

function reader() {
  const folder = `core/portal/capture/readers/${name}`;
  const page = (file, expected) =>
    `${JSON.stringify(
      {
        url: `https://${name}.example.gov.vn/`,
        request: null,
        at: `${today}T08:00:00+07:00`,
        page: `${file}.html`,
        expected,
      },
      null,
      2,
    )}\n`;
  const notFound = { notFound: true };
  return {
    test: 'test/unit/portal/capture/readers.test.ts',
    files: {
      [`${folder}/about.ts`]: `/** What others know of this reader without reading a page. */
import type { ReaderAbout } from '../../reader.ts';

export const about: ReaderAbout = {
  id: '${name}',
  source: '${name}',
};
`,
      [`${folder}/reader.ts`]: `import { type Captured, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { about } from './about.ts';

export const ${camel}: Reader = {
  ...about,
  sourceName: '${name}',
  version: '${today}.1',
  label: '${name}',
  pages: '${name}.example.gov.vn',
  matches: ({ url }) => url.startsWith('https://${name}.example.gov.vn/'),
  asked: new Map(),
  read,
};

/** Say which table is read, and what must hold of it. */
function read(_captured: Captured): ReadOutcome {
  return notFound('Chưa có cách đọc trang này.');
}
`,
      // The saved page takes the place of this one; its figures the place of these.
      [`${folder}/cases/ok.html`]: '<!doctype html>\n<table></table>\n',
      [`${folder}/cases/ok.case.json`]: page('ok', { count: 1, warnings: [], readings: [] }),
      [`${folder}/cases/empty.html`]: '<!doctype html>\n',
      [`${folder}/cases/empty.case.json`]: page('empty', notFound),
      [`${folder}/cases/changed.html`]: '<!doctype html>\n<p></p>\n',
      [`${folder}/cases/changed.case.json`]: page('changed', notFound),
    },
    lines: [
      [
        'core/portal/capture/registry.ts',
        '\nexport const READERS',
        `import { ${camel} } from './readers/${name}/reader.ts';\n`,
      ],
      ['core/portal/capture/registry.ts', '];', `, ${camel}`],
    ],
  };
}

function movement() {
  return {
    test: 'test/unit/movements',
    files: {
      [`core/movements/${name}/heading.ts`]: `/** What the movement is called by, apart from the plan so that it can be listed alone. */
import type { MovementHeading } from '../../movement/movement.ts';

export const HEADING: MovementHeading = {
  id: '${name}',
  title: '',
  issuer: { commune: '', district: null, province: '' },
};
`,
      [`core/movements/${name}/movement.ts`]: `/** The plan as data: every figure with the section it stands in, what is ours marked as proposed. */
import type { Movement } from '../../movement/movement.ts';
import { HEADING } from './heading.ts';

export const MOVEMENT: Movement = {
  ...HEADING,
  otherTitles: [],
  plan: { number: null, date: null, dateText: null, title: '' },
  theme: null,
  period: { from: null, to: '${today.slice(0, 4)}-12-31' },
  phases: [],
  scope: '',
  audiences: [],
  contents: [],
  priorityFields: [],
  targets: [],
  standards: [],
  awards: [],
  quotas: [],
  outOfTurn: null,
  calendar: [],
  roles: [],
  legalBases: [],
  warnings: [],
  criteriaSets: [],
};
`,
    },
    lines: [['core/movements/ids.ts', '] as const', `  '${name}',\n`]],
  };
}
