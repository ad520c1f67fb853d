/** A ward's forms and its sheet of criteria speak of the ward: the word xã does not occur, for any audience. */
import { expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { communeName, formShape } from '../../../core/form/form-subject.ts';
import { reportTemplate } from '../../../core/form/template.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { criteriaActions } from '../../../session/book/criteria.ts';
import type { HostBook } from '../../../session/host/port.ts';

const EMPTY_BOOK: HostBook = {
  name: 'so.xlsx',
  book: { sheets: [], date1904: false, styles: [], macros: false, externalLinks: [] },
  tables: [],
  sheetIds: new Map(),
  traffic: { syncs: 0, bytesUp: 0, bytesDown: 0 },
};

const PLAN = (commune: string) => `ỦY BAN NHÂN DÂN\n${commune}\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\n
I. ĐỐI TƯỢNG\nCác phòng chuyên môn, trường học, trạm y tế, tổ dân phố, công an, doanh nghiệp, hộ gia đình và cá nhân.
II. CHỈ TIÊU\n- 80% hộ gia đình có cáp quang.\nIII. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị báo cáo trước ngày 30/11/2026.\n`;

it.each([
  ['PHƯỜNG TRUNG SƠN', 'phường'],
  ['ĐẶC KHU VÂN ĐỒN', 'đặc khu'],
  ['XÃ PHÚ XUÂN', 'xã'],
])('%s', (commune, kind) => {
  const movement = proposeMovement(extractPlan(PLAN(commune)), { year: 2026 });
  const forms = movement.criteriaSets.flatMap((set) => {
    const sheet = reportTemplate({
      movement,
      set,
      audience: set.audience,
      period: { kind: 'year', year: 2026 },
      unit: '',
    });
    expect(formShape(movement, set.audience)).toMatch(/full|short/);
    return sheet.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  });
  const sheet = JSON.stringify(criteriaActions(EMPTY_BOOK, movement, { kind: 'year', year: 2026 }));
  expect(sheet).toContain('UBND');
  const texts = [...forms, sheet];
  const committees = new Set(texts.flatMap((text) => text.match(/UBND (?:xã|phường|đặc khu)/g) ?? []));
  expect([...committees]).toEqual([`UBND ${kind}`]);
  expect(texts.filter((text) => kind !== 'xã' && /(?<!\p{L}|hợp tác )xã(?! hội)(?!\p{L})/iu.test(text))).toEqual([]);
});

it.each([
  ['Ta Ma', 'xã Ta Ma'],
  ['Trung Sơn', 'xã Trung Sơn'],
  ['Phường Trung Sơn', 'Phường Trung Sơn'],
])('%s in a sentence, composed or not', (commune, written) => {
  const name = (form: 'NFC' | 'NFD') =>
    communeName({ issuer: { commune: commune.normalize(form), district: null, province: 'Phú Thọ' } });
  expect([name('NFC'), name('NFD')]).toEqual([written, written]);
});

/** Audiences the plan does not list are ours; what it calls its villages is its own word. */
it.each([
  ['PHƯỜNG TRUNG SƠN', 'Các khu phố báo cáo trước ngày 30/11/2026.', 'Khu phố'],
  ['PHƯỜNG TRUNG SƠN', 'Báo cáo trước ngày 30/11/2026.', 'Tổ dân phố'],
  ['ĐẶC KHU VÂN ĐỒN', 'Mỗi ấp có 01 tổ công nghệ số. Các ấp gửi báo cáo trước ngày 30/11/2026.', 'Ấp'],
  ['ĐẶC KHU VÂN ĐỒN', 'UBND đặc khu tổng kết trước ngày 30/11/2026.', 'Thôn'],
  ['XÃ PHÚ XUÂN', '12 buôn gửi báo cáo trước ngày 30/11/2026; các buôn tự chấm.', 'Buôn'],
])('%s, %s: %s', (commune, sentence, name) => {
  const plan = `ỦY BAN NHÂN DÂN\n${commune}\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\n
I. CHỈ TIÊU\n- 80% hộ gia đình có cáp quang.\nII. TỔ CHỨC THỰC HIỆN\n1. ${sentence}\n`;
  const { audiences } = proposeMovement(extractPlan(plan), { year: 2026 });
  expect(audiences.find(({ kind }) => kind === 'village')?.name).toBe(name);
});
