/** The period of a page where it is said in two ways: by its name, and by the days reports of it are made up from. */
import { describe, expect, it } from 'vitest';
import { periodKey } from '../../../../core/base/period/period.ts';
import { addressPeriod, pagePeriod } from '../../../../core/portal/capture/page-period.ts';
import { parsePage } from '../../../../core/portal/capture/parse-page.ts';

function saidOn(body: string): string | null {
  const { period } = pagePeriod(parsePage(`<!doctype html><html><head></head><body>${body}</body></html>`));
  return period && periodKey(period);
}

describe('the days a report is made up from', () => {
  it.each([
    ['<h3>QUÝ III NĂM 2025</h3><p>(Từ ngày 15/6/2025 đến ngày 14/9/2025)</p>', '2025-Q3'],
    ['<h3>QUÝ III NĂM 2025 (Từ ngày 15/6/2025 đến ngày 14/9/2025)</h3>', '2025-Q3'],
    ['<h3>BÁO CÁO NĂM 2025</h3><p>Từ ngày 15/12/2024 đến ngày 14/12/2025</p>', '2025'],
    ['<h3>THÁNG 1 NĂM 2025</h3><p>Từ ngày 15/12/2024 đến ngày 14/01/2025</p>', '2025-01'],
  ])('name no other period: %s', (body, key) => {
    expect(saidOn(body)).toBe(key);
  });

  it.each([
    '<h3>QUÝ III NĂM 2025</h3><p>Từ ngày 15/3/2025 đến ngày 14/6/2025</p>',
    '<h3>QUÝ III NĂM 2025</h3><p>Từ ngày 15/6/2025 đến ngày 15/9/2025</p>',
    '<h3>QUÝ III, QUÝ IV NĂM 2025</h3><p>Từ ngày 15/6/2025 đến ngày 14/9/2025</p>',
  ])('leave the period to the officer where they are of another: %s', (body) => {
    expect(saidOn(body)).toBeNull();
  });
});

describe('a period in one parameter of the address', () => {
  it.each([
    ['?ky=202408', '2024-08'],
    ['?period=2024-Q2', '2024-Q2'],
    ['?kyBaoCao=2024', '2024'],
  ])('is read: %s', (search, key) => {
    const period = addressPeriod(`https://motcua.tama.gov.vn/06a${search}`);
    expect(period.kind === 'one' && periodKey(period.period)).toBe(key);
  });

  it('is unclear where it says a year and something unknown, and no period without a year', () => {
    expect(addressPeriod('https://motcua.tama.gov.vn/06a?ky=2024xyz').kind).toBe('unclear');
    expect(addressPeriod('https://motcua.tama.gov.vn/06a?ky=thang').kind).toBe('none');
  });
});
