/**
 * Bands of a lookup as words and back: `≥ 80 %: 10; từ 70 %: 7; dưới: 0`. A step with one edge reaches to the next
 * step.
 */

import type { Result } from '../base/result.ts';
import type { Band } from '../movement/rule.ts';
import {
  clauses,
  exactNumber,
  exactPoints,
  NUMBER,
  notUnderstood,
  readNumber,
  readPoints,
  sides,
  understood,
} from './words.ts';

/**
 * A step as written. `from` and `to` reach to the next step of the list, `whole` has both edges, `rest` is what lies
 * beyond them.
 */
type Step =
  | { readonly kind: 'from' | 'to'; readonly edge: number; readonly inclusive: boolean; readonly points: number }
  | { readonly kind: 'whole'; readonly band: Band }
  | { readonly kind: 'rest'; readonly points: number };

/** `unit` = `%`, `%/năm` or ''. */
export function bandWords(bands: readonly Band[], unit: string): string {
  const short = bands.map((band, at) => shortStep(band, at === bands.length - 1 && bands.length > 1));
  const meant = resolve(short);
  const steps = meant !== null && isSame(meant, bands) ? short : bands.map((band): Step => ({ kind: 'whole', band }));
  return steps.map((step) => stepWords(step, unit)).join('; ');
}

/** The bands in the words; `unit` strips the unit behind a figure and refuses any other unit. */
export function readBands(text: string, withoutUnit: (figure: string) => string | null): Result<Band[]> {
  const steps: Step[] = [];
  for (const clause of clauses(text, ';')) {
    const [head, tail] = sides(clause) ?? [];
    const points = tail === undefined ? null : readPoints(tail);
    if (head === undefined || points === null)
      return notUnderstood(`Không hiểu mức “${clause}”: ghi như “từ 70 %: 7” (điểm sau dấu hai chấm).`);
    const step = readStep(head, points, withoutUnit);
    if (step === null) return notUnderstood(`Không hiểu mức “${clause}”: ghi như “từ 70 %: 7” hoặc “dưới 50 %: 0”.`);
    steps.push(step);
  }
  const bands = resolve(steps);
  if (bands !== null) return understood(bands);
  return notUnderstood('Không rõ “còn lại” là trên hay dưới các mức đã ghi: ghi rõ, ví dụ “dưới 50 %: 0”.');
}

function shortStep(band: Band, isLast: boolean): Step {
  const { from, to, points } = band;
  if (from !== undefined && from === to) return { kind: 'whole', band };
  if (isLast && (from === undefined) !== (to === undefined)) return { kind: 'rest', points };
  if (to !== undefined && from === undefined) return { kind: 'to', edge: to, inclusive: band.toInclusive, points };
  return from === undefined
    ? { kind: 'whole', band }
    : { kind: 'from', edge: from, inclusive: band.fromInclusive, points };
}

/** The bands the steps mean together; null when `rest` could lie on either side. */
function resolve(steps: readonly Step[]): Band[] | null {
  const floors = steps.flatMap((step) => floorOf(step));
  const ceilings = steps.flatMap((step) => ceilingOf(step));
  const bands: Band[] = [];
  for (const step of steps) {
    const band = bandOf(step, floors, ceilings);
    if (band === null) return null;
    bands.push(band);
  }
  return bands;
}

interface Edge {
  readonly edge: number;
  readonly inclusive: boolean;
}

/** Where a step begins, for the step below it. */
function floorOf(step: Step): Edge[] {
  if (step.kind === 'from') return [step];
  if (step.kind !== 'whole' || step.band.from === undefined) return [];
  return [{ edge: step.band.from, inclusive: step.band.fromInclusive }];
}

function ceilingOf(step: Step): Edge[] {
  if (step.kind === 'to') return [step];
  if (step.kind !== 'whole' || step.band.to === undefined) return [];
  return [{ edge: step.band.to, inclusive: step.band.toInclusive }];
}

function bandOf(step: Step, floors: readonly Edge[], ceilings: readonly Edge[]): Band | null {
  switch (step.kind) {
    case 'whole':
      return step.band;
    case 'from': {
      const next = lowest(floors.filter(({ edge }) => edge > step.edge));
      return band({ edge: step.edge, inclusive: step.inclusive }, next && opposite(next), step.points);
    }
    case 'to': {
      const next = highest(ceilings.filter(({ edge }) => edge < step.edge));
      return band(next && opposite(next), { edge: step.edge, inclusive: step.inclusive }, step.points);
    }
    case 'rest': {
      const low = lowest(floors);
      const high = highest(ceilings);
      // Steps written by their lower edge leave out what is below; by their upper edge, what is above.
      if (low && (!high || low.edge >= high.edge || floors.length > ceilings.length))
        return band(undefined, opposite(low), step.points);
      return high && !(low && floors.length === ceilings.length) ? band(opposite(high), undefined, step.points) : null;
    }
  }
}

function band(from: Edge | undefined, to: Edge | undefined, points: number): Band {
  return {
    ...(from === undefined ? {} : { from: from.edge }),
    fromInclusive: from?.inclusive ?? true,
    ...(to === undefined ? {} : { to: to.edge }),
    toInclusive: to?.inclusive ?? false,
    points,
  };
}

const opposite = ({ edge, inclusive }: Edge): Edge => ({ edge, inclusive: !inclusive });
const lowest = (edges: readonly Edge[]): Edge | undefined =>
  edges.reduce<Edge | undefined>((least, edge) => (least && least.edge <= edge.edge ? least : edge), undefined);
const highest = (edges: readonly Edge[]): Edge | undefined =>
  edges.reduce<Edge | undefined>((most, edge) => (most && most.edge >= edge.edge ? most : edge), undefined);

function isSame(entry: readonly Band[], other: readonly Band[]): boolean {
  return entry.every((band, at) => {
    const with_ = other[at];
    return (
      with_ !== undefined &&
      band.from === with_.from &&
      band.to === with_.to &&
      (band.from === undefined || band.fromInclusive === with_.fromInclusive) &&
      (band.to === undefined || band.toInclusive === with_.toInclusive)
    );
  });
}

function stepWords(step: Step, unit: string): string {
  const figure = (value: number) => `${exactNumber(value)} ${unit}`.trim();
  switch (step.kind) {
    case 'from':
      return `${step.inclusive ? 'từ' : 'trên'} ${figure(step.edge)}: ${exactPoints(step.points)}`;
    case 'to':
      return `${step.inclusive ? 'đến' : 'dưới'} ${figure(step.edge)}: ${exactPoints(step.points)}`;
    case 'rest':
      return `còn lại: ${exactPoints(step.points)}`;
    case 'whole':
      return `${wholeWords(step.band, figure)}: ${exactPoints(step.band.points)}`;
  }
}

function wholeWords({ from, fromInclusive, to, toInclusive }: Band, figure: (value: number) => string): string {
  if (from === undefined && to === undefined) return 'mọi kết quả';
  if (from === undefined) return `${toInclusive ? 'đến' : 'dưới'} ${figure(to ?? 0)} trở xuống`;
  if (to === undefined) return `${fromInclusive ? 'từ' : 'trên'} ${figure(from)} trở lên`;
  if (from === to && fromInclusive && toInclusive) return `đúng ${figure(from)}`;
  return `${fromInclusive ? 'từ' : 'trên'} ${figure(from)} đến ${toInclusive ? '' : 'dưới '}${figure(to)}`;
}

const LOWER = `(từ|≥|>=|trên|>|tối thiểu|ít nhất)`;
const UPPER = `(đến|≤|<=|dưới|<|không quá|tối đa)`;
const FIGURE = String.raw`(${NUMBER}) ?([^\d]*?)`;
const FORMS = {
  whole: new RegExp(`^(?:${LOWER} ?)?${FIGURE} (?:đến|-|–) ?(dưới |hết )?${FIGURE}$`, 'iu'),
  open: new RegExp(`^${LOWER} ?${FIGURE} trở lên$`, 'iu'),
  down: new RegExp(`^${UPPER} ?${FIGURE} trở xuống$`, 'iu'),
  from: new RegExp(`^${LOWER} ?${FIGURE}$`, 'iu'),
  to: new RegExp(`^${UPPER} ?${FIGURE}$`, 'iu'),
  exact: new RegExp(`^(?:đúng|đạt|bằng|=)? ?${FIGURE}$`, 'iu'),
  rest: /^(?:còn lại|dưới|thấp hơn|trên|cao hơn|khác|dưới mức đó|trên mức đó)$/iu,
};
const STRICT = /^(?:trên|>|dưới|<)$/iu;

function readStep(head: string, points: number, withoutUnit: (figure: string) => string | null): Step | null {
  const number = (figure = '', unit = ''): number | null => (withoutUnit(unit) === null ? null : readNumber(figure));
  if (/^mọi kết quả$/iu.test(head)) return { kind: 'whole', band: band(undefined, undefined, points) };
  if (FORMS.rest.test(head)) return { kind: 'rest', points };
  const whole = FORMS.whole.exec(head);
  if (whole) {
    const low = number(whole[2], whole[3]);
    const high = number(whole[5], whole[6]);
    if (low === null || high === null) return null;
    const from = { edge: low, inclusive: !STRICT.test(whole[1] ?? '') };
    return { kind: 'whole', band: band(from, { edge: high, inclusive: !/dưới/iu.test(whole[4] ?? '') }, points) };
  }
  for (const kind of ['open', 'down', 'from', 'to'] as const) {
    const match = FORMS[kind].exec(head);
    const edge = match ? number(match[2], match[3]) : null;
    if (!match || edge === null) continue;
    const inclusive = !STRICT.test(match[1] ?? '');
    if (kind === 'open') return { kind: 'whole', band: band({ edge, inclusive }, undefined, points) };
    if (kind === 'down') return { kind: 'whole', band: band(undefined, { edge, inclusive }, points) };
    return { kind, edge, inclusive, points };
  }
  const exact = FORMS.exact.exec(head);
  const edge = exact ? number(exact[1], exact[2]) : null;
  const both = edge === null ? undefined : { edge, inclusive: true };
  return both ? { kind: 'whole', band: band(both, both, points) } : null;
}
