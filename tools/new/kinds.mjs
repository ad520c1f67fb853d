/**
 * What `npm run new` can make. `files` = [template, its place]; `lines` = [file, the text before which the line goes,
 * the line]; `test` = the test file whose case fails until the work is done. new.mjs fills in `{{name}}` and the other words.
 */
const READER = 'core/portal/capture/readers/{{name}}';

export const KINDS = {
  check: {
    test: 'test/unit/judge/check/check.test.ts',
    files: [
      ['check.ts', 'core/judge/check/checks/{{name}}.ts'],
      ['check-case.ts', 'test/unit/judge/check/cases/{{name}}.ts'],
    ],
    lines: [
      ['core/judge/check/registry.ts', '\nexport const CHECKS', "import { {{camel}} } from './checks/{{name}}.ts';\n"],
      ['core/judge/check/registry.ts', '] as const', '  {{camel}},\n'],
    ],
  },
  rule: {
    test: 'test/unit/judge/score/rules/registry.test.ts',
    files: [['rule.ts', 'core/movement/rules/{{name}}.ts']],
    lines: [
      [
        'core/movement/rule.ts',
        'import type { RuleFacts',
        "import { type {{Pascal}}, {{camel}} } from './rules/{{name}}.ts';\n",
      ],
      ['core/movement/rule.ts', ';\n\n/** All kinds:', '\n  | {{Pascal}}'],
      ['core/movement/rule.ts', '};\n\n/** Facts about a rule', "  '{{name}}': {{camel}},\n"],
      [
        'test/unit/judge/score/rules/rule-cases.ts',
        "  'council-graded': {",
        `  '{{name}}': {
    ...{ rule: { kind: '{{name}}' }, max: 500, measure: 'count', entry: { value: number(1) }, points: 500, goals: [] },
    sentence: 'Say in the form how points are given.',
    slip: null,
  },
`,
      ],
    ],
  },
  reader: {
    test: 'test/unit/portal/capture/readers.test.ts',
    files: [
      ['reader-about.ts', `${READER}/about.ts`],
      ['reader.ts', `${READER}/reader.ts`],
      // A saved page takes the place of each of these; its figures the place of what is expected.
      ['reader-ok.html', `${READER}/cases/ok.html`],
      ['reader-ok.case.json', `${READER}/cases/ok.case.json`],
      ['reader-empty.html', `${READER}/cases/empty.html`],
      ['reader-empty.case.json', `${READER}/cases/empty.case.json`],
      ['reader-changed.html', `${READER}/cases/changed.html`],
      ['reader-changed.case.json', `${READER}/cases/changed.case.json`],
    ],
    lines: [
      [
        'core/portal/capture/registry.ts',
        '\nexport const READERS',
        "import { {{camel}} } from './readers/{{name}}/reader.ts';\n",
      ],
      ['core/portal/capture/registry.ts', '];', '  {{camel}},\n'],
    ],
  },
  movement: {
    test: 'test/unit/movements',
    files: [['movement.json', 'movements/{{name}}.json']],
    lines: [
      [
        'core/movements/headings.ts',
        '];',
        `  {
    id: '{{name}}',
    title: 'Phong trào thi đua',
    issuer: { commune: 'xã', district: null, province: 'tỉnh' },
  },
`,
      ],
    ],
  },
  paper: {
    test: 'test/unit/paper/{{name}}.test.ts',
    files: [
      ['paper.ts', 'core/paper/papers/{{name}}.ts'],
      ['paper.test.ts', 'test/unit/paper/{{name}}.test.ts'],
    ],
    lines: [
      [
        'core/paper/paper-kinds.ts',
        '} as const satisfies',
        "  '{{name}}': { sign: null, numberItem: 'Số {{words}}' },\n",
      ],
      ['core/paper/make-papers.ts', '\ninterface MadePapers', "import { {{camel}} } from './papers/{{name}}.ts';\n"],
      [
        'core/paper/make-papers.ts',
        '};\n\nexport function makePapers',
        "  '{{name}}': (facts) => [{{camel}}(facts)],\n",
      ],
    ],
  },
  place: {
    test: 'test/host/{{name}}-place.test.tsx',
    files: [
      ['place.tsx', 'ui/pane/places/{{name}}-place.tsx'],
      ['place.test.tsx', 'test/host/{{name}}-place.test.tsx'],
    ],
    lines: [
      [
        'ui/pane/places.ts',
        '} satisfies',
        "  '{{name}}': fetched('{{words}}', async () => (await import('./places/{{name}}-place.tsx')).{{Pascal}}Place),\n",
      ],
      // The walks in the browser can go there.
      ['test/e2e/excel-addin/pane.ts', ';\n\nconst MOVEMENT', " | '{{words}}'"],
    ],
  },
};
