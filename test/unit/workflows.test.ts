/** What GitHub runs: actions named by commit, and nothing that may write where packages of others run. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = '.github/workflows';

it.each(readdirSync(FOLDER))('%s names its actions by commit and gives no rights by default', (name) => {
  const workflow = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(1);
  for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  expect(workflow).toMatch(/^permissions: \{\}$/m);
});

it('every push and pull request runs what anybody runs, and may write nothing', () => {
  const ci = readFileSync(`${FOLDER}/ci.yml`, 'utf8');
  expect(ci).toMatch(/^ {2}push:\n/m);
  expect(ci).toMatch(/^ {2}pull_request:$/m);
  expect(ci).toContain('- run: .ci/run\n');
  expect(ci).not.toContain(': write');
});
