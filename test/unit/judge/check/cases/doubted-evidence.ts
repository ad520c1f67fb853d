import type { PlacedEvidence } from '../../../../../core/report/evidence/evidence-file.ts';
import { allHandedIn, cites, handedIn } from '../../../../fixtures/grammar/plants/evidence.ts';
import { pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault } from '../faults.ts';
import { cell, context, fileOf } from '../reports.ts';

const DOUBT = { state: 'doubted', who: 'Lò Thị Mai', reason: 'ảnh chụp năm 2023' } as const;
const rows = base.entries.map(({ criterion }) => handedIn('Bản Nà Đắng', criterion));

function doubted(files: readonly PlacedEvidence[], code: string | undefined): readonly PlacedEvidence[] {
  return files.map((file, at) =>
    file.criterion === code && at === files.findIndex((file) => file.criterion === code) ? { ...file, ...DOUBT } : file,
  );
}

export const faults: readonly Fault[] = [
  {
    name: 'who opened the file doubts it',
    files: [fileOf(base)],
    context: context({ evidence: doubted(rows, '2.1') }),
    criterion: '2.1',
    cell: cell('2.1', 'evidence'),
  },
];

export const planters: readonly Planter[] = [
  {
    code: 'doubted-evidence',
    name: 'a file that is doubted',
    plant(draft, draw) {
      const line = pickLine(draft, draw, cites);
      if (line === null) return null;
      return inOneFile(draft, { criterion: line.code, context: { evidence: doubted(allHandedIn(draft), line.code) } });
    },
  },
];
