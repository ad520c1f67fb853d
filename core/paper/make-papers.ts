/**
 * Every paper the facts allow, in the order an officer needs them, and in sentences what to look at before any of them
 * is signed.
 */

import { endedProvince, endedText } from '../base/place/ended-provinces.ts';
import { formatNumber } from '../base/quantity/points.ts';
import { squashKey } from '../base/text/text.ts';
import { isBySector } from '../commune/result/commune-figure.ts';
import type { AwardCandidate } from '../judge/award/candidate.ts';
import { formsApart } from '../judge/award/form-of.ts';
import { formatDate } from '../sheet/grid/date.ts';
import { openContents } from './content-answers.ts';
import type { PaperFacts } from './facts.ts';
import { NO_DISTRICT_FROM, outdatedIn } from './law.ts';
import { type NextTask, nextTasks } from './next-tasks.ts';
import { decisionDay, numberOf, officeOf } from './office.ts';
import { ownFigures } from './own-figures.ts';
import { type Paper, paperLines } from './paper.ts';
import { PAPER_KIND_NAMES, type PaperKind } from './paper-kinds.ts';
import { achievements } from './papers/achievements.ts';
import { broadcast, certificates, notice } from './papers/announcements.ts';
import { appealLetters } from './papers/appeal-letters.ts';
import { decision } from './papers/decision.ts';
import { guidance } from './papers/guidance.ts';
import { minutes } from './papers/minutes.ts';
import { nominations } from './papers/nominations.ts';
import { pledge } from './papers/pledge.ts';
import { printedCertificates } from './papers/printed-certificates.ts';
import { registrations } from './papers/registrations.ts';
import { resultReport } from './papers/result-report.ts';
import { returnLetters } from './papers/return-letters.ts';
import { reviewPlans } from './papers/review-plan.ts';
import { scoreSlips } from './papers/score-slips.ts';
import { asksProvince, submissions } from './papers/submission.ts';
import { taskList } from './papers/task-list.ts';
import { unitMinutes } from './papers/unit-minutes.ts';
import { readableSections } from './readable-sections.ts';
import { figureFaults } from './unit-figures.ts';

interface MadePapers {
  readonly papers: readonly Paper[];
  /** Vietnamese sentences. */
  readonly warnings: readonly string[];
}

type Maker = (facts: PaperFacts, all: PaperFacts, tasks: readonly NextTask[]) => readonly Paper[];

/** How each kind is made of what this decision gives; `all` = with what other decisions gave before. */
const MAKERS: Readonly<Record<PaperKind, Maker>> = {
  'to-trinh': submissions,
  'bien-ban': (facts) => [minutes(facts)],
  'bien-ban-binh-xet': (facts) => [unitMinutes(facts)],
  'danh-sach': (facts) => [nominations(facts)],
  'quyet-dinh': (facts) => present(decision(facts)),
  'bao-cao': (_facts, all, tasks) => [resultReport(all, tasks)],
  'nhiem-vu': (_facts, all, tasks) => taskList(all, tasks),
  'thong-bao-tra': returnLetters,
  'tra-loi': appealLetters,
  'phieu-cham': scoreSlips,
  'bao-cao-thanh-tich': achievements,
  'giao-uoc': (facts) => [pledge(facts)],
  'dang-ky': registrations,
  'huong-dan': (facts) => [guidance(facts)],
  'ke-hoach': (facts, _all, tasks) => reviewPlans(facts, tasks),
  'giay-khen': (facts) => present(certificates(facts)),
  'giay-khen-phoi': printedCertificates,
  'thong-bao': (facts) => [notice(facts)],
  'loi-doc': (facts) => [broadcast(facts)],
};

export function makePapers(all: PaperFacts): MadePapers {
  const facts = withoutSettled(all);
  const tasks = nextTasks(all);
  const made = PAPER_KIND_NAMES.flatMap((kind) => MAKERS[kind](facts, all, tasks));
  const papers = withOwnNames(made).map(readableSections);
  return {
    papers,
    warnings: [
      ...figureFaults(all).map((fault) => `Số liệu trong văn bản không khớp, chưa ký được: ${fault}`),
      ...settled(all),
      ...namesOfBefore(facts),
      ...endedNow(facts),
      ...reportDay(facts),
      ...unusedFigures(facts),
      ...unansweredContents(facts),
      ...otherDay(all),
      ...noDistrict(facts),
      ...formsApart(facts.run.movement, facts.run.period).map((form) => `Không lập danh sách ${form}`),
      ...otherNumber(facts),
      ...outdated(papers, all.settings.signedOn),
    ],
  };
}

/**
 * Leaves out awards that another decision already granted: no paper requests them and no second decision lists them.
 */
function withoutSettled(facts: PaperFacts): PaperFacts {
  return {
    ...facts,
    candidates: facts.candidates.filter((awardCandidate) => !isSettled(awardCandidate, facts.settings)),
  };
}

function isSettled({ granted }: AwardCandidate, { numbers }: PaperFacts['settings']): boolean {
  const own = squashKey(numbers['quyet-dinh'] ?? '');
  return granted !== null && (own === '' || squashKey(granted.decision) !== own);
}

function settled({ candidates, settings }: PaperFacts): readonly string[] {
  const out = candidates.filter((awardCandidate) => isSettled(awardCandidate, settings));
  const numbers = [...new Set(out.flatMap(({ granted }) => granted?.decision || []))];
  if (out.length === 0) return [];
  return [
    `Không ghi lại ${out.length} khen thưởng đã có trong sổ khen thưởng${numbers.length === 0 ? '' : ` (Quyết định số ${numbers.join('; ')})`}: muốn lập lại văn bản của quyết định nào thì ghi số đó ở mục "Số quyết định" của cài đặt văn bản.`,
  ];
}

function present(paper: Paper | null): readonly Paper[] {
  return paper === null ? [] : [paper];
}

/** Names of a plan of before 1 July 2025 are not taken for those of today without a word. */
function namesOfBefore({ run, settings }: PaperFacts): readonly string[] {
  const { plan, period, issuer } = run.movement;
  const since = plan.date ?? period.from ?? period.to;
  if (since >= NO_DISTRICT_FROM || (settings.commune !== null && settings.province !== null)) return [];
  return [
    `Tên "${issuer.commune}", "${issuer.province}" lấy theo kế hoạch ban hành trước ngày 01/7/2025: nếu nay đã đổi, ghi "Tên xã", "Tên tỉnh" trong tệp cài đặt.`,
  ];
}

/** A paper of today bears no province that has ended, whether the plan or the settings name it. */
function endedNow(facts: PaperFacts): readonly string[] {
  const { signedOn } = facts.settings;
  const ended = signedOn !== null && signedOn < NO_DISTRICT_FROM ? null : endedProvince(officeOf(facts).province);
  return ended === null ? [] : [`${endedText(ended)}: nếu đúng, ghi tên hiện nay ở "Tên tỉnh" trong tệp cài đặt.`];
}

/** The day the report has to reach the higher authority: "trước 27/11" is 26/11. */
function reportDay({ calendar }: PaperFacts): readonly string[] {
  const due = calendar.find(({ what, last }) => what === 'yearly-summary' && last !== null);
  return due ? [`Báo cáo kết quả phong trào gửi cấp trên: ${due.words} (mục ${due.section}).`] : [];
}

/** What was written in "Số liệu của xã" and stands in no paper: nothing an officer gave is passed over. */
function unusedFigures(facts: PaperFacts): readonly string[] {
  const { run, commune, journal } = facts;
  const { movement } = run;
  const entered = new Set((journal.figures ?? []).map(({ target }) => target));
  const { contents, priorityFields, roles } = movement;
  const others = new Set([...contents, ...priorityFields, ...roles].map(({ code }) => code));
  return [...entered].flatMap((code) => {
    const target = commune?.targets.find((targetResult) => targetResult.code === code);
    if (target === undefined && !others.has(code))
      return [`Trang "Số liệu của xã" ghi mã "${code}", kế hoạch không có mã này nên không dùng.`];
    if (target === undefined || target.source === 'told' || target.source === 'none')
      return ownFigureDoubts(facts, code);
    return [`Trang "Số liệu của xã" ghi số liệu cho ${code}, nhưng đã có số liệu từ nguồn khác nên không dùng.`];
  });
}

/** Warns of a target whose figures in several rows differ (the last row counts), and of a figure without evidence. */
function ownFigureDoubts(facts: PaperFacts, code: string): readonly string[] {
  const target = facts.commune?.targets.find((own) => own.code === code);
  if (!target) return [];
  const rows = ownFigures(facts, code).filter(({ value }) => value !== null);
  const values = [...new Set(rows.map(({ value }) => formatNumber(value ?? 0)))];
  const doubts = [
    ...(values.length > 1 && !isBySector(target) ? [`ghi nhiều lần (${values.join('; ')}), dùng dòng cuối`] : []),
    ...(target.state === 'no-source' ? ['nhận xét chưa mở đầu bằng “Đạt” hoặc “Chưa đạt”'] : []),
    ...(rows.some(({ evidence }) => evidence === '') ? ['chưa ghi minh chứng'] : []),
  ];
  return doubts.length === 0 ? [] : [`Trang "Số liệu của xã", ${code}: ${doubts.join('; ')}.`];
}

/** Contents whose part of the report stays blank until the commune writes of them. */
function unansweredContents(facts: PaperFacts): readonly string[] {
  const open = openContents(facts);
  if (open.length === 0) return [];
  return [
    `Chưa có gì về nội dung, lĩnh vực ${open.map(({ code }) => code).join(', ')} của kế hoạch: ghi nhận xét theo mã ở trang "Số liệu của xã".`,
  ];
}

/** The ledger holds another day for the number of the settings. */
function otherDay(facts: PaperFacts): readonly string[] {
  const { signedOn } = facts.settings;
  const day = decisionDay(facts);
  if (signedOn === null || day === null || day === signedOn) return [];
  return [
    `Quyết định khen thưởng ghi ngày ${formatDate(day)} theo sổ khen thưởng; cài đặt văn bản ghi ngày ${formatDate(signedOn)}: xem lại trước khi ký.`,
  ];
}

/** A number of the committee on a paper of the council, or the other way round, is left out. */
function otherNumber(facts: PaperFacts): readonly string[] {
  const number = facts.settings.numbers['to-trinh'];
  const body = asksProvince(facts) ? 'UBND' : 'HĐTĐKT';
  if (number === undefined || numberOf(facts, 'to-trinh', body) !== null) return [];
  return [
    `Không ghi số tờ trình ${number} của cài đặt: tờ trình này do ${body === 'UBND' ? 'UBND' : 'Hội đồng'} ban hành.`,
  ];
}

function noDistrict({ candidates, settings: { signedOn } }: PaperFacts): readonly string[] {
  const isOver = signedOn === null || signedOn >= NO_DISTRICT_FROM;
  const why = isOver ? 'cấp huyện không còn từ ngày 01/7/2025' : 'chương trình chỉ lập tờ trình cấp xã, cấp tỉnh';
  const forms = new Set(candidates.filter(({ level }) => level === 'district').map(({ form }) => form));
  return [...forms].map((form) => `Không lập tờ trình đề nghị ${form}: ${why}.`);
}

/** What is out of date in the plan's own words, each once, with the papers that repeat it. */
function outdated(papers: readonly Paper[], signedOn: string | null): readonly string[] {
  const titles = new Map<string, Set<string>>();
  for (const paper of papers)
    for (const why of outdatedIn(paperLines(paper), signedOn))
      titles.set(why, (titles.get(why) ?? new Set()).add(paper.title.replace(/:.*$/su, '')));
  return [...titles].map(
    ([why, where]) => `${[...where].join(', ')}: trích kế hoạch có chỗ đã cũ (${why}); sửa trước khi ký.`,
  );
}

/** Two units can be spelled alike in letters without marks: the second paper gets a number. */
function withOwnNames(papers: readonly Paper[]): readonly Paper[] {
  const taken = new Set<string>();
  return papers.map((paper) => {
    let file = paper.file;
    for (let n = 2; taken.has(file); n += 1) file = `${paper.file}-${n}`;
    taken.add(file);
    return file === paper.file ? paper : { ...paper, file };
  });
}
