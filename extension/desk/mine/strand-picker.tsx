/** Selects the source of the figures. With a single source there is nothing to select: its name is shown. */
import { Field, Select } from '@fluentui/react-components';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import type { Strand } from '../../history/strands.ts';

interface Props {
  readonly strands: readonly Strand[];
  readonly value: Strand;
  readonly onPick: (strand: Strand) => void;
}

export function StrandPicker({ strands, value, onPick }: Props) {
  if (strands.length === 1) return null;
  return (
    <Field label="Nguồn số liệu">
      <Select value={String(strands.indexOf(value))} onChange={(_, data) => pick(strands[Number(data.value)], onPick)}>
        {strands.map((strand, at) => (
          <option key={strandKey(strand)} value={at}>
            {strandName(strand, strands)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function strandKey({ source, unit }: Strand): string {
  return JSON.stringify([source, unit.key]);
}

/** With the unit's own code only where one source names two alike. */
function strandName({ source, unit }: Strand, all: readonly Strand[]): string {
  const alone = all.filter((strand) => strand.source === source).length === 1;
  return alone ? sourceName(source) : `${sourceName(source)}: ${unit.unit.name} (${unit.key})`;
}

function pick(strand: Strand | undefined, onPick: Props['onPick']): void {
  if (strand) onPick(strand);
}
