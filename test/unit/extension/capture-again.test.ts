import { expect, it } from 'vitest';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import type { CapturedFigure, Preview } from '../../../extension/messages/contract.ts';
import { besideOld, canBeAgain, unitAgain } from '../../../extension/panel/capture-again.ts';
import type { CaptureRecord } from '../../../extension/store/records.ts';

type Found = Extract<Preview, { kind: 'found' }>;

const UNIT = { id: 'x-1', name: 'UBND Xã Ta Ma' };
const observation = (indicator: string, value: number | null): Observation => ({
  ...{ indicator, unit: UNIT, period: '2026', value },
  provenance: {
    ...{ url: 'https://a.vn', request: null, at: '2026-01-01T08:00:00+07:00', reader: { id: 'r', version: '1' } },
    ...{ contentHash: 'sha256:0', screenshotHash: null, corrected: false },
  },
});
const OLD = {
  ...{ at: '2026-01-01T08:00:00+07:00', url: 'https://a.vn', state: 'confirmed' },
  observations: [observation('TDGQ', 15), observation('dung-han', null)],
} as unknown as CaptureRecord;
const figure = (indicator: string, value: number | null) =>
  ({ indicator, value, last: { value: 1, delta: 1 } }) as unknown as CapturedFigure;
const found = (part: Partial<Found>) =>
  ({
    ...{ kind: 'found', period: '2026', lastAt: '2026-06-01T08:00:00+07:00', units: [{ key: 'x-1', name: UNIT.name }] },
    ...{ unit: { key: 'x-1', name: UNIT.name, mine: false }, figures: [figure('TDGQ', 15.5), figure('moi', 3)] },
    ...part,
  }) as unknown as Found;

it('compares each figure with the old capture, not with the last', () => {
  const beside = besideOld(found({}), OLD);
  expect(beside?.lastAt).toBe(OLD.at);
  expect(beside?.figures.map(({ last }) => last)).toEqual([{ value: 15, delta: 0.5 }, null]);
});

it('puts nothing beside another unit or period', () => {
  expect(besideOld(found({ period: '2026-Q1' }), OLD)).toBeUndefined();
  expect(besideOld(found({ unit: { key: 'x-2', name: UNIT.name, mine: true } }), OLD)).toBeUndefined();
  // Where the page names no unit, the name typed is all there is.
  expect(besideOld(found({ units: [], unit: { key: 'typed', name: UNIT.name, mine: false } }), OLD)).toBeDefined();
});

it('looks for the unit of then, and never undoes a choice', () => {
  const others = [
    { key: 'x-1', name: 'a' },
    { key: 'x-2', name: 'b' },
  ];
  const mine = { key: 'x-2', name: 'b', mine: true };
  expect(unitAgain(found({ units: others, unit: mine }), null, OLD.observations)).toBe('x-1');
  expect(unitAgain(found({ units: others, unit: mine }), 'x-2', OLD.observations)).toBeUndefined();
  expect(unitAgain(found({ units: others.slice(1), unit: mine }), null, OLD.observations)).toBeUndefined();
  expect(unitAgain(found({ units: [], unit: null }), null, OLD.observations)).toBe('UBND Xã Ta Ma');
});

it('is offered for what was saved from an address that can be gone to', () => {
  expect(canBeAgain(OLD)).toBe(true);
  expect(canBeAgain({ ...OLD, state: 'discarded' })).toBe(false);
  expect(canBeAgain({ ...OLD, url: 'file:///C:/bao-cao.html' })).toBe(false);
});
