/**
 * A movement from one year and one commune to the next: what is copied, what is moved visibly, what remains a question.
 */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../core/commune/calendar/calendar.ts';
import { type CopyWanted, copyMovement } from '../../../core/dossier/copy-movement.ts';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { questionsOf } from '../../../core/dossier/questions.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { successorOf } from '../../../core/dossier/successors.ts';
import { takeUnits } from '../../../core/dossier/take-units.ts';
import { dueDay } from '../../../core/movement/due-day.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import { matchUnit } from '../../../core/report/match-unit.ts';
import type { RegisterUnit } from '../../../core/report/register.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';

/** Without the notes on their plans, because each of them is a question. */
const unnoted = (id: string): Movement => ({ ...findMovement(id)!, warnings: [] });
const TAN_LINH = unnoted('tan-linh-2025');
const LUC_BA = unnoted('luc-ba-2024');
const AS_IT_IS: CopyWanted = { year: null, commune: null, province: null, predecessors: [], validFrom: null };
const messages = (movement: Movement) => questionsOf(movement).map(({ message, todo }) => `${message} ${todo}`);
const withDays = (movement: Movement): Movement => ({
  ...movement,
  calendar: movement.calendar.map((item) => ({
    ...item,
    setDay: { kind: 'date', date: '2026-12-20', exclusive: false },
  })),
});

describe('a copy', () => {
  it('asks nothing where nothing was moved', () => {
    expect(copyMovement(TAN_LINH, AS_IT_IS)).toEqual(TAN_LINH);
    for (const movement of MOVEMENTS)
      expect(messages(withDays(movement))).toEqual(
        movement.warnings.map(({ message }) => `${message} Xong thì xóa dòng này ở trang “Lưu ý”.`),
      );
  });

  it('asks for number, bases and every moved day, each with its former value', () => {
    const copy = copyMovement(LUC_BA, { ...AS_IT_IS, year: 2026 });
    const asked = messages(copy).filter((text) => text.endsWith('xóa dòng này ở trang “Lưu ý”.'));
    expect(asked[0]).toMatch(/^Số và ngày ban hành của kế hoạch mới để trống/);
    expect(asked[1]).toContain(LUC_BA.legalBases.at(-1)!.number);
    const moved = LUC_BA.targets.filter(({ deadline }) => deadline !== null);
    for (const { code, deadline } of moved) {
      const before = deadline!.split('-').reverse().join('/');
      expect(asked.join('\n')).toContain(`${code} ${before} → ${before.replace('2024', '2026')}`);
    }
    expect(copy.targets.map(({ text }) => text)).toEqual(LUC_BA.targets.map(({ text }) => text));
    // After a second copy, the question is there once.
    const again = copyMovement(copy, { ...AS_IT_IS, year: 2027 });
    expect(again.warnings.filter(({ code }) => code === 'chep-1')).toHaveLength(1);
  });

  it('keeps its questions through the workbook, each at its cell', () => {
    const copy = copyMovement(LUC_BA, { ...AS_IT_IS, year: 2026 });
    const book = readBook(dossierBook(copy));
    const read = book.ok && readDossier(book.value);
    if (read === false || !read.ok) throw new Error('no dossier');
    expect(questionsOf(read.value.movement)).toEqual(questionsOf(copy));
    for (const question of questionsOf(copy)) expect(read.value.placeOf(question), question.where).not.toBeNull();
  });
});

describe('after 1 July 2025', () => {
  const [first, ...others] = TAN_LINH.calendar;
  const upward = { ...first!, to: 'Phòng Văn hóa và Thông tin huyện Đại Từ' };
  const copy = copyMovement({ ...TAN_LINH, calendar: [upward, ...others] }, { ...AS_IT_IS, year: 2026 });

  it('districts are reported wherever they are, with a replacement', () => {
    const questions = questionsOf(copy).filter(({ message }) => message.includes('cấp huyện không còn'));
    expect(questions[0]).toEqual({
      where: 'Phong trào › Huyện (kế hoạch trước 01/7/2025)',
      message: 'Còn ghi “huyện Đại Từ”: cấp huyện không còn từ ngày 01/7/2025.',
      todo: 'Để trống ô này.',
    });
    expect(questions).toContainEqual({
      where: `Lịch › ${upward.code}`,
      message: `Còn ghi “${upward.to}”: cấp huyện không còn từ ngày 01/7/2025.`,
      todo: 'Ghi “UBND tỉnh Thái Nguyên” hoặc cơ quan cấp tỉnh phụ trách việc này.',
    });
    expect(messages(TAN_LINH).join()).not.toContain('cấp huyện');
  });

  it('the new commune is suggested from the list, never assumed; for an unlisted commune the officer is asked', () => {
    expect(messages(copy)).toContainEqual(
      expect.stringMatching(/^Theo danh mục .*1683\/NQ-UBTVQH15.* hợp thành xã Phú Lạc, .*cần cán bộ xác nhận/),
    );
    expect(copy.issuer).toEqual(TAN_LINH.issuer);
    const tanQuang = copyMovement(unnoted('tan-quang-2023-2025'), { ...AS_IT_IS, year: 2026 });
    expect(messages(tanQuang)).toContainEqual(expect.stringMatching(/^Chưa rõ xã Tân Quang .* mang tên gì/));
    expect(questionsOf(tanQuang)).toContainEqual({
      where: 'Phong trào › Tỉnh, thành phố',
      message: 'Hải Dương nay thuộc Hải Phòng (Nghị quyết 202/2025/QH15).',
      todo: 'Nếu đúng: ghi “Hải Phòng”.',
    });
    expect(messages(tanQuang).join()).not.toContain('UBND tỉnh Hải Dương');
    expect(tanQuang.issuer.province).toBe('tỉnh Hải Dương');
    expect(successorOf('xã Bình Thuận', null, 'tỉnh Lâm Đồng')).toBeNull();
    expect(successorOf('Lục Ba', 'huyện Đại Từ', 'Thái Nguyên')?.now.commune).toBe('xã Đại Từ');
    const confirmed = copyMovement(LUC_BA, {
      ...{ year: 2026, commune: 'xã Đại Từ', province: 'tỉnh Thái Nguyên' },
      ...{ predecessors: ['xã Lục Ba'], validFrom: '2025-07-01' },
    });
    expect(messages(confirmed).join()).not.toMatch(/Theo danh mục|Chưa rõ|huyện Đại Từ/);
  });

  it('a commune with the same name as an old commune is still the joined commune', () => {
    const wanted = { ...AS_IT_IS, year: 2026, commune: 'xã Tân Linh', predecessors: ['xã Tân Linh', 'xã Phú Lạc'] };
    expect(copyMovement(TAN_LINH, wanted).predecessors).toEqual(['xã Tân Linh', 'xã Phú Lạc']);
  });
});

describe('the units of old communes', () => {
  const unit = (name: string, more: Partial<RegisterUnit> = {}): RegisterUnit => ({
    ...{ name, otherNames: [], audience: 'village', registered: true, received: '2025-11-01', women: null },
    ...{ facts: [], awards: [], portalCode: null },
    ...more,
  });
  const audiences = LUC_BA.audiences;
  const { units, questions } = takeUnits(
    [
      {
        commune: 'xã Lục Ba',
        units: [unit('Xóm 1', { awards: ['Giấy khen 2024'] }), unit('Xóm Đồng', { reportsAsked: 4, reportsInTime: 3 })],
      },
      { commune: 'xã Mỹ Yên', units: [unit('Xóm 1'), unit('Xóm La'), unit('Tổ lạ', { audience: 'khac' })] },
    ],
    audiences,
  );

  it('keep their awards, and begin the year anew', () => {
    expect(units.map(({ name }) => name)).toEqual(['Xóm 1 (xã Lục Ba)', 'Xóm Đồng', 'Xóm 1 (xã Mỹ Yên)', 'Xóm La']);
    expect(units[0]).toMatchObject({ awards: ['Giấy khen 2024'], received: null, registered: false });
    expect(units[1]).not.toHaveProperty('reportsAsked');
  });

  it('with the same name become a question, and an unknown audience is reported', () => {
    expect(questions).toEqual([
      expect.stringMatching(/^Cột “Đăng ký” ở trang “Đơn vị” đã ghi lại thành “Không”/),
      expect.stringMatching(/^“Xóm 1” có ở xã Lục Ba, xã Mỹ Yên: tạm ghi riêng/),
      'Chưa lấy 1 đơn vị vì phong trào không có đối tượng của họ: Tổ lạ (xã Mỹ Yên).',
    ]);
  });

  it('can be found by their old names; a name that two units had finds neither', () => {
    const renamed = units.map((unit) => (unit.name === 'Xóm La' ? { ...unit, name: 'Thôn Bình Minh' } : unit));
    expect(matchUnit('Xóm La', renamed)?.name).toBe('Thôn Bình Minh');
    expect(matchUnit('Xóm La xã Mỹ Yên', renamed)?.name).toBe('Thôn Bình Minh');
    expect(matchUnit('Xóm 1 xã Mỹ Yên', renamed)?.name).toBe('Xóm 1 (xã Mỹ Yên)');
    expect(matchUnit('Xóm 1', renamed)).toBeNull();
  });
});

describe('a deadline without a day', () => {
  const open: Movement = {
    ...LUC_BA,
    calendar: [
      { ...LUC_BA.calendar[0]!, code: 'X', what: 'unit-report', when: { kind: 'unspecified' }, text: 'cuối năm' },
    ],
  };
  const set = {
    ...open,
    calendar: [{ ...open.calendar[0]!, setDay: { kind: 'month-day', monthDay: '12-20', exclusive: false } }],
  } as Movement;

  it('is a question until the commune sets it, and then holds in calendar and checks, marked as the commune’s', () => {
    expect(messages(open)).toEqual([
      expect.stringMatching(/^Kế hoạch không ghi ngày: “cuối năm”\. .*“Ngày xã ấn định”/),
    ]);
    expect(questionsOf(set)).toEqual([]);
    expect(dueDay(open, { kind: 'year', year: 2024 })).toBeNull();
    expect(dueDay(set, { kind: 'year', year: 2024 })?.last).toBe('2024-12-20');
    expect(calendarOf(set, 2024, '2024-12-01')).toMatchObject([
      {
        last: '2024-12-20',
        state: 'ahead',
        words: expect.stringMatching(/20\/12\/2024 \(ngày xã ấn định\)$/),
      },
    ]);
  });
});
