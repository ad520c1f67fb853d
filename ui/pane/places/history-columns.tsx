/** Shows which columns of a foreign table were recognised; the officer corrects them and chooses those still missing. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { columnName } from '../../../core/sheet/grid/address.ts';
import {
  type GuessedSheet,
  HISTORY_TITLES,
  type HistoryColumn,
  lacking,
} from '../../../core/sheets/history/history-columns.ts';
import type { HistoryFilesSeen } from '../../../session/received/take-history.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

type ShownFiles = HistoryFilesSeen['files'];

interface HistoryColumnsProps {
  readonly seen: HistoryFilesSeen;
  readonly disabled: boolean;
  readonly onTake: (shown: ShownFiles) => void;
  readonly onLeave: () => void;
}

/** All our columns but `now` and `left`, which the officer fills in on the sheet. */
const FIELDS = [
  'name',
  'kind',
  'of',
  'year',
  'movement',
  'title',
  'decision',
  'date',
  'points',
  'share',
  'classification',
] as const satisfies readonly HistoryColumn[];

export function HistoryColumns({ seen, disabled, onTake, onLeave }: HistoryColumnsProps) {
  const styles = usePaneStyles();
  const [files, setFiles] = useState<ShownFiles>(seen.files);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const change = (name: string, changed: GuessedSheet) =>
    setFiles(
      files.map((file) =>
        file.name === name
          ? { ...file, sheets: file.sheets.map((sheet) => (sheet.sheet === changed.sheet ? changed : sheet)) }
          : file,
      ),
    );
  const wanted = files.map((file) => ({
    ...file,
    sheets: file.own ? file.sheets : file.sheets.filter(({ sheet }) => !left.has(keyOf(file.name, sheet))),
  }));
  const sheets = wanted.flatMap((file) => file.sheets);
  const isWhole = sheets.length > 0 && sheets.every((sheet) => lacking(sheet).length === 0);
  return (
    <section className={styles.section} aria-label="Cột của bảng thành tích">
      <p className={styles.text}>Mỗi cột được hiểu như dưới đây; hãy xem lại và chọn cột còn thiếu rồi đưa vào sổ.</p>
      {files
        .filter(({ own }) => !own)
        .flatMap(({ name, sheets: own }) =>
          own.map((sheet) => {
            const key = keyOf(name, sheet.sheet);
            return (
              <fieldset key={key} className={styles.section}>
                <legend className={styles.heading}>{`${name}, trang “${sheet.sheet}”`}</legend>
                <Checkbox
                  label="Lấy bảng này"
                  checked={!left.has(key)}
                  onChange={(_, { checked }) => setLeft(withOrWithout(left, key, checked !== true))}
                />
                {left.has(key) ? null : (
                  <SheetColumns sheet={sheet} disabled={disabled} onChange={(changed) => change(name, changed)} />
                )}
              </fieldset>
            );
          }),
        )}
      {seen.unused.map(({ file, reason }) => (
        <p key={file} role="alert" className={styles.text}>{`${file}: ${reason}`}</p>
      ))}
      <div className={styles.row}>
        <Button appearance="primary" disabled={disabled || !isWhole} onClick={() => onTake(wanted)}>
          Đưa vào sổ
        </Button>
        <Button disabled={disabled} onClick={onLeave}>
          Thôi
        </Button>
      </div>
    </section>
  );
}

function keyOf(file: string, sheet: string): string {
  return JSON.stringify([file, sheet]);
}

function withOrWithout(set: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}

const LACKS: Readonly<Record<GuessedSheet['lacks'][number], string>> = {
  name: 'Chọn cột tên đơn vị, cá nhân.',
  fact: 'Chọn ít nhất một cột: danh hiệu, hình thức khen; điểm; xếp loại.',
  year: 'Chọn cột năm, hoặc ghi năm của cả bảng.',
};

function titled({ column, text }: GuessedSheet['headings'][number]): string {
  return `${columnName(column)} · ${text}`;
}

interface SheetColumnsProps {
  readonly sheet: GuessedSheet;
  readonly disabled: boolean;
  readonly onChange: (sheet: GuessedSheet) => void;
}

function SheetColumns({ sheet, disabled, onChange }: SheetColumnsProps) {
  const styles = usePaneStyles();
  const [typedYear, setTypedYear] = useState(sheet.year === null ? '' : String(sheet.year));
  const pick = (field: HistoryColumn, value: string) => {
    const others = Object.entries(sheet.columns).filter(([own, column]) => own !== field && String(column) !== value);
    const own = value === '' ? [] : [[field, Number(value)] as const];
    onChange({ ...sheet, columns: Object.fromEntries([...others, ...own]) });
  };
  const typeYear = (text: string) => {
    setTypedYear(text);
    onChange({ ...sheet, year: /^(?:19|20)\d\d$/.test(text.trim()) ? Number(text) : null });
  };
  const used = new Set(Object.values(sheet.columns));
  const unused = sheet.headings.filter(({ column }) => !used.has(column)).map(titled);
  return (
    <>
      {FIELDS.map((field) => (
        <ChoiceField
          key={field}
          label={HISTORY_TITLES[field][0]}
          value={String(sheet.columns[field] ?? '')}
          disabled={disabled}
          onPick={(value) => pick(field, value)}
        >
          <option value="">Không có cột này</option>
          {sheet.headings.map((heading) => (
            <option key={heading.column} value={heading.column}>
              {titled(heading)}
            </option>
          ))}
        </ChoiceField>
      ))}
      {sheet.columns.year === undefined ? (
        <TextField label="Năm của cả bảng" value={typedYear} disabled={disabled} onType={typeYear} />
      ) : null}
      {unused.length === 0 ? null : <p className={styles.quiet}>{`Cột không dùng: ${unused.join('; ')}.`}</p>}
      {lacking(sheet).map((lack) => (
        <p key={lack} role="alert" className={styles.text}>
          {LACKS[lack]}
        </p>
      ))}
    </>
  );
}
