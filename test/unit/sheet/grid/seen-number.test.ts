import { describe, expect, it } from 'vitest';
import { seenNumber } from '../../../../core/sheet/grid/seen-number.ts';
import { processorTime } from '../../processor-time.ts';

describe('a number under its format', () => {
  it.each([
    [5, 'General'],
    [5, '0'],
    [5, '#,##0.00'],
    [12, '0" hộ"'],
    [0.5, '0.0%'],
    [5, '[Red]0;0;'],
    [0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
    [5, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
    [0.25, '# ?/?'],
    [12, 'General" hộ"'],
    [45690, 'd-mmm'],
    [45690, 'dd/mm/yyyy'],
    [7, '[>=100]0;0.0'],
    [7, '@'],
  ])('%s under %s is seen as itself', (value, format) => {
    expect(seenNumber(value, format)).toEqual({ kind: 'same' });
  });

  it.each([
    [4000, '0,', '4'],
    [4_000_000, '#,##0.0,,', '4'],
    [20, '"Không"', 'Không'],
    [4, '"2"0', '24'],
    [-4, '0;"Không"', 'Không'],
    [1500, '0.0,"k"', '1,5k'],
  ])('%s under %s is seen as something else', (value, format, text) => {
    expect(seenNumber(value, format)).toEqual({ kind: 'other', text });
  });

  it.each([
    [5, ';;;'],
    [5, ';;;@'],
    [0, '0;-0;;@'],
  ])('%s under %s is not seen', (value, format) => {
    expect(seenNumber(value, format)).toEqual({ kind: 'nothing' });
  });

  it('takes linear time on a hostile code', () => {
    const hostile = '"'.repeat(200) + '[<'.repeat(50_000);
    const work = processorTime(() => {
      for (let round = 0; round < 200; round += 1) seenNumber(round + 0.5, hostile);
    });
    expect(work).toBeLessThan(1_500);
  });
});
