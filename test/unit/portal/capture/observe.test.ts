/** From a capture to labelled observations: which unit is meant, where the figure came from, nothing guessed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observe } from '../../../../core/portal/capture/observe.ts';
import { capturesFileSchema } from '../../../../core/portal/indicator/observation.ts';

const FOLDER = 'core/portal/capture/readers/national-2022/cases';
const { url, request, at } = JSON.parse(readFileSync(`${FOLDER}/ok.case.json`, 'utf8'));
const captured = { url, request, at, body: readFileSync(`${FOLDER}/ok.json`, 'utf8') };

describe('observe', () => {
  it.each(['H01.187', 'h01.187', '470705', 'xã Đông Thái', 'UBND Xã Đông Thái', 'UBND xã Đông Thái - tỉnh An Giang'])(
    'finds the unit by %s',
    (unit) => {
      const { observations, warnings } = observe(captured, unit, 'abc');
      expect(new Set(observations.map((observation) => observation.unit.code))).toEqual(new Set(['H01.187']));
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

  it('assigns figures of a page without a unit to the requested unit, and to none without a request', () => {
    const folder = 'core/portal/capture/readers/igate-1/cases';
    const saved = JSON.parse(readFileSync(`${folder}/ok.case.json`, 'utf8'));
    const page = { url: saved.url, request: null, at: saved.at, body: readFileSync(`${folder}/ok.json`, 'utf8') };
    const { observations } = observe(page, 'UBND xã Thạnh Phú', 'abc');
    expect(observations.map((observation) => [observation.unit.name, observation.value])).toEqual([
      ['UBND xã Thạnh Phú', 412],
      ['UBND xã Thạnh Phú', 95.5],
    ]);
    expect(observe(page, null, 'abc')).toMatchObject({
      observations: [],
      warnings: ['Trang không ghi đơn vị: hãy cho biết số liệu của đơn vị nào.'],
    });
  });

  it('keeps names apart that differ by a tone only, and asks when they are typed without', () => {
    const rows = JSON.parse(captured.body);
    const named = (ID: string, TEN: string) => ({ ...rows[0], ID, MA_COQUAN: '', TEN });
    const body = JSON.stringify([named('1', 'UBND xã Long Thạnh'), named('2', 'UBND xã Long Thành')]);
    const of = (unit: string) => observe({ ...captured, body }, unit, 'abc');
    expect(new Set(of('xã Long Thành').observations.map(({ unit }) => unit.id))).toEqual(new Set(['2']));
    expect(of('xa Long Thanh')).toMatchObject({ observations: [], warnings: [expect.stringContaining('hãy dùng mã')] });
  });

  it('knows a code with the zeros some provinces put before it', () => {
    const [row] = JSON.parse(captured.body);
    const body = JSON.stringify([{ ...row, MA_COQUAN: '000.00.00.H37' }]);
    expect(observe({ ...captured, body }, 'h37', 'abc').observations).toHaveLength(7);
  });

  it('asks for the code when two units carry the name', () => {
    const rows = JSON.parse(captured.body);
    const body = JSON.stringify([rows[0], { ...rows[0], ID: '999', MA_COQUAN: 'H01.999', TEN: 'UBND xã Đông Thái' }]);
    const { observations, warnings } = observe({ ...captured, body }, 'xã Đông Thái', 'abc');
    expect(observations).toEqual([]);
    expect(warnings[0]).toContain('hãy dùng mã');
  });
});
