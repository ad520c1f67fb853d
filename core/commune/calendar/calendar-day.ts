/** A date of the movement in one year, with the last day in words. Made by calendar.ts from the plan's own entries. */
import type { CalendarEntry } from '../../movement/movement.ts';

export interface CalendarDay {
  /** `TM-D02`. */
  readonly code: string;
  /** `explanation` = a day the commune set for the units' answers to the appraisal; the plan has no such date. */
  readonly what: CalendarEntry['what'] | 'explanation';
  /** What it is called: `Báo cáo của đơn vị`, `Sơ kết`. */
  readonly name: string;
  /** Verbatim from the plan. */
  readonly text: string;
  /** Section of the plan; '' = the commune's own date. */
  readonly section: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Last ISO day in time (`trước 27/11` → 26/11); null = the plan names no day, and we do not guess. */
  readonly last: string | null;
  /** `chậm nhất hết ngày 26/11/2025 (kế hoạch ghi trước ngày 27/11)`; `kế hoạch không ghi ngày: cần ấn định`. */
  readonly words: string;
  /** Relative to the day of the calculation; `asked` = no day is known, so the commune has to set it. */
  readonly state: 'ahead' | 'today' | 'past' | 'asked';
  /** Calendar days from the day of the calculation to the last day; negative when past, null when no day is known. */
  readonly daysLeft: number | null;
}

/** Where a unit's report stands. `appraised` = received, and nothing in it is open any more. */
export type FollowUpState = 'received' | 'late' | 'missing' | 'returned' | 'appraised';

export interface FollowUp {
  readonly unit: string;
  readonly audience: string;
  readonly state: FollowUpState;
  /** ISO day the report was received; null = not received or not recorded. */
  readonly received: string | null;
  /** Days after the last day; 0 when in time or not due yet. */
  readonly daysLate: number;
  /** One Vietnamese line on where it stands. */
  readonly line: string;
}
