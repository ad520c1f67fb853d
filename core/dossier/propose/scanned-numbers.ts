/**
 * The numbers of a scanned plan as rows to confirm, and the words that may have been misread: which rows of the movement
 * each is used in. A row of a scanned page whose figure stands in words is listed too; a number used nowhere only when it
 * may have been misread, a word used nowhere never.
 */
import type { Movement, Scanned } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import { pngSize } from '../../plan/file/scan/png.ts';
import { pageAt, type ScanFinding, type ScanText } from '../../plan/file/scan/scan-text.ts';
import type { ScanPictures } from '../scanned-sheet.ts';
import { rowCode } from './plan-rows.ts';

export interface ScannedNumber {
  readonly row: Scanned;
  /** Where it stands in the text. */
  readonly offset: number;
  /** Part of the scan (.png). */
  readonly picture: Uint8Array | null;
}

/** A heading is shown in the path of every row below it. */
const LABEL = 'Đề mục của kế hoạch';

/** A stretch of the plan's text and what is made of it. */
interface NamedRange {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Of a row. */
interface Use extends NamedRange {
  /** It says a figure, in digits or words. */
  readonly hasFigure: boolean;
}

/** `movement` = as proposed from the reading of the scan's text. In the order of the text, doubtful numbers first. */
export function scannedNumbers(
  reading: PlanReading,
  movement: Movement,
  scan: Pick<ScanText, 'text' | 'findings' | 'starts'>,
): readonly ScannedNumber[] {
  const { findings } = scan;
  const uses = usesOf(reading, movement);
  const heads = saidUses(reading, scan.text);
  const numbers = findings.flatMap((finding): NumberUse[] => {
    const within = (all: readonly NamedRange[]) =>
      all.filter(({ from, to }) => finding.offset >= from && finding.offset < to).map(({ name }) => name);
    const usedIn = within(uses);
    const others = usedIn.length > 0 ? usedIn : [...within(heads), ...headUses(finding, movement)];
    const names = [...new Set(finding.kind === 'label' ? [LABEL, ...usedIn] : others)];
    const isTold = names.length > 0 || (finding.kind === 'number' && finding.doubtful && !isLabel(finding));
    return isTold ? [{ finding: finding, usedIn: names.join(', ') }] : [];
  });
  const inWords = uses.flatMap((use): NumberUse[] => {
    const page = use.hasFigure ? pageAt(scan, use.from) : null;
    const isSeen = findings.some(({ kind, offset }) => kind === 'number' && offset >= use.from && offset < use.to);
    if (page === null || isSeen) return [];
    const item = {
      kind: 'word',
      page,
      read: '',
      again: null,
      doubtful: true,
      picture: null,
      offset: use.from,
    } as const;
    return [
      {
        finding: { ...item, line: reading.targets.find(({ offset }) => offset === use.from)?.text ?? '' },
        usedIn: use.name,
      },
    ];
  });
  const all = [...numbers, ...inWords].sort(
    (a, b) => Number(b.finding.doubtful) - Number(a.finding.doubtful) || a.finding.offset - b.finding.offset,
  );
  return all.map(({ finding, usedIn }, at) => ({
    row: {
      code: rowCode('Q', at),
      usedIn,
      read: finding.read === '' ? 'số ghi bằng chữ' : finding.read,
      again: finding.again ?? '',
      doubtful: finding.doubtful,
      confirmed: false,
      page: finding.page,
      line: finding.line,
    },
    offset: finding.offset,
    picture: finding.picture,
  }));
}

/** Their pictures, as the dossier's sheet takes them. */
export function scanPictures(numbers: readonly ScannedNumber[]): ScanPictures {
  return new Map(
    numbers.flatMap(({ row, picture }) => (picture ? [[row.code, { png: picture, ...pngSize(picture) }]] : [])),
  );
}

interface NumberUse {
  readonly finding: ScanFinding;
  readonly usedIn: string;
}

function usesOf(
  { targets, quotas, deadlines, scorings, classLadders }: PlanReading,
  movement: Movement,
): readonly Use[] {
  const use = (place: { text: string; offset: number }, name: string, hasFigure: boolean): Use => ({
    from: place.offset,
    to: place.offset + place.text.length,
    name,
    hasFigure,
  });
  const coded = (name: string, rows: readonly { code: string; text: string }[], text: string): string => {
    const row = rows.find((row) => row.text === text);
    return row ? `${name} ${row.code}` : name;
  };
  const isMarked = movement.criteriaSets.some(({ criteria }) => criteria.some(({ proposed }) => proposed !== true));
  const marks = scorings.map(({ offset: from, end: to }) => ({ from, to, name: 'Tiêu chí', hasFigure: false }));
  return [
    ...(isMarked ? marks : []),
    ...classLadders.map((classLadder) => use(classLadder, 'Bộ tiêu chí', false)),
    ...targets.map((target, at) => use(target, `Chỉ tiêu ${movement.targets[at]?.code ?? ''}`, true)),
    ...quotas.map((quota) => use(quota, coded('Định mức khen', movement.quotas, quota.text), quota.max !== null)),
    ...deadlines.map((deadline) =>
      use(deadline, coded('Lịch', [...movement.calendar, ...movement.contents], deadline.text), false),
    ),
  ];
}

/** So many letters tell a stretch of a plan from every other; a number of a page may stand behind them. */
const TELLING = 40;

/** Passages used in the plan's own words, by the sheet they go to, each at its first occurrence. */
function saidUses({ movement }: PlanReading, text: string): readonly NamedRange[] {
  const { issuer, plan, title, theme, audiences, awards, standards, contents, roles, legalBases } = movement;
  const { commune, district, province } = issuer;
  const passages: readonly (readonly [name: string, words: readonly (string | null)[]])[] = [
    ['Phong trào', [commune, district, province, plan.number, plan.dateText, plan.title, title, theme]],
    ['Phong trào', movement.recipients],
    ['Đối tượng', audiences.map((audience) => audience.text)],
    ['Hình thức khen', awards.map((award) => award.text)],
    ['Tiêu chuẩn khen', standards.map((standard) => standard.text)],
    ['Nội dung', contents.map((content) => content.text)],
    ['Phân công', roles.map((role) => role.text)],
    ['Căn cứ', legalBases.map((legalBasis) => legalBasis.text)],
  ];
  // As long as the text, so that places stay; names of the head stand there in capitals.
  const folded = text.replace(/\s/g, ' ').toLowerCase();
  return passages.flatMap(([name, all]) =>
    all.flatMap((words): NamedRange[] => {
      const from = words ? folded.indexOf(words.slice(0, TELLING).toLowerCase()) : -1;
      return words && from >= 0 ? [{ from, to: from + words.length, name }] : [];
    }),
  );
}

/** The plan's own number, days and bases stand outside its parts. */
function headUses({ kind, read }: ScanFinding, { plan, legalBases, title, period }: Movement): string[] {
  const digits = read.replace(/^\D+|[^\p{L}\d]+$/gu, '');
  if (kind === 'word' || digits === '') return [];
  const holds = (text: string | null | undefined): boolean =>
    (text ?? '').split(/[^\p{L}\d]+/u).some((part) => digits.split(/[^\p{L}\d]+/u).includes(part) && /\d/.test(part));
  const head = [plan.number, plan.dateText, plan.date?.split('-').reverse().join(' '), plan.title, title];
  const years = [period.from, period.to].flatMap((day) => day?.slice(0, 4) ?? []);
  if (head.some(holds) || years.includes(digits)) return ['Phong trào'];
  return legalBases.some(({ number, title: words }) => holds(`${number} ${words}`)) ? ['Căn cứ'] : [];
}

/** `2.1.` at the head of a line numbers the plan's parts. */
function isLabel({ read, line }: ScanFinding): boolean {
  return /^\(?\d{1,2}(?:\.\d{1,2})*[.)/]*$/.test(read) && line.startsWith(read);
}
