/**
 * Picks a reporting period: the year and the part of it, or none. Plain lists, so that it works by keyboard and at any
 * width.
 */
import { Field, Select } from '@fluentui/react-components';
import { type Period, parsePeriod, periodKey, periodName } from '../core/base/period/period.ts';

interface PeriodPickerProps {
  readonly value: Period | null;
  readonly years: { readonly from: number; readonly to: number };
  /** Wording of "no period"; absent = a period must be chosen. */
  readonly none?: string;
  /** Year offered when a part is picked first; absent = the last. */
  readonly year?: number | undefined;
  readonly disabled?: boolean;
  readonly onPick: (period: Period | null) => void;
}

/** `2025` → `''`; `2025-Q4` → `-Q4`. */
const PARTS = [
  '',
  '-H1',
  '-H2',
  '-Q1',
  '-Q2',
  '-Q3',
  '-Q4',
  ...Array.from({ length: 12 }, (_, month) => `-${String(month + 1).padStart(2, '0')}`),
];

export function PeriodPicker({ value, years, none, disabled, onPick, ...offered }: PeriodPickerProps) {
  const year = value?.year ?? offered.year ?? years.to;
  // A run of days has no year to pick: it stands in the list as it is.
  const part = value === null ? null : value.kind === 'days' ? periodKey(value) : periodKey(value).slice(4);
  const days = value?.kind === 'days' ? [periodKey(value)] : [];
  const pick = (pickedYear: number, pickedPart: string | null) =>
    onPick(pickedPart === null ? null : (parsePeriod(pickedPart) ?? parsePeriod(`${pickedYear}${pickedPart}`) ?? null));
  return (
    <>
      <Field label="Kỳ báo cáo">
        <Select
          value={part ?? 'none'}
          disabled={disabled ?? false}
          onChange={(_, data) => pick(year, data.value === 'none' ? null : data.value)}
        >
          {none === undefined ? null : <option value="none">{none}</option>}
          {[...days, ...PARTS].map((day) => (
            <option key={day} value={day}>
              {partName(day)}
            </option>
          ))}
        </Select>
      </Field>
      {part === null || days.length > 0 ? null : (
        <Field label="Năm">
          <Select
            value={String(year)}
            disabled={disabled ?? false}
            onChange={(_, data) => pick(Number(data.value), part)}
          >
            {yearsOf(years, year).map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

/** `Cả năm`, `6 tháng đầu năm`, `Quý IV`, `Tháng 11`. */
function partName(part: string): string {
  if (part === '') return 'Cả năm';
  const period = parsePeriod(part) ?? parsePeriod(`2000${part}`);
  const name = period === undefined ? '' : periodName(period).replace(/ (năm )?2000$/, '');
  const whole = part.startsWith('-H') ? `${name} năm` : name;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

const MOST_YEARS = 30;

function yearsOf({ from, to }: PeriodPickerProps['years'], year: number): number[] {
  const first = Math.min(from, year);
  const last = Math.max(to, year);
  return Array.from({ length: Math.min(MOST_YEARS, last - first + 1) }, (_, index) => last - index);
}
