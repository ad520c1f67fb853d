/** Words for a kind of progress, so that no colour is needed; apart, for who shows what was reckoned elsewhere. */
import type { IndicatorProgress } from './progress.ts';

export const PROGRESS_NAME: Readonly<Record<IndicatorProgress['kind'], string>> = {
  reached: 'Đã đạt',
  'on-pace': 'Chưa đạt, đúng nhịp',
  behind: 'Chưa đạt',
  overdue: 'Quá hạn, chưa đạt',
  unknown: 'Chưa rõ',
};
