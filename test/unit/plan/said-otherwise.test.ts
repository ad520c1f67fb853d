/** Figures that are said in less usual ways: stages on the way, so many out of ten, nothing of several things. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const PLAN = `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” giai đoạn 2026 - 2028\nI. CHỈ TIÊU\n1. `;
const found = (sentence: string) =>
  extractPlan(PLAN + sentence).targets.map(
    ({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline?.slice(0, 4)}`,
  );

it.each([
  [
    'Tỷ lệ hồ sơ toàn trình từ 75% năm 2026, 80% năm 2027 lên 85% năm 2028.',
    ['>= 75 % 2026', '= 80 % 2027', '= 85 % 2028'],
  ],
  ['Nâng tỷ lệ hộ dùng nước sạch từ 75% năm 2026 lên 85% năm 2028.', ['>= 75 % 2026', '= 85 % 2028']],
  ['Giảm tỷ lệ hộ nghèo từ 5% năm 2026 còn 3% năm 2028.', ['>= 5 % 2026', '= 3 % 2028']],
  ['Nâng tỷ lệ hộ dùng nước sạch từ 62% năm 2025 lên 85% năm 2028.', ['= 85 % 2028']],
  ['Nâng tỷ lệ hộ dùng nước sạch từ 62% lên 85% năm 2028.', ['= 85 % 2028']],
  ['Kết nạp mới 45 hội viên dưới 40 tuổi và 30 đoàn viên.', ['= 45 người 2028', '= 30 người 2028']],
  ['Số hồ sơ phải trả lại, sau khi đã có người hướng dẫn, không vượt quá 5% tổng số hồ sơ.', ['<= 5 % 2028']],
  [
    'Mỗi năm có thêm từ 01 đến 02 sản phẩm OCOP, nâng tổng số lên 14 sản phẩm.',
    ['range 1 sản phẩm 2028', '= 14 sản phẩm 2028'],
  ],
  ['Mỗi thôn, khu duy trì một điểm hỗ trợ.', ['= 1 điểm 2028']],
  ['Đến hết năm 2026 có 350 tàu, đến hết năm 2027 có 500 tàu.', ['= 350 tàu 2026', '= 500 tàu 2027']],
  ['Đóng góp 15.000 ngày công để làm 36 km đường bê tông.', ['= 15000 ngày công 2028', '= 36 km 2028']],
  ['Hội Cựu chiến binh xã tự quản 15 km đường liên thôn.', ['= 15 km 2028']],
  ['Theo kết quả khảo sát, xã có 26 xóm; 47,6% người dân dùng điện thoại; phấn đấu đạt 60%.', ['= 60 % 2028']],
  ['Hai Ban Thường vụ đi từng phần việc.', []],
  ['Lập 08 đội, mỗi dịp hè ở bản không ít hơn 20 ngày.', ['= 8 đội 2028', '>= 20 ngày 2028']],
  ['Bản đạt chuẩn và không có học sinh bỏ học.', ['= 0 người 2028']],
  ['Ít nhất 8 trong 10 hộ kinh doanh tại chợ nhận thanh toán bằng mã QR.', ['>= 80 % 2028']],
  ['Có 7 trong 11 thôn đạt chuẩn.', ['= 7 thôn 2028']],
  ['Xây dựng và duy trì từ 02 mô hình “Dân vận khéo” trở lên.', ['>= 2 mô hình 2028']],
  ['Không có phản ánh, kiến nghị tồn đọng quá 05 ngày làm việc.', ['= 0 phản ánh 2028']],
  ['Không có phản ánh đúng về thái độ phục vụ.', ['= 0 phản ánh 2028']],
  ['Đến 30/6/2026 một nửa số hộ có cáp quang, khi kết thúc phong trào đạt ba phần tư.', ['= 50 % 2026', '= 75 % 2028']],
  [
    'Mỗi người có ít nhất 01 sáng kiến, toàn xã có từ 3 sáng kiến được công nhận.',
    ['>= 1 sáng kiến 2028', '>= 3 sáng kiến 2028'],
  ],
  ['Tổng doanh số bán trên sàn từ 800 triệu đồng.', ['>= 800 triệu đồng 2028']],
  ['Hướng dẫn cầm tay chỉ việc cho 350 hội viên và 90 tiểu thương.', ['= 350 người 2028', '= 90 người 2028']],
  ['Mở 5 lớp mỗi năm, mỗi lớp 25 - 30 học viên.', ['= 5 lớp 2028']],
  ['Đoạt từ 20 giải học sinh giỏi cấp tỉnh.', ['>= 20 giải 2028']],
  ['Cấp thẻ cho các thuyền thúng dưới 6 m.', []],
  [
    'Trên 85%¹ hộ có cáp quang; ít nhất 70² hộ bán hàng trên sàn; trồng 200 m² và 90 m ² hoa.',
    ['> 85 % 2028', '>= 70 hộ 2028', '= 200 m2 2028', '= 90 m2 2028'],
  ],
  ['Hướng dẫn cho 64 chủ vựa.', ['= 64 người 2028']],
  [
    'Xóa xong 71 nhà tạm, trong đó năm 2026: 30 nhà; 2027: 25 nhà.',
    ['= 71 nhà 2028', '= 30 nhà 2026', '= 25 nhà 2027'],
  ],
  ['Làm 03 công trình, tổng chiều dài không dưới 4 km.', ['= 3 công trình 2028', '>= 4 km 2028']],
  ['Chia khối thi đua: 04 khối, gồm khối trường học, khối thôn.', []],
  ['Khơi dậy tinh thần của hơn 23.000 người dân.', []],
  [
    'Mỗi doanh nghiệp nhận đỡ đầu từ 1 thôn khó khăn, ủng hộ ít nhất 50 triệu đồng/năm.',
    ['>= 1 thôn 2028', '>= 50 triệu đồng/năm 2028'],
  ],
  ['Tập huấn cho 16 trưởng ban công tác.', ['= 16 người 2028']],
  ['Giảm tỷ lệ hộ nghèo bình quân 1,5 - 2 điểm phần trăm.', ['range 1.5 % 2028']],
  ['Bao phủ bảo hiểm y tế tăng thêm 2,3 điểm %, đạt 96,5%.', ['= 2.3 % 2028', '= 96.5 % 2028']],
  ['Giảm một nửa thiệt hại về nhà ở so với giai đoạn trước.', ['= 50 % 2028']],
  [
    'Xóa hết 96 nhà thiếu kiên cố (2026: 40 nhà, 2027: 36 nhà, còn lại năm 2028).',
    ['= 96 nhà 2028', '= 40 nhà 2026', '= 36 nhà 2027'],
  ],
  ['Dạy bơi cho 900 em trong ba dịp hè, bình quân 300 em một dịp.', ['= 900 em 2028']],
  ['Thêm 4 thôn có vườn cam, bảo đảm mỗi vườn rộng 0,5 ha trở lên.', ['= 4 thôn 2028']],
  ['80% học sinh các lớp 3, 4, 5 biết dùng học liệu số.', ['= 80 % 2028']],
  ['Tập huấn cho 64 chủ cơ sở và 12 chủ trang trại.', ['= 64 người 2028', '= 12 người 2028']],
  ['Mức độ hài lòng của người dân đạt 4,5/5.', ['= 4.5 điểm 2028']],
  ['Mức độ hài lòng của người dân đạt từ 4,5/5 trở lên.', ['>= 4.5 điểm 2028']],
  ['Trên địa bàn xã có 12 trường học, 3 trạm y tế.', []],
  ['Mỗi tháng các khu phố ra quân ít nhất 02 ngày Chủ nhật.', ['>= 2 ngày 2028']],
  ['Toàn xã có 15 thôn thông minh.', ['= 15 thôn 2028']],
])('%s', (sentence, targets) => {
  expect(found(sentence)).toEqual(targets);
});

/** Of none of them less is of each of them at least as much; of none of them more, at most. */
it('what no unit is to be below or above holds for each, whatever the unit, the words and the figure', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const draw = random(seed);
    const noun = draw.pick(['thôn', 'bản', 'trường', 'chi bộ', 'hộ', 'cơ quan', 'khu phố']);
    const reached = draw.pick(['', 'đạt ', 'có tỷ lệ ']);
    const [words, meant] = draw.pick([
      ['dưới', '>='],
      ['thấp hơn', '>='],
      ['quá', '<='],
      ['vượt', '<='],
    ] as const);
    const share = draw.between(11, 95);
    expect(found(`Không ${noun} nào ${reached}${words} ${share}%.`), `${noun} ${reached}${words}`).toEqual([
      `${meant} ${share} % 2028`,
    ]);
  }
});

it('whom one puts forward for an award of those above is a quota, whatever the verb', () => {
  for (const verb of ['lựa chọn', 'chọn', 'giới thiệu', 'bình chọn'])
    for (const asks of ['trình', 'đề nghị']) {
      const { quotas, targets } = extractPlan(
        `${PLAN}80% hộ có cáp quang.\nII. TIÊU CHUẨN, KHEN THƯỞNG\n1. UBND xã tặng Giấy khen cho 05 thôn; ${verb} 01 thôn, 02 cá nhân tiêu biểu nhất ${asks} Chủ tịch UBND tỉnh tặng Bằng khen.`,
      );
      expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual(['5 collective', '1 collective', '2 individual']);
      expect(targets).toHaveLength(1);
    }
});

it('a last day said behind a deed is the figure’s own', () => {
  const plan = PLAN.replace('giai đoạn 2026 - 2028', 'năm 2026');
  for (const words of ['hạn chót là ngày', 'hạn chót ngày', 'chậm nhất ngày', 'chậm nhất là ngày'])
    expect(extractPlan(`${plan}Mỗi đảng viên kèm được 3 người dân, ${words} 31/8/2026.`).targets).toMatchObject([
      { value: 3, deadline: '2026-08-31' },
    ]);
});

it('before a month or a quarter is by the end of the one before it', () => {
  const last = (words: string) => extractPlan(`${PLAN}Cắm 13 mốc báo lũ, xong ${words}.`).targets[0]?.deadline;
  expect(last('trước tháng 9/2026')).toBe('2026-08-31');
  expect(last('trước tháng 01 năm 2027')).toBe('2026-12-31');
  expect(last('trước quý II/2027')).toBe('2027-03-31');
  expect(last('trong tháng 9/2026')).toBe('2026-09-30');
});

it('a term of the school year is a time where the plan is for that year, or the year is named', () => {
  const words = '1. Học kỳ I có 60% và cả năm có 80% số học sinh biết dùng học liệu số, mỗi học kỳ 2 bài kiểm tra.';
  const days = (period: string) =>
    extractPlan(PLAN.replace('giai đoạn 2026 - 2028', period).replace('1. ', words)).targets.map((one) => one.deadline);
  expect(days('năm học 2026 - 2027').slice(0, 2)).toEqual(['2027-01-31', '2027-12-31']);
  expect(days('năm 2026').slice(0, 2)).toEqual(['2026-12-31', '2026-12-31']);
  expect(extractPlan(`${PLAN}60% học sinh có học bạ số trong học kỳ I năm học 2026 - 2027.`).targets[0]?.deadline).toBe(
    '2027-01-31',
  );
});

it('what is set apart has its own time, and a place counted before is one again', () => {
  const plan = PLAN.replace('giai đoạn 2026 - 2028', 'năm 2026');
  const { targets } = extractPlan(`${plan}Xóa bỏ 14 điểm họp chợ tự phát, riêng quý I xóa 5 điểm.`);
  expect(targets.map(({ value, unit, deadline }) => `${value} ${unit} ${deadline}`)).toEqual([
    '14 điểm 2026-12-31',
    '5 điểm 2026-03-31',
  ]);
});

it('marks named before their number, and a gift behind brackets, are what it takes', () => {
  for (const words of ['tổng điểm đạt 85 trở lên', 'số điểm từ 85 trở lên', 'có tổng số điểm tối thiểu 85 trở lên'])
    expect(extractPlan(`${PLAN}80% hộ có cáp quang.\nII. TIÊU CHUẨN\n1. Thôn: ${words}.`).targets).toMatchObject([
      { value: 80 },
      { value: 85, unit: 'điểm', comparator: '>=' },
    ]);
  expect(
    extractPlan(
      `${PLAN}80% hộ có cáp quang.\nII. TIÊU CHUẨN\n1. Ủng hộ phong trào từ 20 triệu đồng (tiền hoặc hiện vật) trở lên.`,
    ).targets,
  ).toMatchObject([{ value: 80 }, { value: 20, unit: 'triệu đồng', comparator: '>=' }]);
});

it('quotas of so many cases, of a line with two names, and of places in a contest', () => {
  const given = (words: string) =>
    extractPlan(`${PLAN}80% hộ có cáp quang.\nII. SỐ LƯỢNG KHEN\n${words}`).quotas.map(
      ({ max, kind }) => `${max} ${kind}`,
    );
  expect(given('UBND phường khen thưởng tổng cộng 40 trường hợp, gồm:\n- Tổ tự quản, tổ liên gia: 07;')).toEqual([
    '40 combined',
    '7 collective',
  ]);
  expect(given('- Doanh nghiệp, chủ nhà trọ: 10;\n- Chủ vựa: 04.')).toEqual(['10 combined', '4 individual']);
  expect(given('- Thôn: 1 giải nhất, 2 giải nhì, 3 giải ba.')).toEqual([
    '1 collective',
    '2 collective',
    '3 collective',
  ]);
});

it('what happens on the same day each month is no launch', () => {
  expect(extractPlan(`${PLAN}Ra quân lập lại trật tự đô thị vào ngày 15 hằng tháng.`).deadlines).toEqual([]);
});

it('days, months and years in words are dates', () => {
  const due = (words: string) => extractPlan(`${PLAN}Các thôn đăng ký ${words}.`).deadlines.map(({ when }) => when);
  expect(due('chậm nhất vào ngày mười lăm tháng sáu năm hai nghìn không trăm hai mươi sáu')).toEqual([
    { date: '2026-06-15' },
  ]);
  expect(due('trước ngày ba mươi tháng tư năm 2027')).toEqual([{ date: '2027-04-30' }]);
  expect(due('vào đầu tháng mười hai')).toEqual([{ month: 12, year: null }]);
  expect(extractPlan(`${PLAN}Mở mỗi tháng hai buổi đọc sách.`).targets).toMatchObject([{ value: 2, unit: 'buổi' }]);
});

it('what a place has, said under a heading that asks for nothing, is no target', () => {
  const plan = PLAN.replace('I. CHỈ TIÊU\n1. ', 'I. QUY MÔ\nToàn xã có 14 trường với 268 lớp, 8.145 học sinh; ');
  expect(extractPlan(`${plan}.\nII. CHỈ TIÊU\n1. 80% hộ có cáp quang.`).targets).toHaveLength(1);
});

it('what it takes to be commended asks of the villages and homes it names', () => {
  const { targets, quotas } = extractPlan(
    `${PLAN}80% hộ có cáp quang.\nII. TIÊU CHÍ XÉT KHEN\n1. Hộ: giúp được 1 hộ khác, đóng góp từ 100 triệu đồng trở lên.\nIII. KHEN THƯỞNG\n1. Ấp đạt danh hiệu “Khu dân cư đoàn kết” khi được trên 90% hộ dân đồng thuận.\n2. Tặng Giấy khen 16 trưởng ban công tác Mặt trận.`,
  );
  expect(targets.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['80 %', '1 hộ', '100 triệu đồng', '90 %']);
  expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual(['16 individual']);
});

it('a sheet of targets for each village, its title above the plan it belongs to', () => {
  const plan = `${PLAN}80% hộ có cáp quang.\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nLò Văn Thoa\nBIỂU CHỈ TIÊU GIẢM NGHÈO\n(Kèm theo Kế hoạch số 71/KH-UBND)\n`;
  const table =
    'TT\tThôn\tSố hộ nghèo cuối 2025\tChỉ tiêu giảm năm 2026 (hộ)\n1\tNà Lóng\t64\t12\n2\tBản Phạ\t88\t17\n';
  expect(extractPlan(plan + table).targets.slice(1)).toMatchObject([
    { value: 12, unit: 'hộ', section: 'PL.1', deadline: '2026-12-31' },
    { value: 17, unit: 'hộ', section: 'PL.2', deadline: '2026-12-31' },
  ]);
});

it('a plan named beside a baseline is none that is due', () => {
  expect(extractPlan(`${PLAN}Cuối năm 2026 đạt 45% (thời điểm xây dựng kế hoạch: 28%).`).deadlines).toEqual([]);
});

it('a thing no list knows is named by its first two syllables, by one where one says what it is', () => {
  const units = (words: string) => extractPlan(`${PLAN}${words}`).targets.map(({ unit }) => unit);
  expect(units('Mỗi thôn đề xuất tối thiểu 2 cải tiến quy trình; trồng 500 gốc sưa đỏ; lắp 12 ghế đá.')).toEqual([
    'cải tiến',
    'gốc',
    'ghế',
  ]);
  expect(units('Dưới 111 bé trai/100 bé gái; đạt 12 bác sĩ/10.000 dân; đạt 25 thuê bao/100 dân.')).toEqual([
    'bé trai/100 bé gái',
    'bác sĩ/10.000 dân',
    'thuê bao/100 dân',
  ]);
});

it('how many each of those just named shall have from, to', () => {
  const { targets } = extractPlan(`${PLAN}Mỗi thôn thành lập 01 tổ hỗ trợ, mỗi tổ từ 3 đến 5 người.`);
  expect(targets).toMatchObject([
    { value: 1, unit: 'tổ' },
    { value: 3, valueMax: 5, unit: 'người' },
  ]);
});

it('who issues the plan and starts with it, starts', () => {
  const plan = `${PLAN}80% hộ có cáp quang.\nII. TIẾN ĐỘ\n1. Quý I/2026: ban hành kế hoạch, phát động.`;
  expect(extractPlan(plan).deadlines).toMatchObject([{ what: 'launch', when: { quarter: 1, year: 2026 } }]);
});

it('whom a number behind them is of: those no number names', () => {
  const given = (words: string) =>
    extractPlan(`${PLAN}80% hộ có cáp quang.\nII. KHEN THƯỞNG\n1. ${words}`).quotas.map(
      ({ max, kind }) => `${max} ${kind}`,
    );
  expect(given('Khen tập thể 05, cá nhân 10, hộ gia đình 12.')).toEqual([
    '5 collective',
    '10 individual',
    '12 household',
  ]);
  expect(given('Tặng Giấy khen: khối trường học 03; khối tổ dân phố 08.')).toEqual(['3 collective', '8 collective']);
  expect(given('Tặng Giấy khen cho thôn 3, khu phố 5.')).toEqual([]);
});

it('for which of them what is behind the colon holds is no figure of its own', () => {
  const { targets } = extractPlan(
    `${PLAN}Thôn có trên 100 hộ: ít nhất 5 mô hình; thôn dưới 100 hộ: ít nhất 3 mô hình; xây dựng trên 10 vườn mẫu.`,
  );
  expect(targets.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['5 mô hình', '3 mô hình', '10 vườn mẫu']);
});

it.each([
  ['Ít nhất tám trong mười gia đình có thùng phân loại rác.', 80, '%', '>='],
  ['Không một trường hợp nào sinh con thứ ba.', 0, 'trường hợp', '='],
  ['Số lượt truy cập trang thông tin đạt trên 1,5 vạn lượt.', 15_000, 'lượt', '>'],
])('%s', (words, value, unit, comparator) => {
  expect(extractPlan(`${PLAN}${words}`).targets).toMatchObject([{ value, unit, comparator }]);
});

it('where a share stood is not whom it is of', () => {
  const { targets } = extractPlan(`${PLAN}Nâng số hộ dùng nước sạch từ 78% lên 90%.`);
  expect(targets).toMatchObject([{ value: 90, subject: 'số hộ dùng nước sạch' }]);
});

it.each([
  ['Hiện toàn xã có 4.215 hộ, trong đó 3.120 hộ có Internet (đạt 74%); phấn đấu đạt 90%.', 'hộ có Internet'],
  ['Tỷ lệ hộ nghèo hiện còn 4,2%. Phấn đấu đến cuối năm 2027 còn dưới 3%.', 'Tỷ lệ hộ nghèo'],
  ['Năm 2025 tỷ lệ hồ sơ trực tuyến mới đạt 61%; năm 2026 phấn đấu đạt 75%.', 'tỷ lệ hồ sơ trực tuyến'],
  ['Trạm Y tế: 95% người dân có hồ sơ sức khỏe điện tử.', 'người dân'],
  ['Trong tháng 4/2026 hoàn thành 100% việc rà soát.', 'việc rà soát'],
  ['Tổ chức từ 02 đến 03 hội thi về chuyển đổi số.', 'hội thi về chuyển đổi số'],
  ['Tăng tối thiểu 5 điểm phần trăm so với năm 2025 về tỷ lệ hồ sơ toàn trình.', 'tỷ lệ hồ sơ toàn trình'],
])('%s is of %s', (words, subject) => {
  expect(extractPlan(`${PLAN}Tỷ lệ hộ có camera đạt 20%.\n2. ${words}`).targets.at(-1)).toMatchObject({ subject });
});

it('a time before the plan’s first year is none to reach anything by', () => {
  const { targets } = extractPlan(`${PLAN}Số hộ dùng nước sạch năm 2025: 1.240 hộ (71,2%); phấn đấu 80%.`);
  expect(targets).toMatchObject([{ value: 80, deadline: '2028-12-31' }]);
});

it('both of two sorts of villages are counted, and what follows them is a deed of its own', () => {
  const { targets } = extractPlan(`${PLAN}100% thôn, bản có sóng di động, xóa 04 điểm lõm sóng còn lại.`);
  expect(targets).toMatchObject([
    { value: 100, subject: 'thôn, bản' },
    { value: 4, text: 'xóa 04 điểm lõm sóng còn lại' },
  ]);
});

it.each([
  ['Xét, đề nghị tặng Giấy khen cho không quá 10 tập thể và 20 cá nhân.', [10, 20]],
  ['Mỗi khối thi đua chọn 01 đơn vị dẫn đầu, 02 đơn vị khá đề nghị Ủy ban nhân dân xã khen.', [1, 2]],
])('whatever the part is about, what is given is a quota: %s', (words, numbers) => {
  const plan = extractPlan(`${PLAN}${words}`);
  expect([plan.targets, plan.quotas.map(({ max }) => max)]).toEqual([[], numbers]);
  const reached = extractPlan(`${PLAN}Phấn đấu được tặng Bằng khen ${numbers[0]} lần.`);
  expect(reached.quotas).toEqual([]);
});

it('what it takes to be commended says so at its head', () => {
  const { targets } = extractPlan(`${PLAN}Điều kiện xét khen: hoàn thành ít nhất 8/10 tiêu chí.`);
  expect(targets).toMatchObject([{ value: 8, kind: 'award-threshold' }]);
});

it('a sentence below a heading that says itself what it is of takes no word of the heading', () => {
  const { targets } = extractPlan(
    `${PLAN}Thi đua xây dựng đời sống văn hóa, giáo dục\nHằng năm, tỷ lệ hộ đạt danh hiệu “Gia đình văn hóa” đạt 95% trở lên.`,
  );
  expect(targets.map(({ subject }) => subject)).toEqual(['tỷ lệ hộ đạt danh hiệu “Gia đình văn hóa”']);
});

it.each([
  ['15 tháng 8 năm 2026', '2026-08-15'],
  ['05 tháng 11 năm 2027', '2027-11-05'],
  ['30 tháng 6/2026', '2026-06-30'],
])('a day in the words of official papers is the day it is: %s', (day, deadline) => {
  for (const sentence of [
    `Hoàn thành số hóa 8.500 hồ sơ hộ tịch trước ngày ${day}.`,
    `Trước ngày ${day}, 100% thôn có tổ.`,
    `Đến ngày ${day}, 90% thôn có tổ.`,
  ]) {
    const [target, ...others] = extractPlan(PLAN + sentence).targets;
    expect([target?.deadline, others]).toEqual([deadline, []]);
    expect(target?.subject).not.toMatch(/ngày|tháng/);
  }
});
