/**
 * The choices of the vote form: units that the plan allows to propose, with those marked whose errors still wait for
 * the council.
 */
import { expect, test } from 'vitest';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { voteSubjects } from '../../ui/pane/vote-subjects.ts';
import { demoFiles, openPreview, sure } from './session-hosts.ts';

/** The same run, every unit in the best class: all are candidates. */
function allBest(run: RunResult): RunResult {
  const { movement } = run;
  const reports = run.reports.map((report) => {
    const set = movement.criteriaSets.find(
      (criteriaSet) => criteriaSet.version === report.score?.set && criteriaSet.audience === report.score.audience,
    );
    const [top] = [...(set?.classification ?? [])].sort((x, y) => y.from - x.from);
    return report.score && top ? { ...report, score: { ...report.score, classification: top } } : report;
  });
  return { ...run, reports };
}

test('a candidate with errors the council has not settled is marked until it settles them', async () => {
  const session = paneSession(openPreview().host);
  sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
  sure(await session.collect(demoFiles(), () => undefined));
  const { run, queue } = sure(await session.checkAndScore(() => undefined)).workspace;
  // Now no unit qualifies: the form offers nobody and gives the reason.
  expect(voteSubjects(run!, queue)).toMatchObject({ subjects: [], empty: expect.stringContaining('chưa chốt') });

  const best = allBest(run!);
  const { subjects } = voteSubjects(best, queue);
  const errorsOf = (unit: string) =>
    run!.flags.filter((flag) => flag.unit === unit && flag.severity === 'error').map(({ id }) => id);
  const [faulty] = queue.filter(
    ({ unit }) => errorsOf(unit).length > 0 && subjects.some(({ text }) => text.endsWith(unit)),
  );
  const marked = subjects.filter(({ text }) => text.endsWith(` cho ${faulty!.unit}`));
  expect(marked.map(({ errors }) => errors)).toEqual(marked.map(() => errorsOf(faulty!.unit).length));

  const settled = queue.map((sheet) => (sheet === faulty ? { ...sheet, items: [] } : sheet));
  const after = voteSubjects(best, settled).subjects;
  expect(after.map(({ text }) => text)).toEqual(subjects.map(({ text }) => text));
  expect(after.filter(({ text }) => text.endsWith(` cho ${faulty!.unit}`)).every(({ errors }) => errors === 0)).toBe(
    true,
  );
});
