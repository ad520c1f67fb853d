/** Evidence that came by link → the files that the workbook does not list yet, each with its unit and criterion. */
import { periodKey } from '../../core/base/period/period.ts';
import type { Carrier } from '../../core/share/carrier.ts';
import type { Shared } from '../../core/share/shared.ts';
import type { Workspace } from '../pane/workspace-data.ts';
import type { GivenFile } from './read-given.ts';

/** Of the workbook's own period; sealed files and files that have not arrived are left out. */
export async function handedInFiles(
  { evidence, sealed }: Pick<Shared, 'evidence' | 'sealed'>,
  { evidence: listed, period }: Pick<Workspace, 'evidence' | 'period'>,
  take: Carrier['take'],
): Promise<readonly GivenFile[]> {
  const standing = new Set(listed.map(({ unit, criterion, hash }) => JSON.stringify([unit, criterion, hash])));
  const files: GivenFile[] = [];
  for (const { link, criterion, file } of evidence) {
    const { unit, period: asked } = link.fact;
    const isOther = period !== null && periodKey(period) !== asked;
    if (isOther || sealed.has(file.sha256) || standing.has(JSON.stringify([unit, criterion, file.sha256]))) continue;
    const taken = await take(file.sha256);
    if (taken.ok && taken.value)
      files.push({
        name: `${unit}/${criterion} ${file.name}`,
        bytes: taken.value,
        place: { unit, criteria: [criterion] },
      });
  }
  return files;
}
