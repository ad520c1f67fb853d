/** The message for Zalo: its content, its order, and that it always fits. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indicatorName } from '../../../../core/portal/indicator/indicator-name.ts';
import { deltaWords, indicatorMessage, type MessageFigure } from '../../../../core/portal/indicator/message.ts';
import { progressOf } from '../../../../core/portal/indicator/progress.ts';
import type { IndicatorTarget } from '../../../../core/portal/indicator/targets.ts';
import { ON_TIME, observed } from './figures.ts';

const AT = '2026-09-17T08:05:00+07:00';
const TODAY = AT.slice(0, 10);

function figure(observation: MessageFigure['observation'], level: number | null = null, last: number | null = null) {
  const target: IndicatorTarget | null =
    level === null
      ? null
      : {
          ...{ indicator: observation.indicator, comparator: 'gte', value: level, by: '2026-12-31' },
          ...{ text: '', section: 'II.4.a', proposed: observation.indicator === 'dung-han' },
        };
  return {
    observation,
    last: last === null ? null : { ...observation, value: last },
    target,
    progress: target && progressOf(observation, target, TODAY),
  };
}

it('says unit, period, figures with their change and target, time and source; the total first, then what lags', () => {
  const figures = [
    figure(observed('CKMB', { value: 7.96, max: 18 })),
    figure(observed('hai-long', { value: 97.19, max: 100, numerator: 6496, denominator: 6684 }), 90, 97.19),
    figure(ON_TIME, 98, 88.42),
    figure(observed('TONG', { value: 56.69, max: 100 }), null, 56.8),
    figure(observed('hang-xa-TONG', { value: 2, max: 102 }), null, 4),
    figure(observed('MDSH', { value: null, max: 22 })),
  ];
  expect(
    indicatorMessage({
      unit: 'UBND Phường Việt Trì',
      period: '2026',
      figures,
      at: AT,
      basis: null,
      doubt: null,
      movers: null,
    }),
  ).toBe(
    [
      'UBND Phường Việt Trì: chỉ số dịch vụ công năm 2026',
      '- Tổng điểm chỉ số phục vụ người dân, doanh nghiệp: 56,69/100 điểm; giảm 0,11',
      '- Tỷ lệ hồ sơ giải quyết đúng hạn: 89,28 % (7.368/8.253); tăng 0,86; còn thiếu 720 hồ sơ (tính trên 8.253 hồ sơ đã có) để đạt tối thiểu 98 % đến hết ngày 31/12/2026, mỗi tuần 48 hồ sơ; chỉ bù bằng hồ sơ mới thì cần 35.997 (mức đề xuất); đạt mức ấy được thêm khoảng 1,74 điểm “Tiến độ giải quyết”',
      '- Tỷ lệ hài lòng của người dân, doanh nghiệp: 97,19 % (6.496/6.684); không đổi; đã đạt mức tối thiểu 90 %',
      '- Công khai, minh bạch: 7,96/18 điểm',
      '- Số hóa hồ sơ: chưa công bố',
      `- ${indicatorName('hang-xa-TONG')}: hạng 2/102; lên 2 bậc`,
      'Ghi nhận 08:05 ngày 17/09/2026 (số lũy kế của kỳ), nguồn: dichvucong.gov.vn',
    ].join('\n'),
  );
});

it('marks a figure corrected by hand', () => {
  const { provenance, ...rest } = observed('TDGQ', { value: 19.5, max: 20 });
  const byHand = { ...rest, provenance: { ...provenance, correctedByHand: true } };
  const text = indicatorMessage({
    unit: 'xã Ta Ma',
    period: '2026',
    figures: [figure(byHand, null, 19)],
    at: AT,
    basis: null,
    doubt: null,
    movers: null,
  });
  expect(text).toContain('- Tiến độ giải quyết: 19,5/20 điểm (số sửa tay); tăng 0,5\n');
});

it('is cut by whole lines and says how many are left out', () => {
  const figures = Array.from({ length: 300 }, (_, at) => figure(observed(`chi-so-${at}`, { value: at, max: 1000 })));
  const text = indicatorMessage({
    unit: 'xã Ta Ma',
    period: '2026-Q3',
    figures,
    at: AT,
    basis: null,
    doubt: null,
    movers: null,
  });
  const lines = text.split('\n');
  const shown = lines.filter((line) => line.startsWith('- ')).length;
  expect(text.length).toBeLessThan(2000);
  expect(lines.at(-2)).toBe(`… và ${300 - shown} chỉ số khác`);
  expect(lines[shown]).toBe(`- chi-so-${shown - 1}: ${shown - 1}/1.000 điểm`);
  // No room for one line more.
  expect(text.length + `- chi-so-${shown}: ${shown}/1.000 điểm\n`.length).toBeGreaterThan(1999);
});

it('stays under 2,000 characters with a line for each figure, whatever a page calls its unit', () => {
  const hostile = fc.string({ unit: 'grapheme', maxLength: 3000 });
  fc.assert(
    fc.property(hostile, fc.array(hostile, { maxLength: 80 }), hostile, (unit, names, host) => {
      const figures = names.map((name) =>
        figure(observed(name || 'x', { value: 1e300, provenance: { ...ON_TIME.provenance, url: `https://${host}/` } })),
      );
      const text = indicatorMessage({ unit, period: host, figures, at: AT, basis: null, doubt: null, movers: null });
      expect(text.length).toBeLessThan(2000);
      expect(text.split('\n').filter((line) => line.startsWith('- ')).length).toBeLessThanOrEqual(names.length);
      expect(text).not.toMatch(/\p{Cs}/u);
    }),
    { numRuns: 50 },
  );
});

it('words a change exactly', () => {
  expect(deltaWords(19.81, 19.72)).toBe('tăng 0,09');
  expect(deltaWords(0.3, 0.1 + 0.2)).toBe('không đổi');
  expect(deltaWords(73.59, 73.96)).toBe('giảm 0,37');
  expect(deltaWords(1.001, 1)).toBe('tăng 0,001');
  expect(deltaWords(3, 5, true)).toBe('lên 2 bậc');
  expect(deltaWords(null, 5)).toBe('');
  expect(deltaWords(5, null)).toBe('');
});
