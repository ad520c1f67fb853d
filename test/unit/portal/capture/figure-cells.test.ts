/** Evidence opens at the cell of its figure: the cell is found by the figure and its unit. */
import { describe, expect, it } from 'vitest';
import { figureCells } from '../../../../core/portal/capture/figure-cells.ts';
import { textOf } from '../../../../core/portal/capture/page.ts';
import { parsePage } from '../../../../core/portal/capture/parse-page.ts';
import { savedCases } from '../../../fixtures/mutator/mutate.ts';

const PAGES = savedCases().filter(({ captured: { body } }) => !/^\s*[[{]/.test(body));

function cellsOf(name: string, unit: string, indicator: string): readonly string[] {
  const saved = PAGES.find((saved) => saved.name === name);
  const reading = saved?.readings.find((reading) => reading.unit.name === unit && reading.indicator === indicator);
  if (!saved || !reading) throw new Error('no such reading');
  const { value, numerator, denominator } = reading;
  return figureCells(parsePage(saved.captured.body), { unit, value, numerator, denominator }).map(textOf);
}

describe('the cells of a figure', () => {
  it('stand in the row of its unit, in the total row of a unit’s own page, or beside its name', () => {
    expect(cellsOf('form-06a/fields-ok.case.json', 'UBND xã Ta Ma', 'tiep-nhan')).toEqual(['10.481']);
    expect(cellsOf('form-06a/fields-ok.case.json', 'UBND xã Ta Ma', 'dung-han')).toEqual(['10.420']);
    expect(cellsOf('kept/shares', 'Xã An Minh', 'so-hoa-ho-so')).toEqual(['500', '320', '64%']);
    expect(cellsOf('kept/cards', '', 'so-hoa-ho-so')).toEqual(['1.200', '1.080', '90%'].map(() => expect.any(String)));
    expect(cellsOf('national-2022-page/ok.case.json', 'UBND xã An Minh', 'TDGQ')).toHaveLength(1);
    expect(cellsOf('tan-dan/ok.case.json', 'Xã Nông Cống', 'tiep-nhan')).toEqual(['1.234']);
  });

  it('are found for every reading that a page prints, and none is found for another figure', () => {
    for (const { name, captured, readings } of PAGES) {
      const page = parsePage(captured.body);
      for (const { unit, indicator, value, numerator, denominator } of readings) {
        const isMade = /^(?:hang|binh-quan)/.test(indicator);
        if (isMade || value === null || value === 0) continue;
        const figure = { unit: unit.name, value, numerator, denominator };
        expect(figureCells(page, figure).length, `${name} ${unit.name} ${indicator}`).toBeGreaterThan(0);
      }
      expect(
        figureCells(page, { unit: 'Xã Không Có', value: 987_654, numerator: 777_771, denominator: 777_773 }),
      ).toEqual([]);
    }
  });
});
