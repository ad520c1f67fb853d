/** Rows of the plans that once were missing or led astray. */
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement } from '../../../core/movements/index.ts';

function plan(id: string): Movement {
  const found = findMovement(id);
  if (!found) throw new Error(`${id} is not bundled`);
  return found;
}
const taMa = plan('ta-ma-2023-2030');
const tanLinh = plan('tan-linh-2025');

const places = (
  rows: readonly { readonly code: string; readonly source: { readonly section: string } }[],
  prefix: string,
) => rows.filter(({ code }) => code.startsWith(prefix)).map(({ code, source }) => `${code} ${source.section}`);

describe('Ta Ma', () => {
  it('still runs, so it warns that there is no district any more, and sends its report to whom the commune names', () => {
    const [told] = taMa.warnings.filter(({ code }) => code === 'XP-13');
    expect(told?.message).toMatch(/01\/7\/2025|không còn cấp huyện/);
    for (const code of ['TM-D03', 'TM-D08']) {
      const to = taMa.calendar.find((item) => item.code === code)?.to ?? '';
      expect(to).toMatch(/không còn cấp huyện.*xác định cấp trên/);
    }
  });
  it('has its yearly evaluation, inspection and the reports upward', () => {
    const rows = places(taMa.calendar, 'TM-D');
    expect(rows).toEqual(expect.arrayContaining(['TM-D03 V.4', 'TM-D07a I.2', 'TM-D07b V.1', 'TM-D08 V.4']));
  });
  it('has the opening standard of collectives, the infrastructure of III.2.2.2.b and the units’ own awards', () => {
    const opening = taMa.standards.find(({ code }) => code === 'TM-S00');
    expect([opening?.source.section, opening?.audiences.includes('village')]).toEqual(['IV.2.a', true]);
    expect(taMa.targets.find(({ code }) => code === 'TM-G31')).toMatchObject({
      section: 'III.2.2.2.b',
      kind: 'qualitative',
    });
    expect(taMa.quotas.find(({ code }) => code === 'TM-Q08')).toMatchObject({ award: null, max: null });
  });
  it('gives the commune chair’s award for no quota that is the units’ own', () => {
    const own = taMa.quotas.filter(({ text }) => /Giấy khen của (?:cơ quan|các cơ quan)/i.test(text));
    expect(own.filter(({ award }) => award !== null)).toEqual([]);
  });
});

describe('Tân Linh', () => {
  it('has the five duties of III.1, the evaluation of I.2 and the yearly summary of V.1', () => {
    expect(places(tanLinh.standards, 'TL-S')).toEqual([1, 2, 3, 4, 5].map((at) => `TL-S0${at} III.1`));
    expect(places(tanLinh.calendar, 'TL-D')).toEqual(expect.arrayContaining(['TL-D02 I.2', 'TL-D03 V.1']));
  });
  it('carries no number of a law that its text does not', () => {
    expect(JSON.stringify(tanLinh)).not.toContain('06/2022');
  });
  it('names one section for each who is named', () => {
    const sections = new Map<string, Set<string>>();
    JSON.stringify(tanLinh, (_key, value) => {
      const source = value as { code?: string; section?: string } | null;
      if (typeof source?.section === 'string' && source.code?.startsWith('TL-E')) {
        sections.set(source.code, (sections.get(source.code) ?? new Set()).add(source.section));
      }
      return value;
    });
    expect(sections.size).toBeGreaterThan(1);
    for (const [code, own] of sections) expect([code, [...own]]).toEqual([code, [[...own][0]]]);
  });
});

it('Cát Nê: what the portal publishes is tied to it', () => {
  const tied = plan('cat-ne-2024').criteriaSets.flatMap(({ criteria }) =>
    criteria.flatMap(({ indicator }) => indicator ?? []),
  );
  expect(new Set(tied)).toEqual(new Set(['ho-so-truc-tuyen', 'dich-vu-toan-trinh']));
});
