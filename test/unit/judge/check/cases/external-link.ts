import { withExternalLink } from '../../../../fixtures/edit-bytes.ts';
import { inBytes } from '../../../../fixtures/grammar/plants/files.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault } from '../faults.ts';
import { fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  { name: 'link', files: [{ ...fileOf(base), externalLinks: ['C:\\so lieu.xlsx'] }], cell: null },
];

export const planters: readonly Planter[] = [
  {
    code: 'external-link',
    name: 'another workbook',
    fixed: { kind: 'xlsx' },
    plant: inBytes((bytes, draw) =>
      withExternalLink(bytes, draw.pick(['so-lieu.xlsx', 'file:///C:/bao%20cao/so%20lieu.xlsx'])),
    ),
  },
];
