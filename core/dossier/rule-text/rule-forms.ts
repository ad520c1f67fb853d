/**
 * The forms in which plans describe scoring, in the order in which they are tried. Each form receives the clauses of a
 * rule and either accounts for all of them or leaves it to the next form; a rule that fits no form keeps the plan's own
 * words. `test/unit/dossier/rule-forms` has examples of each form.
 */
import type { Measure, RulePart, ScoringRule } from '../../movement/rule.ts';
import { codeOfWords } from '../code-of-words.ts';
import { casesMore, casesOff } from './case-forms.ts';
import { type Condition, isSameUnit } from './condition.ts';
import { days } from './day-form.ts';
import { type FigureStep, ruleOfSteps } from './figure-steps.ts';
import type { Clause } from './read-clause.ts';
import {
  type ClauseOf,
  capIn,
  capital,
  isCapped,
  isKind,
  only,
  PLAIN,
  type RuleForm,
  type RuleReading,
  SHARE,
} from './rule-form.ts';
import type { RuleFor, WordedRule } from './worded-rule.ts';

export const RULE_FORMS: readonly RuleForm[] = [
  { id: 'people', read: people },
  { id: 'ratio', read: ratio },
  { id: 'largest', read: largest },
  { id: 'full-or-share', read: fullOrShare },
  { id: 'average', read: average },
  { id: 'steps-off', read: stepsOff },
  { id: 'cases-off', read: casesOff },
  { id: 'cases-more', read: casesMore },
  { id: 'steps-more', read: stepsMore },
  { id: 'days', read: days },
  { id: 'figures', read: figures },
  { id: 'yes-no', read: yesOrNo },
  { id: 'parts', read: partsOfAll },
  { id: 'levels', read: levels },
];

function people(clauses: readonly Clause[]): RuleReading | null {
  const people = only(clauses, 'people');
  const [first] = people ?? [];
  if (!people || !first) return null;
  const by = people.some((person) => person.by === 'council') ? 'council' : 'survey';
  return { ...PLAIN, measure: 'amount', unit: '', direction: 'higher', rule: { kind: 'council-graded', by } };
}

/** `a = …; b = …; Tỷ lệ = a/b; Điểm = Tỷ lệ × Điểm tối đa`, or any part of it that still says so. */
function ratio(clauses: readonly Clause[], { max, title }: RuleFor): RuleReading | null {
  const measures = only(clauses, 'define', 'ratio', 'formula');
  const formula = clauses.find(isKind('formula'));
  if (!measures || (formula && formula.points !== max)) return null;
  const defined = new Map(clauses.filter(isKind('define')).map(({ name, what }) => [name, what]));
  const share = clauses.find(isKind('ratio')) ?? formula?.of;
  if (!formula && !share) return null;
  const words = (name: string): string => defined.get(name) ?? name;
  const names = [...defined.keys()];
  // Without a ratio the whole is what counts all: “Tổng số …”.
  const whole = share ? words(share.whole) : names.map(words).find((what) => /^tổng/iu.test(what));
  const part = share ? words(share.part) : names.map(words).find((what) => what !== whole);
  const isNamed = part !== undefined && whole !== undefined && part.length > 2 && whole.length > 2;
  if (defined.size > 0 && !isNamed) return null;
  const counted = isNamed ? { numerator: part, denominator: whole } : {};
  const full = formula ? (formula.full ?? baseIn(title) ?? 100) : 100;
  const rule: ScoringRule = { kind: 'proportional', full };
  // “chấm theo tỷ lệ” without a named share means the figure of the title.
  return { ...PLAIN, ...SHARE, ...counted, rule, ofTitle: !isNamed };
}

function largest(clauses: readonly Clause[], { max }: RuleFor): RuleReading | null {
  const [item, ...others] = only(clauses, 'largest') ?? [];
  if (!item || others.length > 0 || item.points !== max) return null;
  return { ...PLAIN, measure: 'amount', unit: '', direction: 'higher', rule: { kind: 'peer' }, ofTitle: true };
}

/** `≥ 80 %: tối đa; < 80 %: Tỷ lệ/80 % × tối đa`, `Đạt 70 % được 20 điểm; thấp hơn theo tỷ lệ; dưới 50 %: 0`. */
function fullOrShare(clauses: readonly Clause[], row: RuleFor): RuleReading | null {
  const { max } = row;
  const said = only(clauses, 'step', 'formula', 'define', 'ratio');
  if (!said) return null;
  const steps = clauses.filter(isKind('step'));
  const top = steps.find(({ points, when }) => points === max && (when.kind === 'figure' || when.kind === 'words'));
  const shared = steps.filter(({ points }) => points === null);
  const formulas = clauses.filter(isKind('formula'));
  const none = steps.filter((step) => step !== top && step.points !== null);
  if (!top || shared.length + formulas.length !== 1 || none.length > 1) return null;
  const when = top.when.kind === 'words' && REACHED.test(top.when.words) ? (topIn(row.title) ?? WHOLE) : top.when;
  if (when.kind !== 'figure') return null;
  const { from, unit, of } = when;
  const [formula] = formulas;
  if (!from || (formula && formula.full !== null && formula.full !== from.value)) return null;
  const [zero] = none;
  const floor = zero?.when.kind === 'figure' ? zero.when.to : null;
  if (zero && (zero.points !== 0 || !floor)) return null;
  const rule: ScoringRule = {
    kind: 'proportional',
    full: from.value,
    ...(floor ? { floor: floor.value } : {}),
  };
  return {
    ...PLAIN,
    ...measured(unit, row.title),
    direction: 'higher',
    rule,
    ...named(clauses),
    ofTitle: of === '' || isVerb(of),
  };
}

/** `Hoàn thành chỉ tiêu được 10 điểm`: the target stands in the title, else it is all that was assigned. */
const REACHED = /^(?:đạt|hoàn thành)(?: (?:đủ|100 ?%))?(?: (?:chỉ tiêu|kế hoạch|mục tiêu)(?: (?:được )?giao)?)?$/iu;
const WHOLE: FigureStep['when'] = {
  ...{ kind: 'figure', from: { value: 100, inclusive: true }, to: null, isBare: false, unit: '%', of: '' },
};

function named(clauses: readonly Clause[]): Pick<WordedRule, 'numerator' | 'denominator'> {
  const read = ratio(
    clauses.filter(({ kind }) => kind === 'define' || kind === 'ratio'),
    { max: 0, title: '', deducts: false },
  );
  return read?.numerator === undefined ? {} : { numerator: read.numerator, denominator: read.denominator };
}

function average(clauses: readonly Clause[], { max }: RuleFor): RuleReading | null {
  const steps = only(clauses, 'step');
  const reached = steps?.find(({ when }) => when.kind === 'average');
  const others = steps?.filter((step) => step !== reached) ?? [];
  if (!steps || reached?.when.kind !== 'average' || reached.points !== max || others.length > 1) return null;
  const [rest] = others;
  if (rest && (rest.when.kind !== 'rest' || rest.points === null)) return null;
  const { reach, area } = reached.when;
  const lower = /thấp hơn|ít hơn|dưới/iu.test(reached.head);
  return {
    ...{ ...PLAIN, ...SHARE, direction: lower ? 'lower' : 'higher', ofTitle: true },
    rule: { kind: 'average', of: area ? 'area' : 'units', reach, others: rest?.points ?? 0 },
  };
}

/** `Đạt 85 %: 20 điểm; cứ giảm 1 % trừ 1 điểm`; without the first step the title's figure is the base. */
function stepsOff(clauses: readonly Clause[], { max, title, deducts }: RuleFor): RuleReading | null {
  const losses = only(clauses, 'step', 'loss', 'cap');
  const [loss, ...more] = clauses.filter(isKind('loss'));
  const [step, ...others] = clauses.filter(isKind('step'));
  if (!losses || !loss || more.length > 0 || others.length > 0 || loss.upTo !== null) return null;
  if (deducts) return null;
  const cap = capIn(clauses, max);
  const isOnTime = step?.when.kind === 'words' && loss.way === 'up' && AFFIRMS.test(step.when.words);
  if (step && (step.points !== max || (step.when.kind !== 'figure' && !isOnTime))) return null;
  const figure = step?.when.kind === 'figure' ? step.when : null;
  // “Đủ 12 buổi: 10 điểm; mỗi buổi thiếu trừ 1 điểm”
  const isShort =
    loss.size === null && figure !== null && !figure.unit.startsWith('%') && /thiếu|hụt|ít hơn/iu.test(loss.unit);
  const [size, way] = isShort ? [1, 'down'] : [loss.size, loss.way];
  const at = (figure?.from ?? figure?.to)?.value ?? (way === 'up' ? 0 : baseIn(title));
  if (size === null || at === null) return null;
  const rule: ScoringRule = {
    kind: 'base-steps',
    at,
    points: max,
    lossStep: size,
    loss: loss.points,
    ...(cap === null ? {} : { lossCap: cap }),
  };
  const direction = way === 'up' ? 'lower' : 'higher';
  if (loss.unit.startsWith('% ')) return { ...PLAIN, ...SHARE, direction, rule, numerator: `Số ${loss.unit.slice(2)}` };
  const unit = figure ? figure.unit : loss.unit || '%';
  return { ...PLAIN, ...measured(unit, title), direction, rule, ofTitle: true };
}

/** The only figure of a title that asks for at least so much. */
function baseIn(title: string): number | null {
  const [only, ...others] = [...title.matchAll(/(\d+(?:,\d+)?) ?%/gu)];
  return only && others.length === 0 ? Number(only[1]?.replace(',', '.')) : null;
}

/** `từ 5 bài trở xuống được 3 điểm; trên 5 bài cứ thêm 2 bài được thêm 1 điểm, tối đa 10`; without a base from 0. */
function stepsMore(clauses: readonly Clause[], { max, title, deducts }: RuleFor): RuleReading | null {
  const changes = only(clauses, 'step', 'gain', 'loss', 'cap');
  const gain = clauses.find(isKind('gain'));
  const loss = clauses.find(isKind('loss'));
  const [step, ...others] = clauses.filter(isKind('step'));
  if (!changes || !gain || others.length > 0 || step?.points === null || deducts) return null;
  const size = gain.size ?? (step && gain.unit !== '' ? 1 : null);
  const base = step?.when ?? FROM_NOTHING;
  if (base.kind !== 'figure' || size === null || !isCapped(clauses, max) || gain.way === 'down') return null;
  const at = (base.to ?? base.from)?.value ?? 0;
  const lost = loss?.size ? { lossStep: loss.size, loss: loss.points } : {};
  const points = step?.points ?? 0;
  const rule: ScoringRule = { kind: 'base-steps', at, points, gainStep: size, gain: gain.points, ...lost };
  if (gain.unit.startsWith('% '))
    return { ...PLAIN, ...SHARE, rule, numerator: capital(gain.unit.slice(2)), ofTitle: false };
  return { ...PLAIN, ...measured(base.unit || gain.unit, title), direction: 'higher', rule };
}
const FROM_NOTHING: FigureStep['when'] = {
  ...{ kind: 'figure', from: { value: 0, inclusive: true }, to: null, isBare: false, unit: '', of: '' },
};

const ON_TIME = /^(?:gửi |nộp |báo cáo |đăng ký )*(?:đúng|trước|đảm bảo|kịp)(?: và trước)? (?:thời )?hạn/iu;
const LATE = /chậm|trễ|muộn|quá hạn/iu;

function figures(clauses: readonly Clause[], { max, title }: RuleFor): RuleReading | null {
  const steps = only(clauses, 'step');
  if (!steps) return null;
  const numbered: FigureStep[] = [];
  let rest: number | null = null;
  let unit = '';
  let of = '';
  let isLate = false;
  for (const { when, points } of steps) {
    if (points === null) return null;
    if (when.kind === 'figure') {
      if (unit !== '' && when.unit !== '' && !isSameUnit(when.unit, unit)) return null;
      unit ||= when.unit;
      of ||= when.of;
      isLate ||= LATE.test(when.of);
      numbered.push({ when, points });
    } else if (when.kind === 'rest') rest = points;
    else if (when.kind === 'words' && ON_TIME.test(when.words) && steps.some(isLateStep))
      numbered.push({ when: NOT_LATE, points });
    else if (when.kind === 'words' && points === max && NOTHING.test(when.words))
      numbered.push({ when: NOT_LATE, points });
    else if (when.kind === 'words' && points === 0 && rest === null && NOTHING.test(when.words)) {
      // “dưới 5 %: 5; không tiết kiệm: 0”: nothing at all lies below the lowest step.
      if (steps.some((step) => step.when.kind === 'figure' && step.when.from === null && (step.points ?? 0) > 0))
        numbered.push({ when: NOT_LATE, points });
      else rest = 0;
    } else return null;
  }
  // “Tỷ lệ … đạt từ 90 %: 20 điểm; từ 70 % đến dưới 90 %: 12”: the best step stands in the title.
  const top = numbered.some(({ points }) => points === max) || !unit.startsWith('%') ? null : topIn(title);
  if (top) numbered.push({ when: top, points: max });
  const none = numbered.some(({ when }) => when === NOT_LATE);
  if (numbered.length === 0 || (none && numbered.length < 2)) return null;
  const read = ruleOfSteps(numbered, rest, max);
  if (!read) return null;
  const kind = isLate ? { measure: 'count' as const, unit: 'ngày chậm' } : measured(unit, `${of} ${title}`);
  return { ...PLAIN, ...kind, direction: read.direction, rule: read.rule, notes: read.notes, ofTitle: !isLate };
}

function isLateStep({ when }: ClauseOf<'step'>): boolean {
  return when.kind === 'figure' && LATE.test(when.of);
}

/** The least figure the title requires, where it names a single share. */
function topIn(title: string): FigureStep['when'] | null {
  const value = baseIn(title);
  if (value === null) return null;
  const inclusive = !/(?:trên|hơn|>)\s*\d[\d,]* ?%/iu.test(title);
  return { kind: 'figure', from: { value, inclusive }, to: null, isBare: false, unit: '%', of: '' };
}

/** `không họp: 0 điểm` beside steps by number is the rest. */
const NOTHING = /^(?:không|chưa) /iu;
const NOT_LATE: FigureStep['when'] = {
  ...{ kind: 'figure', from: null, to: { value: 0, inclusive: true }, isBare: false, unit: '', of: '' },
};

const DENIES = /^(?:không|chưa|thiếu|trái)(?!\p{L})/iu;
const AFFIRMS =
  /^(?:có|đã|đạt|đúng|đủ|đầy đủ|thực hiện|hoàn thành|tham gia|ban hành|được|bảo đảm|đảm bảo|tổ chức|triển khai|gửi|nộp|xây dựng)(?!\p{L})/iu;

/** All or nothing by words: `Có: 5 điểm; không: 0`, `Ban hành kế hoạch được tính 5 điểm`. */
function yesOrNo(clauses: readonly Clause[], { max, title }: RuleFor): RuleReading | null {
  const steps = only(clauses, 'step');
  if (!steps || steps.length === 0 || steps.length > 2) return null;
  const good = steps.find(({ points }) => points === max && max > 0);
  const bad = steps.find((step) => step !== good);
  // "chậm thì không được điểm"
  if (!good && steps.length === 1 && bad?.points === 0 && bad.when.kind === 'words' && isBad(bad.when.words, title))
    return { ...PLAIN, measure: 'yes-no', unit: '', direction: 'higher', rule: { kind: 'yes-no' } };
  if (!good || (bad && bad.points !== 0) || good.when.kind !== 'words') return null;
  const { words } = good.when;
  const isSame = DENIES.test(words) === DENIES.test(title);
  const isPlain = AFFIRMS.test(words) || (DENIES.test(words) && isSame && DENIES.test(title));
  const opposes =
    !bad ||
    bad.when.kind === 'rest' ||
    (bad.when.kind === 'words' && DENIES.test(bad.when.words) !== DENIES.test(words));
  if (!isPlain || !opposes) return null;
  return { ...PLAIN, measure: 'yes-no', unit: '', direction: 'higher', rule: { kind: 'yes-no' } };
}

function isBad(words: string, title: string): boolean {
  return (DENIES.test(words) || LATE.test(words)) && !DENIES.test(title) && !LATE.test(title);
}

/** Deeds that each earn their own and come to all: `Có phân công: 3; có quy chế: 4; có báo cáo: 3`. */
function partsOfAll(clauses: readonly Clause[], { max }: RuleFor): RuleReading | null {
  const steps = only(clauses, 'step');
  const parts = steps?.flatMap(({ when, points, head }, at): RulePart[] => {
    // “tổ chức từ 03 buổi trở lên: 5 điểm” beside other deeds is one of them.
    const isDone = when.kind === 'words' || (when.kind === 'figure' && when.of !== '' && when.from !== null);
    const isDeed = isDone && AFFIRMS.test(head) && points !== null && points > 0;
    const code = 'abcdefghijkl'[at];
    if (!isDeed || code === undefined) return [];
    return [{ code, title: capital(head), measure: 'yes-no', maxPoints: points, rule: { kind: 'yes-no' } }];
  });
  if (!steps || !parts || parts.length < 2 || parts.length !== steps.length) return null;
  if (parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0) !== max) return null;
  return { ...PLAIN, measure: 'amount', unit: '', direction: 'higher', rule: { kind: 'sum', parts } };
}

/** A step above the average is a level where the words have more than two of them. */
const LEVEL_KINDS: ReadonlySet<string> = new Set(['words', 'rest', 'average']);

/** Each level its words and points: `Trưởng ban là Bí thư: 20; cấp phó: 10; chưa có: 0`. */
function levels(clauses: readonly Clause[], { max }: RuleFor): RuleReading | null {
  const steps = only(clauses, 'step');
  if (!steps || steps.length < 1 || steps.length > 12) return null;
  // "…; dưới 30%: 0 điểm" beside the average.
  const isLevel = ({ kind }: Condition): boolean =>
    LEVEL_KINDS.has(kind) || (kind === 'figure' && steps.some(({ when }) => when.kind === 'average'));
  const labelled = steps.flatMap(({ when, points, head }) =>
    points !== null && isLevel(when) && points >= 0 && points <= max
      ? [{ label: head === '' ? 'Còn lại' : capital(head), points }]
      : [],
  );
  const best = Math.max(...labelled.map(({ points }) => points));
  if (labelled.length !== steps.length || best !== max) return null;
  const all =
    labelled.length === 1 ||
    (labelled.every(({ points }) => points > 0) && !steps.some(({ when }) => when.kind === 'rest'))
      ? [...labelled, { label: 'Còn lại', points: 0 }]
      : labelled;
  const codes = new Set<string>();
  const rule: ScoringRule = {
    kind: 'levels',
    levels: all.map((item, at) => {
      const own = codeOfWords(item.label).slice(0, 40).replace(/-+$/u, '') || `muc-${at + 1}`;
      const code = codes.has(own) ? `${own}-${at + 1}` : own;
      codes.add(code);
      return { code, ...item };
    }),
  };
  return { ...PLAIN, measure: 'level', unit: '', direction: 'higher', rule };
}

/** `beside` = words that say what is measured where the figures have no unit: a share, a place, or so many of it. */
function measured(unit: string, beside: string): { readonly measure: Measure; readonly unit: string } {
  if (unit.startsWith('%') || (unit === '' && /t[ỷỉ] lệ|%/iu.test(beside))) return { measure: 'percentage', unit: '%' };
  if (unit !== '') return { measure: 'count', unit };
  return { measure: 'count', unit: /hạng/iu.test(beside) ? 'hạng' : 'lần' };
}

/** `Đạt`, `Họp`, `Đủ`: does not say what is counted. */
function isVerb(words: string): boolean {
  return /^(?:đạt|đủ|họp|có|tổ chức|hoàn thành|thực hiện|tỷ lệ|kết quả|mức)(?: (?:đạt|tỷ lệ|được))*$/iu.test(words);
}
