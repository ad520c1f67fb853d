/**
 * The Word papers of the workbook as it stands, in one .zip. Fetched when somebody asks for papers; it changes nothing
 * in the workbook.
 */
import { zipSync } from 'fflate';
import { sessionOfRecord } from '../../core/council/session-log.ts';
import type { CellValue } from '../../core/grid/sheet.ts';
import { gatherFacts } from '../../core/paper/gather.ts';
import { makePapers } from '../../core/paper/make-papers.ts';
import { renderPaper } from '../../core/paper/render/render.ts';
import { NO_SETTINGS, readPaperSettings, type SettingsRead } from '../../core/paper/settings.ts';
import type { Result } from '../../core/result.ts';
import { load } from '../book/load.ts';
import type { Host, HostBook } from '../host/port.ts';
import { done, refuse } from '../host/refusal.ts';
import { runOver } from '../run/run.ts';

/** Sheet of the office's own with the lines of `--settings`: "Mục" and "Giá trị". */
export const PAPER_SETTINGS_SHEET = 'Văn bản';

export interface PapersZip {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many papers. */
  readonly count: number;
  /** Vietnamese sentences: what to look at before anything is signed. */
  readonly warnings: readonly string[];
}

export async function papersZip(host: Host, progress?: (done: number) => void): Promise<Result<PapersZip>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  if (loaded.value.reports.length === 0) return refuse('no-reports', 'Chưa có báo cáo nào trong sổ để lập văn bản.');
  const { result, current, closed } = await runOver(loaded.value);
  const { votes, sessions } = loaded.value.council;
  const { settings, faults } = settingsIn(loaded.value.book);
  const cast = votes.ok ? votes.value.log : [];
  const session = sessions.ok ? sessionOfRecord(sessions.value.log) : null;
  const hasRecord = current.entries.length > 0 || cast.length > 0 || session !== null;
  const council = hasRecord ? { entries: current.entries, votes: cast, session } : null;
  const { papers, warnings } = makePapers(gatherFacts(result, { council, settings }));
  const files: Record<string, Uint8Array> = {};
  for (const [at, paper] of papers.entries()) {
    files[`${paper.file}.docx`] = await renderPaper(paper);
    progress?.((at + 1) / papers.length);
  }
  return done({
    name: 'van-ban.zip',
    bytes: zipSync(files, { level: 0, mtime: new Date(2025, 0, 1) }),
    count: papers.length,
    warnings: [
      ...(loaded.value.logFault === null ? [] : [loaded.value.logFault]),
      ...(closed?.since ?? []),
      ...faults,
      ...warnings,
    ],
  });
}

function settingsIn({ book }: HostBook): SettingsRead {
  const sheet = book.sheets.find(({ name }) => name.normalize('NFC') === PAPER_SETTINGS_SHEET);
  if (!sheet) return { settings: NO_SETTINGS, faults: [] };
  const rows = [...sheet.rows].sort(([x], [y]) => x - y);
  const at = (cells: (typeof rows)[number][1], column: number): CellValue =>
    cells.find((cell) => cell.column === column)?.value ?? '';
  return readPaperSettings(rows.map(([, cells]) => [at(cells, 0), at(cells, 1)]));
}
