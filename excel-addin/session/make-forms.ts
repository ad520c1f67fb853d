/** "Tạo mẫu báo cáo": a sheet for each unit of a pasted list, and the units in the register. Sheets that stand are never touched. */
import { bareKey } from '../../core/grid/text.ts';
import type { Period } from '../../core/indicator/period.ts';
import { criteriaSetFor, findAudience } from '../../core/movement/criteria-set-for.ts';
import { loadMovement } from '../../core/movements/shelf.ts';
import type { Register } from '../../core/report/register.ts';
import { reportTemplate } from '../../core/report/template.ts';
import type { NewSheet, Result } from '../../core/workbook/port.ts';
import type { Host, HostBook } from '../host/port.ts';
import { movementInForce } from './criteria.ts';
import { loadBook } from './load.ts';
import { type Outcome, perform } from './outcome.ts';
import { done, refuse } from './refusal.ts';
import { readRegister, registerActions, withUnits } from './register.ts';
import { readSettings, settingsActions } from './settings.ts';

export interface FormsWanted {
  /** Kind or Vietnamese name. */
  readonly audience: string;
  readonly period: Period;
  /** Names as pasted: one a line, numbering and empty lines allowed. */
  readonly units: readonly string[];
}

export interface FormsMade extends Outcome {
  /** Units a form was made for. */
  readonly made: readonly string[];
  /** Units that had a sheet of their name already. */
  readonly kept: readonly string[];
}

/** More sheets than this make a workbook nobody can handle. */
const MOST = 250;

export async function makeForms(
  host: Host,
  wanted: FormsWanted,
  progress: (done: number) => void = () => undefined,
): Promise<Result<FormsMade>> {
  const read = await host.read((share) => progress(share / 2));
  if (!read.ok) return read;
  const book = read.value;
  const settings = readSettings(book);
  if (!settings.ok) return settings;
  const bundled = settings.value.movement === null ? undefined : await loadMovement(settings.value.movement);
  if (!bundled) return refuse('no-movement', 'Hãy chọn phong trào ở mục Báo cáo trước khi tạo mẫu.');
  const inForce = movementInForce(book, bundled);
  if (!inForce.ok) return inForce;
  const movement = inForce.value;
  const audience = findAudience(movement, wanted.audience);
  const set = audience && criteriaSetFor(movement, audience.kind, wanted.period);
  if (!audience || !set)
    return refuse('no-set', `Phong trào không có bộ tiêu chí cho đối tượng "${wanted.audience}" trong kỳ này.`);
  const units = pastedUnits(wanted.units);
  if (units.length === 0) return refuse('no-units', 'Hãy dán danh sách đơn vị, mỗi dòng một đơn vị.');
  const register = readRegister(book, movement);
  if (!register.ok) return register;

  const taken = book.book.sheets.map(({ name }) => name);
  const standing = new Set(taken.map(sheetKey));
  const made: string[] = [];
  const kept: string[] = [];
  const sheets: NewSheet[] = [];
  for (const unit of units) {
    const form = reportTemplate({ movement, set, audience: audience.kind, period: wanted.period, unit }, [
      ...taken,
      ...sheets.map(({ name }) => name),
    ]);
    const plain = reportTemplate({ movement, set, audience: audience.kind, period: wanted.period, unit }).name;
    if (standing.has(sheetKey(plain))) kept.push(unit);
    else {
      made.push(unit);
      sheets.push(form);
    }
  }
  if (book.book.sheets.length + sheets.length > MOST)
    return refuse('too-many', `Một tệp chỉ nên có tối đa ${MOST} trang tính; hãy chia danh sách ra nhiều tệp.`);
  const outcome = await perform(
    host,
    'Tạo mẫu báo cáo',
    [
      ...settingsActions(book, { ...settings.value, period: settings.value.period ?? wanted.period }),
      ...registerActions(
        book,
        movement,
        withUnits(register.value ?? (await unitsReporting(book)), units, audience.kind),
      ),
      ...sheets.map((sheet) => ({ kind: 'add-sheet', sheet }) as const),
    ],
    (share) => progress(0.5 + share / 2),
  );
  return outcome.ok ? done({ ...outcome.value, made, kept }) : outcome;
}

/** The units whose reports stand already: a list begun with the new ones alone would make strangers of them. */
async function unitsReporting(book: HostBook): Promise<Register> {
  const loaded = await loadBook(book);
  if (!loaded.ok) return [];
  return loaded.value.reports.reduce<Register>(
    (units, { report, unit }) => withUnits(units, [unit], report.audience),
    [],
  );
}

function sheetKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const LONGEST = 200;
/** First lines of lists copied from a table. */
const HEADERS = new Set(['stt', 'tt', 'donvi', 'tendonvi', 'danhsachdonvi', 'coquandonvi', 'tencoquandonvi']);

/** Names without numbering (`1.`, `2)`, a tab), each once. */
export function pastedUnits(lines: readonly string[]): readonly string[] {
  const names = lines
    .flatMap((line) => line.split(/[\r\n]+/))
    .map((line) => {
      const fields = line
        .slice(0, 2 * LONGEST)
        .normalize('NFC')
        .split('\t')
        .map((field) => field.trim());
      const [first = '', second = ''] = fields.filter((field) => field !== '');
      const name = /^\d+[.)]?$/.test(first) ? second : first.replace(/^\d{1,3}[.)]\s+/, '').replace(/^[-•+]\s+/, '');
      return name.replace(/\s+/g, ' ').slice(0, LONGEST).trim();
    })
    .filter((name) => name !== '' && !HEADERS.has(bareKey(name)));
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
}
