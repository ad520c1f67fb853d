/**
 * The papers of whole runs, opened again: their content is in the record, they are sound files, and no text of a unit
 * is executed.
 */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Quota } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { isStillAwarded } from '../../../core/paper/lists.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { BLANK, type Paper, paperLines } from '../../../core/paper/paper.ts';
import { PAPER_KIND_NAMES } from '../../../core/paper/paper-kinds.ts';
import { renderPaper } from '../../../core/paper/render/render.ts';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { drawn } from '../../draws.ts';
import { factsOf } from './movement-run.ts';
import { numbersIn, recordNumbers } from './record-numbers.ts';

const named = MOVEMENTS.map((movement) => [movement.id, movement] as const);

const rendered = new WeakMap<Paper, Promise<Uint8Array>>();

/** The paper as a Word file, made once. */
function bytesOf(paper: Paper): Promise<Uint8Array> {
  const made = rendered.get(paper) ?? renderPaper(paper);
  rendered.set(paper, made);
  return made;
}

async function textOf(paper: Paper): Promise<string> {
  const text = docxText(await bytesOf(paper));
  if (!text.ok) throw new Error(text.reason);
  return text.value;
}

/**
 * Numbers of a text that are not just a line's order: not `1. `, `Điều 2.`, nor a table's first column counting from
 * one.
 */
function saidNumbers(text: string): readonly string[] {
  let expected = 1;
  return text.split('\n').flatMap((line) => {
    const row = /^(\d+)\t/.exec(line);
    const counted = row !== null && Number(row[1]) === expected;
    expected = row === null ? 1 : counted ? expected + 1 : expected;
    return numbersIn(counted ? line.slice(row[0].length) : line.replace(/^(?:\d+|Điều \d+)\. /, ''));
  });
}

async function strayNumbers(facts: PaperFacts, papers: readonly Paper[]): Promise<readonly string[]> {
  const known = recordNumbers(facts);
  const stray: string[] = [];
  for (const paper of papers) {
    // Sums over the units under a content of the plan are held to the reports by content-answers.test.ts.
    const lines = (await textOf(paper)).split('\n');
    const text = lines.filter((line) => !/đơn vị có số liệu|đơn vị thực hiện đủ/u.test(line)).join('\n');
    stray.push(
      ...saidNumbers(text)
        .filter((token) => !known.has(token))
        .map((token) => `${paper.file}: ${token}`),
    );
  }
  return [...new Set(stray)];
}

const HAI_DUONG =
  'Hải Dương nay thuộc Hải Phòng (Nghị quyết 202/2025/QH15): nếu đúng, ghi tên hiện nay ở "Tên tỉnh" trong tệp cài đặt.';

it('a former province is reported in a paper of today, wherever its name comes from, and not in a paper of that time', () => {
  const facts = factsOf(named.find(([id]) => id === 'tan-quang-2023-2025')![1], 7);
  const papersWith = (settings: Partial<PaperFacts['settings']>) =>
    makePapers({ ...facts, settings: { ...facts.settings, ...settings } }).warnings.includes(HAI_DUONG);
  expect([papersWith({}), papersWith({ signedOn: '2025-12-20' }), papersWith({ province: 'tỉnh Hải Dương' })]).toEqual([
    true,
    true,
    true,
  ]);
  expect([papersWith({ signedOn: '2024-12-20' }), papersWith({ province: 'thành phố Hải Phòng' })]).toEqual([
    false,
    false,
  ]);
});

it('papers go to whom the plan names; what it sends to a district goes to the province once there is none', () => {
  const facts = factsOf(named.find(([id]) => id === 'ta-ma-2023-2030')![1], 7);
  const to = (signedOn: string | null) =>
    makePapers({ ...facts, settings: { ...facts.settings, signedOn } }).papers.find(({ kind }) => kind === 'bao-cao')!;
  expect(to('2025-12-20').to).toEqual(['UBND tỉnh Điện Biên']);
  expect(to(null).to).toEqual(['UBND tỉnh Điện Biên']);
  expect(to('2024-12-20').to[0]).toBe('UBND huyện Tuần Giáo');
  expect(to(null).recipients).toEqual([
    'Như trên',
    'Thường trực Đảng ủy, HĐND xã',
    'Các cơ quan, đơn vị, các bản',
    'Lưu: VT',
  ]);
});

it('no paper of before July 2025 is told that there is no district', () => {
  const facts = factsOf(named.find(([id]) => id === 'tan-quang-2023-2025')![1], 7);
  const candidates = facts.candidates.map((candidate) => ({ ...candidate, level: 'district' as const }));
  const lines = (signedOn: string) =>
    makePapers({ ...facts, candidates, settings: { ...facts.settings, signedOn } }).warnings.filter((warning) =>
      warning.startsWith('Không lập tờ trình'),
    );
  expect(lines('2024-12-20').join()).toContain('chương trình chỉ lập tờ trình cấp xã, cấp tỉnh.');
  expect(lines('2025-12-20').join()).toContain('cấp huyện không còn từ ngày 01/7/2025.');
});

it('the list goes with the paper of the body that asks: the council where nothing is asked of the province', () => {
  const list = (id: string) => {
    const facts = factsOf(named.find((entry) => entry[0] === id)![1], 7);
    return makePapers(facts).papers.find(({ kind }) => kind === 'danh-sach')!;
  };
  expect(paperLines(list('luc-ba-2024'))).toContainEqual(
    expect.stringMatching(/Tờ trình số .* của Hội đồng Thi đua - Khen thưởng xã Lục Ba\)$/),
  );
  expect(list('luc-ba-2024').signatures[0]!.authority).toEqual(['TM. HỘI ĐỒNG', 'CHỦ TỊCH']);
  expect(list('ta-ma-2023-2030').signatures[0]!.authority).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
});

it('what the commune wrote of a target and no paper uses is told', () => {
  const facts = factsOf(named.find(([id]) => id === 'ta-ma-2023-2030')![1], 7);
  const note = { period: '2025', value: 50, remark: '', who: 'Vì Thị Hoa', day: null, evidence: '' };
  const measured = facts.commune!.targets.find(({ source }) => source === 'units')!;
  const figures = ['TM-G99', measured.code, 'TM-C03'].map((target) => ({ ...note, target }));
  const { warnings } = makePapers({ ...facts, journal: { ...facts.journal, figures } });
  expect(warnings.filter((warning) => warning.startsWith('Trang "Số liệu của xã" ghi'))).toEqual([
    'Trang "Số liệu của xã" ghi mã "TM-G99", kế hoạch không có mã này nên không dùng.',
    `Trang "Số liệu của xã" ghi số liệu cho ${measured.code}, nhưng đã có số liệu từ nguồn khác nên không dùng.`,
  ]);
});

describe.each(named)('papers of %s', (_id, movement) => {
  const facts = factsOf(movement, 7);
  const { papers, warnings } = makePapers(facts);

  it('are there by the plan’s own rules', async () => {
    const kinds = new Set(papers.map(({ kind }) => kind));
    const gives = (level: string) => movement.awards.some((award) => award.level === level);
    const reviews = movement.calendar.some(
      ({ what, when }) =>
        /review$/.test(what) && (!('year' in when) || when.year === null || when.year === facts.run.period?.year),
    );
    const expected = PAPER_KIND_NAMES.filter((kind) => {
      if (kind === 'to-trinh') return facts.candidates.some(isStillAwarded);
      // A plan that names no form leaves the commune its own (NĐ 129/2025/NĐ-CP, Điều 59).
      if (kind === 'quyet-dinh' || kind === 'giay-khen') return gives('commune') || movement.awards.length === 0;
      // Without the size of a blank in the settings nothing is printed on blanks.
      if (kind === 'giay-khen-phoi') return false;
      if (kind === 'bao-cao-thanh-tich')
        return facts.candidates.some(
          (candidate) => candidate.state !== 'refused' && candidate.share !== 0 && isStillAwarded(candidate),
        );
      return kind === 'ke-hoach' ? reviews : true;
    });
    expect(PAPER_KIND_NAMES.filter((kind) => kinds.has(kind))).toEqual(expected);
    const slips = papers.filter(({ kind }) => kind === 'phieu-cham');
    expect(slips).toHaveLength(facts.run.reports.length);
    // Two rounds: three columns where somebody appraised, in the slip and in the minutes; elsewhere nothing is new.
    const titlesOf = ({ body }: Paper) =>
      body.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ title }) => title) : []));
    const [before, after] = [['Mã', 'Tiêu chí', 'Tối đa', 'Tự chấm', 'Thẩm định'], ['Căn cứ, lý do']];
    expect(titlesOf(slips[0]!)).toEqual([...before, 'Hội đồng', ...after]);
    expect(titlesOf(slips[1]!)).toEqual([...before, ...after]);
    expect(paperLines(slips[0]!)).toContain(
      'Thẩm định: Vì Thị Hoa. Hội đồng chưa quyết định 01 tiêu chí: điểm tính ở mức thấp nhất.',
    );
    // The signers are on the sheet, the third too.
    expect(await textOf(slips[0]!)).toContain('TM. HỘI ĐỒNG');
    expect(await textOf(slips[1]!)).not.toContain('TM. HỘI ĐỒNG');
    const held = paperLines(papers.find(({ kind }) => kind === 'bien-ban')!).join('\n');
    expect(held).toContain('Điểm tự chấm, điểm thẩm định, điểm Hội đồng quyết định');
    expect(held).toContain('Đã thẩm định 02 điểm.');
    expect(held).toContain('Vì Thị Hoa: Số liệu chưa xác minh');
    expect(held.match(/Hội đồng đã ghi (\d+) quyết định/)?.[1]).toBe(
      String(facts.council!.entries.filter(({ entry }) => entry.kind !== 'appraise').length).padStart(2, '0'),
    );
    expect(new Set(papers.map(({ file }) => file)).size).toBe(papers.length);
  });

  it('list after a ballot no unit that cannot reach the plan’s standard, and every unit that only we would exclude', () => {
    for (const { unit, audience, onBallot, rank, state } of facts.candidates) {
      if (!onBallot || rank === null) continue;
      expect(state).not.toBe('refused');
      const score = facts.run.reports.find((report) => report.unit === unit && report.report.audience === audience)!
        .score!;
      const least = movement.standards.find(
        (standard) => standard.kind === 'score-share' && standard.audiences.includes(audience),
      );
      if (least?.value) expect(score.high * 100).toBeGreaterThanOrEqual(least.value * score.max);
    }
    for (const { state, reason } of facts.candidates)
      if (state === 'refused') expect(reason).toMatch(/mục [IVX]|Luật Thi đua, khen thưởng, Điều 5|biểu quyết/);
    expect(facts.candidates.filter(({ onBallot, state }) => !onBallot && state === 'proposed')).toEqual([]);
  });

  it('say no number that the record does not hold', async () => {
    expect(await strayNumbers(facts, papers)).toEqual([]);
  });

  it('call no target by a code of ours', () => {
    const codes = movement.targets.map(({ code }) => code);
    const coded = papers.flatMap((paper) =>
      paperLines(paper).filter((line) =>
        codes.some((code) => new RegExp(`(?<![\\p{L}\\d])${code}(?![\\p{L}\\d])`, 'u').test(line)),
      ),
    );
    expect(coded).toEqual([]);
  });

  it('tell who did not register, what was inspected and urged, and the models with who took them up', () => {
    const [first, second] = facts.run.register!;
    const linesOf = (file: string) => paperLines(papers.find((paper) => paper.file === file)!).join('\n');
    const report = linesOf('bao-cao-ket-qua');
    expect(report).toContain(`Chưa đăng ký thi đua: ${second!.name}.`);
    const of = facts.run.period!.year;
    expect(report).toContain(`Đã kiểm tra 01 lượt, đôn đốc 01 lượt, từ ngày 12/06/${of} đến ngày 20/10/${of}:`);
    expect(report).toContain(`Các đơn vị\nĐôn đốc: Gửi báo cáo\n04/11/${of}\n${BLANK}`);
    const how = `Sổ tay số (${first!.name}): Tra cứu 17 thủ tục qua mã QR; nhân rộng tại: ${second!.name}.`;
    expect(report).toContain(how);
    for (const { kind, fields, body } of papers) {
      if (kind !== 'bao-cao-thanh-tich') continue;
      const lines = body.flatMap((block) => (block.kind === 'items' ? block.items : []));
      const own = lines.some((line) =>
        line.startsWith('Sổ tay số: Tra cứu 17 thủ tục qua mã QR; đã được nhân rộng tại'),
      );
      const taken = lines.some((line) => line.startsWith(`Áp dụng mô hình “Sổ tay số” của ${first!.name}`));
      expect([own, taken]).toEqual([
        fields.get('ten_don_vi') === first!.name,
        fields.get('ten_don_vi') === second!.name,
      ]);
    }
  });

  it('have awards out of turn as a separate round, and take nothing for it from the other rounds', async () => {
    const person = movement.audiences.find(({ subject, kind }) => subject === 'individual' && !kind.startsWith('out'));
    const { kind: audience } = person ?? movement.audiences[0]!;
    const deed = { name: 'Bà Lò Thị Ba', audience, by: 'Bản 1', achievement: 'Báo 31 tài khoản giả', outOfTurn: true };
    const own = factsOf(movement, 7, [], [deed]);
    expect(own.candidates.filter(({ round }) => round !== 'out-of-turn')).toEqual(facts.candidates);
    const made = makePapers(own).papers;
    const linesOf = (file: string) => paperLines(made.find((paper) => paper.file === file)!).join('\n');
    const basis = movement.outOfTurn
      ? `mục ${movement.outOfTurn.source.section}: “${movement.outOfTurn.text}”`
      : 'goài các đợt của Kế hoạch, theo Điều 59';
    const files = ['to-trinh-cap-xa', 'danh-sach-de-nghi', 'bien-ban-hop-hoi-dong', 'quyet-dinh-khen-thuong'];
    for (const file of files) {
      const lines = linesOf(file);
      expect(lines, file).toContain(deed.name);
      expect(lines, file).toContain(basis);
      expect(lines, file).toMatch(/đột xuất|Đột xuất/);
    }
    expect(linesOf('noi-dung-giay-khen')).toContain('Đã lập thành tích đột xuất: Báo 31 tài khoản giả');
    expect(linesOf('bao-cao-thanh-tich/thanh-tich-ba-lo-thi-ba')).toContain('Đề nghị khen thưởng đột xuất');
    const named = made.filter(({ file }) => files.includes(file) || file === 'noi-dung-giay-khen');
    expect(await strayNumbers(own, named)).toEqual([]);
  });

  it('name one person commended out of turn for two deeds twice, with each deed, and count one person', () => {
    const { kind: audience } =
      movement.audiences.find(({ subject }) => subject === 'individual') ?? movement.audiences[0]!;
    const deed = (achievement: string) => ({ name: 'Bà Ba', audience, by: '', achievement, outOfTurn: true });
    const both = [deed('Cứu dữ liệu'), deed('Báo tài khoản giả')];
    const facts = factsOf(movement, 7, [], both);
    const candidates = facts.candidates.map((candidate) =>
      candidate.round === 'out-of-turn'
        ? { ...candidate, state: 'proposed' as const }
        : { ...candidate, state: 'refused' as const },
    );
    const made = makePapers({ ...facts, candidates }).papers;
    const linesIn = (file: string) => paperLines(made.find((paper) => paper.file === file)!).join('\n');
    expect(linesIn('bien-ban-hop-hoi-dong')).toContain('Bà Ba (Cứu dữ liệu); Bà Ba (Báo tài khoản giả)');
    expect(linesIn('quyet-dinh-khen-thuong')).toMatch(/cho 01 (?:cá nhân|tập thể)/);
    for (const { achievement } of both)
      for (const file of ['quyet-dinh-khen-thuong', 'noi-dung-giay-khen', 'danh-sach-de-nghi', 'to-trinh-cap-xa'])
        expect(linesIn(file), file).toContain(achievement);
  });

  it('say the year once, though the title names it too', () => {
    for (const paper of papers)
      for (const line of paperLines(paper))
        expect(line, paper.file).not.toMatch(/năm (20\d\d)[”"]?[^,.;]{0,20}, năm \1/);
  });

  it('are files whose every part another parser accepts, the same each time', async () => {
    for (const paper of papers.filter(({ kind }, at) => papers.findIndex((other) => other.kind === kind) === at)) {
      const bytes = await bytesOf(paper);
      for (const [name, part] of Object.entries(unzipSync(bytes))) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const parser = new SaxesParser({ xmlns: true, fileName: `${paper.file}/${name}` });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(new TextDecoder().decode(part)).close();
      }
    }
    const [first] = papers;
    expect(await renderPaper(first!)).toEqual(await bytesOf(first!));
  });

  it('warn of names and words of before July 2025', () => {
    expect(warnings.some((text) => text.startsWith(`Tên "${movement.issuer.commune}"`))).toBe(true);
    expect(warnings.filter((text) => / nay thuộc /.test(text))).toEqual(
      movement.issuer.province === 'tỉnh Hải Dương' ? [HAI_DUONG] : [],
    );
    const repeats = papers.some((paper) => paperLines(paper).some((line) => /UBND huyện/.test(line)));
    expect(warnings.some((text) => /cấp huyện không còn/.test(text))).toBe(
      repeats ||
        facts.candidates.some(({ level }) => level === 'district') ||
        papers.some((paper) =>
          paperLines(paper).some((line) => /(?:cấp|địa bàn|ngoài|của)\s+huyện|\(huyện/i.test(line)),
        ),
    );
  });
});

it('a number that the record does not hold is noticed', async () => {
  const facts = factsOf(MOVEMENTS[0]!, 7);
  const { papers } = makePapers(facts);
  const [first] = papers;
  const forged = { ...first!, body: [...first!.body, { kind: 'paragraph', text: 'Đạt 4711,08 % kế hoạch.' } as const] };
  expect(await strayNumbers(facts, [forged])).toEqual([`${first!.file}: 4711,08`]);
});

describe('a quota in percent', () => {
  const tanQuang = MOVEMENTS.find(({ id }) => id === 'tan-quang-2023-2025')!;
  const own = tanQuang.awards.find(({ level }) => level === 'commune')!;
  const asking = (percent: number) => {
    const source = { code: 'DM1', section: 'III.9' };
    const text = `không quá ${percent} % số tập thể đăng ký`;
    const quota: Quota = {
      code: source.code,
      text,
      max: null,
      percent,
      base: 'registered',
      kind: 'collective',
      award: own.code,
      round: 'final',
      phase: null,
      condition: null,
      source,
    };
    return factsOf({ ...tanQuang, quotas: [quota] }, 7);
  };

  it.each([
    [30, 'chỉ tiêu 2: 30 % của 7 tập thể đăng ký thi đua, không làm tròn lên'],
    [10, 'chỉ tiêu 0: 10 % của 7 tập thể đăng ký thi đua, chưa đủ một'],
  ])('of %i says how many places it came to', async (percent, words) => {
    const facts = asking(percent);
    const { papers } = makePapers(facts);
    const proposed = facts.candidates.filter(({ quota, state }) => quota === 'DM1' && state === 'proposed');
    expect(proposed.length).toBeLessThanOrEqual(Math.floor((7 * percent) / 100));
    for (const name of ['to-trinh-cap-xa', 'danh-sach-de-nghi']) {
      expect(paperLines(papers.find(({ file }) => file === name)!).join('\n')).toContain(words);
    }
    expect(await strayNumbers(facts, papers.slice(0, 4))).toEqual([]);
  });
});

it('over drawn runs too', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(MOVEMENTS.length - 1), fc.integer({ min: 1, max: 9999 }), async (at, seed) => {
      const facts = factsOf(MOVEMENTS[at]!, seed);
      const { papers } = makePapers(facts);
      const entry = papers.filter(({ kind }, at) => papers.findIndex((other) => other.kind === kind) === at);
      expect(await strayNumbers(facts, entry)).toEqual([]);
    }),
    { numRuns: drawn(3, 6) },
  );
});

describe('a unit’s own text', () => {
  const hostile = ['<w:p>&"\'{ten_xa}]]>', '../../../etc/passwd', "=cmd|' /C calc'!A1", 'Bản\u202eNà', 'CON'];
  const facts = factsOf(MOVEMENTS[0]!, 3, hostile);
  const { papers } = makePapers(facts);

  it('stays text in a paper', async () => {
    const slips = papers.filter(({ kind }) => kind === 'phieu-cham').slice(0, 3);
    const texts = await Promise.all(slips.map(textOf));
    slips.forEach((slip, at) => {
      const unit = slip.fields.get('ten_don_vi')!;
      expect(texts[at]).toContain(unit);
    });
  });

  it('is never a path', () => {
    expect(papers.filter(({ file }) => !/^(?:[a-z-]+\/)?[a-z][a-z0-9-]*$/.test(file))).toEqual([]);
  });
});
