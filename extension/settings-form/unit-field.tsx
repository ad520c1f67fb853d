/**
 * My commune by name, code or id, with suggestions from the captured units; shows at once whether the typed text is one
 * of them.
 */
import { Field, Input } from '@fluentui/react-components';
import { useId } from 'react';
import { type UnitSeen, unitsNamed } from '../history/units.ts';

interface Props {
  readonly value: string;
  /** undefined while they are being read. */
  readonly units: readonly UnitSeen[] | undefined;
  readonly onChange: (unit: string) => void;
}

export function UnitField({ value, units, onChange }: Props) {
  const list = useId();
  return (
    <Field
      label="Xã của tôi"
      hint="Tên, mã trên Cổng (H01.187) hoặc định danh. Số liệu của đơn vị này được chọn sẵn."
      validationState="none"
      validationMessage={matchText(value, units ?? [])}
    >
      <Input value={value} maxLength={200} list={list} onChange={(_, data) => onChange(data.value)} />
      <datalist id={list}>
        {[...new Set(units?.map(({ unit }) => unit.name))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Field>
  );
}

/** Empty while there is nothing to compare with: the first capture is still to come. */
function matchText(value: string, units: readonly UnitSeen[]): string | null {
  if (value.trim() === '' || units.length === 0) return null;
  const names = new Set(unitsNamed(units, value).map(({ unit }) => unit.name));
  return names.size === 0
    ? 'Chưa có số liệu nào của đơn vị tên này.'
    : `Đã có số liệu của: ${[...names].slice(0, 3).join(', ')}.`;
}
