/** Which movement and criteria a run was scored by, as the record of the council, its minutes and the reports say it. */
import { movementDigest } from '../../movement/set-version.ts';
import type { RunResult } from './run-result.ts';

/** `Bộ tiêu chí áp dụng: Bản phiên bản 1; Trường học phiên bản 2.`, without the marks only the program compares. */
export function setsUsed(run: Pick<RunResult, 'movement' | 'reports'>): string {
  const used = usedIn(run).map((words) => words.replace(/ \([0-9a-f]{8}\)$/u, ''));
  return used.length === 0 ? '' : `Bộ tiêu chí áp dụng: ${[...new Set(used)].join('; ')}.`;
}

/** `Chấm theo hồ sơ phong trào mã 1f0c9ab3; bộ tiêu chí: Bản phiên bản 1 (0a1b2c3d).` */
export function versionUsed(run: Pick<RunResult, 'movement' | 'reports'>): string {
  const used = usedIn(run);
  const sets = used.length === 0 ? '' : `; bộ tiêu chí: ${used.join('; ')}`;
  return `Chấm theo hồ sơ phong trào mã ${movementDigest(run.movement)}${sets}.`;
}

function usedIn({ movement, reports }: Pick<RunResult, 'movement' | 'reports'>): readonly string[] {
  return movement.audiences.flatMap(({ kind, name }) => {
    const scores = reports.flatMap(({ score }) => (score?.audience === kind ? score.version : []));
    return [...new Set(scores)].map((version) => `${name} ${version}`);
  });
}
