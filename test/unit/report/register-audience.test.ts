/** The kind of unit that a name shows: by its tones where it has any, whatever the province calls its villages. */
import { describe, expect, it } from 'vitest';
import { VILLAGE_WORDS } from '../../../core/base/text/village-words.ts';
import type { Audience } from '../../../core/movement/movement.ts';
import { audienceNamed, audienceOfName } from '../../../core/report/register-audience.ts';

const KINDS = ['agency', 'school', 'health-station', 'police', 'party-body', 'enterprise', 'association', 'village'];
const AUDIENCES = KINDS.map(
  (kind): Audience => ({
    kind,
    name: kind,
    subject: 'collective',
    members: [],
    competes: true,
    source: { section: '' },
  }),
);
const toneless = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

describe('the audience that a name shows', () => {
  it('is village for every Vietnamese word for a village, with and without tones', () => {
    const found = VILLAGE_WORDS.flatMap((word) => [
      `${word} Tân Lập`,
      `${word.toUpperCase()} 5`,
      toneless(`${word} Tân Lập`),
    ]);
    expect(found.filter((name) => audienceOfName(name, AUDIENCES) !== 'village')).toEqual([]);
  });

  it.each([
    ['Ban Chỉ huy Quân sự xã', 'agency'],
    ['Ban Chi huy Quan su xa', 'agency'],
    ['Bản Nà Đắng', 'village'],
    ['Ban Na Dang', 'village'],
    ['Tổ 5', 'village'],
    ['Đội 12', 'village'],
    ['Tổ công nghệ số cộng đồng', 'agency'],
    ['Khu công nghiệp Tân Lập', 'agency'],
    ['Khối Dân vận', 'agency'],
    ['Khối 7', 'village'],
    ['Trương Thị Hoa', 'agency'],
    ['Trường Tiểu học số 2', 'school'],
    ['Truong Mam non Hoa Sen', 'school'],
    ['Hội đồng nhân dân xã', 'agency'],
    ['Hội Nông dân', 'association'],
    ['Đoàn Thanh niên', 'association'],
    ['HTX Chè Phúc Khánh', 'enterprise'],
    ['Phòng Kinh tế', 'agency'],
  ])('%s is %s', (name, kind) => {
    expect(audienceOfName(name, AUDIENCES)).toBe(kind);
  });
});

describe('the audience written beside a name', () => {
  const [agency, school] = AUDIENCES as [Audience, Audience];
  it.each([
    ['Đoàn thể', 'association'],
    ['các thôn', 'village'],
    ['Trường', 'school'],
    ['Bản', 'village'],
    ['Ban', undefined],
    ['Phòng', undefined],
  ])('%s is %s', (written, kind) => {
    const names: Record<string, string> = {
      association: 'Mặt trận Tổ quốc và các đoàn thể',
      village: 'Thôn',
      school: 'Trường học',
    };
    const audiences = AUDIENCES.map((audience) => ({ ...audience, name: names[audience.kind] ?? audience.kind }));
    expect(audienceNamed(written, audiences)).toBe(kind);
  });

  it('may be a piece of its name, unless two could be meant', () => {
    const audiences = [
      { ...agency, name: 'Cơ quan, đơn vị' },
      { ...school, name: 'Trường học' },
    ];
    expect(audienceNamed('Cơ quan', audiences)).toBe('agency');
    expect(audienceNamed('đơn vị', [...audiences, { ...school, name: 'Đơn vị, trường' }])).toBeUndefined();
  });
});
