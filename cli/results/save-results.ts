/**
 * Writes the results of `score`: a scored copy of each file and council.xlsx. No input is ever overwritten, and an
 * earlier output that people changed is saved under another name. All names are decided before the first byte is
 * written.
 */

import { join } from 'node:path';
import { groupBy } from '../../core/base/group-by.ts';
import type { Result } from '../../core/base/result.ts';
import type { ReportResult } from '../../core/judge/run/run-result.ts';
import { dropSheets, newBook, patchBook, readBook, refusalOf } from '../../core/sheet/workbook/file.ts';
import { WHOLE_SHEET } from '../../core/sheet/workbook/marks.ts';
import { plainCopy } from '../../core/sheet/workbook/plain-copy.ts';
import type { Action, Applied } from '../../core/sheet/workbook/port.ts';
import { councilSheets } from '../../core/sheets/council-book.ts';
import { markedPieces } from '../../core/sheets/marked-book.ts';
import { contentDigest, markBook, ownSheets, readOwnMark } from '../../core/sheets/own-mark.ts';
import { scoredCopies } from '../../core/sheets/scored-copy.ts';
import { guardOf } from '../files/identity.ts';
import { fingerprint, loadInput } from '../files/load-file.ts';
import { putAside } from '../files/put-aside.ts';
import { overInput, safeWrite } from '../files/safe-write.ts';
import { sweepAll, swept } from '../run/favour-memory.ts';
import { openReport } from '../run/open-report.ts';
import type { FileRead } from '../run/read-reports.ts';
import type { CommandRun } from '../run/run.ts';
import { startProgress } from '../terminal/progress.ts';
import { refuse } from '../usage-error.ts';
import { freeNames } from './free-name.ts';
import type { RunOutcome } from './outcome.ts';
import { storeEvidence } from './store-evidence.ts';

export interface Saved {
  readonly council: string;
  /** Absolute paths of the scored copies. */
  readonly copies: readonly string[];
  /** Vietnamese sentences, each beginning with the file's name. */
  readonly warnings: readonly string[];
  /** Folder of the evidence files, each by its SHA-256; null without any. */
  readonly evidence: string | null;
  /** New names of earlier outputs that were not as we wrote them. */
  readonly kept: readonly string[];
}

const COUNCIL = 'council.xlsx';

/** Writes everything into the folder. */
export async function saveResults(run: CommandRun, outcome: RunOutcome, out: string): Promise<Saved> {
  const isInput = guardOf(run.inputs);
  const nameOf = freeNames(COUNCIL);
  const plan = run.files.map((file) => ({ file, path: join(out, nameOf(file.input.name)) }));
  const council = join(out, COUNCIL);
  for (const path of [council, ...plan.map((item) => item.path)]) if (isInput(path)) refuse(overInput(path));

  const paths: string[] = [];
  const write = (path: string, content: Uint8Array | Iterable<Uint8Array>): void => {
    const written = safeWrite(path, content, isInput);
    if (written.renamed !== null) paths.push(written.renamed);
  };
  const { copies, warnings } = await writeCopies(run, plan, write);
  sweepAll();
  const aside = putAside(out);
  try {
    const book = markedPieces(swept(councilSheets(run.result, outcome)), 'council', aside.settle);
    if (!book.ok) refuse(`Đã ghi các bản chấm nhưng không ghi được ${COUNCIL}. ${book.refusal.message}`);
    write(council, book.value);
  } finally {
    aside.close();
  }
  const stored = storeEvidence(run.stored, out, isInput);
  return { council, copies, warnings: [...warnings, ...stored.warnings], kept: paths, evidence: stored.folder };
}

type Plan = readonly { readonly file: FileRead; readonly path: string }[];

/** Apart from the council's workbook, so that nothing of it takes memory while that is put together. */
async function writeCopies(
  { result }: CommandRun,
  plan: Plan,
  write: (path: string, bytes: Uint8Array) => void,
): Promise<Pick<Saved, 'copies' | 'warnings'>> {
  const copies: string[] = [];
  const warnings: string[] = [];
  const reportsOf = groupBy(result.reports, ({ report }) => report.file);
  const actionsFor = scoredCopies(result);
  const progress = startProgress('Ghi bản chấm', plan.length);
  for (const { file, path } of swept(plan)) {
    const made = await makeCopy(
      file,
      actionsFor(file.input.name, withPlaces(file, reportsOf.get(file.input.name) ?? [])),
    );
    progress.step(file.input.name);
    if (!made.ok) {
      warnings.push(`${file.input.name}: không ghi bản chấm. ${made.refusal.message}`);
      continue;
    }
    write(path, made.value.bytes);
    copies.push(path);
    const refused = made.value.refused.map(({ refusal }) => refusal.message);
    warnings.push(...[...new Set([...made.value.warnings, ...refused])].map((text) => `${file.input.name}: ${text}`));
  }
  progress.end();
  return { copies, warnings };
}

function withPlaces(file: FileRead, reports: readonly ReportResult[]) {
  const places = new Map(file.read.reports.map((report, index) => [report, file.places[index] ?? []]));
  return reports.map((result) => ({ result, places: places.get(result.report) ?? [] }));
}

const OLD_KIND =
  'tệp kiểu cũ nên bản chấm là một tệp .xlsx mới: giữ số liệu, ô gộp và định dạng số, không giữ hết cách trình bày.';
const DOCUMENT =
  'tệp Word hoặc PDF nên bản chấm là một tệp .xlsx mới, ghi lại chữ và bảng của tệp, không giữ cách trình bày.';
const CHANGED = 'Tệp đã bị sửa trong khi đang chấm, nên điểm không ứng với số liệu trong đó; hãy chạy lại.';

/**
 * Patches the unit's own file as it was read; a file of an old kind becomes a new .xlsx first, and the warning says so.
 */
async function makeCopy(file: FileRead, actions: readonly Action[]): Promise<Result<Applied>> {
  try {
    const loaded = loadInput(file.input);
    if (!loaded.ok) return loaded;
    if (fingerprint(loaded.value) !== file.print) return { ok: false, refusal: { code: 'changed', message: CHANGED } };
    const patched = patchedFile(file, loaded.value, actions);
    if (patched.ok) return marked(patched.value, file.content);
    const opened = await openReport(file.input);
    if (opened.kind !== 'book') return patched;
    const plain = newBook(plainCopy(opened.book));
    const book = readBook(plain);
    const scored = patchBook(plain, actions);
    if (!book.ok || !scored.ok) return patched;
    const warnings = [file.document === null ? OLD_KIND : DOCUMENT, ...scored.value.warnings];
    return marked({ ...scored.value, warnings }, contentDigest(book.value));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, refusal: { code: 'crash', message: `Chương trình gặp lỗi (${detail}).` } };
  }
}

/** Refused where the file is no workbook of today. */
function patchedFile({ document }: FileRead, bytes: Uint8Array, actions: readonly Action[]): Result<Applied> {
  if (document !== null) return { ok: false, refusal: refusalOf('not-xlsx') };
  const source = withoutEarlierScore(bytes);
  return source.ok ? patchBook(source.value.bytes, [...source.value.first, ...actions]) : source;
}

function marked(applied: Applied, content: string): Result<Applied> {
  return { ok: true, value: { ...applied, bytes: markBook(applied.bytes, 'scored-copy', content) } };
}

/**
 * A scored copy that is scored again loses the sheets of the earlier scoring, its marks and notes first of all; its
 * columns are written over.
 */
function withoutEarlierScore(bytes: Uint8Array): Result<{ bytes: Uint8Array; first: readonly Action[] }> {
  if (readOwnMark(bytes)?.kind !== 'scored-copy') return { ok: true, value: { bytes, first: [] } };
  const book = readBook(bytes);
  if (!book.ok) return book;
  const own = ownSheets(book.value);
  const dropped = dropSheets(bytes, own);
  const first = book.value.sheets.flatMap(({ name }): Action[] =>
    own.includes(name) ? [] : [{ kind: 'mark', sheet: name, ranges: [WHOLE_SHEET], severity: null }],
  );
  return dropped.ok ? { ok: true, value: { bytes: dropped.value, first } } : dropped;
}
