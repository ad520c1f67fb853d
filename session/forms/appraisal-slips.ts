/** A workbook for each appraiser with just his criteria and units. What is filled in comes back by take-slips.ts. */
import { periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { groundsOf } from '../../core/council/subject.ts';
import { zipOfFiles } from '../../core/sheet/workbook/xlsx/zip-write.ts';
import { type SlipLine, slipSheet } from '../../core/sheets/appraisal-slip.ts';
import { appraiserOf } from '../../core/sheets/appraiser-list.ts';
import { officeOfIssuer } from '../../core/sheets/council/office-frame.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { assignedIn } from '../book/appraisers.ts';
import type { FileMade, NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';
import { runOver } from '../run/run.ts';
import { toAppraise } from '../run/to-appraise.ts';
import { freeName } from './pasted-units.ts';

/** Refused where nobody was named, or nothing is left to appraise. The workbook stays as it is. */
export async function appraisalSlips(host: Host): Promise<Result<FileMade>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { book, movement, period, reports } = loaded.value;
  const { assignments, faults } = assignedIn(book, movement);
  if (assignments.length === 0)
    return refuse('no-appraisers', [`Chưa phân công ai thẩm định tiêu chí nào.`, ...faults].join(' '));
  const run = await runOver(loaded.value);
  const grounds = groundsOf(reports, run.result.flags);
  const byAppraiser = new Map<string, SlipLine[]>();
  let left = 0;
  for (const { unit, audience, item, reason } of toAppraise(run)) {
    const { criterion } = item;
    const appraiser = appraiserOf(assignments, { audience, criterion });
    const subject = grounds.subjectOf({ unit, flag: null, criterion });
    if (appraiser === null || subject === null) {
      left += 1;
      continue;
    }
    const { title, bounds, self, reckoned, proposal } = item;
    const line = { unit, criterion, title, ...bounds, self, reckoned, reason, subject };
    const own = proposal !== null && squashKey(proposal.who) === squashKey(appraiser) ? proposal : null;
    byAppraiser.set(appraiser, [
      ...(byAppraiser.get(appraiser) ?? []),
      { ...line, points: own?.points ?? null, why: own?.reason ?? '' },
    ]);
  }
  if (byAppraiser.size === 0)
    return refuse('nothing', 'Không còn tiêu chí nào của người được phân công phải thẩm định.');
  const subtitle = `${movement.title}${period === null ? '' : `, ${periodName(period)}`}`;
  const files: NamedFile[] = [];
  const taken = new Set<string>();
  for (const [appraiser, lines] of byAppraiser) {
    const sheet = slipSheet(appraiser, lines, { subtitle, office: officeOfIssuer(movement) });
    const made = markedBook([sheet], 'appraisal');
    if (!made.ok) return made;
    files.push({ name: `${freeName(`Phiếu thẩm định ${appraiser}`, taken)}.xlsx`, bytes: made.value });
  }
  const zip = zipOfFiles(files);
  if (!zip.ok) return zip;
  const name = 'phieu-tham-dinh.zip';
  const counts = [...byAppraiser].map(([appraiser, lines]) => `${appraiser}: ${lines.length} dòng`).join('; ');
  return done({
    ...{ name, bytes: zip.value, message: `Đã lập ${files.length} phiếu thẩm định vào tệp ${name} (${counts}).` },
    notes: [...faults, ...(left === 0 ? [] : [`${left} điểm chưa giao ai thẩm định nên không có trong phiếu nào.`])],
  });
}
