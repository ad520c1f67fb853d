/**
 * How a mark of the plan's own scale is scored: by the rule its words describe, else by people in those words; where
 * the plan has no words for it, by the officer's answer for all such rows, else by our proposal.
 */
import type { Points } from '../../base/quantity/points.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import { kindOf, type ScoringRule } from '../../movement/rule.ts';
import { verbPattern } from '../../plan/lexicon/verbs.ts';
import type { PlanMark } from '../../plan/scoring/plan-marks.ts';
import { readRuleText } from '../rule-text/read-rule-text.ts';
import type { WordedRule } from '../rule-text/worded-rule.ts';
import { criterion, drawnFrom } from './build.ts';
import { UNNUMBERED } from './plan-rows.ts';
import { byCouncil, deduction, threshold, yesNo } from './rules.ts';
import { ALL_ASKED, lowered } from './wording-of-target.ts';

/** The officer's answer on how rows without a rule in words are scored. */
export type Unruled = 'yes-no' | 'council';

interface MarkContext {
  /** The criterion its words would be as a target of the plan; null = they want no figure. */
  readonly measured: Criterion | null;
  /** Where it is a report with a day: the criterion by that day. */
  readonly report: Criterion | null;
  readonly unruled: Unruled | null;
  readonly onRead: OnRead;
}

/** Receives how the words of a criterion's rule were read. */
export type OnRead = (code: string, reading: WordedRule) => void;

export function criterionOfMark(mark: PlanMark, code: string, beside: MarkContext): Criterion {
  if (mark.kind === 'deduction') return deductionOf(mark, code, beside.onRead);
  const words = mark.rule.trim();
  const reading =
    words === '' ? null : readRuleText(words, { max: mark.points ?? 0, title: mark.text, deducts: false });
  if (reading) {
    beside.onRead(code, reading);
    return ruled(mark, code, reading, beside.measured);
  }
  if (words !== '') return { ...plain(mark, code, { kind: 'council-graded', by: 'council', words }), proposed: false };
  return unruledCriterion(mark, code, beside);
}

function plain(mark: PlanMark, code: string, rule: ScoringRule, more: Parameters<typeof criterion>[4] = {}): Criterion {
  const points = (mark.points ?? 0) / 100;
  const item = criterion(code, points, mark.text, drawnFrom(sourceOf(mark)), { rule, attach: PROOF, ...more });
  return { ...item, ...shownFor(mark), bonus: mark.kind === 'bonus', proposed: 'rule' };
}

const PROOF = 'Văn bản, hình ảnh hoặc số liệu chứng minh';

function sourceOf({ text, rule, section }: PlanMark): Criterion['source'] {
  const ruleWords = [text, rule.replace(/\s*\n\s*/gu, '; ')].filter((words) => words !== '').join('. ');
  return { section: section || UNNUMBERED, text: ruleWords };
}

/** The evidence the plan itself requires of a unit. */
function shownFor({ evidence }: PlanMark): Partial<Pick<Criterion, 'evidence' | 'evidenceHint'>> {
  if (evidence === '') return {};
  return /^không(?: có| cần)?[.;]?$/iu.test(evidence)
    ? { evidence: 'none', evidenceHint: undefined }
    : { evidence: 'required', evidenceHint: evidence };
}

/** A criterion with the rule its words are; what it measures is its own target's where the rule is of that. */
function ruled(mark: PlanMark, code: string, reading: WordedRule, measured: Criterion | null): Criterion {
  const { rule, measure, unit, direction, numerator, denominator, notApplicable, ofTitle } = reading;
  const own = ofTitle && measured?.measure === measure ? measured : null;
  const graded = plain(mark, code, rule);
  const counted =
    measure === 'percentage' ? countedIn(mark.text, own, { numerator, denominator }) : { numerator: undefined };
  const target = own?.target && !isLoose(rule, own.target, mark.points ?? 0, direction) ? own.target : null;
  const made: Criterion = {
    ...graded,
    ...{ measure, unit: unit || graded.unit, direction, rule, target, proposed: false },
    ...counted,
    ...(own === null ? {} : { indicator: own.indicator, source: { ...own.source, ...graded.source } }),
    notApplicable: notApplicable ?? own?.notApplicable ?? graded.notApplicable,
  };
  return withoutUndefined(made);
}

/**
 * “trên 60 %” that exactly 60 % reaches: the plan's rule is followed, the target's limit is not enforced against it.
 */
function isLoose(
  rule: ScoringRule,
  { comparator, value }: NonNullable<Criterion['target']>,
  max: Points,
  direction: Criterion['direction'],
): boolean {
  const isStrict = comparator === 'gt' || comparator === 'lt';
  return isStrict && kindOf(rule).givesAllAt(rule, value, { max, lower: direction === 'lower' });
}

function countedIn(
  title: string,
  own: Criterion | null,
  counted: Pick<WordedRule, 'numerator' | 'denominator'>,
): Pick<Criterion, 'numerator' | 'denominator'> {
  if (counted.numerator !== undefined) {
    return { numerator: capital(counted.numerator), denominator: capital(counted.denominator ?? ALL_ASKED) };
  }
  if (own?.numerator !== undefined) return { numerator: own.numerator, denominator: own.denominator ?? ALL_ASKED };
  const what = title
    .replace(/^(?:t[ỷỉ] lệ|có)\s+/iu, '')
    .replace(
      /[\s,]*(?:đạt|từ|trên|tối thiểu|ít nhất|≥|>)?[\s]*(?:từ |trên |≥ ?|> ?)?\d[\d.,]*\s?%(?:\s?trở lên)?[\s.]*$/iu,
      '',
    )
    .trim();
  return { numerator: what.length > 3 ? `Số ${lowered(what)}` : 'Số đã thực hiện', denominator: ALL_ASKED };
}

function withoutUndefined(criterion: Criterion): Criterion {
  return Object.fromEntries(Object.entries(criterion).filter(([, value]) => value !== undefined)) as Criterion;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The plan gives points and no word on how. */
function unruledCriterion(mark: PlanMark, code: string, { measured, report, unruled }: MarkContext): Criterion {
  if (unruled !== null) return plain(mark, code, unruled === 'yes-no' ? yesNo : byCouncil);
  if (mark.kind === 'bonus') return plain(mark, code, /mô hình|sáng kiến/iu.test(mark.text) ? yesNo : byCouncil);
  if (!measured && report) {
    const source = { ...report.source, ...sourceOf(mark) };
    return withoutUndefined({ ...report, title: mark.text, source, ...shownFor(mark), proposed: 'rule' });
  }
  const { wanted: level } = mark;
  if (!measured && level) return plain(mark, code, { kind: 'council-graded', by: 'council', words: level });
  if (!measured) return plain(mark, code, DONE.test(mark.text) ? yesNo : byCouncil);
  const source = { ...measured.source, ...sourceOf(mark) };
  const { target, measure } = measured;
  const isAllOrNothing = AT_LEAST.test(mark.text) && target !== null && measure !== 'yes-no';
  const rule = isAllOrNothing ? threshold(target.comparator, target.value) : measured.rule;
  const { milestones, ...last } = measured;
  const made = isAllOrNothing ? last : { ...last, ...(milestones ? { milestones } : {}) };
  return withoutUndefined({ ...made, title: mark.text, source, rule, ...shownFor(mark), proposed: 'rule' });
}

/** A deed is done or it is not. */
const DONE = new RegExp(String.raw`^(?:${verbPattern('unit')}|không để)(?!\p{L})`, 'iu');
/** `Có từ 90 % hộ …`, `Đảm bảo 100 % …`: all or nothing. */
const AT_LEAST = /^(?:có (?:từ|trên|ít nhất|tối thiểu)|đảm bảo|bảo đảm|thu hút|ít nhất|tối thiểu)(?!\p{L})/iu;

function deductionOf(mark: PlanMark, code: string, onRead: OnRead): Criterion {
  const points = mark.points ?? 0;
  const words = mark.rule.trim();
  const texts = [words, mark.text].flatMap((text) =>
    text === '' ? [] : (readRuleText(text, { max: points, title: mark.text, deducts: true }) ?? []),
  )[0];
  const own = texts?.rule.kind === 'deduction' ? texts : null;
  if (own) onRead(code, own);
  const rule = own?.rule ?? (words === '' ? deduction(points / 100, points / 100) : deduction(0, points / 100));
  return {
    ...plain(mark, code, rule, { unit: own?.unit ?? 'lần' }),
    ...{ evidence: 'optional', maxPoints: 0, bonus: false, proposed: own ? false : 'rule' },
  };
}
