/**
 * The purpose of each date in the five plans; and every date that the plan reader can return is valid in a movement.
 */
import { expect, it } from 'vitest';
import type { DueKind } from '../../../core/movement/movement.ts';
import { type CalendarEntry, calendarEntrySchema } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';

const WHAT: Readonly<Record<string, CalendarEntry['what']>> = {
  'CN-D01': 'end',
  'CN-D01b': 'final-review',
  'LB-D01': 'unit-report',
  'LB-D02': 'unit-report',
  'LB-D03': 'evaluation',
  'LB-D04': 'yearly-summary',
  'TL-D01': 'unit-report',
  'TL-D02': 'evaluation',
  'TL-D03': 'yearly-summary',
  'TM-D01': 'unit-plan',
  'TM-D02': 'unit-report',
  'TM-D03': 'yearly-summary',
  'TM-D04': 'interim-review',
  'TM-D05': 'final-review',
  'TM-D06': 'other-report',
  'TM-D07a': 'evaluation',
  'TM-D07b': 'evaluation',
  'TM-D08': 'other-report',
  'TQ-D01': 'unit-plan',
  'TQ-D01b': 'registration',
  'TQ-D02': 'interim-review',
  'TQ-D03': 'final-review',
};

/** A kind the reader of plans knows and a movement does not would not compile here. */
const taken = (what: DueKind): CalendarEntry['what'] => what;

it('each date is of the kind its plan gives it', () => {
  const all = Object.fromEntries(
    MOVEMENTS.flatMap(({ calendar }) => calendar.map(({ code, what }) => [code, what] as const)),
  );
  expect(all).toEqual(WHAT);
});

it('a launch, a dossier and a date of nothing we know are dates too', () => {
  const entry = {
    ...{ code: 'D1', text: 'phát động', when: { kind: 'date', date: '2026-01-05', exclusive: false } },
    source: { section: 'IV', proposed: false },
  };
  for (const what of ['launch', 'award-dossier', 'other'] as const) {
    expect(calendarEntrySchema.safeParse({ ...entry, what: taken(what) })).toMatchObject({ success: true });
  }
  expect(calendarEntrySchema.safeParse({ ...entry, what: 'party' })).toMatchObject({ success: false });
});
