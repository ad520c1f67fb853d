/** From a capture to labelled observations: which unit is meant, where the figure came from, nothing guessed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observe } from '../../../core/capture/observe.ts';
import { capturesFileSchema } from '../../../core/indicator/observation.ts';

const FOLDER = 'core/capture/readers/national-2022/cases';
const { url, request, at } = JSON.parse(readFileSync(`${FOLDER}/ok.case.json`, 'utf8'));
const captured = { url, request, at, body: readFileSync(`${FOLDER}/ok.json`, 'utf8') };

describe('observe', () => {
  it.each(['H01.187', 'h01.187', '470705', 'xã Đông Thái', 'UBND Xã Đông Thái', 'UBND xã Đông Thái - tỉnh An Giang'])(
    'finds the unit by %s',
    (unit) => {
      const { observations, warnings } = observe(captured, unit, 'abc');
      expect(new Set(observations.map((each) => each.unit.code))).toEqual(new Set(['H01.187']));
      expect(observations).toHaveLength(7);
      expect(warnings).toEqual([]);
    },
  );

  it('does not take a name inside another name, and says so', () => {
    const { observations, warnings } = observe(captured, 'Đông', 'abc');
    expect(observations).toEqual([]);
    expect(warnings[0]).toBe('Không tìm thấy đơn vị “Đông” trên trang này.');
  });

  it('keeps where each figure came from, in the shape of a captures file', () => {
    const observed = observe(captured, null, 'abc');
    expect(capturesFileSchema.parse(observed).observations).toHaveLength(14);
    expect(observed.observations[0]?.provenance).toEqual({
      url,
      request,
      capturedAt: at,
      reader: { id: 'national-2022', version: expect.stringMatching(/^\d{4}-/) },
      contentHash: 'abc',
      screenshotHash: null,
      correctedByHand: false,
    });
  });

  it('asks for the code when two units carry the name', () => {
    const rows = JSON.parse(captured.body);
    const body = JSON.stringify([
      rows[0],
      { ...rows[0], ID: '999', MA_COQUAN: 'H02.001', TEN: 'UBND xã Đông Thái - tỉnh Kiên Giang' },
    ]);
    const { observations, warnings } = observe({ ...captured, body }, 'xã Đông Thái', 'abc');
    expect(observations).toEqual([]);
    expect(warnings[0]).toContain('hãy dùng mã');
  });
});
