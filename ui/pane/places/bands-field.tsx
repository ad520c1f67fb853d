/** The steps of a rule, a row each: from which figure on how many points. */
import { Button, Input, makeStyles, Select } from '@fluentui/react-components';
import { Icon } from '../../icons.tsx';
import { BAND_WORDS, type BandRow } from '../rule-typed.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  table: {
    '& td, & th': { padding: '4px 4px 4px 0', verticalAlign: 'middle', borderBottom: 'none' },
    maxWidth: '420px',
  },
  word: { width: '34%' },
  remove: { width: '40px' },
});

interface BandsFieldProps {
  readonly rows: readonly BandRow[];
  /** `%`, `hộ`; '' = none. */
  readonly unit: string;
  readonly onType: (rows: readonly BandRow[]) => void;
}

export function BandsField({ rows, unit, onType }: BandsFieldProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const put = (at: number, typed: Partial<BandRow>) =>
    onType(rows.map((row, index) => (index === at ? { ...row, ...typed } : row)));
  const rest = rows.findIndex(({ word }) => word === 'còn lại');
  const add = () => {
    const last = rows.findLast(({ word }) => word !== 'còn lại');
    const step: BandRow = { word: last?.word ?? 'từ', edge: '', points: '' };
    onType(rest < 0 ? [...rows, step] : rows.toSpliced(rest, 0, step));
  };
  return (
    <div className={styles.section}>
      <table className={`${styles.table} ${own.table}`} aria-label="Các bậc điểm">
        <thead>
          <tr>
            <th scope="col" className={own.word}>
              Kết quả
            </th>
            <th scope="col">{unit === '' ? 'Mức' : `Mức (${unit})`}</th>
            <th scope="col">Điểm</th>
            <th scope="col" className={own.remove}>
              <span style={{ fontSize: 0 }}>Bỏ</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <BandLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a step has nothing else of its own while it is typed
              key={at}
              at={at}
              row={row}
              onType={(typed) => put(at, typed)}
              onRemove={() => onType(rows.toSpliced(at, 1))}
            />
          ))}
        </tbody>
      </table>
      <div>
        <Button size="small" onClick={add}>
          Thêm bậc
        </Button>
      </div>
    </div>
  );
}

interface BandLineProps {
  readonly at: number;
  readonly row: BandRow;
  readonly onType: (typed: Partial<BandRow>) => void;
  readonly onRemove: () => void;
}

function BandLine({ at, row, onType, onRemove }: BandLineProps) {
  return (
    <tr>
      <td>
        <Select
          aria-label={`Bậc ${at + 1}: kết quả`}
          value={row.word}
          onChange={(_, { value }) => {
            const word = BAND_WORDS.find((text) => text === value);
            if (word) onType({ word });
          }}
        >
          {BAND_WORDS.map((word) => (
            <option key={word}>{word}</option>
          ))}
        </Select>
      </td>
      <td>
        {row.word === 'còn lại' ? null : (
          <Input
            inputMode="decimal"
            aria-label={`Bậc ${at + 1}: mức`}
            value={row.edge}
            onChange={(_, { value }) => onType({ edge: value })}
          />
        )}
      </td>
      <td>
        <Input
          inputMode="decimal"
          aria-label={`Bậc ${at + 1}: điểm`}
          value={row.points}
          onChange={(_, { value }) => onType({ points: value })}
        />
      </td>
      <td>
        <Button appearance="subtle" icon={<Icon name="close" />} aria-label={`Bỏ bậc ${at + 1}`} onClick={onRemove} />
      </td>
    </tr>
  );
}
