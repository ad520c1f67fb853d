/** Which movement and criteria a run was scored by, as the record of the council, its minutes and the reports say it. */
import { movementDigest } from '../../movement/set-version.ts';
import type { RunResult } from './run-result.ts';

/** `Chấm theo hồ sơ phong trào mã 1f0c9ab3; bộ tiêu chí: Bản phiên bản 1 (0a1b2c3d).` */
export function versionUsed({ movement, reports }: Pick<RunResult, 'movement' | 'reports'>): string {
  const used = movement.audiences.flatMap(({ kind, name }) => {
    const scores = reports.flatMap(({ score }) => (score?.audience === kind ? score.version : []));
    return [...new Set(scores)].map((version) => `${name} ${version}`);
  });
  const sets = used.length === 0 ? '' : `; bộ tiêu chí: ${used.join('; ')}`;
  return `Chấm theo hồ sơ phong trào mã ${movementDigest(movement)}${sets}.`;
}
