import { allHandedIn, handedIn } from '../../../../fixtures/grammar/plants/evidence.ts';
import { inOneFile, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault } from '../faults.ts';
import { cell, context, correct, fileOf } from '../reports.ts';

const second = correct({ unit: 'Bản Hai', seed: 2 });
const files = ['Bản Nà Đắng', 'Bản Hai'].flatMap((unit) =>
  base.entries.map(({ criterion }) => handedIn(unit, criterion)),
);

export const faults: readonly Fault[] = [
  {
    name: 'one picture from two units',
    files: [fileOf(base), fileOf(second)],
    context: context({
      evidence: files.map((file) =>
        file.criterion === (file.unit === 'Bản Hai' ? '3.1' : '2.1') ? { ...file, hash: 'same' } : file,
      ),
    }),
    criterion: '3.1',
    cell: cell('3.1', 'evidence'),
    file: 'Bản Hai.xlsx',
  },
];

export const planters: readonly Planter[] = [
  {
    code: 'shared-evidence',
    name: 'one file from two units',
    plant(draft) {
      const [first, other] = draft.truth.reports;
      const code = draft.truth.set.criteria[0]?.code;
      if (first === undefined || other === undefined || code === undefined) return null;
      const evidence = allHandedIn(draft).map((file) => (file.criterion === code ? { ...file, hash: 'same' } : file));
      return inOneFile(draft, { criterion: code, context: { evidence } });
    },
  },
];
