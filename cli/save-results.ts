/** Writes what `score` hands over: a scored copy of each file and council.xlsx. Originals are never touched. */
import { mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { councilSheets } from '../core/workbook/council-book.ts';
import { newBook, patchBook } from '../core/workbook/file.ts';
import { plainCopy } from '../core/workbook/plain-copy.ts';
import type { Action, Applied, Result } from '../core/workbook/port.ts';
import type { ReportResult, RunResult } from '../core/workbook/run-result.ts';
import { scoredCopy } from '../core/workbook/scored-copy.ts';
import { type FileRead, withBook } from './read-reports.ts';
import type { Run } from './run.ts';
import { startProgress } from './terminal/progress.ts';
import { refuse } from './usage-error.ts';

export interface Saved {
  readonly council: string;
  /** Absolute paths of the scored copies. */
  readonly copies: readonly string[];
  /** Vietnamese sentences, each beginning with the file's name. */
  readonly warnings: readonly string[];
}

const COUNCIL = 'council.xlsx';

/** Makes the results folder; ends the command when it cannot be one. Call before the work begins. */
export function prepareFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch {
    refuse(`Không tạo được thư mục kết quả "${out}".`);
  }
}

/** Writes everything into the folder. */
export async function saveResults(run: Run, out: string): Promise<Saved> {
  const originals = new Set(run.files.map((file) => realpathSync(file.input.path)));
  const taken = new Set([COUNCIL]);
  const copies: string[] = [];
  const warnings: string[] = [];
  const progress = startProgress('Ghi bản chấm', run.files.length);
  const reportsOf = new Map<string, ReportResult[]>();
  for (const result of run.result.reports) {
    const list = reportsOf.get(result.report.file);
    if (list) list.push(result);
    else reportsOf.set(result.report.file, [result]);
  }
  for (const file of run.files) {
    const actions = copyActions(run.result, file, reportsOf.get(file.input.name) ?? []);
    const made = await makeCopy(file, actions);
    progress.step(file.input.name);
    if (!made.ok) {
      warnings.push(`${file.input.name}: không ghi được bản chấm. ${made.refusal.message}`);
      continue;
    }
    const path = join(out, freeName(file.input.name, taken));
    writeSafely(path, made.value.bytes, originals);
    copies.push(path);
    const refused = made.value.refused.map(({ refusal }) => refusal.message);
    warnings.push(...[...new Set([...made.value.warnings, ...refused])].map((text) => `${file.input.name}: ${text}`));
  }
  progress.end();
  const council = join(out, COUNCIL);
  writeSafely(council, newBook(councilSheets(run.result)), originals);
  return { council, copies, warnings };
}

function copyActions(result: RunResult, file: FileRead, reports: readonly ReportResult[]): Action[] {
  const places = new Map(file.read.reports.map((report, index) => [report, file.places[index] ?? []]));
  return scoredCopy(
    result,
    file.input.name,
    reports.map((one) => ({ result: one, places: places.get(one.report) ?? [] })),
  );
}

/** Patches the unit's own file; a file of an old kind becomes a new .xlsx first, and the warning says so. */
async function makeCopy(file: FileRead, actions: readonly Action[]): Promise<Result<Applied>> {
  try {
    const patched = patchBook(readFileSync(file.input.path), actions);
    if (patched.ok) return patched;
    const plain = await withBook(file.input, (book) => newBook(plainCopy(book)));
    if (!plain.ok) return plain;
    const scored = patchBook(plain.value, actions);
    const note =
      'tệp kiểu cũ nên bản chấm là một tệp .xlsx mới: giữ số liệu, ô gộp và định dạng số, không giữ hết cách trình bày.';
    return scored.ok ? { ok: true, value: { ...scored.value, warnings: [note, ...scored.value.warnings] } } : scored;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, refusal: { code: 'crash', message: `Chương trình gặp lỗi (${detail}).` } };
  }
}

/** Name of the copy: the file's own, .xlsx unless it is an .xlsm; a taken one gets a number. */
function freeName(name: string, taken: Set<string>): string {
  const short = isAbsolute(name) ? basename(name) : name;
  const extension = extname(short);
  const kept = ['.xlsx', '.xlsm'].includes(extension.toLowerCase()) ? extension : '.xlsx';
  const stem = short.slice(0, short.length - extension.length);
  let free = stem + kept;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem} (${n})${kept}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Writes a file, unless it would replace a report it was made from. */
function writeSafely(path: string, bytes: Uint8Array, originals: ReadonlySet<string>): void {
  const real = statSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : resolve(path);
  if (originals.has(real))
    refuse(`Thư mục kết quả trùng với thư mục báo cáo ("${basename(path)}" sẽ bị ghi đè). Chọn thư mục khác.`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  } catch {
    refuse(`Không ghi được tệp "${path}" (có thể đang mở trong Excel).`);
  }
}
