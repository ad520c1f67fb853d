/**
 * The five movements and one read from a plan of our own invention, each run to its papers: the ledger of candidates,
 * breakdowns that sum to their whole, and papers that agree with each other.
 */
import { describe, expect, it } from 'vitest';
import { ownTargets } from '../../../core/commune/result/commune-result.ts';
import { isAppraisal } from '../../../core/council/entry-kinds.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { unitAudiences } from '../../../core/judge/run/unit-list.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { isStillAwarded } from '../../../core/paper/lists.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { type Paper, type PaperBlock, paperLines } from '../../../core/paper/paper.ts';
import { figureFaults, unitFigures } from '../../../core/paper/unit-figures.ts';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { readPlan } from '../../../core/plan/read-plan.ts';
import { ownPlanDocx } from '../../fixtures/own-plan.ts';
import { SECOND_OWN_PLAN } from '../../fixtures/second-own-plan.ts';
import { factsOf } from './movement-run.ts';

async function ownMovement(): Promise<Movement> {
  const text = docxText(await ownPlanDocx());
  const read = text.ok ? readPlan(text.value) : text;
  if (!read.ok) throw new Error(read.reason);
  return proposeMovement(read.value, { year: 2026 });
}

function secondMovement(): Movement {
  const read = readPlan(SECOND_OWN_PLAN);
  if (!read.ok) throw new Error(read.reason);
  return proposeMovement(read.value, { year: 2026 });
}

const movements = [...MOVEMENTS, await ownMovement(), secondMovement()].map(
  (movement) => [movement.title, movement] as const,
);

const tables = ({ body, annex }: Paper, name: string) =>
  [...body, ...(annex?.body ?? [])].flatMap((block: PaperBlock) =>
    block.kind === 'table' && block.name === name ? block.rows : [],
  );

describe.each(movements)('%s', (_title, movement) => {
  const facts = factsOf(movement, 11);
  const { papers } = makePapers(facts);
  const of = (kind: Paper['kind']) => papers.filter((paper) => paper.kind === kind);
  const lines = (kind: Paper['kind']) => of(kind).flatMap(paperLines);

  it('gives every unit one line in each list of candidates', () => {
    const listOf = ({ round, form }: (typeof facts.candidates)[number]) => `${round} | ${form}`;
    const units = facts.run.register!.map(({ name }) => name).sort();
    const lists = new Set(facts.candidates.map(listOf));
    expect(lists.size).toBeGreaterThan(0);
    for (const list of lists)
      expect(
        facts.candidates
          .filter((candidate) => listOf(candidate) === list)
          .map(({ unit }) => unit)
          .sort(),
      ).toEqual(units);
  });

  it('states figures that sum to their whole, the same in every paper', () => {
    expect(figureFaults(facts)).toEqual([]);
    const { ranked, classes, expected, received, missing } = unitFigures(facts);
    expect(received.length + missing.length).toBe(expected.length);
    const ladder = lines('bao-cao').find((line) => line.startsWith('Xếp loại:'))!;
    const counted = [...ladder.matchAll(/(\d+) “/g)].map(([, count]) => Number(count));
    expect(counted.reduce((sum, number) => sum + number, 0)).toBe(ranked.length);
    expect(classes).toHaveLength(counted.length);
    const whole = papers.filter(({ kind }) => kind !== 'phieu-cham').flatMap(paperLines);
    for (const start of ['Xếp loại:', 'Đã nhận báo cáo', 'Chỉ tiêu của Kế hoạch:']) {
      const lines = whole.filter((line) => line.startsWith(start));
      expect(new Set(lines).size, start).toBeLessThanOrEqual(1);
    }
    const targets = lines('bao-cao').find((line) => line.startsWith('Chỉ tiêu của Kế hoạch:'));
    const states = [...(targets?.matchAll(/(\d+) (?=đạt|ch|kh)/g) ?? [])].map(([, count]) => Number(count));
    expect(states.reduce((sum, number) => sum + number, 0)).toBe(ownTargets(movement.targets).length);
  });

  it('answers each content of the plan that a criterion is drawn from, and says so of the others', () => {
    const report = of('bao-cao')[0]!;
    movement.contents.forEach(({ source }, at) => {
      const head = report.body.findIndex(
        (block) =>
          block.kind === 'heading' && block.text.startsWith(`${at + 1}. `) && block.text.includes(source.section),
      );
      expect(head).toBeGreaterThan(0);
      const answer = report.body[head + 1];
      expect(answer?.kind === 'items' && answer.items.length).toBeGreaterThan(0);
    });
  });

  it('tells nothing twice of a content whose priority fields are answered apart', () => {
    const report = of('bao-cao')[0]!;
    const under = (head: string) => {
      const at = report.body.findIndex((block) => block.kind === 'heading' && block.text.startsWith(head));
      const block = report.body[at + 1];
      return block?.kind === 'items' ? block.items : [];
    };
    movement.contents.forEach(({ source }, at) => {
      const fields = movement.priorityFields.filter((field) => field.source.section === source.section);
      const own = under(`${at + 1}. `);
      const told = new Set(fields.flatMap(({ name }) => under(name)));
      expect(own.filter((line) => told.has(line))).toEqual([]);
      expect(own.includes(`Kết quả theo từng lĩnh vực nêu ở điểm ${movement.contents.length + 1}.`)).toBe(
        fields.length > 0,
      );
    });
  });

  it('names in the decision, the list and the minutes the same who are proposed', () => {
    const own = facts.candidates.filter(({ state, level }) => state === 'proposed' && level === 'commune');
    const names = [...new Set(own.map(({ unit }) => unit))].sort();
    const inDecision = [
      ...new Set(
        of('quyet-dinh')
          .flatMap((paper) => tables(paper, 'danh_sach'))
          .map(([, name]) => name),
      ),
    ];
    expect(inDecision.filter((name) => names.includes(name ?? '')).sort()).toEqual(names);
    const proposed = facts.candidates.filter(
      (candidate) => candidate.state === 'proposed' && isStillAwarded(candidate),
    );
    for (const { unit } of proposed)
      for (const kind of ['danh-sach', 'bien-ban', 'to-trinh'] as const)
        expect(
          lines(kind).some((line) => line.includes(unit)),
          `${kind} ${unit}`,
        ).toBe(true);
  });

  it('begins every title with a capital, and repeats no post beside itself', () => {
    for (const { file, about } of papers) expect(about, file).toMatch(/^[\p{Lu}(“"]/u);
    for (const [post = '', task = ''] of of('bao-cao').flatMap((paper) => tables(paper, 'nhiem_vu')))
      expect(task.toLowerCase().startsWith(post.toLowerCase()), task).toBe(false);
  });

  it('reads each decision of the record once, and carries no empty annex', () => {
    const [record] = of('bien-ban');
    const named = (record?.annex?.body ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const units = named.flatMap(([, names = '']) => names.split('; '));
    const decided = facts.council!.entries.filter(({ entry }) => !isAppraisal(entry.kind));
    expect(units.map((name) => name.replace(/ \([^()]* điểm\)$/u, '')).sort()).toEqual(
      decided.map(({ entry }) => entry.unit).sort(),
    );
    const bare = makePapers({ ...facts, council: null }).papers.find(({ kind }) => kind === 'bien-ban');
    expect(bare?.annex).toBeUndefined();
  });

  it('concludes on nobody twice for the same form', () => {
    const [record] = of('bien-ban');
    const from = record!.body.findIndex((block) => block.kind === 'heading' && block.text.startsWith('4. Kết luận'));
    const concluded = record!.body[from + 1];
    const items = (concluded?.kind === 'items' ? concluded.items : []).filter((line) => !line.startsWith('Đột xuất'));
    const named = items.flatMap((line) => {
      const [, form = '', names] =
        /^[^,]+, (.+?): đề nghị [^:]+: (.+?)(?:; \d+ trường hợp khác.*)?\.$/u.exec(line) ?? [];
      return (names ?? '').split('; ').flatMap((name) => (name === '' ? [] : `${form}: ${name}`));
    });
    expect(named).toEqual([...new Set(named)]);
    const proposed = facts.candidates.filter(
      (candidate) => candidate.state === 'proposed' && isStillAwarded(candidate),
    );
    const own = proposed.filter(({ round }) => round !== 'out-of-turn').map(({ form, unit }) => `${form}: ${unit}`);
    expect(named.toSorted()).toEqual([...new Set(own)].sort());
  });

  it('tells the theme of the plan, and cites what the plan says of the dossier while it holds', () => {
    const pledged = lines('giao-uoc').join('\n');
    if (movement.theme !== null) expect(pledged).toContain(`Chủ đề: “${movement.theme}”.`);
    const guided = lines('huong-dan')
      .filter((line) => line.startsWith('Văn bản đề nghị kèm danh sách'))
      .join('\n');
    for (const { number, title, warning } of movement.legalBases.filter(({ title }) => /hồ sơ/iu.test(title)))
      expect(guided.includes(number), `${number}, ${title}`).toBe(warning === null);
    expect(guided).toContain('quy định của tỉnh.');
  });

  it('has units pledge, and no private person', () => {
    const isUnit = unitAudiences(movement);
    const pledged = of('giao-uoc').flatMap((paper) => tables(paper, 'don_vi').map(([, name]) => name));
    const own = facts.run.register!.filter(({ audience, registered }) => registered && isUnit(audience));
    expect(pledged).toEqual(own.map(({ name }) => name));
  });

  it('reports as achieved nothing that costs points, and no word of who appraised it', () => {
    const costs = movement.criteriaSets.flatMap(({ criteria }) =>
      criteria.filter(({ rule }) => rule.kind === 'deduction').map(({ title }) => title),
    );
    for (const paper of of('bao-cao-thanh-tich'))
      for (const line of paperLines(paper)) {
        expect(
          costs.filter((title) => line.includes(title)),
          paper.file,
        ).toEqual([]);
        expect(line, paper.file).not.toMatch(/ thẩm định |Hội đồng quyết định/);
      }
  });

  it('guides to each form that is proposed and each day that units send by, blank where the plan names none', () => {
    const guided = lines('huong-dan');
    for (const { form, level } of facts.candidates)
      if (isStillAwarded({ level }))
        expect(
          guided.some((line) => line.includes(form)),
          form,
        ).toBe(true);
    for (const { what, name, last, section } of facts.calendar)
      if (what === 'unit-report' || what === 'registration' || last !== null)
        expect(guided.some((line) => line.startsWith(`${name}: `) && line.includes(section))).toBe(true);
    for (const kind of ['giao-uoc', 'dang-ky'] as const)
      for (const line of lines(kind).filter((text) => text.startsWith('Hình thức khen')))
        expect(line).not.toContain('…');
  });

  it('asks for no report after the review it is for', () => {
    for (const { file, body } of of('ke-hoach')) {
      const items = body.flatMap((block) => (block.kind === 'items' ? block.items : []));
      const dayIn = (start: RegExp) =>
        items
          .filter((line) => start.test(line))
          .flatMap((line) => /hết ngày (\d\d)\/(\d\d)\/(\d{4})/u.exec(line) ?? []);
      const [review, report] = [dayIn(/^Thời hạn/u), dayIn(/gửi báo cáo/u)].map((found) =>
        found.slice(1, 4).toReversed(),
      );
      if (review!.length > 0 && report!.length > 0) expect(report!.join('-') <= review!.join('-'), file).toBe(true);
    }
  });

  it('prints no code of ours and no mark of the program in what is signed', () => {
    for (const paper of papers)
      for (const line of paperLines(paper)) {
        expect(line, paper.file).not.toMatch(/(?<![\p{L}\d])[0-9a-f]{8,}(?![\p{L}\d])/u);
        expect(line, paper.file).not.toMatch(/mục PL[IVX]*\.|\d+\/(\d+) = 100$|undefined|NaN|\[object/u);
      }
  });
});
