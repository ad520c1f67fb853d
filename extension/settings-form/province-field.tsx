/** The officer's province as the 2026 portal numbers it: from those known, or the number itself. */
import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { PROVINCES } from '../../core/capture/readers/national-2026/provinces.ts';

interface Props {
  /** The portal's id; empty = not chosen. May be half typed: `isProvinceId` tells. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly hint?: string;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isProvinceId(text: string): boolean {
  return ID.test(text);
}

export function ProvinceField({ value, onChange, hint }: Props) {
  const [typing, setTyping] = useState(false);
  const typed = typing || (value !== '' && !PROVINCES.some(({ id }) => id === value));
  return (
    <>
      <Field label="Tỉnh, thành phố" {...(hint === undefined ? {} : { hint })}>
        <Select
          value={typed ? 'other' : value}
          onChange={(_, { value: picked }) => {
            setTyping(picked === 'other');
            onChange(picked === 'other' ? '' : picked);
          }}
        >
          <option value="">Chọn tỉnh…</option>
          {PROVINCES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="other">Tỉnh khác (dán mã của Cổng)</option>
        </Select>
      </Field>
      {typed && (
        <Field
          label="Mã của tỉnh trên Cổng (rootDepartmentId)"
          {...(value === '' || isProvinceId(value)
            ? {}
            : {
                validationState: 'error' as const,
                validationMessage: 'Mã gồm 32 chữ số và chữ a–f, có bốn dấu gạch nối.',
              })}
        >
          <Input value={value} maxLength={36} onChange={(_, data) => onChange(data.value.trim())} />
        </Field>
      )}
    </>
  );
}
