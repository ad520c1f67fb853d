/** Results of a run of checks besides single flags: their ids and order, and which checks did not run. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import { cell, change, context, correct, fileOf, MISSING, observed, read, registered } from './reports.ts';

const base = correct();

describe('ids and order', () => {
  const faulty = change(change(base, '2.3', { value: read(cell('2.3', 'value'), MISSING) }), '1.1', { evidence: [] });

  it('stay when the run is repeated with other files beside', () => {
    const alone = checkFiles([fileOf(faulty)], context()).flags.map(({ id }) => id);
    const among = checkFiles([fileOf(correct({ unit: 'Bản Hai', seed: 2 })), fileOf(faulty)], context()).flags;
    expect(among.map(({ id }) => id)).toEqual(alone);
  });

  it('follow the rows of the report', () => {
    expect(checkFiles([fileOf(faulty)], context()).flags.map(({ criterion }) => criterion)).toEqual(['1.1', '2.3']);
  });
});

describe('what could not be checked', () => {
  it('is listed for each missing part', () => {
    const { silent } = checkFiles([fileOf(base)], context());
    expect(silent.join('\n')).toMatch(/danh sách đơn vị[\s\S]*kỳ trước[\s\S]*Cổng dịch vụ công[\s\S]*8 báo cáo/);
  });

  it('is nothing when all is known', () => {
    const units = Array.from({ length: 8 }, (_, index) => `Bản ${index + 1}`);
    const reports = units.map((unit, index) => fileOf(correct({ unit, seed: index + 1 })));
    const known = context({
      register: units.map((unit) => registered(unit)),
      previous: [],
      observations: [observed('work-files-online', 'Khác', 1)],
    });
    expect(checkFiles(reports, known)).toEqual({ flags: [], silent: [] });
  });

  it('names the missing deadline', () => {
    const movement = { ...context().movement, calendar: [] };
    expect(checkFiles([fileOf(base)], context({ movement })).silent.join(' ')).toContain('không nêu ngày gửi báo cáo');
  });
});
