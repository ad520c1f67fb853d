/** A target's finding in Vietnamese: where its figure comes from, and why it stands in its state. */

import { formatNumber } from '../../base/quantity/points.ts';
import type { Target } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { TargetResult } from './commune-result.ts';
import { figureText, levelOf } from './figure-words.ts';

interface Source {
  readonly onPortal: boolean;
  readonly gave: number;
  readonly expected: number;
  /** Names of the audiences. */
  readonly audiences: readonly string[];
  /** The target whose choice of audiences is explained; null = it is explained elsewhere. */
  readonly target: Target | null;
}

/** `cộng số liệu của 10/12 đơn vị (Bản)`; with why others are left out, where the plan's data says. */
export function sourceWords({ onPortal, gave, expected, audiences, target }: Source): string {
  const what = onPortal ? 'số liệu trên Cổng dịch vụ công của' : target === null ? 'đếm' : 'cộng số liệu của';
  const why = target?.figure?.kind === 'sum' ? `; ${target.figure.why}` : '';
  return `${what} ${gave}/${expected} đơn vị (${audiences.join(', ')})${why}`;
}

export function portalWords({ provenance }: Observation): string {
  const day = formatDate(provenance.capturedAt.slice(0, 10));
  return `số liệu của xã trên Cổng, ghi nhận ngày ${day}`;
}

const NAMED = 6;

/** `Bản Phiêng Vang (chưa có báo cáo), …`; the rest by number when there are many. */
function namesOf(missing: TargetResult['units']['missing']): string {
  const named = missing.slice(0, NAMED).map(({ unit, why }) => `${unit} (${why})`);
  const rest = missing.length - named.length;
  return named.join('; ') + (rest > 0 ? ` và ${rest} đơn vị khác` : '');
}

function dueWords({ deadline }: Target): string {
  return deadline === null ? '' : ` (hạn ${formatDate(deadline)})`;
}

type Finding = Pick<TargetResult, 'state' | 'soFar' | 'figure' | 'low' | 'high' | 'units'>;

/** One sentence. */
export function reasonFor(target: Target, { state, soFar, figure, low, high, units }: Finding): string {
  const level = levelOf(target);
  const requirement = `yêu cầu ${level}`;
  if (figure.value === null) {
    const why = units.missing.length > 0 ? `: ${namesOf(units.missing)}` : '; biểu mẫu của kỳ này chưa hỏi số liệu này';
    return `Chưa có số liệu, ${requirement}${why}.`;
  }
  const own = figureText({ ...figure, value: figure.value }, target.unit ?? '%');
  const parts = [`${own}, ${requirement}`];
  if (low !== null && high !== null && (low !== figure.value || high !== figure.value)) {
    const doubtful = units.doubtful.length > 0 ? ` (${units.doubtful.join(', ')})` : '';
    parts.push(`còn có thể từ ${formatNumber(low)} đến ${formatNumber(high)} ${target.unit ?? '%'}${doubtful}`);
  }
  if (units.missing.length > 0) parts.push(`chưa cộng được ${namesOf(units.missing)}`);
  const verdict = {
    met: 'đạt',
    'not-met': 'chưa đạt',
    'not-enough-data':
      soFar === null
        ? 'chưa đủ số liệu để kết luận'
        : `chưa đủ số liệu để kết luận; theo số đã có là ${soFar === 'met' ? 'đạt' : 'chưa đạt'}`,
    'no-source': 'không có nguồn số liệu',
    'not-due': `chưa đến hạn${dueWords(target)}${soFar === null ? '' : `, theo số đã có là ${soFar === 'met' ? 'đạt' : 'chưa đạt'}`}`,
  }[state];
  return `${parts.join('; ')}: ${verdict}.`;
}
