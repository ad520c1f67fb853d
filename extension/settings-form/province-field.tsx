/** The officer's province: by the 2026 portal's id where it is known, else by its name. */
import { Field, Select } from '@fluentui/react-components';
import type { Province } from '../../core/portal/capture/readers/national-2026/provinces.ts';
import { formerNames, knownProvinces } from '../settings/known-provinces.ts';

interface Props {
  /** The portal's id, or a name; empty = not chosen. */
  readonly value: string;
  /** Learned from the portal's pages. */
  readonly learned: readonly Province[];
  readonly onChange: (id: string) => void;
  readonly hint?: string;
}

export function ProvinceField({ value, learned, onChange, hint }: Props) {
  const known = knownProvinces(learned, value);
  const former = formerNames(known);
  return (
    <Field label="Tỉnh, thành phố" {...(hint === undefined ? {} : { hint })}>
      <Select value={value} onChange={(_, { value: picked }) => onChange(picked)}>
        <option value="">Chọn tỉnh…</option>
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {/* Behind the names of today: the first of one value is what is shown once it is chosen. */}
        {former.length === 0 ? null : (
          <optgroup label="Tên trước 01/7/2025">
            {former.map(({ id, name }) => (
              <option key={name} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
    </Field>
  );
}
