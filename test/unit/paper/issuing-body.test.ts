/** A plan of a school or a Party cell: papers name it as who issues them, from the plan's head over the dossier to theirs. */
import { expect, it } from 'vitest';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { factsOf } from './movement-run.ts';

const BODY =
  'Phong trào thi đua “Vì quê hương” năm 2025\nI. CHỈ TIÊU\n1. Ít nhất 90% học sinh có mã định danh.\n2. Tổ chức 04 buổi ngoại khóa.\nII. KHEN THƯỞNG\n1. Tặng Giấy khen cho 02 tập thể, 05 cá nhân.\n';

/** As an officer has it: proposed from the plan, written as a workbook, read again. */
function movementOf(head: string, signed: string): Movement {
  const reading = extractPlan(`${head}\nPhú Xuân, ngày 05 tháng 01 năm 2025\nKẾ HOẠCH\n${BODY}${signed}`);
  const book = readBook(dossierBook(proposeMovement(reading, { year: 2025 })));
  const dossier = book.ok ? readDossier(book.value) : null;
  if (!dossier?.ok) throw new Error('the dossier is not read');
  return dossier.value.movement;
}

function headsOf(movement: Movement): ReadonlyMap<string, readonly (string | null)[]> {
  const facts = factsOf(movement, 1);
  const { papers } = makePapers({ ...facts, settings: { ...facts.settings, numbers: {} } });
  return new Map(
    papers.flatMap(({ kind, heading }) =>
      heading ? [[kind, [heading.upper, ...heading.issuer, heading.number]] as const] : [],
    ),
  );
}

it('a school', () => {
  const movement = movementOf('UBND XÃ PHÚ XUÂN\nTRƯỜNG THCS NÀ LỐC\nSố: 12/KH-THCS', 'HIỆU TRƯỞNG\nLò Thị Mai\n');
  expect(movement.issuer).toMatchObject({ body: 'Trường THCS Nà Lốc', commune: 'xã Phú Xuân' });
  const heads = headsOf(movement);
  expect(heads.get('bao-cao')).toEqual(['UBND XÃ PHÚ XUÂN', 'TRƯỜNG THCS NÀ LỐC', 'Số: ………/BC-THCS']);
  expect(heads.get('to-trinh')).toEqual([
    'TRƯỜNG THCS NÀ LỐC',
    'HỘI ĐỒNG',
    'THI ĐUA - KHEN THƯỞNG',
    'Số: ………/TTr-HĐTĐKT',
  ]);
});

it('a Party cell', () => {
  const movement = movementOf(
    'ĐẢNG BỘ XÃ PHÚ XUÂN\nCHI BỘ THÔN ĐỒNG BÃI\nSố 12-KH/CB',
    'T/M CHI BỘ\nBÍ THƯ\nLò Thị Mai\n',
  );
  expect(movement.signer).toEqual({ authority: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Lò Thị Mai' });
  expect(headsOf(movement).get('bao-cao')).toEqual(['ĐẢNG ỦY XÃ PHÚ XUÂN', 'CHI BỘ THÔN ĐỒNG BÃI', 'Số: ………/BC-CB']);
});

it('the commune itself', () => {
  const movement = movementOf(
    'ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND',
    'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Thị Mai\n',
  );
  expect(movement.issuer.body).toBeUndefined();
  expect(headsOf(movement).get('bao-cao')).toEqual([null, 'ỦY BAN NHÂN DÂN', 'XÃ PHÚ XUÂN', 'Số: ………/BC-UBND']);
});
