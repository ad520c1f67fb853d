/**
 * Every bundled movement: exact round trip through the schema, complete criteria sets, every figure with its place in
 * the plan.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDossier } from '../../../cli/movement/load-movement.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { findHeading, HEADINGS } from '../../../core/movements/headings.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import { loadMovement } from '../../../core/movements/load-movement.ts';
import { findIndicator } from '../../../core/portal/indicator/catalogue.ts';

/** Beside them stands the folder of starters. */
const FILES = readdirSync('movements').filter((name) => name.endsWith('.json'));

/** numeric targets, process targets, award thresholds, targets without a figure, audiences, criteria sets. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  'luc-ba-2024': [0, 0, 0, 1, 9, 7],
  'ta-ma-2023-2030': [29, 0, 0, 2, 8, 12],
  'tan-linh-2025': [0, 0, 0, 1, 9, 7],
  'tan-quang-2023-2025': [16, 1, 1, 2, 5, 5],
  'cat-ne-2024': [8, 0, 0, 3, 3, 3],
};

it('each file is listed, under its name', () => {
  const files = FILES.map((name) => name.replace(/\.json$/, ''));
  expect(MOVEMENTS.map((movement) => movement.id).toSorted()).toEqual(files.toSorted());
  expect(findMovement('ta-ma-2023-2030')?.issuer.commune).toBe('xã Ta Ma');
  expect(findMovement('nowhere')).toBeUndefined();
});

it('loaded one by one they are the same movements, in the same order', async () => {
  expect(HEADINGS).toEqual(MOVEMENTS.map(({ id, title, issuer }) => ({ id, title, issuer })));
  expect(await Promise.all(HEADINGS.map(({ id }) => loadMovement(id)))).toEqual(MOVEMENTS);
  expect(findHeading('cat-ne-2024')?.issuer.commune).toBe('xã Cát Nê');
  expect(findHeading('nowhere')).toBeUndefined();
  expect(await loadMovement('nowhere')).toBeUndefined();
});

it('loaded again it is the same object, for which readers have prepared what they need', async () => {
  expect(await loadMovement('cat-ne-2024')).toBe(await loadMovement('cat-ne-2024'));
});

it.each(FILES)('%s comes in as the file of an officer’s own movement does', (name) => {
  const own = loadDossier(join('movements', name));
  expect(own.movement).toStrictEqual(findMovement(name.replace(/\.json$/, '')));
  expect(validateMovement(own.movement)).toEqual([]);
});

it.each(Object.entries(COUNTS))('%s holds the targets, audiences and sets of the plan', (id, counts) => {
  const movement = findMovement(id)!;
  const ofKind = (...kinds: string[]) => movement.targets.filter((target) => kinds.includes(target.kind)).length;
  expect([
    ofKind('numeric'),
    ofKind('process'),
    ofKind('award-threshold'),
    ofKind('yes-no', 'qualitative'),
    movement.audiences.length,
    movement.criteriaSets.length,
  ]).toEqual(counts);
});

describe.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))('%s', (_, movement) => {
  it('stays the same when it is written out whole and read again', () => {
    expect(movementSchema.parse(JSON.parse(JSON.stringify(movement)))).toStrictEqual(movement);
  });

  it('is composed Unicode throughout, without line ends', () => {
    const text = JSON.stringify(movement);
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toMatch(/\\n|\\t|\u00a0/);
  });

  it('every numeric target has comparator, figure, unit, subject and deadline', () => {
    for (const target of movement.targets.filter((target) => target.kind === 'numeric')) {
      expect(target.comparator, target.code).not.toBeNull();
      expect(target.value, target.code).not.toBeNull();
      expect(target.unit, target.code).not.toBeNull();
      expect(target.deadline, target.code).not.toBeNull();
      expect(target.subject, target.code).not.toBe('');
    }
  });

  describe.each(movement.criteriaSets.map((set) => [set.version, set] as const))('%s', (_, set) => {
    it('sums to 100 points without bonus', () => {
      const counted = set.criteria.filter((criterion) => !criterion.bonus);
      expect(counted.reduce((sum, criterion) => sum + criterion.maxPoints, 0)).toBe(10_000);
    });

    it('has a sensible size', () => {
      const counted = set.criteria.filter((criterion) => !criterion.bonus && criterion.maxPoints > 0);
      expect(counted.length).toBeGreaterThanOrEqual(10);
      expect(counted.length).toBeLessThanOrEqual(20);
      expect(set.groups.length).toBeGreaterThanOrEqual(3);
      expect(set.groups.length).toBeLessThanOrEqual(7);
    });

    it('aims only at targets of its plan, the figures as they stand there, and marks the rest as proposed', () => {
      expect(set.proposed).toBe(true);
      for (const criterion of set.criteria) {
        expect(criterion.proposed, criterion.code).toBe(true);
        // What no section says is ours altogether, and cites nothing.
        if (criterion.source.section === '') expect(criterion.source, criterion.code).toEqual({ section: '' });
        const code = criterion.target?.code ?? null;
        if (criterion.target === null || code === null) continue;
        const target = movement.targets.find((target) => target.code === code);
        expect(target, `${criterion.code} → ${code}`).toBeDefined();
        expect(target?.value).toBe(criterion.target.value);
        expect(target?.deadline).toBe(criterion.target.by);
        expect(criterion.source.code).toBe(code);
      }
    });

    it('words both counts of each percentage and names known indicators only', () => {
      for (const criterion of set.criteria) {
        if (criterion.measure === 'percentage') {
          expect(criterion.numerator, criterion.code).toBeTruthy();
          expect(criterion.denominator, criterion.code).toBeTruthy();
        }
        if (criterion.indicator !== null) expect(findIndicator(criterion.indicator), criterion.code).toBeDefined();
        if (criterion.evidence === 'required') expect(criterion.evidenceHint, criterion.code).toBeTruthy();
      }
    });

    it('lists the criteria in the order of their codes', () => {
      const codes = set.criteria.map((criterion) => criterion.code);
      expect(codes).toEqual(codes.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    });

    it('no two criteria have the same title', () => {
      const titles = set.criteria.map((criterion) => criterion.title);
      expect(new Set(titles).size).toBe(titles.length);
    });
  });
});

describe('single facts of the plans', () => {
  const taMa = findMovement('ta-ma-2023-2030')!;

  it('Ta Ma: the yearly report is due before 05/11, the day itself excluded', () => {
    expect(taMa.calendar.find((item) => item.what === 'unit-report')?.when).toEqual({
      kind: 'month-day',
      monthDay: '11-05',
      exclusive: true,
    });
  });

  it('Ta Ma: the punctuality criterion gives full points until 04/11 only', () => {
    for (const set of taMa.criteriaSets.filter((criteriaSet) => criteriaSet.audience !== 'individual')) {
      const criterion = set.criteria.find(({ rule }) => rule.kind === 'by-date');
      const rule = criterion?.rule;
      expect(criterion?.filledBy).toBe('register');
      expect(rule).toEqual({ kind: 'by-date', steps: [{ onOrBefore: '11-04', points: 600 }], late: 0 });
    }
  });

  it('Ta Ma: quotas are combined in the yearly round, per kind at the reviews, outsiders beside them', () => {
    const numbered = taMa.quotas.filter((quota) => quota.max !== null);
    expect(numbered.map((item) => [item.round, item.kind, item.max])).toEqual([
      ['yearly', 'combined', 5],
      ['interim', 'collective', 5],
      ['interim', 'individual', 5],
      ['final', 'collective', 3],
      ['final', 'individual', 10],
    ]);
    expect(taMa.quotas.filter((quota) => quota.kind === 'outside').map((quota) => quota.condition)).toEqual([
      null,
      'chưa được khen năm',
      'chưa được khen năm',
    ]);
  });

  it('Ta Ma: the zero target is lower-is-better, the drop of TM-G22 is a warning of the plan', () => {
    const village = taMa.criteriaSets.find(
      (criteriaSet) => criteriaSet.audience === 'village' && criteriaSet.phase === 'II',
    );
    expect(village?.criteria.find((criterion) => criterion.target?.code === 'TM-G29')?.direction).toBe('lower');
    expect(taMa.warnings.map((warning) => warning.code)).toContain('TM-G22');
  });

  it.each([
    ['luc-ba-2024', '479/QĐ-TTg', 'wrong-number'],
    ['tan-linh-2025', '479/QĐ-TTg', 'wrong-number'],
    ['tan-linh-2025', '98/2023/NĐ-CP', 'expired'],
    ['tan-quang-2023-2025', '91/2017/NĐ-CP', 'expired'],
    ['tan-quang-2023-2025', '12/2019/TT-BNV', 'expired'],
  ])('%s: %s carries a warning', (id, number, kind) => {
    const basis = findMovement(id)?.legalBases.find((legalBasis) => legalBasis.number === number);
    expect(basis?.warning?.kind).toBe(kind);
  });

  it('Tân Quang: the award threshold is a standard of 90 % of the points', () => {
    const standard = findMovement('tan-quang-2023-2025')?.standards.find((standard) => standard.kind === 'score-share');
    expect(standard).toMatchObject({
      value: 90,
      audiences: ['agency', 'school', 'association'],
      proposedFor: ['school', 'association'],
    });
  });

  it('households: only rewarded in Lục Ba, competing in Tân Linh', () => {
    const household = (id: string) =>
      findMovement(id)?.audiences.find((audience) => audience.subject === 'household')?.competes;
    expect([household('luc-ba-2024'), household('tan-linh-2025')]).toEqual([false, true]);
  });

  it('blank numbers and dates stay blank', () => {
    const isBlank = (id: string) => findMovement(id)?.plan.number === null && findMovement(id)?.plan.date === null;
    expect(Object.keys(COUNTS).filter((id) => !isBlank(id))).toEqual(['luc-ba-2024']);
  });
});
