/**
 * What the whole commune achieved: every target of the plan in exactly one state, with its figure, who gave it and what
 * may still change it. Plain data for sheets, papers, `--json` and the pane; made by commune.ts.
 */

import { formatNumber } from '../../base/quantity/points.ts';
import type { Target } from '../../movement/movement.ts';
import type { Comparator } from '../../movement/rule.ts';

/** `not-due` = its day is after the period: it can be met before, and is not judged otherwise. */
export type TargetState = 'met' | 'not-met' | 'not-enough-data' | 'no-source' | 'not-due';

/** Words for a state, as they stand in sheets and papers. */
export const TARGET_STATE_NAME: Readonly<Record<TargetState, string>> = {
  met: 'Đạt',
  'not-met': 'Chưa đạt',
  'not-enough-data': 'Chưa đủ số liệu',
  'no-source': 'Không có nguồn số liệu',
  'not-due': 'Chưa đến hạn',
};

/** A sign beside the words, so that no colour is needed. */
export const TARGET_STATE_SIGN: Readonly<Record<TargetState, string>> = {
  met: '●',
  'not-met': '○',
  'not-enough-data': '◊',
  'no-source': '–',
  'not-due': '▷',
};

/** In the order they are counted and listed. */
export const TARGET_STATES: readonly TargetState[] = ['met', 'not-met', 'not-enough-data', 'no-source', 'not-due'];

/** Where the commune's figure comes from. */
export type FigureSource = 'units' | 'portal' | 'unit-count' | 'scores' | 'told' | 'none';

/**
 * A share is a of b, both summed over the units (never a mean of shares); a sum (`hộ`, `người`) has a value alone.
 * Percent 0 … 100, not rounded; null = not known, which is not zero.
 */
interface TargetFigure {
  readonly a: number | null;
  readonly b: number | null;
  readonly value: number | null;
}

/** A unit that was to give the figure and did not, or not so that it can be added up. */
export interface MissingUnit {
  readonly unit: string;
  /** Vietnamese, no capital, no full stop: `chưa gửi báo cáo`, `chỉ ghi tỷ lệ 47,69 %, không có tử số và mẫu số`. */
  readonly why: string;
}

/** The figure of an earlier year, to compare with this year's. */
export interface EarlierFigure {
  /** Text form of the period: `2024`. */
  readonly period: string;
  readonly figure: TargetFigure;
  readonly state: TargetState;
}

export interface TargetResult {
  /** `TM-G02`. */
  readonly code: string;
  /** Verbatim from the plan. */
  readonly text: string;
  readonly section: string;
  /** An award threshold is a standard of the plan beside its targets; it is not counted among them. */
  readonly kind: Target['kind'];
  readonly comparator: Comparator | null;
  /** The level the plan requires; null for a target without a figure. */
  readonly asked: number | null;
  /** `%`, `hộ`, `người`, `%/năm`; null for a target without a figure. */
  readonly unit: string | null;
  /** `trên 40 %`, `100 %`; empty for a target without a figure. */
  readonly level: string;
  /** ISO day. */
  readonly deadline: string | null;
  /**
   * The deadline against the end of the period: still ahead, within it, or before it began; null without a deadline.
   */
  readonly horizon: 'ahead' | 'due' | 'past' | null;
  readonly state: TargetState;
  /**
   * What the figures that are there come to by themselves, where the state is `not-enough-data` or `not-due`; null when
   * there are none.
   */
  readonly soFar: 'met' | 'not-met' | null;
  readonly figure: TargetFigure;
  /** What the figure can still become by open flags; null on both sides when a unit may bring anything. */
  readonly low: number | null;
  readonly high: number | null;
  readonly source: FigureSource;
  /** The source in words: `tổng số liệu 10/12 đơn vị (Bản)`, `Cổng dịch vụ công, ghi nhận ngày 05/11/2025`. */
  readonly sourceText: string;
  readonly units: {
    readonly gave: readonly string[];
    readonly missing: readonly MissingUnit[];
    /** Of those who gave it, whose figure an open flag puts in doubt. */
    readonly doubtful: readonly string[];
  };
  /** One Vietnamese sentence: why it stands in this state. */
  readonly reason: string;
  /** Earlier years first; empty when the run had none. */
  readonly earlier: readonly EarlierFigure[];
}

/** What stands beside a target: its state in words; a standard of the plan is none of its targets and has none. */
export function stateWords({ state, kind }: Pick<TargetResult, 'state' | 'kind'>): string {
  return kind === 'award-threshold' ? 'Tiêu chuẩn khen thưởng' : TARGET_STATE_NAME[state];
}

/** The sign and `stateWords`. */
export function signedState(target: Pick<TargetResult, 'state' | 'kind'>): string {
  return target.kind === 'award-threshold' ? stateWords(target) : signedName(target.state);
}

/** `● Đạt`. */
export function signedName(state: TargetState): string {
  return `${TARGET_STATE_SIGN[state]} ${TARGET_STATE_NAME[state]}`;
}

/** The plan's own targets: a standard of its awards is none of them. */
export function ownTargets<T extends Pick<TargetResult, 'kind'>>(targets: readonly T[]): readonly T[] {
  return targets.filter(({ kind }) => kind !== 'award-threshold');
}

/** How many of the targets stand in each state, in their order; of later targets only where there are any. */
export function countedStates({ counts }: Pick<CommuneResult, 'counts'>): readonly (readonly [TargetState, number])[] {
  return TARGET_STATES.map((state) => [state, counts[state]] as const).filter(
    ([state, count]) => state !== 'not-due' || count > 0,
  );
}

/** `48,38 %`, `12 hộ`; null where there is no figure. */
export function figureWords(
  value: number | null,
  { unit, asked }: Pick<TargetResult, 'unit' | 'asked'>,
): string | null {
  return value === null ? null : `${formatNumber(value)} ${asked === null ? '%' : (unit ?? '')}`.trimEnd();
}

export interface CommuneResult {
  /** Text form of the period, `2025` or `2023-2025`; null when unknown. */
  readonly period: string | null;
  /** In the plan's order; every target of the movement stands here once. */
  readonly targets: readonly TargetResult[];
  /** How many of `ownTargets` stand in each state. */
  readonly counts: Readonly<Record<TargetState, number>>;
}
