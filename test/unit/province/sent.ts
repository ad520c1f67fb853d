/** Results of communes, for tests. */
import type { SentResult, SentTarget } from '../../../core/commune/result/sent-result.ts';

export function target(text: string, state: SentTarget['state'], a: number | null, b: number | null): SentTarget {
  const value = a === null || b === null ? null : (100 * a) / b;
  const units = { gave: 1, missing: 0, doubtful: 0 };
  return { code: 'CT01', text, unit: '%', level: 'trên 40 %', state, a, b, value, low: value, high: value, units };
}

export function result(commune: string, given: Partial<SentResult> = {}): SentResult {
  return {
    commune,
    province: 'tỉnh Lai Châu',
    movement: { id: 'chung-2026', title: 'Cả tỉnh thi đua chuyển đổi số' },
    period: '2026-03',
    asOf: '2026-04-10',
    targets: [target('Tỷ lệ hồ sơ trực tuyến', 'met', 90, 100)],
    reports: { asked: 20, received: 20, late: 0, undated: 0, due: '2026-04-05' },
    indicators: [],
    ...given,
  };
}

/** By months of 2026 from January on. */
export function course(code: string, ...values: readonly number[]): SentResult['indicators'][number] {
  return {
    code,
    course: values.map((value, at) => ({ period: `2026-0${at + 1}`, value, place: null, placed: null })),
  };
}
