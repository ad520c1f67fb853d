import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inBytes } from '../../../../fixtures/grammar/plants/files.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault } from '../faults.ts';
import { fileOf } from '../reports.ts';

const VBA =
  '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>';

export const faults: readonly Fault[] = [{ name: 'macros', files: [{ ...fileOf(base), macros: true }], cell: null }];

function withMacro(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
  return zipSync({
    ...parts,
    'xl/vbaProject.bin': strToU8('x'),
    'xl/_rels/workbook.xml.rels': strToU8(relations.replace('</Relationships>', `${VBA}</Relationships>`)),
  });
}

export const planters: readonly Planter[] = [
  { code: 'macro-present', name: 'a VBA project', fixed: { kind: 'xlsx' }, plant: inBytes(withMacro) },
];
