/** Starters: usable as they are, every figure proposed and with the decision it comes from. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromStarter } from '../../../core/dossier/from-starter.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { loadStarter, STARTER_HEADINGS } from '../../../core/movements/starters.ts';

const loaded = STARTER_HEADINGS.map(async ({ id, title }) => {
  const movement = await loadStarter(id);
  return movement ? [{ id, title, movement }] : [];
});
const ALL = (await Promise.all(loaded)).flat();
/** `71/NQ-CP ngày 01/4/2025`, `01-KH/BCĐTW ngày …`. */
const DECISION = /\d+(?:\/\d{4})?(?:\/|-)[A-ZĐ]{2}[A-ZĐa-z0-9/-]* ngày \d{1,2}\/\d{1,2}\/\d{4}/u;

it('are of the four matters that communes run movements on', () => {
  expect(ALL.map(({ id }) => id)).toEqual([
    'chuyen-doi-so',
    'binh-dan-hoc-vu-so',
    'cai-cach-hanh-chinh',
    'nong-thon-moi',
  ]);
});

it('are all files of the folder, and no other is found', async () => {
  const files = readdirSync('movements/starters').map((file) => file.replace(/[.]json$/, ''));
  expect(ALL.map(({ id }) => id).sort()).toEqual(files.sort());
  expect(await loadStarter('khong-co')).toBeUndefined();
});

describe.each(ALL)('$id', ({ title, movement }) => {
  it('is offered under its title', () => {
    expect(movement.title).toContain(`“${title}”`);
  });

  it('is a movement without a fault', () => {
    expect(validateMovement(movement)).toEqual([]);
  });

  it('names the decision behind each target, and calls each figure proposed', () => {
    for (const { note, value } of movement.targets) {
      expect(note).toMatch(DECISION);
      expect(note).toMatch(/đề xuất.*nguồn: \S/iu);
      expect(note).toMatch(value === null ? /Đề xuất; xã điền mức/u : /Mức đề xuất\./u);
    }
    expect(movement.legalBases.length).toBeGreaterThan(0);
    for (const { number, date } of movement.legalBases) expect([number, date]).not.toContain(null);
  });

  it('has no points that pass for those of a plan', () => {
    for (const set of movement.criteriaSets) {
      expect(set.proposed).toBe(true);
      expect(set.criteria.every(({ proposed }) => proposed)).toBe(true);
    }
    expect(movement.plan).toMatchObject({ number: null, date: null });
  });

  it('becomes a commune’s own, with what is to be confirmed', () => {
    const own = fromStarter(movement, { commune: 'xã Phú Xuân', province: 'tỉnh Hưng Yên', year: 2027 });
    expect(validateMovement(own)).toEqual([]);
    expect(own.issuer).toEqual({ commune: 'xã Phú Xuân', province: 'tỉnh Hưng Yên', district: null });
    expect(own.period).toEqual({ from: '2027-01-01', to: '2027-12-31' });
    expect(/xã Mẫu|tỉnh Mẫu/u.test(JSON.stringify(own))).toBe(false);
    expect(own.id).toBe(movement.id.replace('2026', '2027'));
    const warnings = own.warnings.map(({ message }) => message).join('\n');
    for (const { message } of movement.warnings) expect(warnings.includes(message)).toBe(!message.includes('xã Mẫu'));
    expect(new Set(own.warnings.map(({ code }) => code)).size).toBe(own.warnings.length);
  });
});
