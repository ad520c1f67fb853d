/** Faults of criteria sets and against the plan: sums, codes, references. */
import { agencySet, criterion, type Plant } from './planted.ts';

export const SET_PLANTS: readonly Plant[] = [
  [
    'set-sum',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').maxPoints = 1300;
    },
    'Bộ tiêu chí UBND xã và các cơ quan, đơn vị',
  ],
  [
    'max-not-positive',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.2').maxPoints += criterion(m, '1.1').maxPoints;
      criterion(m, '1.1').maxPoints = 0;
    },
    'Tiêu chí 1.1',
  ],
  [
    'deduction-with-max',
    'cat-ne-2024',
    (m) => {
      criterion(m, '6.1').maxPoints = 100;
      criterion(m, '1.1').maxPoints -= 100;
    },
    'Tiêu chí 6.1',
  ],
  [
    'rule-figure',
    'cat-ne-2024',
    (m) => {
      criterion(m, '6.1').rule = { kind: 'deduction', points: -200, cap: 400 };
    },
    'Tiêu chí 6.1',
  ],
  [
    'group-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').group = '9';
    },
    'Tiêu chí 1.1',
  ],
  [
    'group-empty',
    'cat-ne-2024',
    (m) => {
      agencySet(m).groups.push({ code: '9', title: 'Nhóm mới' });
    },
    'Nhóm 9',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      agencySet(m).groups.push({ code: '1', title: 'Nhóm lặp' });
    },
    'Nhóm 1',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.2').code = '1.4';
    },
    'Tiêu chí 1.4',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      m.calendar[1]!.code = 'CN-D01';
    },
    'Lịch',
  ],
  [
    'duplicate-set',
    'cat-ne-2024',
    (m) => {
      m.criteriaSets.push(agencySet(m));
    },
    'agency',
  ],
  [
    'audience-unknown',
    'cat-ne-2024',
    (m) => {
      m.standards[0]!.audiences.push('hamlet');
    },
    'CN-S00',
  ],
  [
    'audience-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.quotas[0]!.audiences = ['hamlet'];
    },
    'TM-Q01',
  ],
  [
    'audience-unknown',
    'cat-ne-2024',
    (m) => {
      m.criteriaSets.push({ ...agencySet(m), audience: 'hamlet' });
    },
    'Bộ tiêu chí hamlet',
  ],
  [
    'audience-without-set',
    'cat-ne-2024',
    (m) => {
      m.criteriaSets.pop();
    },
    'Cá nhân',
  ],
  [
    'audience-without-set',
    'ta-ma-2023-2030',
    (m) => {
      m.criteriaSets.pop();
    },
    'Cá nhân',
  ],
  [
    'phase-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.quotas[2]!.phase = 'III';
    },
    'TM-Q03a',
  ],
  [
    'phase-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.criteriaSets.push({ ...agencySet(m), phase: 'III' });
    },
    'giai đoạn III',
  ],
  [
    'award-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.quotas[0]!.award = 'TM-A99';
    },
    'TM-Q01',
  ],
  [
    'quota-base',
    'ta-ma-2023-2030',
    (m) => {
      m.quotas[0]!.base = 'registered';
    },
    'TM-Q01',
  ],
  [
    'target-without-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.section = ' ';
    },
    'CN-G02',
  ],
  [
    'target-without-source',
    'cat-ne-2024',
    (m) => {
      Object.assign(criterion(m, '1.1'), {
        target: { code: null, comparator: 'gte', value: 80, by: null },
        proposed: false,
      });
    },
    'Tiêu chí 1.1',
  ],
  [
    'target-without-source',
    'cat-ne-2024',
    (m) => {
      Object.assign(criterion(m, '4.2'), { source: { section: '' }, proposed: false });
    },
    'Tiêu chí 4.2',
  ],
  [
    'target-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').target!.code = 'CN-G99';
    },
    'Tiêu chí 1.1',
  ],
  [
    'target-altered',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').target!.value = 70;
    },
    'Tiêu chí 1.1',
  ],
  [
    'milestone-day',
    'cat-ne-2024',
    (m) => {
      const { target, rule } = criterion(m, '1.1');
      Object.assign(criterion(m, '1.1'), { milestones: [{ target, rule }] });
    },
    'Tiêu chí 1.1',
  ],
  [
    'milestone-figure',
    'cat-ne-2024',
    (m) => {
      const { target, rule } = criterion(m, '1.1');
      Object.assign(criterion(m, '1.1'), { target: null, milestones: [{ target, rule }] });
    },
    'Tiêu chí 1.1',
  ],
  [
    'target-figure',
    'cat-ne-2024',
    (m) => {
      m.targets[0]!.kind = 'numeric';
    },
    'CN-G01',
  ],
  [
    'target-figure-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.sameAs = 'CN-G99';
    },
    'CN-G02',
  ],
  [
    'target-figure-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.figure = { kind: 'unit-count', audience: 'agency', criterion: '9.9', parts: [] };
    },
    'CN-G02',
  ],
  [
    'target-figure-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.figure = { kind: 'sum', audiences: ['village'], why: 'ở bản' };
    },
    'CN-G02',
  ],
  [
    'gate-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').gates = ['8.1'];
    },
    'Tiêu chí 1.1',
  ],
  [
    'gate-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').gates = ['1.1'];
    },
    'Tiêu chí 1.1',
  ],
  [
    'gate-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).gates = ['8.1'];
    },
    'Bộ tiêu chí UBND xã',
  ],
  [
    'tie-break-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.unshift({ kind: 'figure', criterion: '8.1' });
    },
    'Khóa 1',
  ],
  [
    'tie-break-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.unshift({ kind: 'points', group: '9' });
    },
    'Khóa 1',
  ],
  [
    'tie-break-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.unshift({ kind: 'points' });
    },
    'Khóa 1',
  ],
  [
    'tie-break-council',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.pop();
    },
    'Xét khi bằng điểm',
  ],
  [
    'tie-break-council',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.push({ kind: 'women' });
    },
    'Xét khi bằng điểm',
  ],
  [
    'class-order',
    'cat-ne-2024',
    (m) => {
      agencySet(m).classification[2]!.from = 85;
    },
    'Xếp loại',
  ],
  [
    'class-floor',
    'cat-ne-2024',
    (m) => {
      agencySet(m).classification.pop();
    },
    'Xếp loại',
  ],
  [
    'bonus-cap',
    'cat-ne-2024',
    (m) => {
      agencySet(m).bonusCap = 0;
    },
    'Bộ tiêu chí UBND xã',
  ],
  [
    'scan-unconfirmed',
    'cat-ne-2024',
    (m) => {
      const row = { usedIn: 'Chỉ tiêu CT01', read: '80%', again: '30%', doubtful: true, page: 2, line: 'đạt 80%' };
      m.scanned = [
        { ...row, code: 'Q01', confirmed: false },
        { ...row, code: 'Q02', confirmed: true },
      ];
    },
    'Số từ bản quét › Q01',
  ],
];
