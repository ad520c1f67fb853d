/**
 * A plan's text → a movement: sound whatever the plan, 100 points a set, the plan's content separate from our
 * proposals.
 */
import { describe, expect, it } from 'vitest';
import { VILLAGE_WORDS } from '../../../core/base/text/village-words.ts';
import { measuredBy } from '../../../core/commune/result/measured-by.ts';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { wordingOf } from '../../../core/dossier/propose/wording-of-target.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { HEAD, propose, proposed } from '../../fixtures/dossier/proposed.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const MOVEMENTS = readPlans().map(({ name, movement }) => [name, movement] as const);
const criteriaOf = (movement: Movement, audience: string) =>
  movement.criteriaSets.find((set) => set.audience === audience)!.criteria.filter(({ target }) => target?.code);

/** With those a unit answers by yes or no, which have no level. */
const drawnOf = (movement: Movement, audience: string) =>
  movement.criteriaSets.find((set) => set.audience === audience)!.criteria.filter(({ source }) => source.code);

describe('a movement proposed from a plan', () => {
  it.each(MOVEMENTS)('is sound and loses nothing in the dossier: %s', (_, movement) => {
    expect(validateMovement(movement)).toEqual([]);
    const book = readBook(dossierBook(movementSchema.parse(movement)));
    const read = book.ok && readDossier(book.value);
    expect(read !== false && read.ok ? [read.value.faults, read.value.movement] : read).toEqual([
      [],
      movementSchema.parse(movement),
    ]);
  });

  it('is sound for a text that is no plan, and lists what it could not find', () => {
    const movement = propose('Giấy mời họp lúc 8 giờ.');
    expect(validateMovement(movement)).toEqual([]);
    expect(movement.warnings.map(({ message }) => message).join('\n')).toMatch(
      /tên xã[\s\S]*tên tỉnh[\s\S]*đối tượng thi đua/,
    );
  });

  it('separates the plan’s content from our proposals', () => {
    for (const [, movement] of MOVEMENTS) {
      const known = new Set(movement.targets.map(({ code }) => code));
      for (const set of movement.criteriaSets) {
        expect(set.proposed).toBe(true);
        for (const criterion of set.criteria) {
          // Everything that is not our proposal is in the plan, in its words.
          if (criterion.proposed !== true)
            expect([criterion.source.section !== '', criterion.source.text]).toEqual([true, expect.any(String)]);
          if (criterion.target?.code)
            expect([known.has(criterion.target.code), criterion.source.code]).toEqual([true, criterion.target.code]);
        }
      }
    }
  });

  it('includes for each audience only what its own figures can answer', () => {
    const movement = proposed(
      '90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.',
      'Trên 70% hộ gia đình có đường truyền cáp quang.',
      '100% học sinh có học bạ số.',
      '50% doanh nghiệp sử dụng hợp đồng điện tử.',
      'Tỷ trọng kinh tế số đạt 15% GRDP.',
    );
    const titles = (audience: string) => criteriaOf(movement, audience).map(({ title }) => title);
    expect(titles('agency')).toEqual(['Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận trực tuyến']);
    expect(titles('village')).toEqual(['Tỷ lệ hộ gia đình có đường truyền cáp quang']);
    expect(titles('school')).toEqual(['Tỷ lệ học sinh có học bạ số']);
    expect(titles('enterprise')).toEqual([]);
    expect(movement.targets.map(({ scope }) => scope)).toEqual(['unit', 'unit', 'unit', 'unit', 'commune']);
    const [files] = criteriaOf(movement, 'agency');
    expect(files).toMatchObject({
      numerator: 'Số hồ sơ thủ tục hành chính được tiếp nhận trực tuyến',
      denominator: 'Tổng số hồ sơ thủ tục hành chính',
      indicator: 'ho-so-truc-tuyen',
      notApplicable: 'drop-confirmed',
      rule: { kind: 'proportional', full: 90 },
    });
  });

  it('includes the audiences that a heading addresses, whatever the words below it; a field is no audience', () => {
    const movement = propose(
      `${HEAD}1. Đối với các cơ quan\n- 100% cán bộ, công chức được tập huấn kỹ năng số.
2. Đối với thôn\n- 80% tổ công nghệ số cộng đồng hoạt động hiệu quả.
3. Đối với lĩnh vực môi trường\n- 90% hộ gia đình phân loại rác.\n`,
    );
    const titles = (audience: string) => criteriaOf(movement, audience).map(({ title }) => title);
    expect(titles('agency')).toEqual(['Tỷ lệ cán bộ, công chức được tập huấn kỹ năng số']);
    expect(titles('village')).toEqual([
      'Tỷ lệ tổ công nghệ số cộng đồng hoạt động hiệu quả',
      'Tỷ lệ hộ gia đình phân loại rác',
    ]);
    expect(titles('school')).toEqual([]);
  });

  it('names the share of things treated, whatever the deed and the thing', () => {
    for (const deed of ['Thu gom', 'Cứng hóa', 'Kiểm tra', 'Kết nối', 'Giải quyết'])
      for (const thing of ['rác thải sinh hoạt', 'đường nội đồng', 'cơ sở karaoke']) {
        const [target] = extractPlan(`${HEAD}- ${deed} 98% ${thing}.\n`).targets;
        if (!target) throw new Error(`${deed} ${thing}`);
        expect(wordingOf(target)).toEqual({
          title: `Tỷ lệ ${thing} được ${deed.toLowerCase()}`,
          numerator: `Số ${thing} được ${deed.toLowerCase()}`,
          denominator: `Tổng số ${thing}`,
        });
      }
  });

  it('counts all who are listed before what is wanted of them', () => {
    for (const [who, whole] of [
      ['cán bộ, công chức, viên chức', null],
      ['đoàn viên, hội viên', null],
      ['giáo viên, nhân viên của trường', null],
      ['hộ nghèo, hộ cận nghèo', null],
      ['người hoạt động không chuyên trách', null],
      ['gia đình chính sách, người có công', null],
      ['hồ sơ, văn bản (trừ hồ sơ mật)', 'hồ sơ, văn bản'],
      ['hộ dân, trừ hộ ở xa trung tâm,', 'hộ dân'],
    ] as const)
      for (const wish of ['được tập huấn, hướng dẫn', 'có tài khoản', 'không vi phạm', 'chấp nhận mã QR']) {
        const [target] = extractPlan(`${HEAD}- Ít nhất 90% ${who} ${wish}.\n`).targets;
        const { numerator, denominator } = wordingOf(target!);
        expect([who, wish, denominator.replace(/ trừ .*/, '')]).toEqual([who, wish, `Tổng số ${whole ?? who}`]);
        expect(numerator).toContain(wish);
      }
  });

  it('asks a unit yes or no where the plan wants a share of such units', () => {
    const movement = proposed(
      '100% thôn có nhóm Zalo.',
      '80% cơ quan, đơn vị sử dụng chữ ký số.',
      '50% doanh nghiệp sử dụng hợp đồng điện tử.',
      '90% khu phố văn hóa.',
    );
    const drawn = movement.criteriaSets.flatMap(({ audience, criteria }) =>
      criteria
        .filter(({ source }) => source.code)
        .map((criterion) => [audience, criterion.source.code, criterion.title, criterion.rule.kind]),
    );
    expect(drawn).toContainEqual(['village', 'CT01', 'Có nhóm Zalo', 'yes-no']);
    expect(drawn).toContainEqual(['agency', 'CT02', 'Sử dụng chữ ký số', 'yes-no']);
    expect(drawn).toContainEqual(['enterprise', 'CT03', 'Sử dụng hợp đồng điện tử', 'yes-no']);
    expect(drawn).toContainEqual(['village', 'CT04', 'Khu phố văn hóa', 'yes-no']);
    const [group] = movement.targets;
    expect(group && measuredBy(group, movement)).toMatchObject({ kind: 'unit-count' });
  });

  it('does so for all names of units and all deeds; a word that only begins alike does not count', () => {
    for (const [audience, noun] of [
      ...VILLAGE_WORDS.map((word) => ['village', word] as const),
      ['agency', 'cơ quan, đơn vị'],
      ['agency', 'phòng'],
    ] as const)
      for (const deed of ['đưa nội dung này vào hương ước', 'kiện toàn tổ công nghệ số', 'quây rào chắn khói']) {
        const drawn = drawnOf(proposed(`100% ${noun} ${deed}.`), audience);
        const heading = noun.charAt(0).toUpperCase() + noun.slice(1);
        expect(drawn.map(({ title, rule }) => [title, rule.kind])).toEqual([[`${heading} ${deed}`, 'yes-no']]);
      }
    for (const [audience, noun] of [
      ['village', 'bản đồ thôn'],
      ['agency', 'phòng họp cơ quan'],
      ['village', 'hộ dân trong thôn'],
    ] as const) {
      const drawn = drawnOf(proposed(`90% ${noun} treo mã QR.`), audience);
      expect(drawn.map(({ rule }) => rule.kind)).toEqual(['proportional']);
    }
  });

  it('asks no school and no village for what officials and offices of the commune do, nor for words that hold “trường”', () => {
    const OFFICES = ['Trung tâm Phục vụ hành chính công', 'UBND xã', 'các phòng chuyên môn'];
    const lines = [
      ...OFFICES.flatMap((office) => [`90% cuộc họp của ${office} không giấy tờ.`, `80% cán bộ ${office} đạt chuẩn.`]),
      ...['biết tiếng dân tộc', 'sử dụng chữ ký số', 'giúp đỡ hộ nghèo'].map((deed) => `Trên 95% công chức ${deed}.`),
      '90% trường hợp trễ hẹn được xin lỗi.',
      'Không còn điểm ô nhiễm môi trường.',
    ];
    for (const line of lines) {
      const movement = proposed(line, '100% cán bộ, công chức, viên chức được tập huấn kỹ năng số.');
      expect([line, drawnOf(movement, 'school').map(({ source }) => source.code)]).toEqual([line, ['CT02']]);
    }
    for (const line of lines.slice(0, -2)) {
      const movement = proposed(line, '70% hộ gia đình có cáp quang.');
      expect([line, drawnOf(movement, 'village').map(({ source }) => source.code)]).toEqual([line, ['CT02']]);
      expect([line, drawnOf(movement, 'agency').map(({ source }) => source.code)]).toEqual([line, ['CT01']]);
    }
  });

  it('asks a household about a demand on every household, and a village for the share of its households', () => {
    const movement = propose(
      `${HEAD}1. Đối với các thôn, hộ gia đình\n- Mỗi hộ có ít nhất một người biết nộp hồ sơ trực tuyến.\n` +
        '- Mỗi cán bộ, đảng viên giúp đỡ ít nhất 01 hộ nghèo.\n',
    );
    const titles = (audience: string) =>
      movement.criteriaSets
        .filter((set) => set.audience === audience)
        .flatMap(({ criteria }) => criteria.filter(({ source }) => source.code))
        .map(({ title, denominator }) => [title, denominator]);
    expect(titles('household')).toEqual([['Có ít nhất một người biết nộp hồ sơ trực tuyến', undefined]]);
    expect(titles('village')).toEqual([
      ['Tỷ lệ hộ có ít nhất một người biết nộp hồ sơ trực tuyến', 'Tổng số hộ'],
      ['Tỷ lệ cán bộ, đảng viên giúp đỡ ít nhất 01 hộ nghèo', 'Tổng số cán bộ, đảng viên'],
    ]);
  });

  it('never asks for the same thing as a and as b', () => {
    const same = MOVEMENTS.flatMap(([, { criteriaSets }]) => criteriaSets)
      .flatMap(({ criteria }) => criteria)
      .filter(({ numerator, denominator }) => numerator && `Tổng ${numerator.toLowerCase()}` === denominator);
    expect(same.map(({ numerator }) => numerator)).toEqual([]);
    const all = MOVEMENTS.flatMap(([, { criteriaSets }]) => criteriaSets.flatMap(({ criteria }) => criteria));
    expect(all.flatMap(({ numerator }) => (numerator?.startsWith('Số số ') ? [numerator] : []))).toEqual([]);
    const [files] = criteriaOf(proposed('90% hồ sơ nộp trực tuyến.'), 'agency');
    expect([files?.numerator, files?.denominator]).toEqual(['Số hồ sơ nộp trực tuyến', 'Tổng số hồ sơ']);
  });

  it('asks each unit for what must be nought and for acts under a heading of theirs, the commune for the rest', () => {
    const movement = propose(
      `${HEAD}1. Đối với các cơ quan\n- Không để hồ sơ nào quá hạn.\n- Mỗi quý tổ chức ít nhất 02 buổi tuyên truyền.\n` +
        '- Hỗ trợ 30 cơ sở sản xuất đưa sản phẩm lên sàn.\n- Hồ sơ số hóa năm 2026 đạt tối thiểu 60%, các năm sau tăng thêm 15%.\n',
    );
    expect(movement.targets.map(({ value, scope }) => [value, scope]).slice(0, 4)).toEqual([
      [0, 'unit'],
      [2, 'unit'],
      [30, 'commune'],
      [60, 'unit'],
    ]);
  });

  it('gives a quota behind another quota the award that the first names', () => {
    const movement = propose(
      `${HEAD}III. KHEN THƯỞNG\n1. Chủ tịch UBND xã tặng Giấy khen cho 05 tập thể, 10 cá nhân.\n` +
        '2. Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể, 03 cá nhân.\n',
    );
    const name = (code: string | null) => movement.awards.find((award) => award.code === code)?.name.split(' của ')[0];
    expect(movement.quotas.map(({ max, award }) => [max, name(award)])).toEqual([
      [5, 'Giấy khen'],
      [10, 'Giấy khen'],
      [2, 'Bằng khen'],
      [3, 'Bằng khen'],
    ]);
  });

  it('gives a line to the audiences of its heading that it names, and asks about an unknown name', () => {
    const movement = propose(
      `${HEAD.replace('Các cơ quan, trường học', 'Các phòng chuyên môn, các nghiệp đoàn nghề cá, trường học')}` +
        '1. Đối với các trường học, trạm y tế\n- Trạm y tế: trên 97% người dân có hồ sơ sức khỏe điện tử.\n- 90% phụ huynh nộp học phí qua tài khoản.\n',
    );
    expect(movement.audiences.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['agency', 'school', 'health-station', 'village']),
    );
    const values = (audience: string) => criteriaOf(movement, audience).map(({ target }) => target?.code);
    expect([values('school'), values('health-station')]).toEqual([['CT02'], ['CT01']]);
    expect(movement.warnings.map(({ message }) => message).join()).toContain('“các nghiệp đoàn nghề cá”');
  });

  it('asks those whose names alone are a heading, whom its line begins with, and not for the field it names', () => {
    const movement = propose(
      `${HEAD}1. Công an xã, Ban Chỉ huy Quân sự\n- Tỷ lệ khám phá án đạt trên 80%.\n` +
        '2. Các thôn\n- Mỗi thôn có ít nhất 85% hộ đạt danh hiệu gia đình văn hóa.\n' +
        '3. Trường học hạnh phúc\n- Y tế, giáo dục: khám sức khỏe cho hơn một nửa số người cao tuổi.\n',
    );
    const titles = (audience: string) => criteriaOf(movement, audience).map(({ title }) => title);
    expect(titles('police')).toEqual(['Tỷ lệ khám phá án']);
    expect(titles('village')).toEqual([
      'Tỷ lệ hộ đạt danh hiệu gia đình văn hóa',
      'Tỷ lệ khám sức khỏe cho số người cao tuổi',
    ]);
    expect(titles('school')).toEqual([]);
  });

  it('counts yearly awards as a total, and adds no award of a higher authority that the plan does not name', () => {
    const { quotas, awards } = propose(
      `${HEAD}III. KHEN THƯỞNG\n1. Mỗi năm khen tối đa 10 tập thể, 20 cá nhân, tặng giấy khen.\n` +
        '2. Tổng kết: đề nghị UBND tỉnh khen 01 thôn và 02 cá nhân.\n3. Mỗi thôn đề nghị không quá 02 cá nhân.\n',
    );
    expect(awards.map(({ name }) => name)).toEqual(['Giấy khen']);
    expect(quotas.map(({ max, award, condition }) => [max, award, condition])).toEqual([
      [10, 'HT01', null],
      [20, 'HT01', null],
      [1, null, null],
      [2, null, null],
      [null, 'HT01', 'thôn: tối đa 2'],
    ]);
  });

  it.each([
    ['báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/11', '11-14'],
    ['báo cáo 6 tháng trước ngày 15/6', '12-31'],
    ['báo cáo năm trước ngày 10/01/2027', '2027-01-09'],
  ])('judges the report of the year by no day of its half: %s', (dues, last) => {
    const movement = propose(`${HEAD}- 80% hộ dùng Internet.\nIII. TỔ CHỨC THỰC HIỆN\n1. Các thôn gửi ${dues}.\n`);
    const village = movement.criteriaSets.find(({ audience }) => audience === 'village')!;
    const rule = village.criteria.find(({ title }) => title.startsWith('Gửi báo cáo'))?.rule;
    expect(rule).toMatchObject({ kind: 'by-date', steps: [{ onOrBefore: last }] });
  });

  it('gives no points at the limit itself where the plan requires more than it, and scores a ceiling downwards', () => {
    const movement = proposed('Trên 70% hộ gia đình có cáp quang.', 'Tỷ lệ hộ gia đình sinh con thứ ba dưới 2%.');
    const [over, under] = criteriaOf(movement, 'village');
    expect(over?.rule).toMatchObject({
      kind: 'bands',
      bands: [{ from: 70, fromInclusive: false, points: over?.maxPoints }, { to: 70 }, {}, {}, {}],
    });
    expect(under).toMatchObject({
      direction: 'lower',
      rule: { kind: 'bands', bands: [{ to: 2, toInclusive: false }, {}, { points: 0 }] },
    });
  });

  it('proposes who competes where the plan lists only those outside the commune, or nobody that can', () => {
    const text = `${HEAD.replace(/Các cơ quan.*xã\./u, 'Tập thể ngoài xã có nhiều đóng góp.')}- 80% hộ gia đình có cáp quang.\n`;
    const reading = extractPlan(text);
    expect([reading.movement.isListed, reading.movement.audiences.map(({ kind }) => kind)]).toEqual([
      true,
      ['outside-collective'],
    ]);
    for (const audiences of [reading.movement.audiences, []]) {
      const movement = proposeMovement({ ...reading, movement: { ...reading.movement, audiences } }, { year: 2026 });
      expect(validateMovement(movement)).toEqual([]);
      expect(movement.audiences.filter(({ competes }) => competes).map(({ kind }) => kind)).toEqual([
        'agency',
        'village',
      ]);
      expect(movement.warnings.map(({ message }) => message).join()).toContain('không nêu rõ đối tượng thi đua');
    }
  });

  it('gives each phase the sets of its own targets, at its own level', () => {
    const movement = propose(
      `${HEAD}1. Giai đoạn I (2026 - 2027)\n- Đến hết năm 2027: 70% hộ gia đình có cáp quang.
2. Giai đoạn II (2028 - 2030)\n- Đến hết năm 2030: 95% hộ gia đình có cáp quang.\n`.replaceAll(
        'năm 2026',
        'giai đoạn 2026 - 2030',
      ),
    );
    expect(movement.phases.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['I', '2026-01-01', '2027-12-31'],
      ['II', '2028-01-01', '2030-12-31'],
    ]);
    const villages = movement.criteriaSets.filter(({ audience }) => audience === 'village');
    expect(
      villages.map(({ phase, criteria }) => [
        phase,
        criteria.flatMap(({ target }) => (target?.code ? target.value : [])),
      ]),
    ).toEqual([
      ['I', [70]],
      ['II', [95]],
    ]);
    for (const { kind } of movement.audiences.filter(({ competes }) => competes))
      expect(movement.criteriaSets.filter(({ audience }) => audience === kind).map(({ phase }) => phase)).toEqual([
        'I',
        'II',
      ]);
    expect(validateMovement(movement)).toEqual([]);
  });

  it('keeps commending out of turn in the plan’s words, and its quota out of the rounds', () => {
    const words = 'Khen đột xuất: tặng Giấy khen cho không quá 05 tập thể, cá nhân có thành tích đột xuất';
    const movement = propose(
      `${HEAD}- 80% hộ gia đình có cáp quang.\nIII. KHEN THƯỞNG\n1. Hằng năm: Giấy khen cho không quá 10 tập thể.\n2. ${words}.\n`,
    );
    expect(movement.outOfTurn).toEqual({
      text: expect.stringContaining('đột xuất'),
      award: expect.anything(),
      source: { section: 'III.2' },
    });
    expect(movement.awards.find(({ code }) => code === movement.outOfTurn?.award)?.name).toBe('Giấy khen');
    expect(movement.quotas.map(({ round, max }) => [round, max])).toEqual([
      ['yearly', 10],
      ['out-of-turn', 5],
    ]);
    expect(validateMovement(movement)).toEqual([]);
  });

  it('asks a village for no document of an office', () => {
    for (const [name, movement] of MOVEMENTS)
      for (const { criteria } of movement.criteriaSets.filter(({ audience }) => audience === 'village'))
        for (const { code, title, evidenceHint, source } of criteria)
          if (!source.code)
            expect([name, code, `${title} ${evidenceHint ?? ''}`]).not.toEqual([
              name,
              code,
              expect.stringMatching(/ban hành|số, ký hiệu/iu),
            ]);
  });
});
