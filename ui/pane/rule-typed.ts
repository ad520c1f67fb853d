/** What is typed as a criterion's rule: its steps as rows, what it will score by, and the points of a figure tried. Pure. */
import { formatPoints } from '../../core/base/quantity/points.ts';
import { type RuleRead, ruleInWords } from '../../core/dossier/rule-in-words.ts';
import { scoreCriterion } from '../../core/judge/score/criterion.ts';
import type { Criterion } from '../../core/movement/criteria-set.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { factsOf, kindOf } from '../../core/movement/rule.ts';
import { readValue } from '../../core/report/read/value.ts';

/** A step: from an edge on, or what the others leave. */
export interface BandRow {
  readonly word: (typeof BAND_WORDS)[number];
  /** As typed, without its unit; '' for what is left. */
  readonly edge: string;
  readonly points: string;
}

export const BAND_WORDS = ['từ', 'trên', 'đến', 'dưới', 'còn lại'] as const;

const STEP = /^(từ|trên|đến|dưới) (-?[\d.,]+) ?([^:\d]*): (-?[\d.,]+)$/u;
const REST = /^còn lại: (-?[\d.,]+)$/u;

/** The steps of a rule in words; null where it is no plain ladder, which is then edited as words. */
export function bandRowsOf(words: string): readonly BandRow[] | null {
  const rows = words.split(';').map((clause): BandRow | null => {
    const step = STEP.exec(clause.trim());
    const word = BAND_WORDS.find((bandWord) => bandWord === step?.[1]);
    if (step && word) return { word, edge: step[2] ?? '', points: step[4] ?? '' };
    const rest = REST.exec(clause.trim());
    return rest ? { word: 'còn lại', edge: '', points: rest[1] ?? '' } : null;
  });
  const known = rows.flatMap((row) => row ?? []);
  return known.length === rows.length && known.some(({ word }) => word !== 'còn lại') ? known : null;
}

export function bandWordsOf(rows: readonly BandRow[], unit: string): string {
  return rows
    .map(({ word, edge, points }) => {
      const plain = edge.replace(/\s*%\s*$/u, '').trim();
      return word === 'còn lại'
        ? `còn lại: ${points.trim()}`
        : `${word} ${`${plain} ${unit}`.trim()}: ${points.trim()}`;
    })
    .join('; ');
}

type RuleTyped =
  | { readonly kind: 'rule'; readonly read: RuleRead; readonly sentence: string }
  /** The words stay, and the council grades by them. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'wrong'; readonly message: string };

/** What a criterion is worded and scored by. */
type Worded = Pick<Criterion, 'title' | 'measure' | 'unit' | 'direction' | 'maxPoints'>;

export function ruleTyped(words: string, criterion: Worded): RuleTyped {
  const read = ruleInWords(words, criterion);
  if (!read.ok) return { kind: 'wrong', message: read.refusal.message };
  const { rule, follows } = read.value;
  if (rule.kind === 'council-graded' && rule.words !== undefined) return { kind: 'kept' };
  const { measure, unit, direction, maxPoints: max } = { ...criterion, ...follows };
  const where = { measure, max, direction, where: '' };
  const [finding] = factsOf(rule).joins === null ? kindOf(rule).check(rule, where) : [];
  if (finding) return { kind: 'wrong', message: `${finding.message} ${finding.todo}` };
  const shown = measure === 'percentage' ? '%' : unit;
  const sentence = kindOf(rule).sentence(rule, { max, unit: shown, lower: direction === 'lower' });
  return { kind: 'rule', read: read.value, sentence };
}

/** Of a figure, answer or day as a unit may write it; '' while nothing is typed. */
export function triedText(text: string, criterion: Criterion, movement: Movement): string {
  if (text.trim() === '') return '';
  const { measure, unit, rule, code } = criterion;
  const levels = factsOf(rule).levels ?? undefined;
  const { reading } = readValue(text.trim(), { font: '', numberFormat: 'General' }, { measure, unit, levels });
  const cell = { sheet: '', address: 'A1' };
  const entry = {
    ...{ criterion: code, title: { text: criterion.title, cell }, evidence: [] },
    ...{ matched: { by: 'code', similarity: 1 } as const, value: { reading, cell, raw: text } },
  };
  const period = { kind: 'year', year: Number(movement.period.to.slice(0, 4)) } as const;
  const { computed, max, reason } = scoreCriterion(criterion, entry, { movement, period });
  return computed === null ? `→ ${reason}` : `→ ${formatPoints(computed)}/${formatPoints(max)} điểm`;
}

/** A figure the field may be tried with. */
export function sampleFigure({ measure, rule }: Pick<Criterion, 'measure' | 'rule'>): string {
  if (measure === 'yes-no') return 'Có';
  if (measure === 'date') return '15/11/2026';
  if (measure === 'level') return factsOf(rule).levels?.[0]?.label ?? '';
  return measure === 'percentage' ? '80 % hoặc 12/15' : '12';
}
