/**
 * Versions of a criteria set: any change of its content changes its digest and is described in words; the changed set
 * gets the next number, the others stay.
 */
import { describe, expect, it } from 'vitest';
import { movementDifferences } from '../../../core/dossier/differences.ts';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { nextVersions } from '../../../core/dossier/next-versions.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { type CriteriaSet, criteriaSetSchema } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { setDigest, versionAfter, versionIn, versionWords } from '../../../core/movement/set-version.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';

const LUC_BA = findMovement('luc-ba-2024')!;
const VILLAGE = LUC_BA.criteriaSets.find(({ audience }) => audience === 'village')!;
const NAME = LUC_BA.audiences.find(({ kind }) => kind === 'village')!.name;

function withSet(set: CriteriaSet, before: CriteriaSet = VILLAGE): Movement {
  return {
    ...LUC_BA,
    criteriaSets: LUC_BA.criteriaSets.map((criteriaSet) => (criteriaSet === before ? set : criteriaSet)),
  };
}

const texts = (after: Movement, before = LUC_BA) => movementDifferences(before, after).map(({ text }) => text);

/** Every value inside changed alone, wherever the schema lets it. */
function* changedOnce(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries())
      for (const other of changedOnce(item)) yield value.map((item, index) => (index === at ? other : item));
    if (value.length > 1) yield [...value].reverse();
    if (value.length > 0) yield value.slice(1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const other of changedOnce(item)) yield { ...value, [key]: other };
  } else if (typeof value === 'string')
    yield /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.replace(/^20/, '21') : `${value}9`;
  else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
}

describe('the version of a set', () => {
  it.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))(
    'is the same out of the dossier of %s',
    (_, item) => {
      const book = readBook(dossierBook(item));
      const read = book.ok && readDossier(book.value);
      if (read === false || !read.ok) throw new Error('no dossier');
      expect(read.value.movement.criteriaSets.map(versionWords)).toEqual(item.criteriaSets.map(versionWords));
      expect(movementDifferences(item, read.value.movement)).toEqual([]);
    },
  );

  it('changes with every value of the set, and the change is described', () => {
    const small = { ...VILLAGE, groups: VILLAGE.groups.slice(0, 2), criteria: VILLAGE.criteria.slice(0, 6) };
    const { version: _, ...content } = small;
    let tried = 0;
    for (const changed of changedOnce(content)) {
      const set = criteriaSetSchema.safeParse({ ...(changed as object), version: small.version });
      if (!set.success || JSON.stringify(set.data) === JSON.stringify(small)) continue;
      tried += 1;
      expect(setDigest(set.data), JSON.stringify(changed)).not.toBe(setDigest(small));
      const differences = movementDifferences(
        { ...LUC_BA, criteriaSets: [small] },
        { ...LUC_BA, criteriaSets: [set.data] },
      );
      expect(differences, JSON.stringify(changed)).not.toEqual([]);
    }
    expect(tried).toBeGreaterThan(100);
  });

  it('does not depend on the answers to compare with: forms that were sent stay valid', () => {
    const sets = MOVEMENTS.flatMap((movement) => movement.criteriaSets);
    const plain = sets.map((set) => JSON.parse(JSON.stringify(set, (key, it) => (key === 'listed' ? undefined : it))));
    expect(plain).not.toEqual(sets);
    expect(plain.map(setDigest)).toEqual(sets.map(setDigest));
  });

  it('is written so that a form can be read back', () => {
    const words = versionWords(VILLAGE);
    expect(words).toMatch(/^phiên bản 1 \([0-9a-f]{8}\)$/);
    expect(versionIn(`Bộ tiêu chí ${words}`)).toEqual({ words, digest: setDigest(VILLAGE) });
    expect(versionIn('phiên bản 1 của kế hoạch')).toBeNull();
    expect(versionAfter('ta-ma-village-9')).toBe('ta-ma-village-10');
    expect(versionAfter('bộ đầu')).toBe('bộ đầu-2');
  });
});

describe('the differences of two movements', () => {
  const [first, second] = VILLAGE.criteria as [CriteriaSet['criteria'][number], CriteriaSet['criteria'][number]];
  const about = `Tiêu chí ${first.code} (${NAME}) “${first.title.slice(0, 70)}`;

  it('name the criterion, the column, and what stood and stands there', () => {
    const points = { ...first, maxPoints: first.maxPoints + 100 };
    const [told, ...others] = texts(withSet({ ...VILLAGE, criteria: [points, ...VILLAGE.criteria.slice(1)] }));
    expect(others).toEqual([]);
    expect(told).toMatch(new RegExp(`: Điểm tối đa: ${first.maxPoints / 100} → ${first.maxPoints / 100 + 1}\\.$`));
    expect(told?.startsWith(about)).toBe(true);
  });

  it('tell rules in words, rows added, removed and moved, facts of the movement', () => {
    const rest = VILLAGE.criteria.slice(1);
    expect(texts(withSet({ ...VILLAGE, criteria: rest }))[0]).toMatch(
      new RegExp(`^Tiêu chí .* \\(${NAME}\\) “.*: bỏ\\.$`),
    );
    const before = withSet({ ...VILLAGE, criteria: rest });
    expect(texts(LUC_BA, before)[0]).toMatch(new RegExp(`^Tiêu chí .* \\(${NAME}\\) “.*: thêm\\.$`));
    const byCouncil = { ...first, rule: { kind: 'council-graded' as const, scale: [] } };
    const rule = texts(withSet({ ...VILLAGE, criteria: [byCouncil, ...rest] as CriteriaSet['criteria'] }));
    expect(rule.some((text) => /: Cách chấm: .+ → .+\.$/.test(text))).toBe(true);
    expect(texts(withSet({ ...VILLAGE, criteria: [second, first, ...VILLAGE.criteria.slice(2)] }))).toContainEqual(
      expect.stringMatching(new RegExp(`đổi thứ tự trong ${NAME}\\.$`)),
    );
    expect(texts({ ...LUC_BA, plan: { ...LUC_BA.plan, number: '07/KH-UBND' } })).toEqual([
      `Phong trào: Số kế hoạch: ${LUC_BA.plan.number ?? '(trống)'} → 07/KH-UBND.`,
    ]);
  });

  it('say nothing more where an audience only bears another name', () => {
    const audiences = LUC_BA.audiences.map((audience) =>
      audience.kind === 'village' ? { ...audience, name: 'Khu phố' } : audience,
    );
    const differences = texts({ ...LUC_BA, audiences });
    expect(differences.filter((text) => /: (?:thêm|bỏ)\.$/.test(text))).toEqual([]);
    expect(differences).toContainEqual(`Đối tượng Thôn bản: Tên gọi: ${NAME} → Khu phố.`);
  });
});

describe('the next version', () => {
  it('goes only to the changed sets, and once', () => {
    const edited = withSet({ ...VILLAGE, bonusCap: VILLAGE.bonusCap + 100 });
    const { movement, renumbered } = nextVersions(LUC_BA, edited);
    expect(renumbered.map(({ before, after }) => [before.version, after.version])).toEqual([
      [VILLAGE.version, versionAfter(VILLAGE.version)],
    ]);
    const others = (item: Movement) => item.criteriaSets.filter(({ audience }) => audience !== 'village');
    expect(others(movement)).toEqual(others(LUC_BA));
    expect(nextVersions(LUC_BA, movement)).toEqual({ movement, renumbered: [] });
    expect(nextVersions(LUC_BA, LUC_BA).renumbered).toEqual([]);
  });
});
