/** How the list beside the text shows a finding of a plan: its figure or time, and its subject. */
import { spanWords } from '../../core/plan/due/due-words.ts';
import type { PlanTarget } from '../../core/plan/finding.ts';
import { DUE_WHATS, QUOTA_KINDS, QUOTA_UNITS, ROUNDS } from '../../session/plan/finding-texts.ts';
import type { FindingKind, PlanFinding } from '../../session/plan/plan-draft.ts';

export const KINDS: readonly FindingKind[] = ['target', 'quota', 'deadline'];
export const KIND_NAMES: Readonly<Record<FindingKind, string>> = {
  target: 'Chỉ tiêu',
  quota: 'Định mức khen',
  deadline: 'Thời hạn',
};
export const STATE_WORDS: Readonly<Record<PlanFinding['state'], string>> = {
  found: '',
  corrected: 'đã sửa',
  added: 'tự thêm',
};

/** `≥ 80 % · đến 31/12/2026`. */
export function headWords(finding: PlanFinding): string {
  switch (finding.kind) {
    case 'target': {
      const { deadline } = finding.value;
      const until = deadline === null ? '' : ` · đến ${deadline.split('-').reverse().join('/')}`;
      return `${levelWords(finding.value)}${until}`;
    }
    case 'quota': {
      const { max, unit, base, kind, round } = finding.value;
      const most =
        max === null
          ? 'không ghi số'
          : `tối đa ${numberWords(max)}${unit === null ? '' : ` ${QUOTA_UNITS[base ?? unit]}`}`;
      return [most, QUOTA_KINDS[kind].toLowerCase(), round === null ? '' : ROUNDS[round].toLowerCase()]
        .filter((part) => part !== '')
        .join(' · ');
    }
    case 'deadline':
      return `${spanWords(finding.value)} · ${DUE_WHATS[finding.value.what].toLowerCase()}`;
  }
}

function levelWords({ comparator, value, valueMax, unit }: PlanTarget): string {
  switch (comparator) {
    case '>=':
      return `≥ ${numberWords(value)} ${unit}`;
    case '>':
      return `> ${numberWords(value)} ${unit}`;
    case '<=':
      return `≤ ${numberWords(value)} ${unit}`;
    case '<':
      return `< ${numberWords(value)} ${unit}`;
    case '=':
      return `${numberWords(value)} ${unit}`;
    case 'range':
      return `${numberWords(value)}–${numberWords(valueMax ?? value)} ${unit}`;
    case 'rank<=':
      return `trong nhóm ${numberWords(value)} đầu`;
  }
}

export function numberWords(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 6 });
}
