/** The tables of the page to choose from, each by what stands over it and its columns. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PointedTable } from './page-tables.ts';

interface Props {
  readonly tables: readonly PointedTable[];
  readonly onPick: (table: PointedTable) => void;
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  table: { width: '100%', justifyContent: 'start', textAlign: 'start', padding: '8px 10px' },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  more: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

export function TableList({ tables, onPick }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {tables.map((table, index) => {
        const { heading, headers, rows } = table.outline;
        const columns = headers.filter((header) => header !== '');
        return (
          <li key={table.id}>
            <Button className={styles.table} onClick={() => onPick(table)}>
              <span className={styles.text}>
                <span>{shortened(heading === '' ? `Bảng ${index + 1}` : heading, 120)}</span>
                <span className={styles.more}>
                  {rows.length} dòng · {shortened(columns.join(', '), 140)}
                </span>
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
