/**
 * What plans of hands not seen before say otherwise. Composed: no number, noun or name is that of a plan; what is beside
 * it in a case is what must not be taken for it.
 */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as seeded } from '../../fixtures/random.ts';

const read = (body: string, years = '2026') =>
  extractPlan(`ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhong trào thi đua “Vì quê hương” năm ${years}\n${body}\n`);
const targets = (body: string, years?: string) =>
  read(body, years).targets.map(
    ({ comparator, value, unit, section, deadline }) =>
      `${section}: ${comparator} ${value} ${unit}${deadline === '2026-12-31' ? '' : ` ${deadline}`}`,
  );
const targetsOf = (heading: string, sentence: string) => targets(`I. ${heading}\n1. ${sentence}.`);
const dues = (sentence: string) =>
  read(`I. TỔ CHỨC THỰC HIỆN\n1. ${sentence}.`).deadlines.map(({ what, when }) => `${what} ${JSON.stringify(when)}`);

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('composed (%d)', (seed) => {
  const { pick, between } = seeded(seed);
  const [few, many, share, more] = [between(2, 9), between(20, 90), between(31, 60), between(61, 98)];
  const doer = pick(['Các thôn', 'Trạm Y tế', 'Đoàn Thanh niên', 'Công an xã']);

  it('a rate that is required, whoever has the duty', () => {
    const rate = `${few} ${pick(['lần', 'buổi', 'đợt'])}/${pick(['tuần', 'tháng', 'quý', 'năm'])}`;
    expect(targetsOf('TRÁCH NHIỆM', `${doer} tổ chức tổng vệ sinh đường làng ${rate}`)).toEqual([`I.1: = ${rate}`]);
    expect(targetsOf('TRÁCH NHIỆM', `${doer} rà soát hộ nghèo ${rate}`)).toEqual([]);
  });

  it('people helped with so much, and those whose places are counted', () => {
    const people = pick(['Nhân dân', 'bà con', 'đồng bào']);
    expect(targetsOf('NHIỆM VỤ', `Giúp ${people} ${many} ngày công`)).toEqual([`I.1: = ${many} ngày công`]);
    expect(targetsOf('NHIỆM VỤ', `Vệ sinh nhà ở của ${people.toLowerCase()} ${many} thôn`)).toEqual([]);
  });

  it('money that is raised or paid out, and money that it costs', () => {
    const raises = pick(['thu ngân sách', 'giải ngân vốn đầu tư công']);
    expect(targetsOf('NỘI DUNG', `Tỷ lệ ${raises} đạt ${share}%`)).toEqual([`I.1: = ${share} %`]);
    expect(targetsOf('THU NGÂN SÁCH', `Tỷ lệ nợ đọng còn dưới ${few}% tổng số thu`)).toEqual([`I.1: < ${few} %`]);
    expect(targetsOf('KINH PHÍ', `Ngân sách xã bảo đảm ${share}%`)).toEqual([]);
    const back = pick(['Thu hồi', 'Thu về']);
    expect(targetsOf('NỘI DUNG', `${back} ít nhất ${many} tỷ đồng nợ đọng`)).toEqual([`I.1: >= ${many} tỷ đồng`]);
  });

  it('a time that opens a list, and a time that names the deed', () => {
    const times = `Đến hết năm 2027, mỗi thôn có ${few} vườn mẫu; trên ${share}% số hộ có cáp quang`;
    const list = targets(`I. CHỈ TIÊU\n1. ${times}; dựng ${many} biển báo.`, '2026 - 2030');
    expect(list).toEqual([
      `I.1: = ${few} vườn mẫu 2027-12-31`,
      `I.1: > ${share} % 2027-12-31`,
      `I.1: = ${many} biển báo 2030-12-31`,
    ]);
    expect(targetsOf('CHỈ TIÊU', `Công dân khám nghĩa vụ năm 2027 đạt ${more}%`)).toEqual([`I.1: = ${more} %`]);
    const all = `Sửa ${few} cống và nạo vét ${many} km mương, đều ${pick(['hoàn thành', 'xong'])} trước ngày 30/6/2026`;
    expect(targetsOf('NHIỆM VỤ', all)).toEqual([`I.1: = ${few} cống 2026-06-30`, `I.1: = ${many} km 2026-06-30`]);
  });

  it('the time of a stage holds for everything behind its colon', () => {
    const stage = pick(['Chặng 1 (đến 31/12/2027)', 'Giai đoạn đầu (năm 2027)', 'Bước 1 (đến hết năm 2027)']);
    const work = `dựng ${many} biển báo; tỷ lệ hộ có cáp quang đạt ${share}%; ${more}% cán bộ có chữ ký số`;
    expect(targets(`I. CHỈ TIÊU\n1. ${stage}: ${work}.`, '2026 - 2030')).toEqual([
      `I.1: = ${many} biển báo 2027-12-31`,
      `I.1: = ${share} % 2027-12-31`,
      `I.1: = ${more} % 2027-12-31`,
    ]);
  });

  it('no share from a day, and no target from what is abolished', () => {
    const latest = pick(['chậm nhất', 'muộn nhất', 'chậm nhất là']);
    expect(targetsOf('NỘI DUNG', `Các thôn gửi báo cáo ${latest} 05/10 các năm 2026 và 2027`)).toEqual([]);
    expect(
      targetsOf('CHỈ TIÊU', `${pick(['Bãi bỏ', 'Hủy bỏ'])} chỉ tiêu ${share}% hộ có camera tại khoản 3 Mục II`),
    ).toEqual([]);
  });

  it('winners right behind the verb that rewards them are no targets', () => {
    const winners = `${few} khóm, 01 trường và ${few + 2} cá nhân`;
    const who = pick(['UBND phường thưởng', 'Phường thưởng cho', 'Kết thúc đợt, thưởng']);
    for (const heading of ['NỘI DUNG', 'CHỈ TIÊU']) expect(targetsOf(heading, `${who} ${winners}`)).toEqual([]);
    const paid = `Thưởng 500.000 đồng cho mỗi tổ, phấn đấu ${many} tổ đạt chuẩn`;
    expect(targetsOf('CHỈ TIÊU', paid)).toEqual([`I.1: = ${many} tổ`]);
  });

  it('shares by the times of those before, in turn', () => {
    const first = `Đến năm 2027 có ${share}%, đến năm 2029 có ${more}% số hộ đạt chuẩn`;
    const others = `các tỷ lệ tương ứng của chi hội là ${share + 1}% và ${more + 1}%`;
    expect(targets(`I. CHỈ TIÊU\n1. ${first}; ${others}.`, '2026 - 2030')).toEqual([
      `I.1: = ${share} % 2027-12-31`,
      `I.1: = ${more} % 2029-12-31`,
      `I.1: = ${share + 1} % 2027-12-31`,
      `I.1: = ${more + 1} % 2029-12-31`,
    ]);
  });

  it('what is to be reached for marks, and the marks', () => {
    const scoring = `I. ${pick(['TIÊU CHÍ VÀ THANG ĐIỂM', 'BẢNG ĐIỂM'])}\n1. Môi trường (${many} điểm)`;
    const reached = `a) Tỷ lệ hộ phân loại rác đạt trên ${share}% (năm 2025 đạt ${share - 9}%): ${few} điểm. Cứ thiếu 1% trừ 0,5 điểm.`;
    expect(targets(`${scoring}\n${reached}\nb) Báo cáo đúng hạn: ${few} điểm.`)).toEqual([`I.1.a: > ${share} %`]);
    expect(targets(`${scoring}\na) Tỷ lệ từ ${more}%: 10 điểm; từ ${share}%: 5 điểm.`)).toEqual([]);
  });

  it('none of what is wrong, and words that only sound so', () => {
    const wrong = pick(['đi xe máy khi chưa đủ tuổi', 'xây nhà trái phép', 'khai báo không đúng']);
    expect(targetsOf('CHỈ TIÊU', `Không có hộ ${wrong}`)).toEqual(['I.1: = 0 hộ']);
    expect(targetsOf('CHỈ TIÊU', 'Không phát sinh điểm họp chợ lấn đường')).toEqual(['I.1: = 0 điểm']);
    expect(targetsOf('NỘI DUNG', `Thời gian không còn ${pick(['nhiều', 'lâu', 'xa'])}`)).toEqual([]);
    expect(
      targetsOf('CHỈ TIÊU', `Tỷ lệ dùng dữ liệu đã ${pick(['số hóa', 'làm sạch'])} đạt ${share}% trở lên`),
    ).toEqual([`I.1: >= ${share} %`]);
  });

  it('what each does once, and what is thrown away', () => {
    const who = pick(['thôn', 'chi hội', 'đơn vị', 'tổ']);
    expect(targetsOf('CHỈ TIÊU', `Mỗi ${who} tổng vệ sinh một lần`)).toEqual(['I.1: = 1 lần']);
    expect(targetsOf('CHỈ TIÊU', `Mỗi ${who} bỏ đồ nhựa dùng một lần`)).toEqual([]);
  });

  it('quotas of a headcount, of an unstated group, and words that only divide them', () => {
    const quotas = (body: string) =>
      read(`I. KHEN THƯỞNG\n${body}`).quotas.map(({ max, unit, kind }) => `${max}${unit ?? ''} ${kind}`);
    const title = '“Chiến sĩ tiên tiến”';
    expect(quotas(`1. Danh hiệu ${title} không vượt quá ${share}% ${pick(['quân số', 'biên chế'])}.`)).toEqual([
      `${share}% individual`,
    ]);
    expect(quotas('1. Thưởng đột xuất cho cá nhân tố giác; số lượng do Chủ tịch UBND xã quyết định.')).toEqual([
      'null individual',
    ]);
    const part = `1. Giấy khen cho ${few} cá nhân.\n2. Trong tổng số cá nhân được khen, lãnh đạo không quá ${share}%.`;
    expect([quotas(part), targets(`I. KHEN THƯỞNG\n${part}`)]).toEqual([[`${few} individual`], []]);
    const floor = `Xóm được xét khen phải có từ ${more}% số hộ trở lên ký cam kết`;
    expect([quotas(`1. ${floor}.`), targetsOf('KHEN THƯỞNG', floor)]).toEqual([[], [`I.1: >= ${more} %`]]);
  });

  it('those whom a gathering is for', () => {
    const held = pick(['Mở 3 lớp về nuôi ong', 'Tổ chức 2 hội nghị về phòng cháy', 'Hội Nông dân mở 4 khóa nghề may']);
    const who = pick(['hội viên', 'công nhân', 'thanh thiếu niên', 'chủ trọ']);
    expect(targetsOf('NHIỆM VỤ', `${held} cho ${many} ${who}`).at(-1)).toBe(`I.1: = ${many} người`);
    expect(targetsOf('NHIỆM VỤ', `Sửa ${few} phòng cho ${many} ${who}`)).toEqual([`I.1: = ${few} phòng`]);
  });

  it('things handed over, opinions to collect, and deeds at so many places by a day', () => {
    const things = pick(['máy tính bảng', 'bộ chiêng', 'bình chữa cháy']);
    expect(targetsOf('NHIỆM VỤ', `Bàn giao ${many} ${things} cho các tổ`)[0]).toMatch(`I.1: = ${many} `);
    expect(targetsOf('TRÁCH NHIỆM', `Trung tâm khảo sát ý kiến ${many} người dân, doanh nghiệp`)).toEqual([
      `I.1: = ${many} người`,
    ]);
    const deed = pick(['cắm biển cấm đỗ', 'kẻ vạch đường', 'xử lý rác tồn']);
    const [place, unit] = pick([
      ['nút giao', 'nút giao'],
      ['khúc cua gấp', 'khúc'],
    ] as const);
    const body = `I. NHIỆM VỤ\n1. Dọn cỏ ven đường, ${deed} tại 0${few} ${place} trước ngày 30/6/2026.`;
    expect([targets(body), read(body).deadlines]).toEqual([[`I.1: = ${few} ${unit} 2026-06-30`], []]);
    expect(targetsOf('NHIỆM VỤ', `Giữ trật tự tại 0${few} ${place} trước cổng trường`)).toEqual([]);
  });

  it('a day by which all is put to use', () => {
    const close = pick(['đưa vào sử dụng', 'đưa vào vận hành', 'hoàn thành', 'xong']);
    const all = `Mở ${few} quầy đón khách, lắp ${many} máy bơm, ${close} trước ngày 30/6/2026`;
    expect(targetsOf('NHIỆM VỤ', all)).toEqual([`I.1: = ${few} quầy 2026-06-30`, `I.1: = ${many} máy 2026-06-30`]);
    const own = `Mở ${few} quầy trong quý I/2026, lắp ${many} máy bơm, ${close} trước ngày 30/6/2026`;
    expect(targetsOf('NHIỆM VỤ', own)[0]).toBe(`I.1: = ${few} quầy 2026-03-31`);
    const apart = `${share}% số hộ có nước sạch, lắp ${many} máy bơm, ${close} trước ngày 30/6/2026`;
    expect(targetsOf('NHIỆM VỤ', apart)[0]).toBe(`I.1: = ${share} %`);
  });

  it('none of what is suffered or illegal, unless it describes the candidates of an award', () => {
    const borne = pick(['văn bản bị kiến nghị xử lý', 'văn bản nộp qua mạng bị trả lại', 'văn bản bị thu hồi']);
    expect(targetsOf('CHỈ TIÊU', `Không có ${borne}`)).toEqual(['I.1: = 0 văn bản']);
    const noun = pick(['cặp', 'bản']);
    const wrong = pick(['tảo hôn', 'hôn nhân cận huyết thống']);
    expect(targetsOf('CHỈ TIÊU', `Không có ${noun} ${wrong}`)).toEqual([`I.1: = 0 ${noun}`]);
    const awarded = `Tặng Giấy khen cho ${few} công chức không có hồ sơ ${pick(['trễ hẹn', 'quá hạn'])}`;
    expect(targetsOf('KHEN THƯỞNG', awarded)).toEqual([]);
  });

  it('conditions of an award', () => {
    const scored = `Ấp được xét khen phải đạt từ ${more}/100 điểm theo bảng chấm`;
    expect(targetsOf('KHEN THƯỞNG', scored)).toEqual([`I.1: >= ${more} điểm`]);
    const done = `cá nhân đã ${pick(['hướng dẫn', 'giúp'])} ít nhất ${many} người dân`;
    expect(targetsOf('KHEN THƯỞNG', `Điều kiện: ấp có đội văn nghệ; ${done}`)).toEqual([`I.1: >= ${many} người`]);
    expect(targetsOf('NHIỆM VỤ', `Các tổ đã giúp ít nhất ${many} người dân`)).toEqual([]);
  });
});

describe('what is due', () => {
  it.each([
    [
      'Hồ sơ đề nghị khen thưởng gồm tờ trình, báo cáo thành tích; gửi về Phòng Văn hóa trước ngày 10/11/2026',
      'award-dossier',
    ],
    ['Các thôn ký giao ước trong tháng 5; gửi báo cáo về Văn phòng trước ngày 10/11/2026', 'unit-report'],
    ['Các tổ xây dựng kế hoạch thực hiện giao ước, gửi Khối trưởng trước ngày 10/11/2026', 'unit-plan'],
    ['Các tổ chấm điểm chéo theo Kế hoạch số 04/KH-UBND, hoàn thành trước ngày 10/11/2026', 'evaluation'],
  ])('%s', (sentence, what) => {
    expect(dues(sentence).at(-1)).toBe(`${what} {"date":"2026-11-10"}`);
  });

  it('a stretch within the movement has a long name, and is not its end', () => {
    const name = '“Mừng Đảng, mừng Xuân, thi đua làm tốt, học tốt, giữ làng xanh, sạch, đẹp”';
    expect(dues(`Đợt 1, chủ đề ${name}: từ ngày 05/01 đến ngày 31/3/2026`)).toEqual(['other {"date":"2026-03-31"}']);
  });

  it('what is signed up for elsewhere is a target of its day alone', () => {
    const { deadlines } = read('I. CHỈ TIÊU\n1. 100% hộ đăng ký lịch đốt nương với trưởng xóm trước ngày 15/11/2026.');
    expect(deadlines).toEqual([]);
  });
});

describe('tables', () => {
  it('of tasks: each row by its own time, at its own place', () => {
    const rows = [
      'TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn hoàn thành',
      '1\tBan hành Bộ quy tắc\tVăn phòng\t20/3/2026',
      '2\tMở 14 lớp tin học\tTrạm Y tế, các thôn\t30/4/2026',
      '3\tGửi báo cáo sơ kết\tCác thôn\tQuý II/2026',
    ];
    const { targets: found, deadlines } = read(`I. PHÂN CÔNG\n${rows.join('\n')}`);
    expect(found.map(({ section, value, deadline }) => `${section} ${value} ${deadline}`)).toEqual([
      'I.2 14 2026-04-30',
    ]);
    expect(deadlines.map(({ section, what, when }) => `${section} ${what} ${JSON.stringify(when)}`)).toEqual([
      'I.1 other {"date":"2026-03-20"}',
      'I.3 unit-report {"quarter":2,"year":2026}',
    ]);
  });

  it('with shares: whatever the heading of a column, except the size of each unit', () => {
    const rows = [
      'STT | Thôn | Số hộ | Hộ đủ nước ngọt (%) | Hộ phân loại tại nguồn (%)',
      '1 | Bắc Sơn | 212 | 75 | 41',
      '2 | Nam Hải | 164 | 68 | 52',
    ];
    const section = `A. GIAO CHỈ TIÊU CHO CÁC THÔN NĂM 2026\n${rows.join('\n')}`;
    expect(targets(section, '2026 - 2030')).toEqual(['A.1: = 75 %', 'A.1: = 41 %', 'A.2: = 68 %', 'A.2: = 52 %']);
  });
});

it.each(['HIỆU TRƯỞNG', 'TRƯỞNG PHÒNG', 'BÍ THƯ ĐẢNG ỦY'])('%s below paragraphs without numbers signs them', (post) => {
  const head = 'TRƯỜNG TIỂU HỌC PHÚ XUÂN\nSố: 4/KH-TH\nKẾ HOẠCH\nThi đua dạy tốt, học tốt năm 2026\n';
  const body = 'Trường phấn đấu 95% học sinh biết bơi.\n\nTổ chức 02 hội thi cấp trường.\n\n';
  expect(extractPlan(`${head}\n${body}${post}\nNguyễn Văn Tư\n`).targets.map(({ value }) => value)).toEqual([95, 2]);
});

it('recipients are parted where their lines are', () => {
  const end = 'Nơi nhận:\n- UBND tỉnh;\n- UBMTTQ và các tổ chức chính trị - xã hội xã;\n- Lưu: VT.\nCHỦ TỊCH';
  expect(read(`I. CHỈ TIÊU\n1. 100% hộ có nước sạch.\n${end}`).movement.recipients).toEqual([
    'UBND tỉnh',
    'UBMTTQ và các tổ chức chính trị - xã hội xã',
  ]);
});

it('the days of a letter without a year in its title may end a year later', () => {
  const head =
    'ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 4/UBND-KT\nV/v phát động đợt thi đua “Giữ rừng”\nPhú Xuân, ngày 9 tháng 10 năm 2026';
  const sentence =
    'Thực hiện Công văn số 3/UBND ngày 08/10/2026, UBND xã phát động đợt thi đua cao điểm từ ngày 01/11/2026 đến hết ngày 30/4/2027 như sau:';
  const { movement, deadlines } = extractPlan(
    `${head}\nKính gửi: Các thôn.\n${sentence}\n1. Họp xét từ ngày 02/4/2027 đến ngày 09/4/2027.`,
  );
  expect(movement.period).toEqual({ from: '2026-11-01', to: '2027-04-30' });
  expect(deadlines.filter(({ what }) => what === 'end').map(({ when }) => when)).toEqual([{ date: '2027-04-30' }]);
});
