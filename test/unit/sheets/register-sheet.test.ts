import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../core/movement/movement.ts';
import type { RegisterUnit } from '../../../core/report/register.ts';
import { csvBook, csvText, parseCsv } from '../../../core/sheet/workbook/csv.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { registerSheet } from '../../../core/sheets/council/list-sheets.ts';
import { registerFromBook } from '../../../core/sheets/register-sheet.ts';
import { runResult } from './sample-run.ts';

const audience = (kind: string, name: string, members: string[] = []): Audience => ({
  kind,
  name,
  subject: 'collective',
  members,
  competes: true,
  source: { section: 'I' },
});
const AUDIENCES = [
  audience('agency', 'Cơ quan, đơn vị', ['Văn phòng HĐND và UBND']),
  audience('school', 'Trường học'),
  audience('village', 'Bản'),
];

const unit = (name: string, change: Partial<RegisterUnit> = {}): RegisterUnit => ({
  name,
  otherNames: [],
  audience: 'village',
  registered: true,
  received: null,
  women: null,
  facts: [],
  awards: [],
  portalCode: null,
  ...change,
});

function refused(csv: string): string {
  const result = registerFromBook(csvBook(csv), AUDIENCES);
  return result.ok ? 'ok' : result.refusal.message;
}

describe('the register of units', () => {
  it.each(['Tên thôn, bản', 'Tên đơn vị/tập thể', 'Tên đơn vị (thôn, bản)', 'Tên bản', 'Thôn, bản', 'Cơ sở'])(
    'finds the names under “%s”',
    (heading) => {
      const csv = `STT,"${heading}",Đối tượng,Đăng ký\n1,Bản Mẫu 01,Bản,Có\n2,Bản Mẫu 02,Bản,Có`;
      expect(registerFromBook(csvBook(csv), AUDIENCES)).toMatchObject({
        ok: true,
        value: [{ name: 'Bản Mẫu 01' }, { name: 'Bản Mẫu 02' }],
      });
    },
  );

  it('takes no column of other things for the names', () => {
    expect(refused('STT,Đối tượng,Đăng ký\n1,Bản,Có\n2,Bản,Có')).toContain('Tên đơn vị');
  });

  it('reads special cases as a list in its cell', () => {
    const csv =
      'Tên đơn vị,Đối tượng,Trường hợp xét riêng\nTrường A,Trường học,"- Bị khiển trách\n- lộ bí mật; cảnh cáo."';
    expect(registerFromBook(csvBook(csv), AUDIENCES)).toMatchObject({
      ok: true,
      value: [{ facts: ['Bị khiển trách', 'lộ bí mật', 'cảnh cáo'] }],
    });
  });

  it('is read from a .csv with the columns officers use', () => {
    const csv = [
      'TT;Tên cơ quan, đơn vị;Viết tắt;Đối tượng;Đăng ký;Ngày nhận;Tỷ lệ nữ',
      '1;Bản Nà Đắng;Nà Đắng; bản ;x;05/11/2025;',
      '2;"Trường Mầm non; cơ sở 2";MN Ta Ma|Mầm non;TRƯỜNG HỌC;Không;;71,5 %',
      ';;;;;;',
    ].join('\r\n');
    expect(registerFromBook(csvBook(csv), AUDIENCES)).toEqual({
      ok: true,
      value: [
        unit('Bản Nà Đắng', { otherNames: ['Nà Đắng'], isRegistrationNoted: true, received: '2025-11-05' }),
        unit('Trường Mầm non; cơ sở 2', {
          otherNames: ['MN Ta Ma', 'Mầm non'],
          audience: 'school',
          registered: false,
          women: 71.5,
        }),
      ],
    });
  });

  it('reads registrations, their days and arrived plans; a word that contradicts a day becomes a question', () => {
    const problem = (csv: string) => {
      const read = registerFromBook(csvBook(csv), AUDIENCES);
      if (!read.ok) return read.refusal.message;
      return read.value.map(({ registered, registeredOn, planReceived }) => [registered, registeredOn, planReceived]);
    };
    const day = '2025-01-15';
    expect(problem('Tên đơn vị,Đăng ký,Ngày nhận kế hoạch\nBản A,15/01/2025,20/02/2025\nBản B,Không,')).toEqual([
      [true, day, '2025-02-20'],
      [false, undefined, undefined],
    ]);
    // The day alone tells it too; a list that keeps days and has none for a unit knows of no registration.
    expect(problem('Tên đơn vị,Ngày đăng ký\nBản A,15/01/2025\nBản B,')).toEqual([
      [true, day, undefined],
      [false, undefined, undefined],
    ]);
    expect(problem('Tên đơn vị,Đăng ký,Ngày đăng ký\nBản A,Có,\nBản B,,15/01/2025')).toEqual([
      [true, undefined, undefined],
      [true, day, undefined],
    ]);
    expect(problem('Tên đơn vị,Đăng ký,Ngày đăng ký\nBản A,Không,15/01/2025')).toMatch(
      /ghi "Không" .* có ngày đăng ký/,
    );
    expect(problem('Tên đơn vị,Đăng ký,Ngày đăng ký\nBản A,16/01/2025,15/01/2025')).toMatch(/hai ngày đăng ký/);
    expect(problem('Tên đơn vị,Ngày nhận kế hoạch\nBản A,32/01/2025')).toMatch(/"32\/01\/2025" không phải là ngày/);
  });

  it('finds the audience by the name when no column names it, and counts a bare list as registered', () => {
    const result = registerFromBook(csvBook('name\nBản Phiêng Cải\nTrường Tiểu học Ta Ma\nVăn phòng'), AUDIENCES);
    expect(result.ok && result.value.map(({ audience: kind, registered }) => [kind, registered])).toEqual([
      ['village', true],
      ['school', true],
      ['agency', true],
    ]);
  });

  it('comes back from our own sheet as it was', () => {
    const register = [
      unit('Bản A', {
        otherNames: ['A', 'Bản Á'],
        received: '2025-11-04',
        women: 70,
        facts: ['late'],
        portalCode: 'H1',
        reportsAsked: 6,
        reportsInTime: 5,
      }),
      unit('Trường B', { audience: 'school', registered: false }),
    ];
    const movement = { ...runResult([]).movement, audiences: AUDIENCES };
    const bytes = newBook([
      registerSheet(runResult([], { register, movement }), 'x', {
        office: { commune: 'xã Ta Ma', place: 'Ta Ma' },
        printed: true,
      }),
    ]);
    const book = readBook(bytes);
    if (!book.ok) throw new Error(book.refusal.message);
    expect(registerFromBook(book.value, AUDIENCES)).toEqual({ ok: true, value: register });
  });

  it('says which row cannot be understood', () => {
    expect(refused('Tên đơn vị,Đối tượng\nBản A,Bản\nTổ X,Xí nghiệp')).toMatch(
      /hàng 3: đối tượng "Xí nghiệp" không có/,
    );
    const untold = registerFromBook(csvBook('Tên đơn vị,Loại\nTổ X,'), [
      audience('school', 'A'),
      audience('village', 'B'),
    ]);
    expect(untold.ok ? 'ok' : untold.refusal.message).toMatch(/hàng 2: chưa rõ “Tổ X” thuộc đối tượng nào/);
    expect(refused('Tên đơn vị,Đăng ký\nBản A,có lẽ')).toMatch(/hàng 2: không hiểu "có lẽ"/);
    expect(refused('Tên đơn vị,Ngày nhận\nBản A,31/02/2025')).toMatch(/hàng 2: "31\/02\/2025" không phải là ngày/);
    const counts = 'Tên đơn vị,Số báo cáo yêu cầu,Số báo cáo đúng hạn\n';
    expect(refused(`${counts}Bản A,6,5\nBản B,,\nBản C,0,0`)).toBe('ok');
    expect(refused(`${counts}Bản A,5,6`)).toMatch(/hàng 2: số báo cáo yêu cầu "5" và số báo cáo đúng hạn "6"/);
    expect(refused(`${counts}Bản A,5,`)).toMatch(/hàng 2: số báo cáo yêu cầu "5" và số báo cáo đúng hạn ""/);
    expect(refused('Tên đơn vị\nBản A\nbản a')).toMatch(/có ở cả hàng 2 và hàng 3/);
    expect(refused('Cột 1,Cột 2\na,b')).toMatch(/không có cột "Tên đơn vị"/);
    expect(refused('Tên đơn vị\n')).toMatch(/không có đơn vị nào/);
  });
});

describe('csv', () => {
  it('keeps quotes, separators and line ends inside fields', () => {
    expect(parseCsv('a,b\n"x, ""y""\nz", 2 \n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ]);
  });

  it('reads UTF-8 and UTF-16 with their marks', () => {
    const text = 'Bản Nà Đắng';
    expect(csvText(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
    expect(csvText(new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]))).toBe(text);
  });
});
