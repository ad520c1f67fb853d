/** Files of evidence find their unit and criteria by their names, however units name them; two fits are asked. */
import { describe, expect, it } from 'vitest';
import type { CriteriaSet } from '../../../../core/movement/criteria-set.ts';
import { MOVEMENTS } from '../../../../core/movements/index.ts';
import {
  type EvidencePlace,
  type EvidenceUnit,
  placeEvidence,
} from '../../../../core/report/evidence/place-evidence.ts';
import { unitNamed } from '../../../../core/report/register.ts';
import { random } from '../../../fixtures/random.ts';

const NAMES = [
  'Thôn Nà Lẻng',
  'Bản Phiêng Cải',
  'Thôn 3',
  'Trường Mầm non',
  'Văn phòng HĐND và UBND',
  'Trạm Y tế',
  'Thôn Sơn Cường 2',
];
const REGISTER = NAMES.map((name) => unitNamed(name, 'village'));
const SETS = MOVEMENTS.flatMap(({ criteriaSets }) => criteriaSets);

function unitsOf(set: CriteriaSet, cited: ReadonlyMap<string, readonly string[]> = new Map()): EvidenceUnit[] {
  return NAMES.map((unit) => ({ unit, set, cited, folder: '' }));
}

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const roman = (code: string) => code.replace(/^\d+/, (digits) => ROMAN[Number(digits)] ?? digits);

/** How units name what they send. */
const WAYS: readonly ((unit: string, code: string) => string)[] = [
  (unit, code) => `${unit}/${code} Biên bản.pdf`,
  (unit, code) => `${unit}/minh chứng/${code}. Ảnh tuyên truyền 20-10-2025.jpg`,
  (unit, code) => `${unit}/${code}/IMG_20251120_0812.jpg`,
  (unit, code) => `${unit}.zip/Tiêu chí ${code}/BC 15.docx`,
  (unit, code) => `minh chứng/${unit} - ${code} - danh sách 12 hộ.pdf`,
  (unit, code) => `${unit} - tiêu chí ${code}.pdf`,
  (unit, code) => `${bare(unit)} - tieu chi ${code}.pdf`,
  (unit, code) => `${bare(unit).replaceAll(' ', '_')}_TC_${code}_anh.png`,
  (unit, code) => `TC ${code} - ${unit}.xlsx`,
  (unit, code) => `${unit}/${roman(code)} Quyết định số 3.pdf`.normalize('NFD'),
  (unit, code) => `Tài liệu kiểm chứng/${bare(unit)}/${code}_quyet dinh 2025.pdf`,
];

describe('a file of evidence', () => {
  it('finds its unit and criterion in every way of naming, in every set', () => {
    const draw = random(35);
    const wrong: unknown[] = [];
    for (const set of SETS) {
      for (const way of WAYS) {
        const unit = draw.pick(NAMES);
        const { code } = draw.pick(set.criteria);
        const path = way(unit, code);
        const place = placeEvidence(path, unitsOf(set), REGISTER);
        const wanted: EvidencePlace = { kind: 'placed', unit, criteria: [code] };
        if (JSON.stringify(place) !== JSON.stringify(wanted)) wrong.push([path, place]);
      }
    }
    expect(wrong).toEqual([]);
  });

  const [set] = SETS;
  if (set === undefined) throw new Error('no set');
  const place = (path: string, cited?: ReadonlyMap<string, readonly string[]>) =>
    placeEvidence(path, unitsOf(set, cited), REGISTER);

  it('serves several criteria', () => {
    const place1 = place('Trạm Y tế/1.1, 1.2 và 1.3 Kế hoạch.pdf');
    expect(place1).toEqual({ kind: 'placed', unit: 'Trạm Y tế', criteria: ['1.1', '1.2', '1.3'] });
  });

  it('is known by the folder of its group and a number in it', () => {
    const group = set.groups[1];
    const second = set.criteria.filter((criterion) => criterion.group === group?.code)[1];
    expect(place(`Trạm Y tế/${roman(group?.code ?? '')}. ${group?.title}/2 Ảnh.jpg`)).toMatchObject({
      criteria: [second?.code],
    });
  });

  it('is known by the document its report cites', () => {
    const cited = new Map([['1.2', ['Báo cáo số 15/BC-UBND ngày 12/3/2025']]]);
    expect(place('Trạm Y tế/Báo cáo 15-BC-UBND ký số.pdf', cited)).toMatchObject({ criteria: ['1.2'] });
    expect(place('Trạm Y tế/16-BC-UBND.pdf', cited).kind).toBe('left-over');
  });

  it('is known by the title of its criterion', () => {
    const { title, code } = set.criteria[2] ?? { title: '', code: '' };
    expect(place(`Trạm Y tế/${bare(title).slice(0, 60)}.pdf`)).toMatchObject({ criteria: [code] });
  });

  it('lies in the folder of the only report there', () => {
    const units = [{ unit: 'Trạm Y tế', set, cited: new Map(), folder: 'nộp/y tế xã' }];
    expect(placeEvidence('nộp/y tế xã/minh chứng/1.1 a.pdf', units, [])).toMatchObject({ unit: 'Trạm Y tế' });
    expect(placeEvidence('nộp/1.1 a.pdf', units, []).kind).toBe('left-over');
  });

  it.each([
    ['Trạm Y tế/3. Biên bản.pdf', 2],
    ['Trạm Y tế/tiêu chí 3.pdf', 2],
    ['Trạm Y tế/12 hộ nghèo.pdf', 2],
  ])('%s: is asked about', (path, fits) => {
    const placed = place(path);
    expect(placed.kind).toBe('question');
    expect(placed.kind === 'question' && placed.fits.length).toBe(fits);
  });

  it('is asked about where two units fit', () => {
    const register = ['Thôn Nà Lẻng', 'Thôn Ná Leng'].map((name) => unitNamed(name, 'village'));
    const units = register.map(({ name }) => ({ unit: name, set, cited: new Map(), folder: '' }));
    expect(placeEvidence('Thon Na Leng/1.1.pdf', units, register)).toMatchObject({
      kind: 'question',
      fits: ['Thôn Nà Lẻng', 'Thôn Ná Leng'],
    });
  });

  it.each([
    'Ảnh 20.11.2025.jpg',
    'Trạm Y tế/Ảnh 20.11.2025.jpg',
    'Trạm Y tế/vi bằng.pdf',
    'Trạm Y tế/99.99 Biên bản.pdf',
    'Trạm Y tế/IMG_20251120.jpg',
    'Thôn Không Có/1.1 Biên bản.pdf',
  ])('%s: is left over with its reason', (path) => {
    const placed = place(path);
    expect(placed.kind).toBe('left-over');
    expect(placed.kind === 'left-over' && placed.reason).toMatch(/\.$/);
  });
});
