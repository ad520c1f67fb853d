/** Captured indicator values as a file, as JSON and as rows pasted from a table. */
import { expect, test } from 'vitest';
import { importCaptures, readCaptures } from '../../excel-addin/session/import-captures.ts';
import { readObservations } from '../../excel-addin/session/observations.ts';
import { demoCapturesText, demoObservations, HOSTS, sure } from './session-hosts.ts';

const NOW = '2025-11-06T08:00:00+07:00';
const PASTED = [
  'Đơn vị\tMã đơn vị\tChỉ số\tKỳ\tGiá trị\tTử số\tMẫu số',
  'Công an xã\tH18.79.2\tTỷ lệ hồ sơ tiếp nhận trực tuyến\t2025\t30,5 %\t61\t200',
  'Trạm Y tế xã\t\tTDGQ\t2025-Q4\t\t\t',
].join('\r\n');

test.each(HOSTS)(
  'over %s: what is in the sheet is what was captured; the same again changes nothing, a later value replaces',
  async (_, open) => {
    const { host } = open();
    const bytes = new TextEncoder().encode(demoCapturesText());
    sure(await importCaptures(host, { name: 'captures.json', bytes }, NOW));
    const held = async () => readObservations(sure(await host.read()));
    const told = (list: typeof first) =>
      (list ?? []).map(({ indicator, unit, period, value, numerator, denominator }) => [
        indicator,
        unit.code,
        unit.name,
        period,
        value,
        numerator,
        denominator,
      ]);
    const { observations: first, notes } = await held();
    expect(notes).toEqual([]);
    expect(told(first)).toEqual(told(demoObservations()));
    expect(sure(await importCaptures(host, demoCapturesText(), NOW)).actions).toBe(0);

    sure(await importCaptures(host, PASTED, NOW));
    const { observations: after } = await held();
    const police = after!.filter(({ unit, indicator }) => unit.code === 'H18.79.2' && indicator === 'ho-so-truc-tuyen');
    expect(police.map(({ value }) => value)).toEqual([30.5]);
    expect(after!.at(-1)).toMatchObject({
      indicator: 'TDGQ',
      unit: { name: 'Trạm Y tế xã' },
      period: '2025-Q4',
      value: null,
    });
  },
);

test.each([
  ['', 'dán'],
  ['{"observations": [', 'JSON'],
  ['[{"indicator": 5}]', 'cấu trúc'],
  ['Đơn vị\tKỳ\nA\t2025', 'Chỉ số'],
  ['Chỉ số\tĐơn vị\tKỳ\tGiá trị\nTDGQ\tA\tnăm ngoái\t5', 'kỳ'],
  ['Chỉ số\tĐơn vị\tKỳ\tGiá trị\nTDGQ\tA\t2025\t1.234', 'số rõ ràng'],
])('%j is refused with what is wrong', (pasted, word) => {
  const read = readCaptures(pasted, NOW);
  expect(read.ok ? '' : read.refusal.message).toContain(word);
});
