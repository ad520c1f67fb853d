/**
 * What `papers` takes besides a run: the table of settings, a folder of the province's own templates. Unusable files
 * end the command.
 */
import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { PaperKind } from '../../core/paper/paper-kinds.ts';
import { readPaperSettings, type SettingsRead } from '../../core/paper/settings.ts';
import { templateNamed } from '../../core/paper/template/template-named.ts';
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import { csvText, isMisread, parseCsv, SAVE_AS_UTF8 } from '../../core/sheet/workbook/csv.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { readFileBook } from '../files/read-file.ts';
import { refuse } from '../usage-error.ts';

/** `--settings`: two columns, "Mục" and "Giá trị", as a .csv or on the first sheet of a workbook. */
export async function loadPaperSettings(typed: string): Promise<SettingsRead> {
  const loaded = loadFile(fromUser(typed));
  if (!loaded.ok) return refuse(`Không đọc được tệp cài đặt "${typed}": ${loaded.refusal.message}`);
  if (['.csv', '.txt', '.tsv'].includes(extname(typed).toLowerCase())) {
    const text = csvText(loaded.value);
    if (isMisread(text)) refuse(`Tệp cài đặt "${typed}": ${SAVE_AS_UTF8}`);
    return readPaperSettings(parseCsv(text));
  }
  const book = await readFileBook(loaded.value);
  if (!book.ok) return refuse(`Không đọc được tệp cài đặt "${typed}": ${book.refusal.message}`);
  const [sheet] = book.value.sheets;
  const rows = [...(sheet?.rows ?? [])].sort(([x], [y]) => x - y);
  const cell = (cells: (typeof rows)[number][1], column: number): CellValue =>
    cells.find((cell) => cell.column === column)?.value ?? '';
  return readPaperSettings(rows.map(([, cells]) => [cell(cells, 0), cell(cells, 1)]));
}

interface LoadedTemplates {
  readonly templates: ReadonlyMap<PaperKind, Uint8Array>;
  /** Absolute paths: they are inputs. */
  readonly paths: readonly string[];
  /** Vietnamese sentences on files that take no paper's place. */
  readonly notes: readonly string[];
}

/** `--templates`: each `to-trinh.docx` takes the place of the paper of that name. */
export function loadTemplates(typed: string): LoadedTemplates {
  const folder = fromUser(typed);
  const templates = new Map<PaperKind, Uint8Array>();
  const paths: string[] = [];
  const notes: string[] = [];
  for (const name of namesIn(folder, typed)) {
    if (name.startsWith('~$') || name.startsWith('.')) continue;
    const named = templateNamed(name);
    if ('problem' in named) {
      notes.push(named.problem);
      continue;
    }
    const loaded = loadFile(join(folder, name));
    if (loaded.ok) {
      templates.set(named.kind, loaded.value);
      paths.push(join(folder, name));
    } else notes.push(`Không đọc được mẫu "${basename(name)}": ${loaded.refusal.message}`);
  }
  return { templates, paths, notes };
}

function namesIn(folder: string, typed: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return refuse(`Không đọc được thư mục mẫu "${typed}".`);
  }
}
