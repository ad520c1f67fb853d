/** The signature block of the form, in the audience's words; only bodies with a seal get a place for it. */

import { kindOfCommune } from '../base/text/commune-name.ts';
import { VILLAGE_PATTERN } from '../base/text/village-words.ts';
import { AUDIENCE_KINDS, type Movement } from '../movement/movement.ts';
import { versionWords } from '../movement/set-version.ts';
import type { FormGrid } from './form-grid.ts';
import * as look from './form-look.ts';
import type { FormSubject } from './form-subject.ts';
import { type MergedCells, spanned } from './spans.ts';

/** Two signatures under the table; last which version of the criteria the form was made of. */
export function footBlock(grid: FormGrid, subject: FormSubject): MergedCells {
  const { lastColumn: last, leftEnd, rightStart } = grid;
  const { signer, witness, stamped } = signersOf(subject);
  const sign = grid.footRow + 1;
  const hint = '(Ký, ghi rõ họ tên)';
  return spanned([
    [sign, 0, leftEnd, witness, look.SIGNER],
    [sign, rightStart, last, signer, look.SIGNER],
    [sign + 1, 0, leftEnd, hint, look.SIGNER_HINT],
    [sign + 1, rightStart, last, stamped ? '(Ký, ghi rõ họ tên, đóng dấu)' : hint, look.SIGNER_HINT],
    [sign + 4, 0, leftEnd, '', look.SIGNER_NAME],
    [sign + 4, rightStart, last, '', look.SIGNER_NAME],
    [sign + 5, 0, last, `Bộ tiêu chí ${versionWords(subject.set)}`, look.GUIDE],
  ]);
}

interface Signers {
  readonly signer: string;
  readonly witness: string;
  /** A village has no stamp, nor has a household or a person. */
  readonly stamped: boolean;
}

function signersOf({ movement, audience, unit }: FormSubject): Signers {
  const own = movement.audiences.find(({ kind }) => kind === audience);
  const village = headOfVillage(villageOf(movement)) ?? 'TRƯỞNG THÔN';
  switch (own?.subject ?? 'collective') {
    case 'household':
      return { signer: 'CHỦ HỘ', witness: village, stamped: false };
    case 'individual':
      return { signer: 'NGƯỜI BÁO CÁO', witness: 'XÁC NHẬN CỦA NƠI CÔNG TÁC HOẶC CƯ TRÚ', stamped: false };
    case 'collective': {
      const witness = 'NGƯỜI LẬP BIỂU';
      if (audience === 'village') return { signer: headOfVillage(unit ?? '') ?? village, witness, stamped: false };
      if (AUDIENCE_KINDS.some((kind) => kind === audience))
        return { signer: headsIn(movement)[audience] ?? 'THỦ TRƯỞNG ĐƠN VỊ', witness, stamped: true };
      const head = headOfOwn(unit ?? '') ?? headOfOwn(own?.name ?? audience);
      return { ...(head ?? { signer: 'NGƯỜI ĐẠI DIỆN', stamped: false }), witness };
    }
  }
}

/** Audiences whose head is called otherwise than that of an office. */
const headsIn = ({ issuer }: Movement): Readonly<Record<string, string>> => ({
  school: 'HIỆU TRƯỞNG',
  'health-station': 'TRƯỞNG TRẠM',
  police: `TRƯỞNG CÔNG AN ${kindOfCommune(issuer.commune).toUpperCase()}`,
  association: 'NGƯỜI ĐỨNG ĐẦU TỔ CHỨC',
  'party-body': 'NGƯỜI ĐỨNG ĐẦU TỔ CHỨC',
  enterprise: 'ĐẠI DIỆN DOANH NGHIỆP',
});

/** What an audience of the commune's own begins with, how its head is called, and whether it has a seal. */
const OWN: readonly (readonly [begins: string, signer: string, stamped: boolean])[] = [
  ['chi hội|phân hội', 'CHI HỘI TRƯỞNG', false],
  ['chi đoàn|chi bộ', 'BÍ THƯ', false],
  ['tổ(?! chức)', 'TỔ TRƯỞNG', false],
  ['nhóm', 'NHÓM TRƯỞNG', false],
  ['đội', 'ĐỘI TRƯỞNG', false],
  ['câu lạc bộ|clb', 'CHỦ NHIỆM', false],
  ['cơ quan|phòng|trung tâm|trường|trạm|đồn|hạt|ban chỉ huy|ủy ban|đảng ủy', 'THỦ TRƯỞNG ĐƠN VỊ', true],
  ['công ty|doanh nghiệp|hợp tác xã|htx|quỹ|ngân hàng|bưu điện', 'THỦ TRƯỞNG ĐƠN VỊ', true],
  ['hội|đoàn|công đoàn|mặt trận|tổ chức', 'NGƯỜI ĐỨNG ĐẦU TỔ CHỨC', true],
];

/** undefined where the name does not say. */
function headOfOwn(name: string): Pick<Signers, 'signer' | 'stamped'> | undefined {
  const words = name.normalize('NFC').toLowerCase();
  const own = OWN.find(([begins]) => new RegExp(String.raw`^(?:các )?(?:${begins})(?!\p{L})`, 'u').test(words));
  return own && { signer: own[1], stamped: own[2] };
}

function villageOf({ audiences }: Movement): string {
  return audiences.find(({ kind }) => kind === 'village')?.name ?? 'Xóm';
}

/** `Bản Nà Đắng` → TRƯỞNG BẢN, `Tổ dân phố 4` → TỔ TRƯỞNG; of `Thôn, tổ dân phố` the heads of both. */
function headOfVillage(name: string): string | null {
  const pieces = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[,;/]|\s(?:và|hoặc)\s/u);
  const kinds = pieces.flatMap((piece) => VILLAGE_KIND.exec(piece.trim())?.[0] ?? []);
  const heads = new Set(kinds.map((kind) => (/^t(?:ổ|dp)/u.test(kind) ? 'TỔ TRƯỞNG' : `TRƯỞNG ${kind.toUpperCase()}`)));
  return heads.size === 0 ? null : [...heads].join(' / ');
}

const VILLAGE_KIND = new RegExp(String.raw`^(?:${VILLAGE_PATTERN}|tdp|tổ)(?!\p{L})`, 'u');
